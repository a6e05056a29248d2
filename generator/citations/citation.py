"""What is cited: one version of a page, its author and its publisher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A page of this site as a reference; every text stands on one line.

    ``key`` is made of ASCII letters, digits and hyphens and stays the same for this version.
    ``author`` is the name of a person or desk as its byline has it, never parted into given and
    family name. ``dated`` is the day of the version, ``published`` that of the first one.
    ``address`` leads to the version, or to the page where there is none. ``language`` is that of
    the title, a BCP 47 tag.
    """

    key: str
    title: str
    author: str
    publisher: str
    dated: date
    published: date
    address: str
    language: str
