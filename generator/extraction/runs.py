"""The text of a web page in runs: what a reader sees as one unbroken stretch of words.

A run is the text between two block boundaries, with blanks collapsed as a browser does and
nothing else changed: no-break spaces, quotation marks and odd characters stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from generator.characters import FORBIDDEN, collapse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|dd|details|dialog|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol"
    "|option|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
# What no browser shows as text, and the reading aids beside East Asian characters.
_UNSEEN = re.compile(
    "audio|canvas|datalist|embed|head|iframe|math|noscript|object|rp|rt|script|select|style|svg"
    "|template|textarea|title|video"
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# A mark is a bracket and three letters of Braille: printable, so that it is not cleaned away,
# and no part of a word. They say the number of a run.
_MARK = re.compile("⟦([\u2800-\u28ff]{3})")


@dataclass
class Run:
    """One run: its text, and the places (element, ``text`` or ``tail``) that it comes from."""

    text: str = ""
    slots: list[tuple[HtmlElement, str]] = field(default_factory=list)


def runs(tree: HtmlElement) -> list[Run]:
    """Return every run of the page that has a visible character, in the order of the page."""
    found = [Run()]
    # Not recursive: pages nest deeper than Python calls.
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if _BLOCK.fullmatch(element.tag) and found[-1].slots:
            found.append(Run())
        if event == "start" and _is_unseen(element):
            walk.skip_subtree()
        else:
            _take(found[-1], element, "text" if event == "start" else "tail")
    for run in found:
        run.text = collapse(run.text)
    return [run for run in found if run.text]


def _is_unseen(element: HtmlElement) -> bool:
    hides = "hidden" in element.attrib or bool(_HIDING.search(element.get("style", "")))
    return hides or bool(_UNSEEN.fullmatch(element.tag))


def _take(run: Run, element: HtmlElement, where: str) -> None:
    text = getattr(element, where)
    if text:
        run.text += text
        run.slots.append((element, where))


def mark(page: list[Run]) -> None:
    """Write into the tree of the page, before each piece of a run, the number of that run."""
    for number, run in enumerate(page):
        code = "".join(chr(0x2800 + (number >> shift & 0xFF)) for shift in (16, 8, 0))
        for element, where in run.slots:
            # A tree takes no control characters back, and a page may hold the bracket too.
            text = FORBIDDEN.sub("", getattr(element, where)).replace("⟦", "")
            setattr(element, where, text if text.isspace() else f"⟦{code} {text}")


def marked(text: str, page: list[Run]) -> set[int]:
    """Return the numbers of the runs of the page whose marks stand in ``text``."""
    codes = set(_MARK.findall(text))
    numbers = {int.from_bytes(bytes(ord(letter) - 0x2800 for letter in code)) for code in codes}
    # A script of the page, from which text may be taken too, can hold any mark.
    return numbers & set(range(len(page)))


def with_loose(page: list[Run], numbers: set[int]) -> set[int]:
    """Add the runs that stand loose between those of ``numbers``, in an element around them.

    Sifting may lose text that has no element of its own, from the middle of an article.
    """
    around: set[HtmlElement] = set()
    for number in numbers:
        holder: HtmlElement | None = block(page[number])
        while holder is not None and holder not in around:
            around.add(holder)
            holder = holder.getparent()
    between = range(min(numbers, default=0), max(numbers, default=0))
    return numbers | {number for number in between if block(page[number]) in around}


def block(run: Run) -> HtmlElement:
    """Return the innermost block that holds the run."""
    element, where = run.slots[0]
    holders = [element, *element.iterancestors()][where == "tail" :]
    return next(holder for holder in holders if _BLOCK.fullmatch(holder.tag))
