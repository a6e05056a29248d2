"""Captured reports, and how each fact about them is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from generator.fields import Choice, Day, Id, Language, Line, Prose, Url, When
from generator.records.base import Fault, Record
from generator.records.excuse import EXCUSED, Excuse
from generator.records.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator


class Basis(Choice):
    """How a fact about a source is known."""

    STATED = "stated", "the capture itself says so"
    INFERRED = "inferred", "worked out; the note beside it says how"
    UNKNOWN = "unknown", "not known; the field itself is null"


class SourceStatus(Choice):
    """What became of the published source; anything but live is shown on its claims."""

    LIVE = "live", "stands as it was captured"
    CORRECTED = "corrected", "the publisher corrected it later"
    SUPERSEDED = "superseded", "the publisher replaced it by a newer version"
    RETRACTED = "retracted", "the publisher took it back"
    PAYWALLED = "paywalled", "stands, and only subscribers can read it"
    GONE = "gone", "can no longer be found at its address"


class Media(Choice):
    """What was captured."""

    ARTICLE = "article", "a report or comment on a web page or in a paper"
    DOCUMENT = "document", "minutes, a law, a letter, a report of an office"
    VIDEO = "video", "moving pictures; what is quoted are the spoken words"
    AUDIO = "audio", "a recording; what is quoted are the spoken words"
    POST = "post", "a message in a social network"


class SealKind(Choice):
    """How the quotations of a source are made checkable without its text."""

    CLOSED = "closed", "proves the quoted words and gives away no other; the usual kind"
    OPEN = "open", "new quotations can be checked by anyone, but the text can be rebuilt from it"


class Source(Record):
    """A captured report and the passages quoted from it: ``content/sources/<id>.yml``.

    What the capture does not state is null, or marked inferred with the reasoning.
    """

    title: Line | None = Field(
        description="Headline as captured; null when it has none.",
        examples=["Council keeps the ferry"],
    )
    publisher: Line | None = Field(
        description="Who published it, as captured; null when not known. Never guessed.",
        examples=["Otterby Herald"],
    )
    publisher_basis: Basis = Field(Basis.STATED, description="How the publisher is known.")
    publisher_note: Prose | None = Field(
        None,
        description="How an inferred publisher was worked out; required when it is inferred.",
        examples=["The capture names none; this is the host of its address."],
    )
    published: When | None = Field(
        description=(
            "Day of publication, or month or year when no more is known; null when nothing is."
        ),
        examples=["2022-06-07"],
    )
    published_basis: Basis = Field(description="How the date of publication is known.")
    published_note: Prose | None = Field(
        None,
        description="How an inferred date was worked out; required when it is inferred.",
        examples=["The capture states no date. The address holds 2022/06/13."],
    )
    url: Url | None = Field(
        description="Address at which it was published; null when not known.",
        examples=["https://www.example.org/news/ferry"],
    )
    url_basis: Basis = Field(Basis.STATED, description="How the address is known.")
    url_note: Prose | None = Field(
        None,
        description="How an inferred address was worked out; required when it is inferred.",
        examples=["A stored copy of a page at this address carries the same text."],
    )
    archive_url: Url | None = Field(
        description="Address of a stable copy, such as the Wayback Machine's; null when none.",
        examples=["https://web.archive.org/web/20220613000000/https://www.example.org/news/ferry"],
    )
    accessed: Day | None = Field(
        description="Day on which it was read at its address; null when that is not known.",
        examples=["2026-11-22"],
    )
    language: Language = Field(
        description="Language of the text as a BCP 47 tag: en, uk, pt-BR.", examples=["en"]
    )
    origin: Id = Field(
        description=(
            "Name of what it goes back to. Sources that carry the same interview or the same "
            "agency copy share one origin and count as one."
        ),
        examples=["council-meeting"],
    )
    origin_note: Prose | None = Field(
        None,
        description="Why it has this origin.",
        examples=["Both reports rest on the same agency text."],
    )
    status: SourceStatus | None = Field(
        description="What became of it since; null when nobody has looked."
    )
    media: Media = Field(description="What was captured.")
    seal: SealKind = Field(
        SealKind.CLOSED, description="Which kind of proof stands for its text (SEALS.md)."
    )
    seal_basis: Prose | None = Field(
        None,
        description="Why the seal may be open: public domain, own text or a licence.",
        examples=["Minutes of a public meeting, in the public domain."],
    )
    passages: dict[Id, Passage] = Field(
        default_factory=dict,
        description=(
            "The passages quoted from it. Each has an id of its own; claims name it as "
            "source#passage."
        ),
        examples=[{"ferry-stays": {"quote": "the ferry stays", "kind": "narration"}}],
    )
    note: Prose | None = Field(
        None,
        description="What a reader must know about the source or the capture.",
        examples=["The capture breaks off in the middle of a sentence."],
    )
    excused: tuple[Excuse, ...] = EXCUSED

    INFERABLE: ClassVar[tuple[str, ...]] = ("publisher", "published", "url")

    def faults(self) -> Iterator[Fault]:
        """What is inferred says how; what is unknown is null; an open seal says why."""
        for field in self.INFERABLE:
            yield from self._basis_faults(field)
        if self.seal is SealKind.OPEN and not self.seal_basis:
            hint = "name the licence, or say that the text is public domain or our own"
            said = "an open seal publishes the text, and 'seal_basis' does not say why it may"
            yield Fault(("seal",), "inconsistent", said, hint)
        for key, passage in self.passages.items():
            yield from (fault.below("passages", key) for fault in passage.faults())

    def _basis_faults(self, field: str) -> Iterator[Fault]:
        basis, value = getattr(self, f"{field}_basis"), getattr(self, field)
        where = (f"{field}_basis",) if f"{field}_basis" in self.model_fields_set else (field,)
        if basis is Basis.INFERRED and not getattr(self, f"{field}_note"):
            hint = f"say in '{field}_note' how it was inferred"
            yield Fault(where, "inconsistent", f"'{field}' is inferred without a reason", hint)
        if basis is Basis.UNKNOWN and value is not None:
            said = f"'{field}' has a value and '{field}_basis' is unknown"
            yield Fault(where, "inconsistent", said, "write stated or inferred")
        if field == "published" and value is None and basis is not Basis.UNKNOWN:
            said = f"'published' is null and 'published_basis' is {basis}"
            yield Fault(where, "inconsistent", said, "write unknown")
