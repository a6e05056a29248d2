"""The edge of the program: whatever no command foresaw becomes one sentence and an exit code."""

from __future__ import annotations

import errno
import sys
import traceback
from typing import Any

import click

from generator.characters import visible

MISTAKE = 3  # the exit code of a fault of ours; 1 is a fault of the data, 2 one of use


class Edge(click.Group):
    """A group of commands that never ends in a traceback."""

    group_class = type  # a group within this one is of its kind

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command; files that cannot be used end with 1, mistakes of ours with 3."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends quietly when nobody reads any more
            raise click.ClickException(_of_file(error)) from None
        except Exception as error:  # noqa: BLE001 - the edge: nothing stands above it
            click.echo(_mistake(error), err=True)
            sys.exit(MISTAKE)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; for a word that is none and near none, name them all."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            if error.possibilities:
                raise
            said = f"{error.message} Commands: {', '.join(self.list_commands(ctx))}."
            raise click.NoSuchCommand(error.command_name, said, ctx=ctx) from None


def _of_file(error: OSError) -> str:
    said = error.strerror or str(error)
    name = error.filename2 or error.filename
    return visible(f"{name}: {said}" if name else said)


def _mistake(error: Exception) -> str:
    own = [
        f"{name}:{line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
        if (name := str(frame.f_globals.get("__name__"))).startswith("generator.")
    ]
    said = visible(f"{type(error).__name__} {error}".strip())
    return f"factcheck stopped by a mistake of its own: {said} ({own[-1]}); please report it"
