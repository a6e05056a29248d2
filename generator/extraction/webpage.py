"""Web pages: trafilatura says which runs of a page are the article, the words are the page's.

Trafilatura's own text will not do. It drops ``<time>`` and ``<button>`` from the middle of a
sentence, so that words meet that are apart on the page; it may repeat a paragraph, glue two
words together and decode ``&amp;lt;`` twice; it writes lists and tables as Markdown. So every
run of the page carries a number while trafilatura sifts, and those whose number comes out are
taken whole from the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import trafilatura
from lxml.etree import Element, ErrorTypes, ParserError, tostring
from lxml.html import HTMLParser, document_fromstring
from trafilatura.settings import Document

from generator.extraction.capture import Capture, Extracted, unreadable
from generator.extraction.decoding import page as decode
from generator.extraction.metadata import stated
from generator.extraction.runs import Run, block, mark, marked, runs, with_loose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EXTRACTOR = f"trafilatura/{trafilatura.__version__}"
_HINT = "save the page from the browser once it shows the text, or copy the text into a .txt"


def read(raw: bytes, name: str) -> Extracted:
    """Return the article of a web page: its runs, parted by a blank line, without comments."""
    source, problems = decode(raw, name)
    if source is None:
        return None, problems
    tree = _parsed(source)
    if tree is None:
        return None, [unreadable(name, "The web page is empty, or nested too deeply.", _HINT)]
    found = stated(tree)
    text = "\n\n".join(run.text for run in _article(tree))
    if not text:
        return None, [unreadable(name, "No article was found in the web page.", _HINT)]
    return Capture(text=text, extractor=_EXTRACTOR, found=found, media="article"), []


def _parsed(source: str) -> HtmlElement | None:
    """Return the tree of a page, or None when there is none or it is not whole."""
    # Without huge_tree the parser drops, in silence, whatever is nested 256 deep.
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(source.encode("utf-8"), parser=parser)
    except ParserError:
        return None
    cut_off = any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return None if cut_off else tree


def _article(tree: HtmlElement) -> list[Run]:
    page = runs(tree)
    headlines = tree.findall(".//h1")
    # The headline often stands above what trafilatura takes for the article. Where there are
    # more than one, some are headlines of other articles.
    headline = set(headlines[0].iter()) if len(headlines) == 1 else set()
    mark(page)
    _keep_captions(tree)
    # Nothing of this uses the network, the clock or what was read before.
    document = trafilatura.bare_extraction(
        tree, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
    )
    kept = document.body if isinstance(document, Document) else Element("body")
    numbers = marked(tostring(kept, method="text", encoding="unicode"), page)
    numbers = with_loose(page, numbers)
    return [
        run
        for number, run in enumerate(page)
        if number in numbers or (numbers and block(run) in headline)
    ]


def _keep_captions(tree: HtmlElement) -> None:
    """Make captions paragraphs: trafilatura drops figures whole, and captions are quoted."""
    for element in tree.iter("figure", "figcaption"):
        element.tag = "div" if element.tag == "figure" else "p"
