"""A review as headings and rows, before any format."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator import words
from generator.changes import Step, Turn
from generator.problems import Severity
from generator.records import Kind
from generator.review.claims import (
    DRAFTS,
    claim_row,
    draft_row,
    field_rows,
    renamed_row,
    verdict_row,
)
from generator.review.findings import file_row, file_rows, frozen_rows, problem_row
from generator.review.parts import Row, Section, changed, code, plain
from generator.review.records import (
    address_row,
    entry_field_rows,
    entry_rows,
    excuse_row,
    quotations_rows,
    unread_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes import Changes, EntryChange
    from generator.review import Review

PROBLEMS = "Problems"
OWNER = "Code and settings, to be read by an owner"


def sections(review: Review) -> list[Section]:
    """Return what is to be told, the gravest first; headings without rows are left out."""
    # Errors first, where a format shows the first rows only.
    problems = sorted(review.problems, key=lambda one: one.severity is not Severity.ERROR)
    found = [Section(PROBLEMS, [problem_row(one) for one in problems])]
    files = list(file_rows(review.files.code))
    seals = Section("Seals and signatures", [file_row(one) for one in review.files.seals])
    pages = Section("Hand-written pages", [file_row(one) for one in review.files.pages])
    frozen = Section("Frozen versions", list(frozen_rows(review.files.frozen, review.unproven)))
    if review.changes is None:
        said = "The settings of neither side can be read, and nothing is told of the records."
        found += [Section("Settings", [(plain(said),)]), Section(OWNER, files)]
        found += [frozen, seals, pages]
    else:
        found += _of(review.changes, files, frozen, seals, pages)
    found.append(Section("Other files", list(file_rows(review.files.texts))))
    found.append(Section("Mended", [problem_row(one) for one in review.mended]))
    return [section for section in found if section.rows]


def _of(
    changes: Changes, files: list[Row], frozen: Section, seals: Section, pages: Section
) -> Iterator[Section]:
    shown = [one for one in changes.claims if one.step not in DRAFTS]
    sealed: list[EntryChange] = []
    others: list[EntryChange] = []
    for one in changes.entries:
        (sealed if one.kind is Kind.SOURCE and one.seal is Turn.SAME else others).append(one)
    yield Section("Verdicts", [verdict_row(one) for one in shown if one.verdict])
    settings = [
        (code(one.file), plain(f"{one.field.name}:"), *changed(one.field))
        for one in changes.settings
    ]
    yield Section(OWNER, [*files, *settings])
    yield Section("Claims", [claim_row(one) for one in shown if one.step is not Step.CHANGED])
    renamed = [one for one in changes.claims if one.former]
    yield Section("Renamed", [renamed_row(one) for one in renamed])
    yield frozen
    yield Section("Texts of claims", list(chain.from_iterable(map(field_rows, shown))))
    yield Section("Quotations", list(quotations_rows(changes.quotations)))
    yield seals
    around = list(chain.from_iterable(map(entry_field_rows, sealed)))
    yield Section("Around an unchanged seal, where no machine compares", around)
    yield Section("Sources, people, topics, events", list(entry_rows(changes.entries, others)))
    yield pages
    excused = [excuse_row("excused", one) for one in changes.excused]
    ended = [excuse_row("no longer excused", one) for one in changes.no_longer_excused]
    yield Section("Excuses", excused + ended)
    yield Section("Addresses", [address_row(one) for one in changes.addresses])
    yield Section("Drafts", [draft_row(one) for one in changes.claims if one.step in DRAFTS])
    unread = [
        *unread_rows("before", changes.unread_before),
        *unread_rows("now", changes.unread_after),
    ]
    yield Section("Records that could not be read, and of which nothing is told", unread)


def nothing(review: Review) -> str:
    """Say that no page says anything else than before."""
    files = words.count(len(review.files.records), "file differs", "files differ")
    more = f" {files} in what no page shows." if review.files.records else ""
    return f"Nothing changed.{more}"


def title(review: Review) -> str:
    """Name the two sides."""
    return f"What changes from {review.base} to {review.head or 'the files as they lie here'}"


def outdated(review: Review) -> str:
    """Say that the base has more than the change began with; empty where it has not."""
    if not review.outdated:
        return ""
    return (
        f"{review.base} got more since this change left it, which stands here as undone: "
        "'factcheck diff --merge-base' leaves that out."
    )
