"""What ``factcheck new`` asks for each kind of record."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records import Kind, Media, PersonKind, Question


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A field that is asked for at a terminal, or given as an option.

    ``default`` is what Enter means at a terminal; ``choices`` are the words allowed; ``names``
    the kind of record that the answer is an id of. What is not ``needed`` may be left empty;
    ``quiet`` fields are options only.
    """

    key: str
    words: str = ""
    option: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    names: Kind | None = None
    needed: bool = False
    quiet: bool = False
    many: bool = False

    @property
    def flag(self) -> str:
        """The option that gives the answer."""
        return "--" + (self.option or self.key.replace("_", "-"))


_CLAIM = (
    Asked(key="title", words="Title, a neutral question without a verdict", needed=True),
    Asked(key="claim", words="The statement under review, one sentence", needed=True),
    Asked(key="claim_short", words="The statement in at most 74 characters"),
    Asked(
        key="asks",
        words="Was it said so (said), or is it so (fact)?",
        choices=tuple(one.value for one in Question),
        needed=True,
    ),
    Asked(
        key="claimant",
        words="Who said it: id or name, Enter when nobody is known",
        names=Kind.PERSON,
    ),
    Asked(key="claimant_note", words="Why is nobody named? Enter goes back to who said it"),
    Asked(key="said_on", quiet=True),
    Asked(key="said_in", quiet=True),
    Asked(
        key="appearances",
        words="Source that carries it: id, Enter when there is none yet",
        option="source",
        names=Kind.SOURCE,
        many=True,
    ),
    Asked(key="topics", option="topic", names=Kind.TOPIC, quiet=True, many=True),
    Asked(key="events", option="event", names=Kind.EVENT, quiet=True, many=True),
)
_SOURCE = (
    Asked(key="title", words="Headline; Enter when it is not known"),
    Asked(key="publisher", words="Who published it; Enter when not known"),
    Asked(key="url", words="Web address; Enter when not known"),
    Asked(key="media", words="What it is", choices=tuple(one.value for one in Media), needed=True),
    Asked(key="published", quiet=True),
    Asked(key="language", quiet=True),
)
_PERSON = (
    Asked(key="name", words="Name, in the spelling of this site", needed=True),
    Asked(
        key="kind",
        words="Kind",
        choices=tuple(one.value for one in PersonKind),
        default=PersonKind.PERSON.value,
        needed=True,
    ),
)
_TOPIC = (Asked(key="name", words="Name, as it stands in lists", needed=True),)
_EVENT = (
    *_TOPIC,
    Asked(key="date", words="Day (YYYY-MM-DD), month or year; Enter when it is a span"),
)

ASKED = {
    Kind.CLAIM: _CLAIM,
    Kind.SOURCE: _SOURCE,
    Kind.PERSON: _PERSON,
    Kind.TOPIC: _TOPIC,
    Kind.EVENT: _EVENT,
}
