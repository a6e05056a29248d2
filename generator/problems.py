"""Problems are values: collected, sorted and printed, never raised for bad data."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from generator.characters import one_line, visible
from generator.codes import CODES, HINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_MESSAGE = 250
MAX_DETAIL = 3000  # a quotation and what is marked in it
_MEANT = "did you mean"
_SHORT = 2  # letters that are a part of too many words to tell anything
_ENDING = 2  # letters, as of a plural


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


def offset_of(text: str, line: int, column: int) -> int:
    """Return where a place lies in a file's text, in code points; at most its end."""
    starts = [0, *accumulate(len(row) + 1 for row in text.split("\n"))]
    return min(starts[min(line, len(starts)) - 1] + column - 1, len(text))


def position_of(file: str, text: str, offset: int, length: int = 0) -> Position:
    """Return the position of ``length`` characters at ``offset`` of a file's text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return (
        Position(file, line, column, line, column + length)
        if length
        else Position(file, line, column)
    )


class Surety(StrEnum):
    """How surely a mend is what was meant. Source of the three steps: rustc's Applicability."""

    CERTAIN = "certain"  # there is one reading: ``check --fix`` writes it
    LIKELY = "likely"  # the nearest guess: shown, never written
    OUTLINE = "outline"  # lines with "…" to fill in


@dataclass(frozen=True, slots=True)
class Mend:
    """``text`` in the place of what stands at ``at``; an empty span is an insertion.

    Lines end with a line feed, whatever the file has.
    """

    at: Position
    text: str
    surety: Surety = Surety.LIKELY

    def written_into(self, text: str) -> str:
        """Return ``text``, the file with line feeds for line ends, as the mend leaves it."""
        start = offset_of(text, self.at.line, self.at.column)
        end = offset_of(text, self.at.end_line, self.at.end_column)
        return text[:start] + self.text + text[max(start, end) :]

    @property
    def is_certain(self) -> bool:
        """Whether it may be written without asking."""
        return self.surety is Surety.CERTAIN


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and how to mend it.

    ``message`` is one sentence of what was found; ``hint`` says what was expected or what
    to do; ``details`` are further lines, such as a text to paste; ``mend`` is the change of
    the file that the hint means, where there is one. Raises ValueError for a code that is not
    in ``CODES``: a mistake of ours.
    """

    code: str
    position: Position
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)
    details: tuple[str, ...] = ()
    mend: Mend | None = None

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


class Suggestion(NamedTuple):
    """What to say to a word that is not known, and the word that was meant, if one is near."""

    hint: str = ""
    word: str = ""

    @property
    def is_guess(self) -> bool:
        """Whether the hint names what may have been meant, and not just all there is."""
        return self.hint.startswith(_MEANT)


def suggest(word: str, known: Iterable[str]) -> Suggestion:
    """Find the known word that was meant; where several may be, name them and choose none."""
    choices = sorted(known)
    near = _near(word, choices)
    if near:
        hint = f"{_MEANT} {listed(near, 'or')}?"
        return Suggestion(hint, near[0] if len(near) == 1 else "")
    if 0 < len(choices) <= 12:  # noqa: PLR2004 - as many as a reader takes in at a glance
        return Suggestion("known: " + ", ".join(choices))
    return Suggestion()


def _near(word: str, choices: Sequence[str]) -> list[str]:
    """Return at most three words: those of which ``word`` is a part go before those like it."""
    holding = [choice for choice in choices if word in choice] if len(word) > _SHORT else []
    if plural := [c for c in holding if c.startswith(word) and len(c) - len(word) <= _ENDING]:
        return plural[:1]
    if any(_has_part(choice, word) for choice in holding):
        return difflib.get_close_matches(word, holding, n=3, cutoff=0)
    # "unconfirmed" is like "confirmed" and says the opposite.
    turned = [choice for choice in holding if choice.find(word) > 1]
    near = difflib.get_close_matches(word, [c for c in choices if c not in turned], n=1)
    return near + _nearer_in_part(word, near[0], choices) if near else []


def _nearer_in_part(word: str, near: str, choices: Sequence[str]) -> list[str]:
    """Return at most two words of which one part is nearer: "confirmd" may be of two ratings."""
    if "-" in word:
        return []
    measure = difflib.SequenceMatcher(b=word, autojunk=False)

    def likeness(text: str) -> float:
        measure.set_seq1(text)
        return measure.ratio()

    least = likeness(near)
    others = (c for c in choices if c != near and "-" in c)
    return [c for c in others if max(map(likeness, c.split("-"))) > least][:2]


def _has_part(choice: str, word: str) -> bool:
    return f"-{choice.replace('_', '-')}".find(f"-{word.replace('_', '-')}") >= 0


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or the few there are."""
    return suggest(word, known).hint


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Name one or more words in a sentence: 'this', 'that' and 'another'."""
    *most, last = (f"'{word}'" for word in words)
    return f"{', '.join(most)} {joint} {last}" if most else last


def summary(problems: Sequence[Problem]) -> str:
    """Count the problems: ``2 errors in 1 file``."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = len(problems) - errors
    files = len({p.position.file for p in problems})
    parts = [_count(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{' and '.join(parts)} in {_count(files, 'file')}" if parts else "no problems"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
