"""What a web page states for machines: its JSON-LD scripts and its own address.

Read by lxml: the parser of Python's library takes hours for a page of unclosed comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import ParserError
from lxml.html import HTMLParser, document_fromstring

from generator.imports.addresses import is_absolute
from generator.imports.block import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Wrappers of the time when a script was not allowed to look like markup.
_WRAPPER = re.compile(
    r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?:;\s*)?(?://\s*)?(?:\]\]>|-->)\s*\Z|;\s*\Z",
    re.IGNORECASE,
)


def blocks(text: str) -> list[Block]:
    """Return the JSON-LD scripts of a page, in its order; none when it is no page."""
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return []
    base, found, after = _base(tree), [], 0
    for script in tree.iter("script"):
        if _kind(script) != "application/ld+json":
            continue
        words = script.text or ""
        # Nothing in a script is encoded, so that its text stands in the page as it is; not
        # where the page has bytes that are no text.
        start = text.find(words, after)
        after = max(after, start)
        bare = _WRAPPER.sub(lambda match: " " * len(match[0]), words)
        found.append(Block(text=bare, start=max(start, 0), base=base))
    return found


def _kind(script: HtmlElement) -> str:
    return (script.get("type") or "").partition(";")[0].strip().lower()


def _base(tree: HtmlElement) -> str:
    """Return the address against which a page resolves: its base, or the one it gives itself."""
    links = (link for link in tree.iter("link") if "canonical" in _words(link.get("rel")))
    stated = ((element.get("href") or "").strip() for element in (*tree.iter("base"), *links))
    return next((address for address in stated if is_absolute(address)), "")


def _words(text: str | None) -> list[str]:
    return (text or "").lower().split()
