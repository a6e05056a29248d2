"""A review as headings and rows, before any format."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator import wording, words
from generator.changes import Step, Turn
from generator.records import Kind
from generator.wording import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.changes import (
        AddressChange,
        Changes,
        ClaimChange,
        EntryChange,
        Excused,
        FieldChange,
        QuotationChange,
    )
    from generator.passages.quotation import State
    from generator.problems import Problem
    from generator.references import Key
    from generator.review import Review
    from generator.revisions import Changed


class Style(Enum):
    """How a part of a row is shown: as text, as a name of ours, as gone, as new."""

    PLAIN = 0
    CODE = 1
    OLD = 2
    NEW = 3


class Part(NamedTuple):
    """Text of anybody, and how it is shown."""

    style: Style
    text: str


Row = tuple[Part, ...]


class Section(NamedTuple):
    """A heading and its rows."""

    title: str
    rows: list[Row]


PROBLEMS = "Problems"
MANY = 20  # files of one folder that are listed one by one
_DRAFTS = (Step.DRAFT_ADDED, Step.DRAFT_CHANGED, Step.DRAFT_REMOVED)
_STEPS = {
    Step.ADDED: "added",
    Step.PUBLISHED: "published",
    Step.WITHDRAWN: "withdrawn",
    Step.UNPUBLISHED: "a draft again",
    Step.REMOVED: "removed",
    Step.DRAFT_ADDED: "added",
    Step.DRAFT_CHANGED: "changed",
    Step.DRAFT_REMOVED: "removed",
}
_HOW = {"A": "added", "D": "deleted", "R": "moved", "C": "copied", "T": "of another kind now"}


def sections(review: Review) -> list[Section]:
    """Return what is to be told, the gravest first; headings without rows are left out."""
    found = [Section(PROBLEMS, [_problem(one) for one in review.problems])]
    code = list(_grouped(review.files.code))
    seals = Section("Seals and signatures", [_file(one) for one in review.files.seals])
    pages = Section("Hand-written pages", [_file(one) for one in review.files.pages])
    if review.changes is None:
        said = "The settings of neither side can be read, and nothing is told of the records."
        found += [Section("Settings", [(_plain(said),)]), Section(OWNER, code), seals, pages]
    else:
        found += _of(review.changes, code, seals, pages)
    found.append(Section("Mended", [_problem(one) for one in review.mended]))
    return [section for section in found if section.rows]


OWNER = "Code and settings, to be read by an owner"


def _of(changes: Changes, code: list[Row], seals: Section, pages: Section) -> Iterator[Section]:
    shown = [one for one in changes.claims if one.step not in _DRAFTS]
    sealed: list[EntryChange] = []
    others: list[EntryChange] = []
    for one in changes.entries:
        (sealed if one.kind is Kind.SOURCE and one.seal is Turn.SAME else others).append(one)
    yield Section("Verdicts", [_verdict(one) for one in shown if one.verdict])
    settings = [
        (_code(one.file), _plain(f"{one.field.name}:"), *_words(one.field))
        for one in changes.settings
    ]
    yield Section(OWNER, [*code, *settings])
    yield Section("Claims", [_claim(one) for one in shown if one.step is not Step.CHANGED])
    renamed = [one for one in changes.claims if one.former]
    yield Section("Renamed", [_renamed(one) for one in renamed])
    yield Section("Texts of claims", list(chain.from_iterable(map(_fields, shown))))
    yield Section("Quotations", list(chain.from_iterable(map(_quotation, changes.quotations))))
    yield seals
    around = list(chain.from_iterable(map(_entry_fields, sealed)))
    yield Section("Around an unchanged seal, where no machine compares", around)
    yield Section("Sources, people, topics, events", list(_entries(changes.entries, others)))
    yield pages
    excused = [_excuse("excused", one) for one in changes.excused]
    ended = [_excuse("no longer excused", one) for one in changes.no_longer_excused]
    yield Section("Excuses", excused + ended)
    yield Section("Addresses", [_address(one) for one in changes.addresses])
    yield Section("Drafts", [_draft(one) for one in changes.claims if one.step in _DRAFTS])
    unread = [*_unread("before", changes.unread_before), *_unread("now", changes.unread_after)]
    yield Section("Records that could not be read, and of which nothing is told", unread)


def _plain(text: str) -> Part:
    return Part(Style.PLAIN, text)


def _code(text: str) -> Part:
    return Part(Style.CODE, text)


def _words(change: FieldChange) -> Iterator[Part]:
    """Write a change word by word; what is new or gone as a whole is shown as that."""
    styles = {Mark.SAME: Style.PLAIN, Mark.OLD: Style.OLD, Mark.NEW: Style.NEW}
    for run in wording.brief(wording.runs(change.old, change.new)):
        yield Part(styles[run.mark], run.text)


def _problem(problem: Problem) -> Row:
    at = problem.position
    hint = f" ({problem.hint})" if problem.hint else ""
    said = f"{problem.severity}: {problem.message}{hint}"
    return _code(f"{at.file}:{at.line}"), _plain(said), _code(problem.code)


def _file(one: Changed) -> Row:
    how = _plain(f"{_HOW.get(one.how, 'changed')}:")
    return (how, _code(one.file), *([_plain("from"), _code(one.former)] if one.former else []))


def _grouped(files: Sequence[Changed]) -> Iterator[Row]:
    """Count the files of a folder in which many differ, so that no row hides among them."""
    folders = Counter(one.file.rpartition("/")[0].split("/")[0] for one in files if not one.former)
    many = {folder for folder, number in folders.items() if folder and number > MANY}
    for folder in sorted(many):
        yield (
            _plain(words.count(folders[folder], "file differs in", "files differ in")),
            _code(f"{folder}/"),
        )
    for one in files:
        if one.former or one.file.split("/")[0] not in many:
            yield _file(one)


def _verdict(change: ClaimChange) -> Row:
    verdict = change.verdict
    if verdict is None:
        return ()
    old, new = verdict.old_label or "none", verdict.new_label or "none"
    if old == new:
        old, new = f"{old} ({verdict.old})", f"{new} ({verdict.new})"
    said = () if verdict.logged else (_plain("(the history does not say so)"),)
    row = _code(change.id), Part(Style.OLD, old), Part(Style.NEW, new)
    return *row, *said, _plain(change.claim)


def _claim(change: ClaimChange) -> Row:
    label = f" ({change.label})" if change.label else ""
    said = f"{_STEPS[change.step]}{label}: {change.claim}"
    row = _code(change.id), _plain(said)
    if not change.leads_to:
        return row
    return *row, _plain("whose address leads to"), _code(change.leads_to)


def _renamed(change: ClaimChange) -> Row:
    row = _code(change.former), _plain("is now"), _code(change.id)
    return (*row, _plain("and its address leads on")) if change.step not in _DRAFTS else row


def _fields(change: ClaimChange) -> Iterator[Row]:
    said = () if change.logged else (_plain("(its history has no new entry)"),)
    for number, field in enumerate(change.fields):
        more = said if not number and change.step is Step.CHANGED else ()
        yield _code(change.id), _plain(f"{field.name}:"), *_words(field), *more


def _quotation(change: QuotationChange) -> Iterator[Row]:
    name = _code(change.new or change.old)
    states = _states(change.state_before, change.state_after)
    if not change.old or not change.new:
        quote = next((field for field in change.fields if field.name == "quote"), None)
        how = _plain("added:" if change.new else "removed:")
        yield name, how, *(_words(quote) if quote else ()), states
        return
    moved = [_plain("is now"), _code(change.new)] if change.old != change.new else []
    rows = [(_plain(f"{field.name}:"), *_words(field)) for field in change.fields] or [()]
    for row in rows:
        yield (_code(change.old) if moved else name), *moved, *row, states


def _states(before: State | None, after: State | None) -> Part:
    said = [str(state) for state in (before, after) if state is not None]
    return _plain(f"({', then '.join(dict.fromkeys(said))})")


def _entry_fields(change: EntryChange) -> Iterator[Row]:
    for field in change.fields:
        yield _code(change.id), _plain(f"{field.name}:"), *_words(field)


def _entries(every: Sequence[EntryChange], others: Iterable[EntryChange]) -> Iterator[Row]:
    for one in every:
        what = _plain(f"{one.kind}")
        if one.former:
            yield what, _code(one.former), _plain("is now"), _code(one.id)
        elif one.turn is not Turn.CHANGED:
            yield what, _code(one.id), _plain(f"{one.turn}: {one.name}")
    for one in others:
        yield from _entry_fields(one)


def _excuse(how: str, one: Excused) -> Row:
    place = [_plain("passage"), _code(one.passage)] if one.passage else []
    said = f"until {one.until}: {one.reason}"
    return _code(one.file), *place, _plain(f"{how} from"), _code(one.rule), _plain(said)


def _address(one: AddressChange) -> Row:
    leads = " (leads on)" if one.redirected else ""
    if not one.old:
        return _plain("new:"), _code(one.new)
    if not one.new:
        return _plain("gone:"), _code(one.old), *([_plain(leads.strip())] if leads else [])
    said = "leads to" if one.redirected else "is gone, and this is new:"
    return _code(one.old), _plain(said), _code(one.new)


def _draft(change: ClaimChange) -> Row:
    names = ", ".join(field.name for field in change.fields)
    row = _code(change.id), _plain(_STEPS[change.step])
    return (*row, _plain(f"({names})")) if names else row


def _unread(when: str, keys: Sequence[Key]) -> Iterator[Row]:
    for kind, id_ in keys:
        yield _plain(f"{kind}"), _code(id_), _plain(when)


def nothing(review: Review) -> str:
    """Say that no page says anything else than before."""
    files = words.count(len(review.files.others), "file differs", "files differ")
    more = f" {files} in what no page shows." if review.files.others else ""
    return f"Nothing changed.{more}"


def title(review: Review) -> str:
    """Name the two sides."""
    return f"What changes from {review.base} to {review.head or 'the files as they lie here'}"
