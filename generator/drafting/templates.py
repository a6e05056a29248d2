"""What stands in a new record of each kind, field by field, in the order of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator import reading
from generator.records import FORMAT, Kind

if TYPE_CHECKING:
    from generator.yamltext import Data


class Row(NamedTuple):
    """A field: what belongs there, and what is written when it is not known.

    With a ``sample``, the field is written as comments to uncomment; without one as ``null``.
    """

    key: str
    about: str
    sample: Data = None


_PERSON, _SOURCE, _TOPIC, _EVENT = (
    f"ids from {reading.FOLDERS[kind]}/"
    for kind in (Kind.PERSON, Kind.SOURCE, Kind.TOPIC, Kind.EVENT)
)
_DATE = "YYYY-MM-DD; or YYYY-MM or YYYY when no more is known"

_CLAIM = (
    Row("format", "version of the record format"),
    Row("title", "headline of the check: a neutral question, no verdict in it"),
    Row("claim", "the statement under review, one sentence"),
    Row("claim_short", "at most 74 characters; needed when the claim has more", "…"),
    Row("asks", "said: was it said so?  fact: is it so?"),
    Row(
        "claimant",
        f"who said it: an id, the name of a file in {reading.FOLDERS[Kind.PERSON]}/ "
        "without its ending",
    ),
    Row("claimant_note", "why the claimant is null", "…"),
    Row("said_on", f"when it was said: {_DATE}", "2022-05-31"),
    Row("said_in", "where it was said", "interview with a newspaper"),
    Row("appearances", f"the sources that carry it: {_SOURCE}", ["source-id"]),
    Row("verdict", f"an id of {reading.RATINGS}", "rating-id"),
    Row("summary", "the answer and the reason, one or two sentences", "…"),
    Row(
        "evidence",
        "passages of sources, or a reference; stance: supports, refutes or context",
        [
            {"passage": "source-id#passage-id", "stance": "supports"},
            {
                "reference": {
                    "title": "…",
                    "url": "https://example.org/page",
                    "accessed": "2022-06-07",
                },
                "stance": "context",
            },
        ],
    ),
    Row("analysis", "the reasoning; Markdown without HTML, behind |- when it has paragraphs", "…"),
    Row("topics", _TOPIC, ["topic-id"]),
    Row("people", f"whoever is spoken of: {_PERSON}", ["person-id"]),
    Row("events", _EVENT, ["event-id"]),
    Row(
        "single_source_reason",
        "why one origin is enough, when the evidence has only one",
        "…",
    ),
    Row(
        "response",
        "right of reply: the day of the question, and the answer; or none_because alone",
        {"asked_on": "2022-06-07", "answer": "…"},
    ),
    Row("status", "draft, published or withdrawn"),
    Row("checked_by", f"an id of 'staff' in {reading.PUBLISHER}", "staff-id"),
    Row("reviewed_by", "an id of 'staff', somebody else", "staff-id"),
    Row(
        "history",
        "what readers are told, oldest first; the first entry is the publication",
        [{"date": "2022-06-07", "kind": "published", "note": "…"}],
    ),
    Row("reviewed_on", "the day of the last look", "2022-06-07"),
)

_SOURCES = (
    Row("title", "headline as captured; null when it has none"),
    Row("publisher", "who published it; null when not known"),
    Row("publisher_basis", "stated, inferred (then add publisher_note: how) or unknown"),
    Row("published", f"{_DATE}; null when not known"),
    Row("published_basis", "stated, inferred (then add published_note: how) or unknown"),
    Row("url", "where it stands; null when not known"),
    Row("archive_url", "a stable copy"),
    Row("accessed", "the day on which it was read"),
    Row("language", "BCP 47 tag, such as en or uk; und: not known yet"),
    Row("origin", "sources that carry the same interview or agency copy share one origin"),
    Row("status", "live, corrected, superseded, retracted, paywalled or gone; null: not looked"),
    Row("media", "article, document, video, audio or post"),
    Row("passages", "'factcheck capture' takes the text, 'factcheck quote' prints a passage"),
)

_PEOPLE = (
    Row("kind", "person, organisation, government or group"),
    Row("name", "the spelling that this site uses"),
    Row("variants", "other spellings seen in the sources", ["…"]),
    Row(
        "roles",
        "offices held, as a source states them",
        [{"title": "…", "from": "2019-05-20", "until": "2024"}],
    ),
    Row("same_as", "the same person elsewhere, e.g. Wikidata", ["https://example.org/page"]),
    Row("description", "one or two sentences", "…"),
)

_TOPICS = (
    Row("name", "as it stands in lists"),
    Row("description", "one or two sentences", "…"),
)

_EVENTS = (
    Row("name", "as it stands in lists"),
    Row(
        "date",
        "day, month or year; a span has 'from' and 'until' instead",
        "2022-05-31",
    ),
    Row("place", "where it was", "…"),
    Row("description", "one or two sentences", "…"),
)

TEMPLATES = {
    Kind.CLAIM: _CLAIM,
    Kind.SOURCE: _SOURCES,
    Kind.PERSON: _PEOPLE,
    Kind.TOPIC: _TOPICS,
    Kind.EVENT: _EVENTS,
}

# What a new record says of itself, whoever makes it.
SET: dict[Kind, dict[str, Data]] = {
    Kind.CLAIM: {"format": str(FORMAT), "status": "draft"},
    Kind.SOURCE: {"passages": {}},
    Kind.PERSON: {},
    Kind.TOPIC: {},
    Kind.EVENT: {},
}
