"""What is cited: one version of a page of this site, or a source that it quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from generator.fields import PartialDate
    from generator.records import Media


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One reference; every text stands on one line, and is empty where nothing is known.

    ``key`` is made of ASCII letters, digits and hyphens and stays the same for this version.
    ``author`` is the name of a person or desk as its byline has it, never parted into given and
    family name. ``dated`` is the day of the version, as far as it is known, ``published`` that of
    the first one. ``address`` leads to the version, or to the page where there is none.
    ``language`` is that of the title, a BCP 47 tag. ``media`` is what a source is; a page of this
    site has none.
    """

    key: str
    title: str
    author: str = ""
    publisher: str
    dated: date | PartialDate | None
    published: date | None = None
    accessed: date | None = None
    address: str
    language: str
    media: Media | None = None
    note: str = ""

    @property
    def first(self) -> date | None:
        """The day of the first version, where this is a later one."""
        return None if self.published == self.dated else self.published


def parts(day: date | PartialDate) -> tuple[int, ...]:
    """Return year, month and day of a date, as far as they are known."""
    return tuple(int(part) for part in str(day).split("-"))
