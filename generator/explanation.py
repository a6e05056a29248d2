"""What a problem code means, for a person who meets it for the first time.

One Markdown file a code lies in ``explanations/``. It goes on behind the sentence of
``codes.CODES`` with four sections: why it matters, an example that is wrong, the same mended, and
what to do. An editorial rule says the first and the last in its own text, and its file has the
examples alone.

Prose is the Markdown that contributors may use. An example is fenced; behind its language stands
the file that it is a part of, in an invented project: ``tests/toy``, where a test tries it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.codes import EDITORIAL, GROUPS
from generator.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.rules import Rule

EXAMPLES = ("Wrong", "Right")
SECTIONS = ("Why", *EXAMPLES, "What to do")
FOLDER = Path(__file__).with_name("explanations")
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


class Effect(StrEnum):
    """What a problem does to whoever meets it."""

    BUILD = "build"  # no site is made
    WARNING = "warning"
    EITHER = "either"  # an error or a warning, by where it is found
    COMMAND = "command"  # the command that finds it fails; a build does not look


_EITHER = frozenset({"unexpected-file", "bad-signature", "changed-signers"})
_WARNINGS = frozenset({"claim-review"})
_OF_COMMANDS = frozenset(
    {
        "unreadable-capture",
        "not-formatted",
        "not-importable",
        "seal-of-another-text",
        "bad-signers",
        "unsigned-seal",
        "lost-address",
        "not-frozen",
    }
)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A block of code, and the file that it is a part of; none for what a terminal shows."""

    text: str
    language: str
    file: str = ""


Part = str | Example


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """All that is told of a code. ``rule`` is the rule that it belongs to, if any."""

    code: str
    sentence: str
    effect: Effect
    rule: Rule | None
    why: tuple[Part, ...]
    wrong: tuple[Part, ...]
    right: tuple[Part, ...]
    mend: tuple[Part, ...]


def explanations(rules: Mapping[str, Rule]) -> dict[str, dict[str, Explanation]]:
    """Return the explanation of each code, by group; ``rules`` are the editorial ones."""
    return {
        group: {code: _explanation(code, said, rules.get(code)) for code, said in codes.items()}
        for group, codes in GROUPS.items()
    }


def _explanation(code: str, sentence: str, rule: Rule | None) -> Explanation:
    parts = written(code)
    return Explanation(
        code=code,
        sentence=sentence,
        effect=_effect(code, rule),
        rule=rule,
        why=(rule.text,) if rule else parts["Why"],
        wrong=parts["Wrong"],
        right=parts["Right"],
        mend=() if rule else parts["What to do"],
    )


def _effect(code: str, rule: Rule | None) -> Effect:
    if rule:
        return Effect.WARNING if rule.severity is Severity.WARNING else Effect.BUILD
    if code in _EITHER:
        return Effect.EITHER
    if code in _WARNINGS:
        return Effect.WARNING
    return Effect.COMMAND if code in _OF_COMMANDS else Effect.BUILD


@cache
def written(code: str) -> Mapping[str, tuple[Part, ...]]:
    """Read the sections of a code's file.

    Raises ValueError when it has others than it should: a mistake of ours, which a test finds.
    """
    before, *found = _HEADING.split((FOLDER / f"{code}.md").read_text("utf-8"))
    sections = dict(zip(found[::2], map(_parts, found[1::2]), strict=True))
    if before or tuple(sections) != (EXAMPLES if code in EDITORIAL else SECTIONS):
        raise ValueError(f"the explanation of {code} has the sections {', '.join(sections)}")
    return sections


def example() -> str:
    """Return a whole claim with a comment on each of its fields."""
    return (FOLDER / "example-claim.yml").read_text("utf-8").strip("\n")


def _parts(text: str) -> tuple[Part, ...]:
    return tuple(part for part in _split(text) if part)


def _split(text: str) -> Iterator[Part]:
    end = 0
    for fence in _FENCE.finditer(text):
        yield text[end : fence.start()].strip()
        yield Example(text=fence[3], language=fence[1], file=fence[2] or "")
        end = fence.end()
    yield text[end:].strip()
