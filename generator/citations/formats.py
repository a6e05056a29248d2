"""The formats for programs: how each is named, and what writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.citations.csl import csl
from generator.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.citations import bibtex, ris
    from generator.citations.citation import Citation
else:
    bibtex, ris = map(deferred, ("generator.citations.bibtex", "generator.citations.ris"))


@dataclass(frozen=True, kw_only=True)
class Format:
    """``ending`` is that of its files, ``media_type`` what a server or a link calls them."""

    name: str
    ending: str
    media_type: str
    write: Callable[[Iterable[Citation]], str]


# The media types by which doi.org offers the same formats.
FORMATS = (
    Format(
        name="BibTeX",
        ending="bib",
        media_type="application/x-bibtex",
        write=lambda citations: bibtex.bibtex(citations),  # noqa: PLW0108 - loads it when called
    ),
    Format(
        name="RIS",
        ending="ris",
        media_type="application/x-research-info-systems",
        write=lambda citations: ris.ris(citations),  # noqa: PLW0108 - the same
    ),
    Format(
        name="CSL-JSON",
        ending="csl.json",
        media_type="application/vnd.citationstyles.csl+json",
        write=csl,
    ),
)
