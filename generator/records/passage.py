"""The words of a source that claims rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Choice, Day, Id, Language, Line, Prose, Quote
from generator.records.base import Fault, Model
from generator.records.excuse import EXCUSED, Excuse

if TYPE_CHECKING:
    from collections.abc import Iterator


class PassageKind(Choice):
    """Whose words a passage holds."""

    DIRECT_SPEECH = "direct-speech", "somebody's words, in quotation marks in the source"
    REPORTED_SPEECH = "reported-speech", "what somebody said, in the words of the source"
    NARRATION = "narration", "the source's own words"
    HEADLINE = "headline", "the headline or a heading within the text"
    CAPTION = "caption", "the words under a picture"

    @property
    def is_speech(self) -> bool:
        """Whether it tells what someone said; proof of saying, not of what was said."""
        return self in (PassageKind.DIRECT_SPEECH, PassageKind.REPORTED_SPEECH)


class Translation(Model):
    """A passage in another language: always shown as a translation, never as verbatim."""

    text: Quote = Field(description="The translated words.", examples=["The ferry stays."])
    by: Line = Field(
        description="Who translated it: a person, a desk, or a program with its version.",
        examples=["Claims desk"],
    )
    date: Day = Field(description="Day of the translation.", examples=["2026-11-22"])


class Passage(Model):
    """Words of a source, exactly as captured. ``[…]`` marks an omission.

    ``prefix`` and ``suffix`` are the words around it (W3C TextQuoteSelector); they are
    required when the quote stands in the text more than once.
    """

    quote: Quote = Field(
        description=(
            "The words exactly as captured, in the language of the source. […] marks words that "
            "were left out. A machine compares them with the source, word for word."
        ),
        examples=["the ferry stays […] until the bridge is built"],
    )
    prefix: Quote | None = Field(
        None,
        description=(
            "The words just before the quotation; needed when it stands in the source more than "
            "once."
        ),
        examples=["he told the council:"],
    )
    suffix: Quote | None = Field(
        None,
        description=(
            "The words just behind the quotation; needed when it stands in the source more than "
            "once."
        ),
        examples=["he added on Tuesday"],
    )
    speaker: Id | None = Field(
        None,
        description=(
            "Id of the person or body whose words these are: a file in content/people/ without "
            "its ending. Null when nobody speaks, or with a note that says why none is named."
        ),
        examples=["ada-quill"],
    )
    kind: PassageKind = Field(description="Whose words the passage holds.")
    at: Line | None = Field(
        None,
        description="Where in the source it stands: page, timecode or paragraph.",
        examples=["page 3"],
    )
    translations: dict[Language, Translation] = Field(
        default_factory=dict,
        description=(
            "The passage in other languages, by language tag; shown as translations, never as "
            "quotations."
        ),
        examples=[{"en": {"text": "We will not.", "by": "Claims desk", "date": "2026-11-22"}}],
    )
    note: Prose | None = Field(
        None,
        description="What a reader must know about these words.",
        examples=["The sentence names no speaker; it follows two sentences about the mayor."],
    )
    excused: tuple[Excuse, ...] = EXCUSED

    def faults(self) -> Iterator[Fault]:
        """Speech has a speaker or a note that says why none is named."""
        if self.kind.is_speech and self.speaker is None and self.note is None:
            hint = "name the speaker's id, or say in 'note' why there is none"
            yield Fault(("kind",), "inconsistent", f"{self.kind} without a speaker", hint)
