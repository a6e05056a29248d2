"""What surrounds every picture of a page, and the file of its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls
from generator.charts.figure import Frame
from generator.charts.table import Cell, Link, Table, Value, as_csv
from generator.pages.views import Picture
from generator.records import Kind

if TYPE_CHECKING:
    from generator.escape import Safe
    from generator.fields import PartialDate
    from generator.pages.linking import Linker
    from generator.records import Claim


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is said of a picture; ``name`` names it among those of its page, and its file."""

    name: str
    title: str
    description: str
    head: tuple[str, ...]
    notes: tuple[str, ...] = ()


Cells = tuple[Cell, ...]
Rows = tuple[Cells, ...]


def framed(to: Linker, told: Told, rows: Rows) -> Frame:
    """Make the frame of a picture on the page of ``to``."""
    say = to.words
    return Frame(
        id=f"_picture-{told.name}",
        title=told.title,
        description=told.description,
        table=Table(caption=told.title, head=told.head, rows=rows),
        open_table=say.t("Show the data as a table"),
        notes=tuple(note for note in told.notes if note),
    )


def picture(to: Linker, told: Told, frame: Frame, block: Safe) -> Picture:
    """Make the picture ready for its page, with the file of its data."""
    page = urls.published(to.corpus.publisher.url, to.edition.prefix + to.path)
    file = urls.data_file(to.path, told.name)
    return Picture(
        name=told.name,
        block=block,
        file=file,
        link=to.to(to.words.t("The data of this picture (CSV)"), file),
        data=as_csv(frame.table, page, to.words.t("address")),
    )


def claim_link(to: Linker, claim: Claim) -> Link:
    """Link to a claim from a table."""
    address = to.final(urls.page(Kind.CLAIM, claim.id))
    return Link(claim.title, address, to.language_of(claim, "title"))


def number(to: Linker, value: int) -> Value:
    """Write a number for the page and for the file."""
    return Value(to.words.number(value), value)


def dated(to: Linker, day: PartialDate) -> Value:
    """Write a date for the page, and as ISO 8601 for the file."""
    return Value(to.words.day(day), str(day))
