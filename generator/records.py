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
    Choice,
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

FORMAT = 1  # of the records of claims; generator.migrations moves older ones to it
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

    rule: Line = Field(
        description="Code of the rule, as a problem prints it in square brackets.",
        examples=["verdict-evidence"],
    )
    reason: Prose = Field(
        description="Why the rule does not fit here. The page of the check shows it.",
        examples=["The minutes are lost; the speech is all that is left."],
    )
    until: Day = Field(
        description="Last day on which the excuse holds; after it the rule speaks again.",
        examples=["2027-06-30"],
    )


EXCUSED: Any = Field(
    (),
    description=(
        "Editorial rules that do not fit this record, each with the reason and the last day on "
        "which the excuse holds."
    ),
    examples=[
        [{"rule": "verdict-evidence", "reason": "The minutes are lost.", "until": "2027-06-30"}]
    ],
)


# --- people, topics, events -------------------------------------------------------------


class PersonKind(Choice):
    """Who can make a claim: a person or a body."""

    PERSON = "person", "one human being"
    ORGANISATION = "organisation", "a company, an outlet, a party, an alliance of states"
    GOVERNMENT = "government", "a state, a ministry, a head of state's office, a council"
    GROUP = "group", "people who act or are spoken of together without being a body"


class Role(Model):
    """An office that a person held, as a source states it."""

    title: Line = Field(
        description="The office, as a source states it.", examples=["Mayor of Otterby"]
    )
    since: When | None = Field(
        None, alias="from", description="When it began; null when not known.", examples=["2028-05"]
    )
    until: When | None = Field(
        None,
        description="When it ended; null when it has not, or when that is not known.",
        examples=["2030-09-30"],
    )

    def faults(self) -> Iterator[Fault]:
        """A role cannot end before it began."""
        if self.since and self.until and self.until.surely_before(self.since):
            yield Fault(("until",), "inconsistent", "the role ends before it begins")


class Person(Record):
    """A person or body that makes claims or is spoken of: ``content/people/<id>.yml``."""

    kind: PersonKind = Field(description="Whether this is a person or which sort of body.")
    name: Line = Field(
        description="The name, in the spelling that this site uses.",
        examples=["Ada Quill"],
    )
    variants: tuple[Line, ...] = Field(
        (),
        description="Other spellings and short forms that the sources print.",
        examples=[["A. Quill", "Ada Quille"]],
    )
    roles: tuple[Role, ...] = Field(
        (),
        description="Offices held, as the sources state them.",
        examples=[[{"title": "Mayor of Otterby", "from": "2028-05"}]],
    )
    same_as: tuple[Url, ...] = Field(
        (),
        description="Addresses of the same person or body elsewhere, such as Wikidata.",
        examples=[["https://www.wikidata.org/wiki/Q42"]],
    )
    description: Prose | None = Field(
        None,
        description="One or two neutral sentences: who this is, as far as the sources say it.",
        examples=["Named in one captured text as mayor of Otterby."],
    )
    excused: tuple[Excuse, ...] = EXCUSED

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

    name: Line = Field(
        description="What readers see in lists and headings.", examples=["Harbour ferry"]
    )
    description: Prose | None = Field(
        None,
        description="One sentence: which claims belong here.",
        examples=["Claims on the ferry across the harbour."],
    )
    excused: tuple[Excuse, ...] = EXCUSED


class Event(Record):
    """Something that happened on a day or over a time: ``content/events/<id>.yml``."""

    name: Line = Field(
        description="What readers see in lists and headings.",
        examples=["Council meeting of 3 March"],
    )
    date: When | None = Field(
        None,
        description="The day, month or year. For a span use 'from' and 'until' instead.",
        examples=["2022-05-31"],
    )
    since: When | None = Field(
        None, alias="from", description="First day of a span.", examples=["2022-06-12"]
    )
    until: When | None = Field(None, description="Last day of a span.", examples=["2022-06-13"])
    place: Line | None = Field(None, description="Where it happened.", examples=["Otterby"])
    description: Prose | None = Field(
        None,
        description="One or two neutral sentences: what happened and which source says so.",
        examples=["A meeting whose minutes are captured."],
    )
    excused: tuple[Excuse, ...] = EXCUSED

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


class Question(Choice):
    """What a claim asks: whether it was said so, or whether it is so."""

    SAID = "said", "was it said so?"
    FACT = "fact", "is it so?"


class Stance(Choice):
    """What a piece of evidence does for the claim."""

    SUPPORTS = "supports", "speaks for the claim"
    REFUTES = "refutes", "speaks against the claim"
    CONTEXT = "context", "helps to understand it and speaks neither for nor against"


class Needs(Choice):
    """Which evidence a verdict rests on."""

    SUPPORTS = "supports", "at least one piece that supports the claim"
    REFUTES = "refutes", "at least one piece that refutes it"
    BOTH = "both", "at least one of each"
    NONE = "none", "no evidence for or against"

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances of which there must be at least one piece each."""
        both = (Stance.SUPPORTS, Stance.REFUTES)
        return {Needs.BOTH: both, Needs.NONE: ()}.get(self) or tuple(
            stance for stance in both if stance.value == self.value
        )


class Colour(Choice):
    """Accent colours; each reads on light and dark, and a label always stands beside it."""

    GREEN = "green", "usual for: it is so"
    TEAL = "teal", "usual for: it was said so"
    AMBER = "amber", "usual for: nearly"
    ORANGE = "orange", "usual for: mostly not"
    RED = "red", "usual for: not so"
    VIOLET = "violet", "usual for: sources disagree"
    GREY = "grey", "usual for: not rated"


class Icon(Choice):
    """Signs that tell verdicts apart without colour."""

    CHECK = "check", "a check mark"
    ALMOST = "almost", "a check mark with a dot"
    HALF = "half", "a circle, half full"
    MOSTLY_NOT = "mostly-not", "a cross with a dot"
    CROSS = "cross", "a cross"
    QUESTION = "question", "a question mark"
    DISAGREE = "disagree", "two that point away from each other"
    REWORDED = "reworded", "a quotation that was changed"


class Rating(Record):
    """One verdict of the scale, an entry of ``site_config/ratings.yml``."""

    label: Line = Field(
        description="What readers see, in one to three words.", examples=["Confirmed quotation"]
    )
    definition: Prose = Field(
        description="When this verdict is given, for readers and for whoever writes a check.",
        examples=["Sources contradict each other, and nothing shown settles which is right."],
    )
    value: WholeNumber | None = Field(
        description=(
            "Place on the scale of truth, from 1 (least true) to 5 (truest); null for a verdict "
            "that does not rate truth."
        ),
        examples=[5],
        json_schema_extra={"minimum": 1, "maximum": 5, "pattern": "^[1-5]$"},
    )
    colour: Colour = Field(description="Accent colour of the verdict.")
    icon: Icon = Field(description="Sign of the verdict.")
    asks: Question = Field(
        description="Which question it answers; only claims that ask the same may have it."
    )
    needs: Needs = Field(
        description="Evidence that a claim with this verdict must show at the least."
    )

    def faults(self) -> Iterator[Fault]:
        """The scale runs from 1 to 5: schema.org's bounds when none are given."""
        if self.value is not None and not 1 <= self.value <= 5:  # noqa: PLR2004 - the scale
            hint = "1 to 5, 5 truest; null for a verdict that does not rate truth"
            yield Fault(("value",), "bad-value", f"the value {self.value} is off the scale", hint)


class Licence(Model):
    """Under which terms the site's own words may be used again."""

    name: Line = Field(description="Name of the licence.", examples=["CC BY 4.0"])
    url: Url = Field(
        description="Address of its text.",
        examples=["https://creativecommons.org/licenses/by/4.0/"],
    )


class Staff(Model):
    """Who writes or reviews checks: a person or a desk."""

    name: Line = Field(
        description="Name of the person or desk, as the byline shows it.", examples=["Claims desk"]
    )
    role: Prose | None = Field(
        None,
        description="What the person or desk does, for the page on the method.",
        examples=["Writes the checks from the captured texts."],
    )


class ReviewRule(Model):
    """Whether a published claim needs a checker and another reviewer."""

    two_people: Flag = Field(
        description=(
            "true: whoever reviewed a published claim is not whoever checked it. false needs a "
            "reason."
        ),
        examples=[True],
    )
    reason: Prose | None = Field(
        None,
        description="Why the rule is off; the site prints it. Required when two_people is false.",
        examples=["The newsroom has one member."],
    )

    def faults(self) -> Iterator[Fault]:
        """Whoever switches the rule off says why, and the site prints it."""
        if not self.two_people and not self.reason:
            said = "the two-person rule is off without a reason"
            yield Fault(("two_people",), "inconsistent", said, "say why in 'reason'")


class Publisher(Model):
    """Who answers for the site: ``site_config/publisher.yml``."""

    name: Line = Field(description="Name of the site.", examples=["Word for Word"])
    tagline: Line = Field(
        description="One sentence below the name: what the site does.",
        examples=["Every quoted passage was compared with its source."],
    )
    url: Url = Field(
        description="Address of the published site, ending in /.",
        examples=["https://wordforword.example/"],
    )
    language: Language = Field(
        description="Language in which the checks are written, as a BCP 47 tag: en, uk, pt-BR.",
        examples=["en"],
    )
    contact: Email = Field(
        description="E-mail address to which readers report an error without an account.",
        examples=["corrections@wordforword.example"],
    )
    repository: Url | None = Field(
        None,
        description="Address of the repository that holds the records.",
        examples=["https://git.wordforword.example/site"],
    )
    edit_url: Url | None = Field(
        None,
        description=(
            "Address that edits a file of the repository, ending in /; the path of the record is "
            "put behind it."
        ),
        examples=["https://git.wordforword.example/site/edit/main/"],
    )
    issue_url: Url | None = Field(
        None,
        description="Address at which readers open a new issue.",
        examples=["https://git.wordforword.example/site/issues/new"],
    )
    licence: Licence = Field(
        description="Terms under which the site's own words may be used again.",
        examples=[
            {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        ],
    )
    review: ReviewRule = Field(
        description="The rule of two people: who checks a published claim does not review it.",
        examples=[{"two_people": True}],
    )
    staff: dict[Id, Staff] = Field(
        min_length=1,
        description=(
            "Who writes and reviews checks, each under an id that 'checked_by' and 'reviewed_by' "
            "name."
        ),
        examples=[{"claims-desk": {"name": "Claims desk"}}],
    )

    def faults(self) -> Iterator[Fault]:
        """Addresses that others are joined to end in a slash."""
        for field in ("url", "edit_url"):
            address = getattr(self, field)
            if address and not address.endswith("/"):
                yield Fault((field,), "not-a-url", f"'{address}' must end in /", "add the /")
        yield from (f._replace(path=("review", *f.path)) for f in self.review.faults())


POSITIVE: dict[str, Any] = {"minimum": 1}


class Rules(Model):
    """Where the editorial rules draw their lines: ``site_config/rules.yml``, which may be absent.

    A key that is not written has the value given here.
    """

    quotation_limit: Share = Field(
        0.30,
        description=(
            "Share of a source that may be quoted, all its passages together: 0.30 is 30 per cent."
        ),
        examples=[0.3],
    )
    shortest_quotation: WholeNumber = Field(
        3,
        description="Words that a quotation has at least.",
        examples=[3],
        json_schema_extra=POSITIVE,
    )
    longest_omission: WholeNumber = Field(
        60,
        description="Words that one […] may leave out at most.",
        examples=[60],
        json_schema_extra=POSITIVE,
    )
    claims_per_passage: WholeNumber = Field(
        5,
        description=(
            "Published claims that one passage may support or refute before somebody asks for "
            "more sources."
        ),
        examples=[5],
        json_schema_extra=POSITIVE,
    )
    review_after_days: WholeNumber = Field(
        365,
        description="Days after which a published claim must be looked at again.",
        examples=[365],
        json_schema_extra=POSITIVE,
    )
    alike: WholeNumber = Field(
        92,
        description=(
            "From 1 to 100: two claims that are so much alike must be linked or merged. A lower "
            "number finds more of them."
        ),
        examples=[92],
        json_schema_extra={**POSITIVE, "maximum": 100},
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


class Status(Choice):
    """Where a claim stands in its life."""

    DRAFT = "draft", "being written: shown in previews only"
    PUBLISHED = "published", "on the site"
    WITHDRAWN = "withdrawn", "taken back: its page stays, with the reason"


class Reference(Model):
    """A public fact outside the captured sources: shown as not captured."""

    title: Line = Field(
        description="What it is, as the page shows it.",
        examples=["Minutes of 3 March"],
    )
    url: Url = Field(
        description="Address at which it can be read.",
        examples=["https://www.example.org/minutes"],
    )
    accessed: Day = Field(description="Day on which it was read.", examples=["2026-11-22"])
    origin: Id | None = Field(
        None,
        description=(
            "Origin that it shares with a source, such as one interview; both then count as one."
        ),
        examples=["council-meeting"],
    )
    quote: tuple[Quote, ...] = Field(
        (),
        description=(
            "Words that the reference prints and this check repeats; no machine compared them, "
            "and the page says so."
        ),
        examples=[["the ferry stays"]],
    )


class Evidence(Model):
    """One piece of evidence: a passage of a source, or a public reference."""

    passage: PassageRef | None = Field(
        None,
        description=(
            "A passage of a captured source, as source#passage: the name of its file in "
            "content/sources/ without the ending, and the passage's id. Give this or 'reference'."
        ),
        examples=["otterby-minutes-march#ferry-stays"],
    )
    reference: Reference | None = Field(
        None,
        description=(
            "A public fact outside the captured sources, shown as not captured. Give this or "
            "'passage'."
        ),
        examples=[
            {
                "title": "Minutes of 3 March",
                "url": "https://www.example.org/minutes",
                "accessed": "2026-11-22",
            }
        ],
    )
    stance: Stance = Field(description="What this evidence does for the claim.")
    note: Prose | None = Field(
        None,
        description="What a reader must know about this evidence.",
        examples=["Both reports rest on one interview."],
    )
    why_counts: Prose | None = Field(
        None,
        description=(
            "For a claim that asks 'fact': why somebody's words prove it here. Without it speech "
            "counts as context."
        ),
        examples=["The office reports its own decision."],
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


class RelatedAs(Choice):
    """How a claim stands to another; the other side is derived."""

    REPEATS = "repeats", "says the same as the other"
    CONTRADICTS = "contradicts", "cannot be so when the other is"
    UPDATES = "updates", "says what became of the other later"
    PART_OF = "part-of", "is one statement out of the other"


class Related(Model):
    """A link from one claim to another."""

    claim: Id = Field(
        description="Id of the other claim: its file name without the ending.",
        examples=["ferry-cost"],
    )
    how: RelatedAs = Field(
        alias="as",
        description="How this claim stands to the other; the other's page shows the link too.",
    )


class HistoryKind(Choice):
    """What happened to a published claim."""

    PUBLISHED = "published", "it appeared; always the first entry"
    UPDATE = "update", "something was added, and nothing had been wrong"
    CORRECTION = "correction", "something was wrong and was put right"
    VERDICT_CHANGE = "verdict-change", "the verdict is another; name the former in verdict_before"
    WITHDRAWN = "withdrawn", "it was taken back; always the last entry"


class HistoryEntry(Model):
    """A dated change that readers see."""

    date: Day = Field(description="Day of the change.", examples=["2026-11-22"])
    kind: HistoryKind = Field(description="What happened.")
    note: Prose = Field(
        description="What changed and why, in a sentence that readers understand.",
        examples=["First check of this statement."],
    )
    verdict_before: Id | None = Field(
        None,
        description="The former verdict, for 'kind: verdict-change' and for no other.",
        examples=["unproven"],
    )

    def faults(self) -> Iterator[Fault]:
        """A changed verdict names the former one; nothing else does."""
        if (self.kind is HistoryKind.VERDICT_CHANGE) != (self.verdict_before is not None):
            said = "'verdict_before' belongs to entries of kind verdict-change, and to each"
            yield Fault(("kind",), "verdict-history", said)


class Response(Model):
    """Right of reply: when the claimant was asked, what came back, or why nobody asked."""

    asked_on: Day | None = Field(
        None, description="Day on which the claimant was asked.", examples=["2026-11-20"]
    )
    answer: Prose | None = Field(
        None,
        description="What came back; null or absent when nothing has.",
        examples=["The office answered that the sentence was cut."],
    )
    none_because: Prose | None = Field(
        None,
        description="Why nobody was asked, when 'asked_on' is absent.",
        examples=["The check compares texts that are public."],
    )

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

    format: WholeNumber = Field(
        description="Version of the record format: always 1.",
        examples=[1],
        json_schema_extra={"minimum": 1, "maximum": 1, "pattern": "^1$"},
    )
    title: Line = Field(
        description="Headline of the check: a neutral question, no verdict in it.",
        examples=["Did the mayor say that the bridge is safe?"],
    )
    claim: Line = Field(
        description="The statement under review, in one sentence.",
        examples=["The mayor said that the bridge is safe."],
    )
    claim_short: Line | None = Field(
        None,
        description=(
            "The claim in at most 74 characters, for lists and search engines; required when the "
            "claim is longer."
        ),
        examples=["The mayor: the bridge is safe"],
        json_schema_extra={"maxLength": CLAIM_SHORT_LIMIT},
    )
    asks: Question = Field(
        description=(
            "What is checked: that it was said, or that it is so. For 'fact', what somebody said "
            "proves nothing by itself."
        )
    )
    claimant: Id | None = Field(
        description=(
            "Id of the person or body who made the claim: a file in content/people/ without its "
            "ending; null with 'claimant_note'."
        ),
        examples=["ada-quill"],
    )
    claimant_note: Prose | None = Field(
        None,
        description="Why no claimant is named, or what must be known about the one who is.",
        examples=["The report does not say who spoke."],
    )
    said_on: When | None = Field(
        None,
        description="When it was said: the day, or month or year when no more is known.",
        examples=["2022-05-31"],
    )
    said_in: Line | None = Field(
        None,
        description="Where it was said: an interview, a speech, a post.",
        examples=["Interview with the Otterby Herald"],
    )
    appearances: tuple[Id, ...] = Field(
        (),
        description=(
            "The sources that carry the claim: names of files in content/sources/ without the "
            "ending."
        ),
        examples=[["otterby-herald-ferry"]],
    )
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
        description="Ids under which the claim was published before; each leads here.",
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
    def changed_on(self) -> date | None:
        """Day of the newest entry of the history."""
        return max((e.date for e in self.history), default=None)

    def faults(self) -> Iterator[Fault]:
        """Check what the fields say together."""
        if self.format != FORMAT:
            said = f"format {self.format} is unknown"
            yield Fault(("format",), "bad-value", said, f"write {FORMAT}")
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
            hint = "fill in these lines, or set 'status: draft'"
            yield Fault(("status",), "missing-field", said, hint, absent)

    def _text_faults(self) -> Iterator[Fault]:
        limit = CLAIM_SHORT_LIMIT
        if self.claim_short is None and len(self.claim) > limit:
            said = f"the claim has {len(self.claim)} characters and there is no 'claim_short'"
            hint = f"add 'claim_short' with at most {limit}"
            yield Fault(("claim",), "missing-field", said, hint, ("claim_short",))
        if self.claim_short and len(self.claim_short) > limit:
            said = f"'claim_short' has {len(self.claim_short)} characters; at most {limit}"
            yield Fault(("claim_short",), "too-large", said)
        if self.claimant is None and self.claimant_note is None:
            hint = "say in 'claimant_note' why nobody is named"
            said = "the claim has no claimant"
            yield Fault(("claimant",), "missing-field", said, hint, ("claimant_note",))

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
