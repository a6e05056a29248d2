"""The answers for one new record, from options first and then from a terminal."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from generator.characters import visible
from generator.commands.dialogue import asking
from generator.commands.dialogue.answers import Desk, RefusedError, UnknownError, value_of
from generator.commands.dialogue.questions import ASKED
from generator.records import CLAIM_SHORT_LIMIT, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.commands.dialogue.questions import Asked
    from generator.yamltext import Data

Given = dict[str, tuple[str, ...]]


@dataclass(kw_only=True)
class Sheet:
    """One record in the making: the answers so far, and what is wrong with what was given.

    ``bring`` makes the record of a claimant who has none and returns its id.
    """

    desk: Desk
    kind: Kind
    at_terminal: bool
    bring: Callable[[str], str]
    values: dict[str, Data] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fill(self, given: Mapping[str, Iterable[str]]) -> None:
        """Take what is given and ask for the rest; end the command where that cannot be."""
        for asked in ASKED[self.kind]:
            for text in given.get(asked.key, ()):
                self._take(asked, text)
        if not self.faults and not self.at_terminal:
            self.faults += _missing([a for a in ASKED[self.kind] if self._lacks(a)], self.kind)
        if self.faults:
            raise click.UsageError("\n".join(map(visible, self.faults)))
        if self.at_terminal:
            self._ask_all()

    def _ask_all(self) -> None:
        rows = ASKED[self.kind]
        at = 0
        while at < len(rows):
            if self._is_open(rows[at]):
                self._ask(rows[at])
            # Without a reason why nobody is named, the question before is asked again: who?
            is_back = rows[at].key == "claimant_note" and self._is_open(rows[at])
            at += -1 if is_back else 1

    def _take(self, asked: Asked, text: str) -> None:
        try:
            self._put(asked, value_of(self.desk, self.kind, asked, text))
        except UnknownError as error:
            if asked.key == "claimant" and self.at_terminal:
                click.echo(visible(str(error)))
                instead = asking.offer(text)
                if instead == asking.YES:
                    return self._put(asked, self.bring(text))
                if instead:
                    return self._take(asked, instead)
            self.faults.append(f"{asked.flag}: {error}; to add it: {_command(asked, text)}")
        except RefusedError as error:
            self.faults.append(f"{asked.flag}: {error}")

    def _ask(self, asked: Asked) -> None:
        needed = asked.needed or asked.key == "claim_short"
        try:
            value = asking.ask(self.desk, self.kind, asked, needed=needed)
        except UnknownError as error:
            value = self.bring(str(error))
        if value:
            self._put(asked, value)

    def _put(self, asked: Asked, value: str) -> None:
        listed = self.values.setdefault(asked.key, []) if asked.many else None
        if not isinstance(listed, list):
            self.values[asked.key] = value
        elif value not in listed:
            listed.append(value)

    def _is_open(self, asked: Asked) -> bool:
        """Whether an answer is still to be had."""
        if asked.key in self.values or asked.quiet:
            return False
        either = {"claimant": "claimant_note", "claimant_note": "claimant"}
        if asked.key in either:
            return either[asked.key] not in self.values
        return asked.key != "claim_short" or self._is_long()

    def _is_long(self) -> bool:
        return len(str(self.values.get("claim", ""))) > CLAIM_SHORT_LIMIT

    def _lacks(self, asked: Asked) -> bool:
        needed = asked.needed or asked.key in ("claim_short", "claimant", "claimant_note")
        return needed and self._is_open(asked)


def _missing(lacking: list[Asked], kind: Kind) -> list[str]:
    names = [" ".join([a.flag, "|".join(a.choices)]).strip() for a in lacking]
    if "--claimant" in names:
        names[names.index("--claimant") :] = ["--claimant", "or --claimant-note WHY"]
    said = f"a new {kind} needs {', '.join(names)}".replace(", or", " or")
    return [f"{said}; at a terminal you are asked for what is missing"] if names else []


def _command(asked: Asked, text: str) -> str:
    kind = asked.names or Kind.PERSON
    key = "--title" if kind is Kind.SOURCE else "--name"
    return f"factcheck new {kind} {key} {shlex.quote(text)}"
