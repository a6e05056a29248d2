"""What a page's Markdown becomes: rendered as MkDocs does, and read as a browser would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.utils import meta

from generator import yamltext

PROJECT = Path(__file__).parent.parent
_HOST = ("toc", "tables", "fenced_code")  # MkDocs 1.6 adds these to what the settings name

Attributes = tuple[tuple[str, str], ...]


def _extensions() -> tuple[list[str], dict[str, Any]]:
    named = yamltext.load_settings((PROJECT / "mkdocs.yml").read_text("utf-8"))
    configs: dict[str, Any] = {}
    for entry in named["markdown_extensions"]:
        configs |= entry if isinstance(entry, dict) else {entry: {}}
    return [*dict.fromkeys((*_HOST, *configs))], configs


_NAMES, _CONFIGS = _extensions()
_MARKDOWN = Markdown(extensions=_NAMES, extension_configs=_CONFIGS)


def render(markdown: str) -> str:
    return _MARKDOWN.reset().convert(markdown)


@dataclass
class Dom(HTMLParser):
    """The elements of a page in order, each with its attributes, and the text between them."""

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append((f"<!--{data}", ()))

    def handle_decl(self, decl: str) -> None:
        self.tags.append((f"<!{decl}", ()))

    def handle_pi(self, data: str) -> None:
        self.tags.append((f"<?{data}", ()))

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def values(self, attribute: str) -> list[str]:
        return [v for _, attributes in self.tags for name, v in attributes if name == attribute]


def read(html: str) -> Dom:
    dom = Dom()
    dom.feed(html)
    dom.close()
    return dom


def of_page(content: str) -> Dom:
    """Read a whole page, front matter and all, as MkDocs makes it."""
    body, _ = meta.get_data(content)
    return read(render(body))
