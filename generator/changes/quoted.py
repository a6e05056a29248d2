"""What became of each quotation: its words, and whether they still stand in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.fields import FieldChange, compare, flat
from generator.characters import collapse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.changes.pairing import Pairs
    from generator.corpus import Corpus
    from generator.passages.quotation import State
    from generator.records import Passage

WORDS = ("quote", "prefix", "suffix")


@dataclass(frozen=True, kw_only=True)
class QuotationChange:
    """A quotation: ``<source>#<passage>`` before and now, empty for none; its state likewise.

    ``fields`` are the quote, the prefix and the suffix, as far as they differ.
    """

    old: str
    new: str
    state_before: State | None
    state_after: State | None
    fields: tuple[FieldChange, ...]


def of(before: Corpus, after: Corpus, sources: Pairs) -> Iterator[QuotationChange]:
    """Yield every quotation whose words, place or state are not what they were."""
    for old, new in sources.same.items():
        one, other = before.sources[old].passages, after.sources[new].passages
        for key, now in _pairs(one, other):
            change = _change(before, after, f"{old}#{key}" * bool(key), f"{new}#{now}" * bool(now))
            is_moved = bool(change.old and change.new) and key != now
            if change.fields or is_moved or change.state_before is not change.state_after:
                yield change
    for id_ in sources.added:
        yield from (_change(before, after, "", f"{id_}#{k}") for k in after.sources[id_].passages)
    for id_ in sources.removed:
        yield from (_change(before, after, f"{id_}#{k}", "") for k in before.sources[id_].passages)


def _pairs(one: Mapping[str, Passage], other: Mapping[str, Passage]) -> Iterator[tuple[str, str]]:
    """Yield ids before and after; a quotation of the same words under another id is the same."""
    new = {collapse(other[key].quote): key for key in other if key not in one}
    taken = set()
    for key, passage in one.items():
        now = key if key in other else new.pop(collapse(passage.quote), "")
        taken.add(now)
        yield key, now
    yield from (("", key) for key in other if key not in taken)


def _change(before: Corpus, after: Corpus, old: str, new: str) -> QuotationChange:
    one = flat(before.passage(old)[1]) if old else {}
    other = flat(after.passage(new)[1]) if new else {}
    return QuotationChange(
        old=old,
        new=new,
        state_before=before.verified[old].state if old else None,
        state_after=after.verified[new].state if new else None,
        fields=tuple(change for change in compare(one, other) if change.name in WORDS),
    )
