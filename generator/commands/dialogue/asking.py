"""Questions at a terminal: each answer is looked at, and asked for again with the reason."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.characters import visible
from generator.commands.dialogue.answers import RefusedError, UnknownError, value_of
from generator.records import Kind

if TYPE_CHECKING:
    from generator.commands.dialogue.answers import Desk
    from generator.commands.dialogue.questions import Asked

YES = "yes"
_SHOWN = 12  # ids that are listed with a question; more on '?'


def is_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(desk: Desk, kind: Kind, asked: Asked, *, needed: bool) -> str:
    """Ask until the answer can be used; empty when it may be left out and was.

    Raises UnknownError, with the answer, for a claimant whose record shall be made.
    """
    instead = ""
    while True:
        text = instead or _answer(_words(desk, asked), asked.default)
        instead = ""
        if text == "?" and asked.names:
            _tell("\n  ".join(sorted(desk.ids(asked.names))) or "there is none yet")
            continue
        if not text and not needed:
            return ""
        if not text:
            _tell("an answer is needed here")
            continue
        try:
            return value_of(desk, kind, asked, text)
        except UnknownError as error:
            _tell(visible(str(error)))
            if asked.names is Kind.PERSON:
                instead = offer(text)
                if instead == YES:
                    raise UnknownError(text) from None
        except RefusedError as error:
            _tell(visible(str(error)))


def ask_id(desk: Desk, kind: Kind, proposal: str) -> str:
    """Ask for the id of the new record until it is one that is free."""
    while True:
        words = "Id, the name of the file"
        given = click.prompt(words, default=proposal or None)
        try:
            return desk.check_id(kind, str(given).strip())
        except RefusedError as error:
            _tell(visible(str(error)))


def offer(name: str) -> str:
    """Ask whether a claimant who has no record gets one.

    Returns YES, nothing for no, or whatever else was typed: another id or name.
    """
    said = _answer(f"Add a record for '{visible(name)}' now? Or another id or name [y/N]")
    return {"y": YES, "yes": YES, "n": "", "no": ""}.get(said.lower(), said)


def _answer(words: str, default: str = "") -> str:
    return str(click.prompt(words, default=default, show_default=bool(default))).strip()


def _tell(words: str) -> None:
    click.echo(f"  {words}")


def _words(desk: Desk, asked: Asked) -> str:
    if asked.choices:
        return f"{asked.words} [{', '.join(asked.choices)}]"
    if not asked.names:
        return asked.words
    known = sorted(desk.ids(asked.names))
    return f"{asked.words} [{', '.join(known) if len(known) <= _SHOWN else '? lists the ids'}]"
