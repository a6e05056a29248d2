"""Where the words of a passage stand: in the article, and in the text that was captured of it."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any

from generator import quotations, urls
from generator.passages.seal import ClosedSeal
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.passages.seal import Place, Seal
    from generator.records import Passage, Source

Part = dict[str, Any]


def targets(corpus: Corpus, source: Source, key: str) -> list[Part]:
    """Return one target for each run of a passage between its omissions.

    Section 4. The source is the address of the article, else that of its stable copy; where
    neither is known, the page that shows the quotation on this site.
    """
    passage, seal = source.passages[key], corpus.seals.get(source.id)
    parts = quotations.of(passage).parts
    own_page = urls.published(corpus.publisher.url, urls.page(Kind.SOURCE, source.id))
    address = source.url or source.archive_url
    places = _places(seal, key) or [None] * len(parts)
    return [
        {
            "type": "SpecificResource",
            "source": {"id": address or own_page, "language": source.language},
            "selector": selector,
            **(_state(source, seal, place) if address else {}),
        }
        for selector, place in zip(_selectors(passage, parts), places, strict=True)
    ]


def _places(seal: Seal | None, key: str) -> list[Place | None]:
    if not isinstance(seal, ClosedSeal) or key not in seal.passages:
        return []
    return [run.place for run in seal.passages[key].runs]


def _selectors(passage: Passage, parts: tuple[str, ...]) -> Iterator[Part]:
    """Quote the runs (section 4.2.4), with no word around them but those of the record."""
    for number, exact in enumerate(parts):
        selector = {"type": "TextQuoteSelector", "exact": exact}
        if passage.prefix and number == 0:
            prefix = passage.prefix.strip()
            selector["prefix"] = prefix + _between(prefix, exact)
        if passage.suffix and number == len(parts) - 1:
            suffix = passage.suffix.strip()
            selector["suffix"] = _between(exact, suffix) + suffix
        yield selector


_OPENING, _CLOSING = frozenset("([{«“‘„‚\"'"), frozenset(")]}»”’\"',.;:!?…")


def _between(left: str, right: str) -> str:
    """Return the space between two texts that touch, as print has it: records do not tell it."""
    return "" if left[-1:] in _OPENING or right[:1] in _CLOSING else " "


def _state(source: Source, seal: Seal | None, place: Place | None) -> Part:
    """Say which state of the source is meant (section 4.3.1), as far as the record knows.

    The place holds in the captured text alone. It is therefore no selector beside the quotation
    but refines the state that is this text (section 4.3.3), which its digest names (RFC 6920).
    """
    states = [state for state in (_read(source), _captured(seal, place)) if len(state) > 1]
    return {"state": states[0] if len(states) == 1 else states} if states else {}


def _read(source: Source) -> Part:
    state: Part = {"type": "TimeState"}
    if source.url and source.archive_url:
        state["cached"] = source.archive_url
    if source.accessed:
        # Which hour of that day is not known.
        state["sourceDateStart"] = f"{source.accessed}T00:00:00Z"
        state["sourceDateEnd"] = f"{source.accessed}T23:59:59Z"
    return state


def _captured(seal: Seal | None, place: Place | None) -> Part:
    state: Part = {"type": "TimeState"}
    if seal:
        digest = urlsafe_b64encode(bytes.fromhex(seal.canonical.sha256)).decode().rstrip("=")
        state["cached"] = f"ni:///sha-256;{digest}"
    if place:
        state["refinedBy"] = {"type": "TextPositionSelector", **place.model_dump()}
    return state
