"""What a module of this package is to the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.offers import Offer

# From the id of a record of some kind to the files that are of it.
Makers = Mapping[Kind, Callable[[str], Iterable[Output]]]


class Export(Protocol):
    """One format, or a family of formats that share their data."""

    def outputs(self, site: Published) -> Iterable[Output]:
        """Make the files that are of no single record; paths are from the root of the site."""

    def offers(self, edition: Edition) -> Iterable[Offer]:
        """Say what the page "Data and feeds" of an edition lists of it."""


class OfRecords(Protocol):
    """A format with files of single records."""

    def of_records(self, edition: Edition) -> Makers:
        """Return what makes the files of a public record; paths are from the root of the site.

        Each file is made of its record and of what this names, so that it can be kept when
        another record changes. Called once for each edition.
        """


class InHead(Protocol):
    """A format that pages tell of."""

    def in_head(self, page: Page) -> Iterable[Element]:
        """Say what stands of it in the head of a page. Called once for each page."""
