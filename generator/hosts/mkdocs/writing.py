"""Pages and files of the site, written without MkDocs' loop; what it has to make is returned.

``Writer.written`` is mapped over outputs: a process that was forked can do a part of them, and
what it returns is small.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure import pages
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

from generator.hosts.mkdocs import shells
from generator.hosts.mkdocs.known import KnownFiles, Links, Resolver
from generator.hosts.mkdocs.learning import Refused
from generator.hosts.mkdocs.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from generator.hosts.mkdocs.forms import Token
    from generator.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is to be known of pages that were written."""

    links: dict[str, Links] = field(default_factory=dict)  # of pages with some to check
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)  # pages that MkDocs has to make, and why

    def add(self, others: Facts) -> None:
        """Know what others know."""
        self.links.update(others.links)
        self.ids.update(others.ids)
        self.refused.update(others.refused)


class Learnt:
    """What is learnt of pages, each thing once: the forms of blocks, and the theme around them.

    It holds for one ``look``, the digest of all that pages are put into: so a preview goes on with
    it from build to build.
    """

    def __init__(self, look: str, theme: shells.Theme) -> None:
        """Know nothing yet."""
        self.look = look
        self.markdown = Markdown(theme.config)
        self.shells = shells.Shells(theme)


class Writer:
    """Writes outputs below the folder of the built site."""

    def __init__(
        self, theme: shells.Theme, files: KnownFiles, plain: Callable[[Output], str], learnt: Learnt
    ) -> None:
        """Take what MkDocs made; ``plain`` renders a page as MkDocs does."""
        self._config, self._files, self._plain = theme.config, files, plain
        self._markdown, self._shells = learnt.markdown, learnt.shells
        self._links = Resolver(files)
        self._folders: set[Path] = set()
        self._site = Path(theme.config.site_dir)

    def written(self, output: Output) -> Facts:
        """Write an output; a page that is refused is not written."""
        facts = Facts()
        if not output.is_page:
            self._write(self._site / output.path, output.data)
            return facts
        try:
            text = self._page(output, facts)
        except Refused as reason:
            facts.refused[output.path] = str(reason)
        else:
            # As MkDocs does for what no encoding has.
            data = text.encode("utf-8", errors="xmlcharrefreplace")
            self._write(self._site / self._files.place(output.path), data)
        return facts

    def _page(self, output: Output, facts: Facts) -> str:
        path, links = output.path, Links()
        url = self._files.url(path) or ""
        markdown, head = _opened(output)
        content = self._markdown.content(markdown, self._links.of(path, url, links))
        stub = _addressed(self._config, url, output.origin)
        is_shown = "toc" not in head.get("hide", ())
        page = shells.Page(
            url=url,
            canonical_url=stub.canonical_url,
            edit_url=stub.edit_url,
            meta=head,
            content=content.html,
            first=content.headings[0]["id"] if content.headings else "",
            toc=get_toc(_nested(content.headings)) if is_shown else None,
        )
        key = self._shells.key(page)
        shell, is_new = self._shells.shell(key, page)
        text = shell.filled(page)
        if is_new and text != self._plain(output):
            self._shells.refuse(key, "MkDocs makes another page of its kind")
            raise Refused("MkDocs makes another page of it")
        facts.ids[path] = frozenset(content.ids)
        if links.lost or links.anchors:
            facts.links[path] = links
        return text

    def _write(self, file: Path, data: bytes) -> None:
        if file.parent not in self._folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(file.parent)
        with file.open("wb", buffering=0) as opened:
            opened.write(data)


def _opened(output: Output) -> tuple[str, Mapping[str, Any]]:
    """Return Markdown and head of a page, which MkDocs reads from its text."""
    made = output.made
    if isinstance(made, bytes):
        markdown, head = meta.get_data(made.decode("utf-8-sig"))
        return markdown, head
    return made.body.lstrip("\n"), made.head


def _nested(headings: list[Token]) -> Any:  # noqa: ANN401 - two types of one thing
    return nest_toc_tokens(headings)  # type: ignore[arg-type]  # it asks for more than it reads


def _addressed(config: MkDocsConfig, url: str, origin: str) -> Any:  # noqa: ANN401
    """Return the addresses of a page as MkDocs makes them."""
    stub: Any = SimpleNamespace(url=url, file=SimpleNamespace(edit_uri=quote(origin) or None))
    pages.Page._set_canonical_url(stub, config.site_url)  # noqa: SLF001 - else written twice
    pages.Page._set_edit_url(stub, config.repo_url, config.edit_uri, config.edit_uri_template)  # noqa: SLF001
    return stub
