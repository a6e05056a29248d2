"""Options that several commands share."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.hosts import terminal
from generator.passages import VARIABLE
from generator.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Late(click.Choice[str]):
    """Words that are asked for when an option needs them: what has them may be slow to load."""

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self.case_sensitive = True
        self._words = words

    @cached_property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]  # click keeps a value there
        """The words, in the order of their list."""
        return tuple(map(str, self._words()))


ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds claims/, content/ and site_config/.  [default: this folder]",
)
ARCHIVE = click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help=f"Folder of the captured texts.  [default: ${VARIABLE}, else archive/]",
)


def _colour(context: click.Context, _: click.Parameter, wanted: str | None) -> None:
    """Tell click, and the commands below this one, whether to keep colours."""
    if wanted is not None or context.parent is None:
        context.color = {"always": True, "never": False}.get(wanted or "auto", terminal.asked())


# Of all commands at once, and behind any of them.
COLOUR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default=None,
    expose_value=False,
    callback=_colour,
    help="Colours: auto asks NO_COLOR, FORCE_COLOR and the terminal.  [default: auto]",
)
AS_OF = click.option(
    "--as-of",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day by which excuses and reviews are judged.  [default: today]",
)
STYLE = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github for annotations, sarif for code scanning, json for programs.",
)
