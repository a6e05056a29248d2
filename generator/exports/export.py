"""What a module of this package is to the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.edition import Edition
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.offers import Offer
    from generator.output import Output


class Export(Protocol):
    """One format, or a family of formats that share their data."""

    def outputs(self, site: Published) -> Iterable[Output]:
        """Make the files; their paths are from the root of the site."""

    def offers(self, edition: Edition) -> Iterable[Offer]:
        """Say what the page "Data and feeds" of an edition lists of it."""

    def in_head(self, page: Page) -> Iterable[Element]:
        """Say what stands of it in the head of a page. Called once for each page."""
