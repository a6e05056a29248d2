"""Drafts made of what a foreign file states: one for each claim, with every review of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator import drafting, naming
from generator.imports.merging import merged
from generator.problems import Problem, Severity
from generator.records import CLAIM_SHORT_LIMIT, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from generator.drafting import Draft
    from generator.imports.item import Item, Review
    from generator.yamltext import Data

_SHORT = f"To be written: the claim in at most {CLAIM_SHORT_LIMIT} characters"
_TITLE = "To check: "
_NO_TITLE = "To be written: a neutral question"
_SEEN = 5  # addresses that are listed


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What an import has to know: what the site has already, and what the user says.

    ``spellings`` are people's names by id; ``sources`` ids by address; ``taken`` the ids of
    claims with the file of each. ``origin`` names the imported file.
    """

    spellings: Mapping[str, frozenset[str]]
    sources: Mapping[str, str]
    taken: Mapping[str, str]
    accessed: date
    asks: str
    folder: str
    origin: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Made:
    """A draft, the fields in it that wait for a person, and what was stated in vain."""

    draft: Draft
    todo: tuple[str, ...]
    left_out: tuple[str, ...]


def make(items: Iterable[Item], desk: Desk) -> tuple[list[Made], list[Problem]]:
    """Make a draft of each claim; no id that is taken is used again."""
    made: list[Made] = []
    problems: list[Problem] = []
    used = set(desk.taken)
    for item in merged(items, problems):
        wanted = naming.id_from(item.claim, language=desk.language, drop=True) or "claim"
        if wanted in desk.taken:
            problems.append(_there_already(item, wanted, desk))
            continue
        id_ = naming.free(wanted, used)
        one, found = _draft(item, id_, desk)
        # What cannot be in a record is told where the item begins in the foreign file.
        problems += [replace(problem, position=item.at) for problem in found]
        if one:
            used.add(id_)
            made.append(one)
    return made, problems


def _there_already(item: Item, id_: str, desk: Desk) -> Problem:
    said = f"the id '{id_}' is taken by {desk.taken[id_]}: imported before?"
    free = naming.free(id_, desk.taken)
    hint = f"if it is another claim: factcheck new claim --id {free}"
    return Problem("duplicate-id", item.at, said, hint, Severity.WARNING)


def _draft(item: Item, id_: str, desk: Desk) -> tuple[Made | None, list[Problem]]:
    notes = list(item.left_out)
    values = dict(_values(item, desk, notes))
    todo = tuple(_todo(values))
    remarks = [
        f"Imported on {desk.accessed} from {desk.origin}. Not checked by anybody yet.",
        f"to do: {', '.join(todo)}, and all that stands below as a comment",
        *(f"seen at: {address}" for address in item.seen[:_SEEN] if address not in desk.sources),
        *(f"left out: {note}" for note in notes),
    ]
    file = drafting.file_of(Kind.CLAIM, id_, desk.folder)
    draft, problems = drafting.make(Kind.CLAIM, file, values, remarks=tuple(remarks))
    if draft is None:
        return None, problems
    return Made(draft=draft, todo=todo, left_out=tuple(notes)), []


def _values(item: Item, desk: Desk, notes: list[str]) -> Iterator[tuple[str, Data]]:
    titled = f"{_TITLE}{item.claim}"
    yield "title", _NO_TITLE if drafting.fault_of(Kind.CLAIM, "title", titled)[0] else titled
    yield "claim", item.claim
    if len(item.claim) > CLAIM_SHORT_LIMIT:
        yield "claim_short", _SHORT
    yield "asks", desk.asks
    yield from _claimant(item, desk)
    if item.said_on:
        yield from _said_on(item.said_on, desk, notes)
    carried = [desk.sources[address] for address in item.seen if address in desk.sources]
    if carried:
        yield "appearances", list(dict.fromkeys(carried))
    evidence: list[Data] = []
    for review in item.reviews:
        evidence += _evidence(review, desk, notes)
    if evidence:
        yield "evidence", evidence


def _claimant(item: Item, desk: Desk) -> Iterator[tuple[str, Data]]:
    names = list(dict.fromkeys(item.claimants))
    known = (
        [id_ for id_, spellings in desk.spellings.items() if names[0] in spellings] if names else []
    )
    if len(names) == 1 and len(known) == 1:
        yield "claimant", known[0]
        return
    note = f"The imported file names: {'; '.join(names)}."
    if drafting.fault_of(Kind.CLAIM, "claimant_note", note)[0]:
        note = "The imported file has a name that no record can hold."
    yield "claimant", None
    yield "claimant_note", note if names else "The imported file names nobody."


def _said_on(day: str, desk: Desk, notes: list[str]) -> Iterator[tuple[str, Data]]:
    if drafting.fault_of(Kind.CLAIM, "said_on", day)[0]:
        notes.append(f"the date of the claim: {day} is not in the calendar")
    elif day > desk.accessed.isoformat()[: len(day)]:
        notes.append(f"the date of the claim: {day} lies in the future")
    else:
        yield "said_on", day


def _evidence(review: Review, desk: Desk, notes: list[str]) -> Iterator[dict[str, Data]]:
    """Yield a review as evidence that bears on nothing: its verdict is not this site's."""
    said = f"Rated there: {review.rating}." if review.rating else "It states no rating."
    dated = f" Dated {review.on}." if review.on else ""
    if not review.url:
        by = f" by {review.by}" if review.by else ""
        notes.append(f"a review{by} without a web address. {said}{dated}")
        return
    note = f"{said}{dated}"
    if drafting.fault_of(Kind.CLAIM, "summary", note)[0]:
        note = "The rating that it states is none that a record can hold."
    reference: dict[str, Data] = {
        "title": _title(review),
        "url": review.url,
        "accessed": str(desk.accessed),
    }
    yield {"reference": reference, "stance": "context", "note": note}


def _title(review: Review) -> str:
    host = urlsplit(review.url).netloc
    whole = ": ".join(filter(None, (review.by, review.title)))
    usable = (
        text
        for text in (whole, review.title, review.by)
        if text and not drafting.fault_of(Kind.CLAIM, "title", text)[0]
    )
    return next(usable, host)


def _todo(values: Mapping[str, Data]) -> Iterator[str]:
    yield "title"
    if "claim_short" in values:
        yield "claim_short"
    yield "asks (assumed)"
    if values["claimant"] is None:
        yield "claimant"
    for key in ("said_on", "evidence"):
        if key not in values:
            yield key
