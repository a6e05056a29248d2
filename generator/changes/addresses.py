"""Which pages, and which places on them, appear, move and vanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator import similar, urls
from generator.changes.pairing import ENTRIES, records, unread
from generator.problems import Position, Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.changes.pairing import Pairs
    from generator.corpus import Corpus

_ALIKE = 0.5  # of all words of two claims, the part that both have
_KINDS = (Kind.CLAIM, *ENTRIES, Kind.RATING)


class AddressChange(NamedTuple):
    """An address below the site's own: before and now, empty for none.

    ``redirected``: whoever comes to the old one is led on.
    """

    old: str
    new: str
    redirected: bool = False


def of(before: Corpus, after: Corpus, pairs: Mapping[Kind, Pairs]) -> Iterator[AddressChange]:
    """Yield what differs between two public corpora; pages that continue a list do not count.

    What could not be read has kept its addresses, for all that is known.
    """
    old, new = _addresses(before), _addresses(after)
    leads = live(after)
    for kind in _KINDS:
        for id_, now in pairs[kind].renamed.items():
            if (kind, id_) in old and (kind, now) in new:
                moved = old.pop((kind, id_)), new.pop((kind, now))
                yield AddressChange(*moved, redirected=kind is Kind.CLAIM)
    here, there = unread(before), unread(after)
    for key, address in new.items():
        if key not in old and _record(key) not in here:
            yield AddressChange("", address)
    for key, address in old.items():
        if key not in new and _record(key) not in there:
            yield AddressChange(address, "", key[0] is Kind.CLAIM and key[1] in leads)


def _addresses(corpus: Corpus) -> dict[tuple[Kind, str], str]:
    """Return the address of each record, and of each passage as ``<source>#<passage>``."""
    found = {
        (kind, id_): urls.published("", urls.page(kind, id_))
        for kind in _KINDS
        for id_ in records(corpus, kind)
    }
    for source in corpus.sources.values():
        page = found[Kind.SOURCE, source.id]
        found |= {(Kind.SOURCE, f"{source.id}#{key}"): f"{page}#{key}" for key in source.passages}
    return found


def _record(key: tuple[Kind, str]) -> tuple[Kind, str]:
    return key[0], key[1].partition("#")[0]


def live(corpus: Corpus) -> dict[str, str]:
    """Return every id under which a claim is found, former ones too, and the id of that claim."""
    found = {id_: id_ for id_, claim in corpus.claims.items() if claim.is_public}
    for claim in corpus.claims.values():
        if claim.is_public:
            for former in claim.former_ids:
                found.setdefault(former, claim.id)
    return found


def problems(
    before: Corpus, after: Corpus, shown: tuple[Corpus, Corpus], pairs: Mapping[Kind, Pairs]
) -> Iterator[Problem]:
    """Yield every page that vanishes without leading on: of a claim an error, else a warning.

    ``shown`` are the two corpora as the public sees them.
    """
    yield from _lost_claims(before, after)
    for kind in (*ENTRIES, Kind.RATING):
        gone = records(shown[0], kind).keys() - records(shown[1], kind).keys()
        for id_ in sorted(gone - {key[1] for key in unread(after) if key[0] is kind}):
            yield _lost_entry(before, kind, id_, pairs[kind].renamed.get(id_, ""))


def _lost_claims(before: Corpus, after: Corpus) -> Iterator[Problem]:
    found, broken = live(after), unread(after)
    lost = {
        id_: claim_id
        for id_, claim_id in live(before).items()
        if id_ not in found and (Kind.CLAIM, claim_id) not in broken
    }
    homes = _homes(before, after, [id_ for id_ in lost if id_ in before.claims])
    for id_, claim_id in lost.items():
        yield _lost_claim(before, after, id_, claim_id, homes.get(id_, ""))


def _lost_claim(before: Corpus, after: Corpus, id_: str, claim_id: str, home: str) -> Problem:
    page = urls.published("", urls.page(Kind.CLAIM, id_))
    said = f"the published page {page} vanishes, and nothing leads on from its address"
    hint = "put the file back, with 'status: withdrawn' and a last entry of 'history' that says why"
    at = Position(before.file_of(Kind.CLAIM, claim_id))
    if home:
        at = after.at(Kind.CLAIM, home, "former_ids")
        hint = f"when this claim takes its place, add to 'former_ids' here: {id_}"
    elif id_ in after.claims:
        at = after.at(Kind.CLAIM, id_, "status")
        hint = "write 'status: withdrawn', which keeps the page and says why"
    elif id_ != claim_id:
        owner = next(
            (one for one in (claim_id, live(after).get(claim_id)) if one in after.claims), ""
        )
        at = after.at(Kind.CLAIM, owner, "former_ids") if owner else at
        hint = f"add to 'former_ids': {id_}" if owner else hint
    return Problem("lost-address", at, said, hint)


def _lost_entry(before: Corpus, kind: Kind, id_: str, now: str) -> Problem:
    page = urls.published("", urls.page(kind, id_))
    said = f"the page {page} vanishes, and nothing leads on from its address"
    hint = (
        f"it looks renamed to '{now}': keep the id where you can"
        if now
        else "keep it where you can"
    )
    file = before.rating_file if kind is Kind.RATING else before.file_of(kind, id_)
    return Problem("lost-address", Position(file), said, hint, Severity.WARNING)


def _homes(before: Corpus, after: Corpus, lost: list[str]) -> dict[str, str]:
    """Find for claims that are gone the new one that says nearly the same."""
    new = {
        f"+{id_}": similar.words(claim.claim)
        for id_, claim in after.claims.items()
        if id_ not in before.claims and claim.is_public
    }
    old = {f"-{id_}": similar.words(before.claims[id_].claim) for id_ in lost}
    found = {}
    for key, near in similar.candidates(new | old):
        if key in old:
            scores = {other: _shared(old[key], new[other]) for other in near if other in new}
            best = max(scores, key=scores.__getitem__, default="")
            if best and scores[best] >= _ALIKE:
                found[key[1:]] = best[1:]
    return found


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return len(set(one) & set(other)) / (len({*one, *other}) or 1)
