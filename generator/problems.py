"""Problems are values: collected, sorted and printed, never raised for bad data."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.characters import FORBIDDEN, one_line, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Every code that a run can print, with what it means. Codes are stable: people put them in
# searches, scripts and excuses. A problem with a code that is not here cannot be made.
CODES = {
    # the file
    "unreadable-file": "The file cannot be read, or is not an ordinary file.",
    "wrong-folder": "The file lies where no record of its kind is looked for.",
    "unexpected-file": "The folder holds records only; this file is not one.",
    "bad-id": "A file name is not usable as an id.",
    "duplicate-id": "Two records have one id.",
    "too-large": "The file, or a text in it, is longer than its limit.",
    "bad-encoding": "The file is not UTF-8 without a byte order mark, in normal form NFC.",
    "unreadable-capture": "A capture from which no text could be taken.",
    "forbidden-character": "An invisible or control character that would change text unseen.",
    # the YAML
    "yaml-syntax": "The file is not well-formed YAML.",
    "duplicate-key": "A mapping has one key twice; YAML would keep the last without a word.",
    "yaml-alias": "Anchors, aliases and merge keys are not used in records.",
    "yaml-tag": "Type tags are not used in records.",
    "yaml-directive": "Directives and further documents are not used in records.",
    "yaml-depth": "The nesting is deeper than any record needs.",
    "yaml-key": "A key is not plain text.",
    "comment-in-text": "A comment behind unquoted text; YAML cuts the text there.",
    # the schema
    "unknown-key": "A key that this kind of record does not have.",
    "missing-field": "A required key is absent.",
    "wrong-type": "Text, a list or a mapping stands where another of these belongs.",
    "empty-text": "A text is empty, or absent where null is not allowed.",
    "not-a-date": "The value is not a calendar date.",
    "not-a-number": "The value is not a whole number.",
    "not-a-choice": "The value is not one of the allowed words.",
    "not-an-id": "The value is not of an id's form.",
    "not-a-url": "The value is not a plain http or https address.",
    "not-an-email": "The value is not an e-mail address.",
    "not-a-language": "The value is not a BCP 47 language tag.",
    "bad-value": "The value is of the right type and still cannot be used.",
    "inconsistent": "Two fields of one record contradict each other.",
    "raw-html": "Contributor text and hand-written pages use Markdown without raw HTML.",
    "prose-link": "A link in an analysis is not a whole web address.",
    "unknown-placeholder": "A hand-written page names a live figure that does not exist.",
    # between records
    "unknown-reference": "An id that names no record.",
    "verdict-question": "The verdict answers another question than the claim asks.",
    "verdict-evidence": "The evidence shown cannot carry the verdict.",
    "unused-excuse": "A record is excused from a rule that it does not break.",
    "single-source": "A firm verdict rests on one origin and does not say why that is enough.",
    "headline-quote": "A headline is quoted as if it were a sentence of the report.",
    "quoted-words": "Words in quotation marks that no passage of the check has.",
    "date-order": "Two dates contradict each other.",
    "future-date": "A date lies after the day of the check.",
    "quotation-limit": "More of a source is quoted than the limit allows.",
    "long-omission": "An omission leaves out more than the limit allows.",
    "source-status": "A source of a published claim no longer stands as it was captured.",
    "claimant-not-mentioned": "No passage shown mentions whoever is said to have made the claim.",
    "stale-review": "The last look at a published claim is long ago.",
    "near-duplicate": "Two claims say nearly the same and do not name each other.",
    "overused-passage": "More published claims lean on one passage than the limit allows.",
    "unused-passage": "A passage that no claim uses.",
    "orphan": "A record that no other record names.",
    "verdict-history": "The history does not fit the verdict or the status.",
    "address-collision": "Two pages would have one address.",
    # between a quotation and its source
    "not-found": "The words of a quotation do not stand in the source so.",
    "ambiguous": "A quotation stands in the source more than once, and nothing says which it is.",
    "too-short": "A quotation is too short to mean one place of its source.",
    "needs-archive": "A quotation was added since the source was sealed; no proof covers it yet.",
    "unsealed": "A source has no seal, so that nobody can verify its quotations.",
    "bad-seal": "A seal cannot be read, or is not that of its source.",
    "seal-of-another-text": "A seal was made from another text than the archive holds.",
    "bad-signature": "A signature is not one of its seal by a key that the site trusts.",
    "bad-signers": "A line of the list of trusted keys is not one.",
    "changed-signers": "The list of keys that the site trusts changes.",
    "omitted-negation": "An omission jumps a negation of the source.",
    "omitted-speaker": "An omission jumps a passage that names somebody else.",
    "negation-before": "A negation stands just before the quotation in the source.",
    "unsigned-seal": "A new or changed seal is not signed by anyone whom the site trusts.",
}


MAX_MESSAGE = 250
MAX_DETAIL = 3000  # a quotation and what is marked in it

# What to do about a problem that says no more itself: every problem has a hint.
HINTS = {
    "unreadable-file": "put an ordinary file there that this account may read",
    "wrong-folder": "claims lie below claims/, all other records in their folder of content/",
    "unexpected-file": "move it elsewhere",
    "bad-id": "rename it: lower-case letters a-z, digits and single hyphens",
    "duplicate-id": "rename one of the two",
    "too-large": "shorten it, or split it in two",
    "yaml-syntax": "compare the line with another record of the folder",
    "yaml-alias": "put the text in quotes, or write the value out",
    "yaml-directive": "one file holds one record: delete the line",
    "yaml-depth": "compare the indentation with another record of the folder",
    "yaml-key": "write 'key: value' with a plain word as the key",
    "unknown-key": "delete the line, or look up the name in another record of the folder",
    "wrong-type": "compare it with the same key in another record of the folder",
    "empty-text": "write the text, or null where that is allowed",
    "not-a-number": "write digits only, such as 1",
    "not-a-choice": "write one of the allowed words",
    "not-an-id": "an id is a file name without its ending",
    "not-an-email": "write an address such as name@example.org",
    "bad-value": "compare it with the same key in another record of the folder",
    "inconsistent": "change one of the two so that both say the same",
    "verdict-history": "make 'status', 'verdict' and 'history' tell one story, oldest entry first",
    "unknown-reference": "add the record, or correct the id",
    "address-collision": "rename one of the two",
    "needs-archive": "whoever holds the archive runs 'factcheck seal'",
    "unsealed": "whoever holds the archive runs 'factcheck seal'",
    "seal-of-another-text": "put the sealed text back, or capture the new one with --replace",
    "bad-seal": "make it again with 'factcheck seal'; it is never edited by hand",
    "quoted-words": (
        "copy the words from the passage, write them without quotation marks, or record in the "
        "reference's 'quote' that it prints them"
    ),
    "date-order": "correct the date that is wrong",
    "future-date": "correct the date",
    "stale-review": "look at the evidence again, and set 'reviewed_on'",
    "overused-passage": "add evidence of other origins, or quote two shorter passages",
    "unused-passage": "name it in the evidence of a claim, or delete it",
    "orphan": "name it where it belongs, or delete the file",
    "unused-excuse": "delete the entry",
}


class Severity(StrEnum):
    """How a problem ends a run: an error makes it fail, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A span of a file. Lines and columns count from 1, columns in Unicode code points.

    ``end_line`` and ``end_column`` name the first place after the span; 0 means unknown.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0


def position_of(file: str, text: str, offset: int, length: int = 0) -> Position:
    """Return the position of ``length`` characters at ``offset`` of a file's text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return (
        Position(file, line, column, line, column + length)
        if length
        else Position(file, line, column)
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and how to mend it.

    ``message`` is one sentence of what was found; ``hint`` says what was expected or what
    to do; ``details`` are further lines, such as a text to paste. Raises ValueError for a
    code that is not in ``CODES``: a mistake of ours.
    """

    code: str
    position: Position
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)
    details: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"problem code {self.code!r} is not in CODES")
        # Both may quote a record: a line break in them would start a line of its own in a
        # log, where "::" at its start is a command to GitHub.
        hint = self.hint or HINTS.get(self.code, "")
        object.__setattr__(self, "message", _cut(visible(self.message)))
        object.__setattr__(self, "hint", _cut(visible(hint)))
        details = tuple(_cut(one_line(line), MAX_DETAIL) for line in self.details)
        object.__setattr__(self, "details", details)


def _cut(text: str, limit: int = MAX_MESSAGE) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error."""
    return any(p.severity is Severity.ERROR for p in problems)


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by position, then code; drop exact duplicates."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.position, p.code, p.message))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or the few there are."""
    choices = sorted(known)
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    if not choices:
        return ""
    if len(choices) <= 12:  # noqa: PLR2004 - as many as a reader takes in at a glance
        return "known: " + ", ".join(choices)
    return ""


def summary(problems: Sequence[Problem]) -> str:
    """Count the problems: ``2 errors in 1 file``."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = len(problems) - errors
    files = len({p.position.file for p in problems})
    parts = [_count(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{' and '.join(parts)} in {_count(files, 'file')}" if parts else "no problems"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def as_text(problems: Sequence[Problem], read: Callable[[str], str | None]) -> str:
    """Print problems for a person, each with its line of the file and the span marked.

    ``read`` returns the text of a file by the name that positions use, or None.
    """
    lines: list[str] = []
    for problem in problems:
        at = problem.position
        lines.append(
            f"{visible(at.file)}:{at.line}:{at.column}: {problem.severity}: "
            f"{problem.message} [{problem.code}]"
        )
        lines += _excerpt(at, read(at.file))
        lines += [f"  = {detail}" for detail in problem.details]
        if problem.hint:
            lines.append(f"  = help: {problem.hint}")
    return "\n".join(lines)


def _excerpt(at: Position, text: str | None) -> list[str]:
    rows = (text or "").split("\n")
    if not 0 < at.line <= len(rows) or not rows[at.line - 1].strip():
        return []
    row = FORBIDDEN.sub("�", rows[at.line - 1].rstrip("\r").replace("\t", " "))
    one_line = at.end_line == at.line and at.end_column > at.column
    end = min(at.end_column - 1, len(row)) if one_line else len(row)
    start, room = max(0, at.column - 60), 110
    marks = "^" * min(max(1, end - at.column + 1), room - (at.column - 1 - start))
    gutter = str(at.line)
    return [
        f"{gutter} | {'…' if start else ''}{row[start : start + room]}",
        f"{' ' * len(gutter)} | {' ' * (at.column - 1 - start + bool(start))}{marks}",
    ]


def as_github(problems: Sequence[Problem]) -> str:
    """Print problems as GitHub workflow commands, which annotate the exact line.

    Format: "Workflow commands for GitHub Actions", error and warning messages.
    """
    return "\n".join(
        f"::{p.severity} file={_property(visible(p.position.file))},line={p.position.line},"
        f"col={p.position.column}{_end(p.position)},title={_property(p.code)}::"
        f"{_data(_annotation(p))}"
        for p in problems
    )


def _annotation(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    return "\n".join([problem.message + hint, *problem.details])


def _end(at: Position) -> str:
    # GitHub shows columns only for a span on one line.
    if at.end_line != at.line or at.end_column <= at.column:
        return ""
    return f",endLine={at.end_line},endColumn={at.end_column}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem]) -> str:
    """Print problems as one JSON object, for other programs."""
    rows = [
        {
            "code": p.code,
            "severity": p.severity.value,
            "file": visible(p.position.file),
            "line": p.position.line,
            "column": p.position.column,
            "end_line": p.position.end_line,
            "end_column": p.position.end_column,
            "message": p.message,
            "hint": p.hint,
            "details": list(p.details),
        }
        for p in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem], Callable[[str], str | None]], str]] = {
    "text": as_text,
    "github": lambda found, _read: as_github(found),
    "json": lambda found, _read: as_json(found),
}
