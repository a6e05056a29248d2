"""The one schema: what people write, as frozen models that know nothing above them.

Validation, the editors' JSON Schema and the documentation of fields come from here. A record
has no parent, no URL and no HTML; ``id`` is its file name and never a key in its file.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads annotations when the module runs
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler

from generator.fields import (
    Day,
    Email,
    Flag,
    Id,
    Language,
    Line,
    Markdown,
    PartialDate,
    PassageRef,
    Prose,
    Quote,
    Share,
    Url,
    When,
    WholeNumber,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import CoreSchema

CLAIM_SHORT_LIMIT = 74  # Google's ClaimReview: claimReviewed stays under 75 characters


class Fault(NamedTuple):
    """What one record says against itself: where in it, code, sentence, hint, absent keys."""

    path: tuple[str | int, ...]
    code: str
    message: str
    hint: str = ""
    keys: tuple[str, ...] = ()  # that the record lacks


class Model(BaseModel):
    """Base of all records: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def faults(self) -> Iterator[Fault]:
        """Yield contradictions between fields that are each valid alone."""
        yield from ()


class Record(Model):
    """A record with a file of its own. ``id`` is put in by the reader of the file."""

    id: str

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Leave out ``id``, which no file holds: an editor would mark its absence."""
        found = handler.resolve_ref_schema(handler(schema))
        found.get("properties", {}).pop("id", None)
        if "required" in found:
            found["required"] = [name for name in found["required"] if name != "id"]
        return found


class Kind(StrEnum):
    """The kinds of record, and what one of each is called in a sentence."""

    SOURCE = "source"
    PERSON = "person"
    TOPIC = "topic"
    EVENT = "event"
    CLAIM = "claim"
    RATING = "rating"
    STAFF = "member of staff"
    PASSAGE = "passage"

    @property
    def with_article(self) -> str:
        """The kind with its article, for a sentence."""
        return f"{'an' if self is Kind.EVENT else 'a'} {self.value}"


class Excuse(Model):
    """Why an editorial rule does not fit a record, and until when nobody need ask again."""

    rule: Line = Field(description="code of the rule, as a problem prints it", examples=["orphan"])
    reason: Prose
    until: Day = Field(description="the last day on which the excuse holds")


# --- people, topics, events -------------------------------------------------------------


class PersonKind(StrEnum):
    """Who can make a claim: a person or a body."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"


class Role(Model):
    """An office that a person held, as a source states it."""

    title: Line = Field(examples=["President of Ukraine"])
    since: When | None = Field(None, alias="from")
    until: When | None = None

    def faults(self) -> Iterator[Fault]:
        """A role cannot end before it began."""
        if self.since and self.until and self.until.surely_before(self.since):
            yield Fault(("until",), "inconsistent", "the role ends before it begins")


class Person(Record):
    """A person or body that makes claims or is spoken of: ``content/people/<id>.yml``."""

    kind: PersonKind
    name: Line = Field(description="the spelling that this site uses")
    variants: tuple[Line, ...] = Field((), description="other spellings seen in the sources")
    roles: tuple[Role, ...] = ()
    same_as: tuple[Url, ...] = Field((), description="the same person elsewhere, e.g. Wikidata")
    description: Prose | None = None
    excused: tuple[Excuse, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """Check the roles; a variant is another spelling than the name."""
        for index, role in enumerate(self.roles):
            yield from (f._replace(path=("roles", index, *f.path)) for f in role.faults())
        for index, variant in enumerate(self.variants):
            if variant == self.name or variant in self.variants[:index]:
                said = f"the spelling '{variant}' is listed already"
                yield Fault(("variants", index), "inconsistent", said)


class Topic(Record):
    """A subject that claims share: ``content/topics/<id>.yml``."""

    name: Line
    description: Prose | None = None
    excused: tuple[Excuse, ...] = ()


class Event(Record):
    """Something that happened on a day or over a time: ``content/events/<id>.yml``."""

    name: Line
    date: When | None = Field(None, description="the day; or use from and until")
    since: When | None = Field(None, alias="from")
    until: When | None = None
    place: Line | None = None
    description: Prose | None = None
    excused: tuple[Excuse, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """An event has a date, a span or neither; a span runs forwards."""
        if self.date and (self.since or self.until):
            hint = "keep 'date' for one day, 'from' and 'until' for a span"
            yield Fault(("date",), "inconsistent", "the event has a date and a span", hint)
        if self.since and self.until and self.until.surely_before(self.since):
            yield Fault(("until",), "inconsistent", "the event ends before it begins")

    @property
    def begins(self) -> PartialDate | None:
        """The first day known, for sorting."""
        return self.date or self.since or self.until


# --- sources ----------------------------------------------------------------------------


class Basis(StrEnum):
    """How a fact about a source is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class SourceStatus(StrEnum):
    """What became of the published source; anything but live is shown on its claims."""

    LIVE = "live"
    CORRECTED = "corrected"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    PAYWALLED = "paywalled"
    GONE = "gone"


class Media(StrEnum):
    """What was captured."""

    ARTICLE = "article"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    POST = "post"


class SealKind(StrEnum):
    """How the quotations of a source are made checkable without its text."""

    CLOSED = "closed"
    OPEN = "open"


class PassageKind(StrEnum):
    """Whose words a passage holds."""

    DIRECT_SPEECH = "direct-speech"
    REPORTED_SPEECH = "reported-speech"
    NARRATION = "narration"
    HEADLINE = "headline"
    CAPTION = "caption"

    @property
    def is_speech(self) -> bool:
        """Whether it tells what someone said; proof of saying, not of what was said."""
        return self in (PassageKind.DIRECT_SPEECH, PassageKind.REPORTED_SPEECH)


class Translation(Model):
    """A passage in another language: always shown as a translation, never as verbatim."""

    text: Quote
    by: Line
    date: Day


class Passage(Model):
    """Words of a source, exactly as captured. ``[…]`` marks an omission.

    ``prefix`` and ``suffix`` are the words around it (W3C TextQuoteSelector); they are
    required when the quote stands in the text more than once.
    """

    quote: Quote
    prefix: Quote | None = None
    suffix: Quote | None = None
    speaker: Id | None = Field(None, description="id of the person or body who speaks")
    kind: PassageKind
    at: Line | None = Field(None, description="page, timecode or paragraph")
    translations: dict[Language, Translation] = Field(default_factory=dict)
    note: Prose | None = None
    excused: tuple[Excuse, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """Speech has a speaker or a note that says why none is named."""
        if self.kind.is_speech and self.speaker is None and self.note is None:
            hint = "name the speaker's id, or say in 'note' why there is none"
            yield Fault(("kind",), "inconsistent", f"{self.kind} without a speaker", hint)


class Source(Record):
    """A captured report and the passages quoted from it: ``content/sources/<id>.yml``.

    What the capture does not state is null, or marked inferred with the reasoning.
    """

    title: Line | None = Field(description="headline as captured; null when it has none")
    publisher: Line | None = Field(description="who published it; null when not known")
    publisher_basis: Basis = Basis.STATED
    publisher_note: Prose | None = Field(None, description="how an inferred publisher is known")
    published: When | None
    published_basis: Basis
    published_note: Prose | None = Field(None, description="how an inferred date is known")
    url: Url | None
    url_basis: Basis = Basis.STATED
    url_note: Prose | None = Field(None, description="how an inferred address is known")
    archive_url: Url | None
    accessed: Day | None
    language: Language
    origin: Id = Field(description="sources with one origin count as one")
    origin_note: Prose | None = None
    status: SourceStatus | None = Field(description="null when nobody has looked")
    media: Media
    seal: SealKind = SealKind.CLOSED
    seal_basis: Prose | None = None
    passages: dict[Id, Passage] = Field(default_factory=dict)
    note: Prose | None = None
    excused: tuple[Excuse, ...] = ()

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
            yield from (f._replace(path=("passages", key, *f.path)) for f in passage.faults())

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


# --- ratings and publisher --------------------------------------------------------------


class Question(StrEnum):
    """What a claim asks: whether it was said so, or whether it is so."""

    SAID = "said"
    FACT = "fact"


class Stance(StrEnum):
    """What a piece of evidence does for the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Needs(StrEnum):
    """Which evidence a verdict rests on."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    BOTH = "both"
    NONE = "none"

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances of which there must be at least one piece each."""
        both = (Stance.SUPPORTS, Stance.REFUTES)
        return {Needs.BOTH: both, Needs.NONE: ()}.get(self) or tuple(
            stance for stance in both if stance.value == self.value
        )


class Colour(StrEnum):
    """Accent colours; each reads on light and dark, and a label always stands beside it."""

    GREEN = "green"
    TEAL = "teal"
    AMBER = "amber"
    ORANGE = "orange"
    RED = "red"
    VIOLET = "violet"
    GREY = "grey"


class Icon(StrEnum):
    """Signs that tell verdicts apart without colour."""

    CHECK = "check"
    ALMOST = "almost"
    HALF = "half"
    MOSTLY_NOT = "mostly-not"
    CROSS = "cross"
    QUESTION = "question"
    DISAGREE = "disagree"
    REWORDED = "reworded"


class Rating(Record):
    """One verdict of the scale, an entry of ``site_config/ratings.yml``."""

    label: Line
    definition: Prose
    value: WholeNumber | None = Field(description="1 to 5, 5 truest; null: not rated on truth")
    colour: Colour
    icon: Icon
    asks: Question
    needs: Needs

    def faults(self) -> Iterator[Fault]:
        """The scale runs from 1 to 5: schema.org's bounds when none are given."""
        if self.value is not None and not 1 <= self.value <= 5:  # noqa: PLR2004 - the scale
            hint = "1 to 5, 5 truest; null for a verdict that does not rate truth"
            yield Fault(("value",), "bad-value", f"the value {self.value} is off the scale", hint)


class Licence(Model):
    """Under which terms the site's own words may be used again."""

    name: Line
    url: Url


class Staff(Model):
    """Who writes or reviews checks: a person or a desk."""

    name: Line
    role: Prose | None = None


class ReviewRule(Model):
    """Whether a published claim needs a checker and another reviewer."""

    two_people: Flag
    reason: Prose | None = Field(None, description="required when two_people is false")

    def faults(self) -> Iterator[Fault]:
        """Whoever switches the rule off says why, and the site prints it."""
        if not self.two_people and not self.reason:
            said = "the two-person rule is off without a reason"
            yield Fault(("two_people",), "inconsistent", said, "say why in 'reason'")


class Publisher(Model):
    """Who answers for the site: ``site_config/publisher.yml``."""

    name: Line
    tagline: Line
    url: Url = Field(description="address of the published site, ending in /")
    language: Language
    contact: Email = Field(description="where errors are reported without an account")
    repository: Url | None = None
    edit_url: Url | None = Field(
        None, description="address that edits a file of the repository, ending in /"
    )
    issue_url: Url | None = Field(None, description="address that opens a new issue")
    licence: Licence
    review: ReviewRule
    staff: dict[Id, Staff] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        """Addresses that others are joined to end in a slash."""
        for field in ("url", "edit_url"):
            address = getattr(self, field)
            if address and not address.endswith("/"):
                yield Fault((field,), "not-a-url", f"'{address}' must end in /", "add the /")
        yield from (f._replace(path=("review", *f.path)) for f in self.review.faults())


class Rules(Model):
    """Where the editorial rules draw their lines: ``site_config/rules.yml``, which may be absent.

    A key that is not written has the value given here.
    """

    quotation_limit: Share = Field(0.30, description="share of a source that may be quoted")
    shortest_quotation: WholeNumber = Field(3, description="words that a quotation has at least")
    longest_omission: WholeNumber = Field(60, description="words that one […] may leave out")
    claims_per_passage: WholeNumber = Field(
        5, description="published claims that one passage may support or refute"
    )
    review_after_days: WholeNumber = Field(
        365, description="days after which a published claim is looked at again"
    )
    alike: WholeNumber = Field(
        92, description="from 0 to 100: from here on two claims say nearly the same"
    )

    def faults(self) -> Iterator[Fault]:
        """A limit of nothing would refuse every record; alike is a share of 100."""
        for field, value in self:
            if value <= 0:
                yield Fault((field,), "bad-value", f"'{field}' is {value}", "write 1 or more")
        if self.alike > 100:  # noqa: PLR2004 - a percentage
            said = f"'alike' is {self.alike}, and claims are 100 alike at most"
            yield Fault(("alike",), "bad-value", said, "write a number from 1 to 100")


# --- claims -----------------------------------------------------------------------------


class Status(StrEnum):
    """Where a claim stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Reference(Model):
    """A public fact outside the captured sources: shown as not captured."""

    title: Line
    url: Url
    accessed: Day
    origin: Id | None = Field(
        None, description="origin that it shares with a source, such as one interview"
    )
    quote: tuple[Quote, ...] = Field(
        (), description="words that the reference prints; no machine compared them"
    )


class Evidence(Model):
    """One piece of evidence: a passage of a source, or a public reference."""

    passage: PassageRef | None = None
    reference: Reference | None = None
    stance: Stance
    note: Prose | None = None
    why_counts: Prose | None = Field(
        None, description="why speech proves a fact here; without it speech is context"
    )

    def faults(self) -> Iterator[Fault]:
        """Exactly one of passage and reference."""
        if (self.passage is None) == (self.reference is None):
            found = "neither a passage nor a reference" if self.passage is None else "both"
            said = f"a piece of evidence names {found}"
            yield Fault((), "inconsistent", said, "give exactly one of 'passage', 'reference'")

    def carries(self, asks: Question, kind: PassageKind | None) -> bool:
        """Whether it can bear a verdict: speech shows that it was said, not that it is so."""
        speech = kind is not None and kind.is_speech
        return asks is Question.SAID or not speech or self.why_counts is not None


class RelatedAs(StrEnum):
    """How a claim stands to another; the other side is derived."""

    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    PART_OF = "part-of"


class Related(Model):
    """A link from one claim to another."""

    claim: Id
    how: RelatedAs = Field(alias="as")


class HistoryKind(StrEnum):
    """What happened to a published claim."""

    PUBLISHED = "published"
    UPDATE = "update"
    CORRECTION = "correction"
    VERDICT_CHANGE = "verdict-change"
    WITHDRAWN = "withdrawn"


class HistoryEntry(Model):
    """A dated change that readers see."""

    date: Day
    kind: HistoryKind
    note: Prose
    verdict_before: Id | None = None

    def faults(self) -> Iterator[Fault]:
        """A changed verdict names the former one; nothing else does."""
        if (self.kind is HistoryKind.VERDICT_CHANGE) != (self.verdict_before is not None):
            said = "'verdict_before' belongs to entries of kind verdict-change, and to each"
            yield Fault(("kind",), "verdict-history", said)


class Response(Model):
    """Right of reply: when the claimant was asked, what came back, or why nobody asked."""

    asked_on: Day | None = None
    answer: Prose | None = None
    none_because: Prose | None = None

    def faults(self) -> Iterator[Fault]:
        """Either somebody was asked or a reason is given; an answer has a question."""
        if self.asked_on is None and self.none_because is None:
            said = "the record does not say whether the claimant was asked"
            yield Fault((), "inconsistent", said, "give 'asked_on', or 'none_because'")
        if self.answer is not None and self.asked_on is None:
            yield Fault(("answer",), "inconsistent", "an answer without 'asked_on'")


def _listed(keys: tuple[str, ...]) -> str:
    *most, last = (f"'{key}'" for key in keys)
    return f"{', '.join(most)} and {last}" if most else last


class Claim(Record):
    """One statement under review: ``claims/**/<id>.yml``."""

    format: WholeNumber = Field(description="version of the record format: 1")
    title: Line = Field(description="headline of the check: neutral, no verdict in it")
    claim: Line = Field(description="the statement under review, one sentence")
    claim_short: Line | None = Field(None, description="at most 74 characters")
    asks: Question
    claimant: Id | None = Field(description="who said it; null with claimant_note")
    claimant_note: Prose | None = None
    said_on: When | None = None
    said_in: Line | None = Field(None, description="where it was said: an interview, a speech")
    appearances: tuple[Id, ...] = Field((), description="the sources that carry it")
    verdict: Id | None = None
    summary: Prose | None = Field(None, description="the answer and the reason, 1-2 sentences")
    evidence: tuple[Evidence, ...] = ()
    analysis: Markdown | None = None
    topics: tuple[Id, ...] = ()
    people: tuple[Id, ...] = ()
    events: tuple[Id, ...] = ()
    related: tuple[Related, ...] = ()
    single_source_reason: Prose | None = None
    response: Response | None = None
    status: Status
    checked_by: Id | None = None
    reviewed_by: Id | None = None
    former_ids: tuple[Id, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    reviewed_on: Day | None = None
    excused: tuple[Excuse, ...] = ()

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
    def changed_on(self) -> date | None:
        """Day of the newest entry of the history."""
        return max((e.date for e in self.history), default=None)

    def faults(self) -> Iterator[Fault]:
        """Check what the fields say together."""
        if self.format != 1:
            yield Fault(("format",), "bad-value", f"format {self.format} is unknown", "write 1")
        yield from self._text_faults()
        yield from self._public_faults()
        yield from self._history_faults()
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
            said = f"a {self.status} claim needs {_listed(absent)}"
            hint = "add lines such as these, or set 'status: draft'"
            yield Fault(("status",), "missing-field", said, hint, absent)

    def _text_faults(self) -> Iterator[Fault]:
        limit = CLAIM_SHORT_LIMIT
        if self.claim_short is None and len(self.claim) > limit:
            said = f"the claim has {len(self.claim)} characters and there is no 'claim_short'"
            hint = f"add 'claim_short' with at most {limit}"
            yield Fault(("claim",), "missing-field", said, hint)
        if self.claim_short and len(self.claim_short) > limit:
            said = f"'claim_short' has {len(self.claim_short)} characters; at most {limit}"
            yield Fault(("claim_short",), "too-large", said)
        if self.claimant is None and self.claimant_note is None:
            hint = "say in 'claimant_note' why nobody is named"
            yield Fault(("claimant",), "missing-field", "the claim has no claimant", hint)

    def _history_faults(self) -> Iterator[Fault]:
        days = [entry.date for entry in self.history]
        for index, (before, after) in enumerate(pairwise(days), 1):
            if after < before:
                said = "the history is not in order: the oldest entry stands first"
                yield Fault(("history", index, "date"), "verdict-history", said)
        kinds = {entry.kind for entry in self.history}
        withdrawn = self.status is Status.WITHDRAWN
        if withdrawn != (HistoryKind.WITHDRAWN in kinds):
            said = "'status' and 'history' do not agree whether the claim is withdrawn"
            yield Fault(("status",), "verdict-history", said)
        if self.history and self.history[0].kind is not HistoryKind.PUBLISHED:
            said = "the first entry does not say when the claim appeared"
            hint = "the first entry has 'kind: published'"
            yield Fault(("history", 0, "kind"), "verdict-history", said, hint)
        for index, entry in enumerate(self.history[:-1]):
            if entry.kind is HistoryKind.WITHDRAWN:
                said = "an entry follows the one that withdraws the claim"
                yield Fault(("history", index + 1, "kind"), "verdict-history", said)
        changes = [e for e in self.history if e.verdict_before]
        if changes and changes[-1].verdict_before == self.verdict:
            said = "the verdict before the last change is the verdict of today"
            yield Fault(("verdict",), "verdict-history", said)

    def _inner_faults(self) -> Iterator[Fault]:
        inner: list[tuple[tuple[str | int, ...], Model]] = [
            (("evidence", i), item) for i, item in enumerate(self.evidence)
        ]
        inner += [(("history", i), entry) for i, entry in enumerate(self.history)]
        if self.response:
            inner.append((("response",), self.response))
        for path, model in inner:
            yield from (f._replace(path=(*path, *f.path)) for f in model.faults())

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
