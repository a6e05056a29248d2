"""What a card shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Card:
    """One check; every value is text, which the template encodes.

    ``language`` is that of the words of the site; claim and answer may be in others.
    ``page``, ``favicon`` and ``style`` are addresses relative to the card, ``canonical`` is that of
    the page on the published site. ``colour`` is one of ``records.Colour``. ``mark`` stands before
    the verdict of a claim that was withdrawn, and is empty for others.
    """

    language: str
    claim_language: str
    answer_language: str
    title: str
    publisher: str
    kind: str
    claim: str
    who: str
    question: str
    icon: str
    verdict: str
    colour: str
    mark: str
    answer: str
    read: str
    page: str
    canonical: str
    favicon: str
    style: str
