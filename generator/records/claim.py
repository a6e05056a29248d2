"""One check: a statement under review, its evidence and its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from generator.fields import Choice, Day, Id, Language, Markdown, Prose
from generator.problems import listed
from generator.records.base import Fault, Model
from generator.records.evidence import Evidence
from generator.records.excuse import EXCUSED, Excuse
from generator.records.history import HistoryEntry, HistoryKind, history_faults
from generator.records.related import Related
from generator.records.response import Response
from generator.records.statement import Statement
from generator.records.translation import ClaimTranslation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Status(Choice):
    """Where a claim stands in its life."""

    DRAFT = "draft", "being written: shown in previews only"
    PUBLISHED = "published", "on the site"
    WITHDRAWN = "withdrawn", "taken back: its page stays, with the reason"


class Claim(Statement):
    """One statement under review: ``claims/**/<id>.yml``."""

    verdict: Id | None = Field(
        None,
        description=(
            "Id of the rating, from site_config/ratings.yml. Its 'asks' must be that of the claim."
        ),
        examples=["confirmed-quotation"],
    )
    summary: Prose | None = Field(
        None,
        description="The answer and the reason, in one or two sentences.",
        examples=["Two captured reports carry the statement in the same words."],
    )
    evidence: tuple[Evidence, ...] = Field(
        (),
        description="What bears on the claim, each piece with its stance.",
        examples=[[{"passage": "otterby-minutes-march#ferry-stays", "stance": "supports"}]],
    )
    analysis: Markdown | None = Field(
        None,
        description=(
            "How the evidence leads to the verdict, in Markdown without HTML. Start it with |- "
            "and indent its lines. Words in quotation marks are compared with the passages."
        ),
        examples=["The minutes and the report agree on the words.\n\nThey differ on the day."],
    )
    topics: tuple[Id, ...] = Field(
        (),
        description="Ids of topics: files in content/topics/ without the ending.",
        examples=[["harbour-ferry"]],
    )
    people: tuple[Id, ...] = Field(
        (),
        description="Ids of the persons and bodies it is about: files in content/people/.",
        examples=[["ada-quill"]],
    )
    events: tuple[Id, ...] = Field(
        (),
        description="Ids of events it belongs to: files in content/events/.",
        examples=[["council-meeting"]],
    )
    related: tuple[Related, ...] = Field(
        (),
        description="Other claims that this one repeats, contradicts, updates or is a part of.",
        examples=[[{"claim": "ferry-cost", "as": "contradicts"}]],
    )
    single_source_reason: Prose | None = Field(
        None,
        description=(
            "Why one origin is enough; required when fewer than two independent origins support a "
            "firm verdict."
        ),
        examples=["The question is only what this report says."],
    )
    response: Response | None = Field(
        None,
        description="Right of reply: when the claimant was asked and what came back, or why not.",
        examples=[{"none_because": "The check compares texts that are public."}],
    )
    status: Status = Field(description="Where the claim stands in its life.")
    checked_by: Id | None = Field(
        None,
        description="Who wrote the check: an id of 'staff' in site_config/publisher.yml.",
        examples=["claims-desk"],
    )
    reviewed_by: Id | None = Field(
        None,
        description="Who reviewed it before publication: another id of 'staff'.",
        examples=["review-desk"],
    )
    former_ids: tuple[Id, ...] = Field(
        (),
        description=(
            "Ids under which the claim was published before, oldest first; each leads here."
        ),
        examples=[["mayor-bridge"]],
    )
    history: tuple[HistoryEntry, ...] = Field(
        (),
        description="What readers must know of changes, oldest first.",
        examples=[
            [{"date": "2026-11-22", "kind": "published", "note": "First check of this statement."}]
        ],
    )
    reviewed_on: Day | None = Field(
        None,
        description="Day on which somebody last looked whether all this still holds.",
        examples=["2026-11-22"],
    )
    translations: dict[Language, ClaimTranslation] = Field(
        {},
        description=(
            "Title, claim and summary in other languages of the interface, each under its tag. "
            "What is not translated is shown in the language of the record, and the page says so."
        ),
        examples=[
            {"uk": {"title": "Чи лишиться пором?", "by": "Claims desk", "date": "2026-11-22"}}
        ],
    )
    excused: tuple[Excuse, ...] = EXCUSED

    # What a draft may leave open and a published claim may not.
    REQUIRED: ClassVar[tuple[str, ...]] = (
        "verdict",
        "summary",
        "evidence",
        "topics",
        "response",
        "checked_by",
        "history",
        "reviewed_on",
    )

    @property
    def is_public(self) -> bool:
        """Whether the claim has a page on the published site."""
        return self.status is not Status.DRAFT

    @property
    def published_on(self) -> date | None:
        """Day of the first publication."""
        days = [e.date for e in self.history if e.kind is HistoryKind.PUBLISHED]
        return min(days, default=None)

    @property
    def corrections(self) -> tuple[HistoryEntry, ...]:
        """The entries that corrected the claim or changed its verdict, oldest first."""
        kinds = (HistoryKind.CORRECTION, HistoryKind.VERDICT_CHANGE)
        return tuple(entry for entry in self.history if entry.kind in kinds)

    @property
    def withdrawal(self) -> str:
        """Why a withdrawn claim was taken back; empty for any other."""
        if self.status is not Status.WITHDRAWN:
            return ""
        notes = [e.note for e in self.history if e.kind is HistoryKind.WITHDRAWN]
        return notes[-1] if notes else ""

    @property
    def changed_on(self) -> date | None:
        """Day of the newest entry of the history."""
        return max((e.date for e in self.history), default=None)

    def faults(self) -> Iterator[Fault]:
        """Check what the fields say together."""
        yield from super().faults()
        yield from self._public_faults()
        yield from history_faults(
            self.history,
            is_withdrawn=self.status is Status.WITHDRAWN,
            verdict=self.verdict,
        )
        yield from self._inner_faults()
        yield from self._double_faults()

    def _public_faults(self) -> Iterator[Fault]:
        if not self.is_public:
            return
        lost = [field for field in self.REQUIRED if not getattr(self, field)]
        empty = [field for field in lost if field in self.model_fields_set]
        hint = "fill it in, or set 'status: draft'"
        for field in empty:
            said = f"a {self.status} claim needs '{field}'"
            yield Fault((field,), "missing-field", said, hint)
        if absent := tuple(field for field in lost if field not in empty):
            said = f"a {self.status} claim needs {listed(absent)}"
            hint = "fill in these lines, or set 'status: draft'"
            yield Fault(("status",), "missing-field", said, hint, absent)

    def _inner_faults(self) -> Iterator[Fault]:
        inner: list[tuple[tuple[str | int, ...], Model]] = [
            (("evidence", i), item) for i, item in enumerate(self.evidence)
        ]
        inner += [(("history", i), entry) for i, entry in enumerate(self.history)]
        if self.response:
            inner.append((("response",), self.response))
        for path, model in inner:
            yield from (fault.below(*path) for fault in model.faults())

    def _double_faults(self) -> Iterator[Fault]:
        lists: dict[str, list[Any]] = {
            field: list(getattr(self, field))
            for field in ("appearances", "topics", "people", "events", "former_ids")
        }
        lists["related"] = [r.claim for r in self.related]
        lists["evidence"] = [e.passage or e.reference or object() for e in self.evidence]
        for field, values in lists.items():
            seen = set()
            for index, value in enumerate(values):
                if value in seen:
                    said = f"the list '{field}' has this entry twice"
                    yield Fault((field, index), "inconsistent", said)
                seen.add(value)
