"""Interface words: what the site says of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.explanation import Effect
from generator.passages.quotation import State
from generator.problems import Severity
from generator.records import (
    HistoryKind,
    Icon,
    Media,
    Needs,
    PassageKind,
    PersonKind,
    Question,
    RelatedAs,
    SealKind,
    SourceStatus,
    Stance,
)

if TYPE_CHECKING:
    from datetime import date

    from generator.fields import PartialDate
    from generator.rules import Rule

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

ICON = {
    Icon.CHECK: "✓",
    Icon.ALMOST: "≈",
    Icon.HALF: "◐",
    Icon.MOSTLY_NOT: "◔",
    Icon.CROSS: "✗",
    Icon.QUESTION: "?",
    Icon.DISAGREE: "⇄",
    Icon.REWORDED: "~",
}
STANCE = {
    Stance.SUPPORTS: "Supports",
    Stance.REFUTES: "Speaks against",
    Stance.CONTEXT: "Context",
}
STANCE_HEADING = {
    Stance.SUPPORTS: "For the claim",
    Stance.REFUTES: "Against the claim",
    Stance.CONTEXT: "Context",
}
PASSAGE_KIND = {
    PassageKind.DIRECT_SPEECH: "direct speech",
    PassageKind.REPORTED_SPEECH: "reported speech",
    PassageKind.NARRATION: "the report’s own words",
    PassageKind.HEADLINE: "headline",
    PassageKind.CAPTION: "picture caption",
}
QUESTION = {
    Question.SAID: "Was it said?",
    Question.FACT: "Is it so?",
}
NEEDS = {
    Needs.SUPPORTS: "at least one piece of evidence for the claim",
    Needs.REFUTES: "at least one piece of evidence against the claim",
    Needs.BOTH: "evidence for and against the claim",
    Needs.NONE: "no particular evidence: it says what is missing",
}
PERSON_KIND = {
    PersonKind.PERSON: "Person",
    PersonKind.ORGANISATION: "Organisation",
    PersonKind.GOVERNMENT: "Government",
    PersonKind.GROUP: "Group",
}
MEDIA = {
    Media.ARTICLE: "article",
    Media.DOCUMENT: "document",
    Media.VIDEO: "video",
    Media.AUDIO: "audio recording",
    Media.POST: "post",
}
SOURCE_STATUS = {
    SourceStatus.LIVE: "online as captured",
    SourceStatus.CORRECTED: "corrected by its publisher since",
    SourceStatus.SUPERSEDED: "replaced by a later version",
    SourceStatus.RETRACTED: "retracted by its publisher",
    SourceStatus.PAYWALLED: "behind a paywall",
    SourceStatus.GONE: "no longer online",
}
HISTORY = {
    HistoryKind.PUBLISHED: "Published",
    HistoryKind.UPDATE: "Updated",
    HistoryKind.CORRECTION: "Corrected",
    HistoryKind.VERDICT_CHANGE: "Verdict changed",
    HistoryKind.WITHDRAWN: "Withdrawn",
}
SEVERITY = {
    Severity.ERROR: "Error: the site is not built",
    Severity.WARNING: "Warning: somebody is asked to look",
}
EFFECT = {
    Effect.BUILD: SEVERITY[Severity.ERROR],
    Effect.WARNING: SEVERITY[Severity.WARNING],
    Effect.EITHER: "Error or warning: the message says which",
    Effect.COMMAND: "Error: the command that finds it fails",
}
EXCUSABLE = {True: "can be excused", False: "cannot be excused"}
# The side that the record writes, and the side that is derived from it.
RELATION = {
    (RelatedAs.REPEATS, False): "Repeats",
    (RelatedAs.REPEATS, True): "Repeated by",
    (RelatedAs.CONTRADICTS, False): "Contradicts",
    (RelatedAs.CONTRADICTS, True): "Contradicted by",
    (RelatedAs.UPDATES, False): "Updates",
    (RelatedAs.UPDATES, True): "Updated by",
    (RelatedAs.PART_OF, False): "Part of",
    (RelatedAs.PART_OF, True): "Has the part",
}
STATE = {
    State.VERBATIM: "✓ Verbatim",
    State.TYPOGRAPHY: "✓ Same words, other typography",
    State.NOT_FOUND: "✗ Not in the source so",
    State.AMBIGUOUS: "✗ Stands at several places",
    State.TOO_SHORT: "✗ Too short to place",
    State.NEEDS_ARCHIVE: "Not verified yet",
    State.UNSEALED: "Not verified yet",
}
NOT_COMPARED = "Not compared"
SEAL = {
    SealKind.CLOSED: "Anyone can check the quoted words; the rest of the text stays private",
    SealKind.OPEN: "Anyone can check any words; the text may be published",
}
LANGUAGE = {"en": "English", "uk": "Ukrainian", "ru": "Russian"}


def day(value: PartialDate | date | None) -> str:
    """Write a date as far as it is known: ``7 June 2022``, ``June 2022``, ``2022``."""
    if value is None:
        return "date not known"
    parts = [str(value.year)]
    if value.month:
        parts.insert(0, _MONTHS[value.month - 1])
    if value.day:
        parts.insert(0, str(value.day))
    return " ".join(parts)


def share(part: int, whole: int) -> str:
    """Write a share in whole per cent: ``22 %``."""
    return f"{round(100 * part / whole) if whole else 0} %"


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: ``1 claim``, ``2 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def of_code(code: str) -> str:
    """Write a code in words: ``Single source``, ``Not a URL``."""
    text = " ".join(_SHORT.get(word, word) for word in code.split("-"))
    return text[:1].upper() + text[1:]


_SHORT = {"yaml": "YAML", "html": "HTML", "url": "URL", "email": "e-mail address"}


def excuses(rule: Rule | None) -> str:
    """Say whether a record can be excused from what a rule, or something else, finds."""
    return EXCUSABLE[bool(rule and rule.excusable)].capitalize()
