"""``factcheck explain``: what a problem code means and what to do about it."""

from __future__ import annotations

import shutil

import click

from generator import checks, manual
from generator.characters import visible
from generator.explanation import explanations
from generator.problems import nearest


def explain(code: str | None) -> int:
    """Print what is told of ``code``, or all codes with a sentence each; return 0.

    A code may be given as a message shows it, in brackets.
    """
    groups = explanations(checks.RULES)
    known = {code: told for group in groups.values() for code, told in group.items()}
    width = shutil.get_terminal_size().columns
    if code is None:
        click.echo(manual.index(groups, width, _heading))
        click.echo("\nFor more about one of them: factcheck explain CODE")
        return 0
    wanted = code.strip("[] ").lower()
    if wanted not in known:
        hint = nearest(wanted, known) or "'factcheck explain' lists all"
        raise click.UsageError(visible(f"there is no problem code '{wanted}'; {hint}"))
    click.echo(manual.page(known[wanted], width, _heading))
    return 0


def _heading(text: str) -> str:
    return click.style(text, bold=True)  # click leaves it out where nobody's terminal is
