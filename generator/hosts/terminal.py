"""Problems on a terminal: coloured there, plain in a pipe."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator import report
from generator.report import Role, unpainted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

    from generator.problems import Problem

_STYLES: dict[Role, dict[str, str | bool]] = {
    Role.ERROR: {"fg": "red", "bold": True},
    Role.WARNING: {"fg": "yellow", "bold": True},
    Role.CODE: {"bold": True},
    Role.PLACE: {"fg": "blue"},
    Role.MARK: {"fg": "red", "bold": True},
    Role.HELP: {"fg": "cyan", "bold": True},
    Role.OLD: {"fg": "red"},
    Role.NEW: {"fg": "green"},
}


def paint(role: Role, text: str) -> str:
    """Colour a piece of text by its role; whoever prints it takes the colour off for a pipe."""
    style = _STYLES[role]
    return click.style(text, fg=style.get("fg"), bold=bool(style.get("bold")) or None)


def asked(environ: Mapping[str, str] | None = None) -> bool | None:
    """Return what the environment asks for: colour, none, or None where it does not say.

    Sources: no-color.org; force-color.org; of both, the first counts, as in Python.
    """
    environ = os.environ if environ is None else environ
    if environ.get("NO_COLOR"):
        return False
    return True if environ.get("FORCE_COLOR") else None


def with_count(found: Sequence[Problem], read: Callable[[str], str | None], stream: TextIO) -> str:
    """Write problems and how many there are, for a ``stream`` that a host prints to."""
    wanted = asked()
    is_coloured = stream.isatty() if wanted is None else wanted
    return report.with_count(found, read, paint if is_coloured else unpainted)
