"""The names that the site gives to what a record chooses from.

They are in English here and are said in another language by ``Words.t``: ``message`` marks what
the catalogues translate.
"""

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
    Status,
)

if TYPE_CHECKING:
    from generator.rules import Rule


def message(text: str) -> str:
    """Mark a message for the catalogues; it is looked up where it is said."""
    return text


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
    Stance.SUPPORTS: message("Supports"),
    Stance.REFUTES: message("Speaks against"),
    Stance.CONTEXT: message("Context"),
}
STANCE_HEADING = {
    Stance.SUPPORTS: message("For the claim"),
    Stance.REFUTES: message("Against the claim"),
    Stance.CONTEXT: message("Context"),
}
PASSAGE_KIND = {
    PassageKind.DIRECT_SPEECH: message("direct speech"),
    PassageKind.REPORTED_SPEECH: message("reported speech"),
    PassageKind.NARRATION: message("the report’s own words"),
    PassageKind.HEADLINE: message("headline"),
    PassageKind.CAPTION: message("picture caption"),
}
QUESTION = {
    Question.SAID: message("Was it said?"),
    Question.FACT: message("Is it so?"),
}
NEEDS = {
    Needs.SUPPORTS: message("at least one piece of evidence for the claim"),
    Needs.REFUTES: message("at least one piece of evidence against the claim"),
    Needs.BOTH: message("evidence for and against the claim"),
    Needs.NONE: message("no particular evidence: it says what is missing"),
}
PERSON_KIND = {
    PersonKind.PERSON: message("Person"),
    PersonKind.ORGANISATION: message("Organisation"),
    PersonKind.GOVERNMENT: message("Government"),
    PersonKind.GROUP: message("Group"),
}
MEDIA = {
    Media.ARTICLE: message("article"),
    Media.DOCUMENT: message("document"),
    Media.VIDEO: message("video"),
    Media.AUDIO: message("audio recording"),
    Media.POST: message("post"),
}
SOURCE_STATUS = {
    SourceStatus.LIVE: message("online as captured"),
    SourceStatus.CORRECTED: message("corrected by its publisher since"),
    SourceStatus.SUPERSEDED: message("replaced by a later version"),
    SourceStatus.RETRACTED: message("retracted by its publisher"),
    SourceStatus.PAYWALLED: message("behind a paywall"),
    SourceStatus.GONE: message("no longer online"),
}
STATUS = {
    Status.DRAFT: message("Draft"),
    Status.PUBLISHED: message("Published"),
    Status.WITHDRAWN: message("Withdrawn"),
}
HISTORY = {
    HistoryKind.PUBLISHED: message("Published"),
    HistoryKind.UPDATE: message("Updated"),
    HistoryKind.CORRECTION: message("Corrected"),
    HistoryKind.VERDICT_CHANGE: message("Verdict changed"),
    HistoryKind.WITHDRAWN: message("Withdrawn"),
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
    (RelatedAs.REPEATS, False): message("Repeats"),
    (RelatedAs.REPEATS, True): message("Repeated by"),
    (RelatedAs.CONTRADICTS, False): message("Contradicts"),
    (RelatedAs.CONTRADICTS, True): message("Contradicted by"),
    (RelatedAs.UPDATES, False): message("Updates"),
    (RelatedAs.UPDATES, True): message("Updated by"),
    (RelatedAs.PART_OF, False): message("Part of"),
    (RelatedAs.PART_OF, True): message("Has the part"),
}
STATE = {
    State.VERBATIM: message("Verbatim"),
    State.TYPOGRAPHY: message("Same words, other typography"),
    State.NOT_FOUND: message("✗ Not in the source so"),
    State.AMBIGUOUS: message("✗ Stands at several places"),
    State.TOO_SHORT: message("✗ Too short to place"),
    State.NEEDS_ARCHIVE: message("Not verified yet"),
    State.UNSEALED: message("Not verified yet"),
}
NOT_COMPARED = message("Not compared")
SEAL = {
    SealKind.CLOSED: message(
        "Anyone can check the quoted words; the rest of the text stays private"
    ),
    SealKind.OPEN: message("Anyone can check any words; the text may be published"),
}


def of_code(code: str) -> str:
    """Write a code in words: ``Single source``, ``Not a URL``."""
    text = " ".join(_SHORT.get(word, word) for word in code.split("-"))
    return text[:1].upper() + text[1:]


_SHORT = {"yaml": "YAML", "html": "HTML", "url": "URL", "email": "e-mail address"}


def excuses(rule: Rule | None) -> str:
    """Say whether a record can be excused from what a rule, or something else, finds."""
    return EXCUSABLE[bool(rule and rule.excusable)].capitalize()
