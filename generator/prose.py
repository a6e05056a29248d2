"""Contributors' Markdown: a declared subset to HTML, in two independent layers.

markdown-it-py reads CommonMark with raw HTML, images, headings, code blocks and autolinks
switched off; nh3 then lets nothing through but the tags below. The result stands in a page
as one HTML block on one line, which every host keeps as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt

from generator.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br", "code"}

_MARKDOWN = MarkdownIt("zero", {"html": False, "linkify": False}).enable(
    ["emphasis", "link", "list", "blockquote", "backticks", "escape", "entity", "newline"]
)
_WITH_HTML = MarkdownIt("commonmark")
_ATTRIBUTES = re.compile(r"\{:?[ ]*([^{}\n]*)\}[ ]*$", re.MULTILINE)
_HARMLESS = re.compile(r"(?:[.#][A-Za-z_][\w-]*[ ]*)+")
_CODE = re.compile(r"`[^`\n]*`")


def render(markdown: str) -> Safe:
    """Render contributors' Markdown as one line of HTML in a block of its own."""
    html = nh3.clean(
        _MARKDOWN.render(markdown),
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"https", "http"},
        link_rel="noopener",
    )
    # A blank line would end the HTML block, and what follows would be Markdown again.
    return Safe(f'<div class="fc-prose">{" ".join(html.split())}</div>')


def raw_html(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield line (from 1) and text of what a hand-written page must not hold.

    That is raw HTML, and an attribute list (``{ … }``) with more than classes and ids.
    """
    for token in _WITH_HTML.parse(markdown):
        line = (token.map or [0])[0] + 1
        if token.type == "html_block":
            yield line, token.content.strip().split("\n")[0]
        for child in token.children or ():
            if child.type == "html_inline":
                yield line, child.content
    for number, row in enumerate(markdown.split("\n"), 1):
        for found in _ATTRIBUTES.finditer(_CODE.sub("", row)):
            if "{{" not in row and not _HARMLESS.fullmatch(found[1]):
                yield number, found.group()
