"""Two corpora, before and after: what a change means for whoever reads the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import publication
from generator.changes import addresses, claims, entries, quoted, settings
from generator.changes.addresses import AddressChange
from generator.changes.claims import ClaimChange, Step, VerdictChange
from generator.changes.entries import EntryChange, Turn
from generator.changes.fields import FieldChange
from generator.changes.pairing import ENTRIES, Pairs, unread
from generator.changes.quoted import QuotationChange
from generator.changes.settings import Excused, SettingChange
from generator.problems import Problem, ordered
from generator.records import Kind

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.references import Key

__all__ = [
    "AddressChange",
    "Changes",
    "ClaimChange",
    "EntryChange",
    "Excused",
    "FieldChange",
    "QuotationChange",
    "SettingChange",
    "Step",
    "Turn",
    "VerdictChange",
    "of",
]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What differs; ``problems`` are what a change must not do, whatever the records say.

    ``unread_before`` and ``unread_after`` name the records that could not be read, of which
    nothing else is told.
    """

    claims: tuple[ClaimChange, ...]
    quotations: tuple[QuotationChange, ...]
    entries: tuple[EntryChange, ...]
    addresses: tuple[AddressChange, ...]
    excused: tuple[Excused, ...]
    no_longer_excused: tuple[Excused, ...]
    settings: tuple[SettingChange, ...]
    unread_before: tuple[Key, ...]
    unread_after: tuple[Key, ...]
    problems: tuple[Problem, ...]


def of(before: Corpus, after: Corpus) -> Changes:
    """Compare two corpora; each record is looked at once."""
    pairs = {kind: Pairs(before, after, kind) for kind in (Kind.CLAIM, *ENTRIES, Kind.RATING)}
    shown = publication.public(before), publication.public(after)
    changed = tuple(claims.of(before, after, pairs[Kind.CLAIM]))
    unlogged = (claims.unlogged(after, change) for change in changed)
    lost = addresses.problems(before, after, shown, pairs)
    excused, ended = settings.excuses(before, after)
    return Changes(
        claims=changed,
        quotations=tuple(quoted.of(before, after, pairs[Kind.SOURCE])),
        entries=tuple(
            change for kind in ENTRIES for change in entries.of(before, after, kind, pairs[kind])
        ),
        addresses=tuple(addresses.of(*shown, pairs)),
        excused=excused,
        no_longer_excused=ended,
        settings=tuple(settings.of(before, after)),
        unread_before=tuple(sorted(unread(before))),
        unread_after=tuple(sorted(unread(after))),
        problems=tuple(ordered([*filter(None, unlogged), *lost])),
    )
