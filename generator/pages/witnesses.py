"""The quotations of one statement, one below the other, with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from generator import escape
from generator.collation import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.collation import Cell, Collation
    from generator.escape import Safe
    from generator.words import Words

# What fits in columns below each other, in characters: on screens of tablets and on wide ones.
_LONG = 72
_LONGEST = 92
_MOST = 9  # columns; the style has as many classes


@dataclass(frozen=True, kw_only=True)
class Witness:
    """A quotation, and who prints it.

    ``passage`` is empty for a public reference, ``address`` for a captured passage: hosts differ
    in what they make of relative links in HTML, so that those stand in Markdown.
    """

    holder: str
    text: str
    name: str
    what: str
    address: str = ""
    passage: str = ""
    day: str = ""
    language: str = ""
    is_aside: bool = False

    def told_apart(self) -> Witness:
        """Take what a passage is into its name; a reference has its name alone."""
        if not self.passage:
            return self
        return replace(self, name=f"{self.name} ({self.what})", what="")


def quotations(say: Words, members: Sequence[Witness], compared: Collation) -> Safe:
    """Make one list of HTML, a line a quotation, without blank lines."""
    tree = Element("ul", {"class": " ".join(("fc-wordings", *_columns(compared)))})
    tree.text = "\n"
    for number, member in enumerate(members):
        item = SubElement(tree, "li")
        item.tail = "\n"
        item.append(_by(member))
        line = SubElement(item, "p", {"class": "fc-wording"})
        if member.language:
            line.set("lang", member.language)
        line.extend(_cells(say, compared, number))
    return escape.element(tree)


def _columns(compared: Collation) -> tuple[str, ...]:
    width = sum(max(len(cell.text) for cell in run.cells) for run in compared.runs)
    count = len(compared.runs)
    if width > _LONGEST or not 1 < count <= _MOST:
        return ()
    return ("fc-columns", f"fc-columns-{count}", *(("fc-long",) if width > _LONG else ()))


def _by(member: Witness) -> Element:
    line = Element("p", {"class": "fc-by"})
    name = SubElement(line, "a", {"href": member.address}) if member.address else None
    if name is None:
        name = SubElement(line, "b")
    name.text = member.name
    name.tail = "".join(f" · {text}" for text in (member.day, member.what) if text)
    return line


def _cells(say: Words, compared: Collation, number: int) -> Iterator[Element]:
    """Make one element a run, so that runs stand in columns; empty where nothing is quoted."""
    place = 0
    for judgement, cells in compared.runs:
        place += judgement.is_large
        cell, part = cells[number], Element("span")
        if judgement.is_large and (cell.text or cell.lacks):
            part.append(_differing(say, judgement, cell, place))
        elif judgement in _STYLE and cell.text:
            SubElement(part, "span", {"class": _STYLE[judgement]}).text = cell.text.strip()
        else:
            part.text = cell.text
        for marked in part:
            marked.tail = " " if cell.lacks else cell.text[len(cell.text.rstrip()) :]
        yield part


_STYLE = {Judgement.ALONE: "fc-alone", Judgement.SMALL: "fc-slight"}


def _differing(say: Words, judgement: Judgement, cell: Cell, place: int) -> Element:
    """Mark words with the number of their difference, which is said before them."""
    number = say.number(place)
    mark = Element("mark", {"class": f"fc-{'lacks' if cell.lacks else judgement}"})
    said = SubElement(mark, "span", {"class": "fc-unseen"})
    said.text = say.t("difference {number}: ", number=number)
    said.tail = say.t("no word") if cell.lacks else cell.text.strip()
    SubElement(mark, "sup", {"aria-hidden": "true"}).text = number
    return mark
