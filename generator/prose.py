"""Contributors' Markdown: a declared subset to HTML, in two independent layers.

markdown-it-py reads CommonMark with raw HTML, images, headings, code blocks and autolinks
switched off; nh3 then lets nothing through but the tags below. The result stands in a page
as one HTML block on one line, which every host keeps as it is.

Hand-written pages are rendered by the host instead; ``raw_html`` says what in them is not
plain Markdown, reading them as the host does.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markdown_it import MarkdownIt

from generator.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br", "code"}
# Those of mkdocs.yml and the three that MkDocs adds; a test compares them.
EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "tables", "toc")

MAX_LINE = 2000
MAX_LINES = 800
MAX_BRACKETS = 1000
# Fenced code as the host writes it: within, every "<" is escaped.
_FENCE = re.compile(r"\A<pre[^<>]*><code[^<>]*>|</code></pre>\Z")

_SUBSET = MarkdownIt("zero", {"html": False, "linkify": False}).enable(
    ["emphasis", "link", "list", "blockquote", "backticks", "escape", "entity", "newline"]
)
_WEB = ("https://", "http://")


def _only_web_addresses(_tag: str, name: str, value: str) -> str | None:
    # nh3 lets addresses without a scheme through; inside HTML no host resolves them.
    return None if name == "href" and not value.startswith(_WEB) else value


def render(markdown: str, language: str = "") -> Safe:
    """Render contributors' Markdown as one line of HTML in a block of its own.

    ``language`` is that of the text, where it is not the page's.
    """
    html = nh3.clean(
        _SUBSET.render(markdown),
        tags=TAGS,
        # nh3 allows `lang` and `title` everywhere unless told otherwise.
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        attribute_filter=_only_web_addresses,
        url_schemes={"https", "http"},
        link_rel="noopener",
    )
    # A blank line would end the HTML block, and what follows would be Markdown again.
    spoken = f' lang="{language}"' if language else ""
    return Safe(f'<div class="fc-prose"{spoken}>{" ".join(html.split())}</div>')


def dropped_links(markdown: str) -> list[str]:
    """Return the addresses of links that ``render`` drops: all but whole web addresses."""
    if "](" not in markdown:  # without which nothing is a link: the subset has no references
        return []
    tokens = (child for token in _SUBSET.parse(markdown) for child in token.children or ())
    found = (str(token.attrGet("href")) for token in tokens if token.type == "link_open")
    return [href for href in found if not href.startswith(_WEB)]


def texts(markdown: str) -> list[str]:
    """Return the text of each block, without its marks, addresses and code."""
    # Where code stands is not nothing: what is before and behind it is not one text.
    kinds = {"softbreak": " ", "hardbreak": " ", "code_inline": " \ufffc "}
    return [
        "".join(kinds.get(child.type, child.content) for child in token.children)
        for token in _SUBSET.parse(markdown)
        if token.children
    ]


def raw_html(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield line (from 1) and text of what a hand-written page must not hold.

    That is raw HTML, attributes other than classes and ids, links of other schemes than the
    web's and mail's, pictures from elsewhere, and what the host would take minutes to read.
    """
    rows = markdown.split("\n")
    if too_much := list(_too_much(rows)):
        yield from too_much
        return
    host = Markdown(extensions=list(EXTENSIONS))
    try:
        html = host.convert(markdown)
    except RecursionError:
        yield 1, "nesting deeper than the host can follow"
        return
    reader = _Rendered()
    reader.feed(html)
    # What the host took as raw HTML, entities and code too, it has put aside here.
    stash = (text for text in host.htmlStash.rawHtmlBlocks if isinstance(text, str))
    raw = [text for text in stash if "<" in _FENCE.sub("", text)]
    rest = [found for found in reader.found if not any(found in text for text in raw)]
    for found in dict.fromkeys([*(text.strip().split("\n")[0] for text in raw), *rest]):
        line = next((n for n, row in enumerate(rows, 1) if found in row), 1)
        yield line, found


def heading(markdown: str) -> str:
    """Return the first heading of the first level, as the host reads it: words without marks.

    It is empty where there is none. ``markdown`` is that of a page that ``raw_html`` found sound.
    """
    host = Markdown(extensions=list(EXTENSIONS))
    host.convert(markdown)
    tokens = host.toc_tokens  # type: ignore[attr-defined]  # put there by the extension
    found = (token for token in tokens if token["level"] == 1)
    return next((" ".join(unescape(token["name"]).split()) for token in found), "")


def _too_much(rows: list[str]) -> Iterator[tuple[int, str]]:
    # The host's time grows with the square of these: 10,000 brackets take it 12 seconds.
    if len(rows) > MAX_LINES:
        yield MAX_LINES + 1, f"more than {MAX_LINES:,} lines on a page"
    brackets = 0
    for number, row in enumerate(rows, 1):
        before, brackets = brackets, brackets + row.count("[") + row.count("<")
        if len(row) > MAX_LINE:
            yield number, f"a line of more than {MAX_LINE:,} characters"
        if before <= MAX_BRACKETS < brackets:
            yield number, f"more than {MAX_BRACKETS:,} brackets on a page"


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "unreadable"


class _Rendered(HTMLParser):
    """Collects what Markdown alone does not make of the elements of a rendered page."""

    TAGS = TAGS.union(
        ("h1", "h2", "h3", "h4", "h5", "h6", "pre", "dl", "dt", "dd", "hr", "img", "div"),
        ("table", "thead", "tbody", "tr", "th", "td"),
    )
    ATTRIBUTES = frozenset({"class", "id", "alt", "title", "start"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and each of its attributes."""
        if tag not in self.TAGS:
            self.found.append(f"<{tag}")
        for name, value in attrs:
            text = value or ""
            if name == "href" and tag == "a":
                fine = _scheme(text) in ("", "http", "https", "mailto")
            elif name == "src" and tag == "img":
                fine = _scheme(text) == "" and not text.startswith("//")
            elif name == "style":
                fine = tag in ("td", "th") and text.startswith("text-align: ")
            else:
                fine = name in self.ATTRIBUTES
            if not fine:
                self.found.append(text if name in ("href", "src") else name)
