"""Commands about quotations, their seals and the archive."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import ARCHIVE, COLOUR, ROOT, STYLE


@main.command("verify")
@ROOT
@ARCHIVE
@click.option(
    "--since",
    metavar="BASE",
    default=None,
    help="A git revision: fail when a seal is new or changed and no key trusted there signed it.",
)
@click.option("--fix", is_flag=True, help="Mend quotes that can only be meant one way.")
@click.option("--list", "listed", is_flag=True, help="Print a line for every quotation.")
@STYLE
@COLOUR
def _verify(
    root: Path, archive: Path | None, since: str | None, style: str, *, fix: bool, listed: bool
) -> None:
    """Compare every quotation with the seal of its source.

    With the captured texts at hand, compare it with them too. Exit code 0 when every
    quotation holds, 1 when one does not.
    """
    sys.exit(
        commands.verify.verify(
            root, style, archive_folder=archive, since=since, fix=fix, listed=listed
        )
    )


@main.command("seal")
@click.argument("ids", nargs=-1)
@ROOT
@ARCHIVE
@click.option(
    "--sign",
    "key",
    metavar="KEY",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="An SSH key, private or public with an agent: sign the seals with it.",
)
@click.option(
    "--replace", is_flag=True, help="Seal a text that differs from the one sealed before."
)
@COLOUR
def _seal(
    ids: tuple[str, ...], root: Path, archive: Path | None, key: Path | None, *, replace: bool
) -> None:
    """Make the proofs of all quotations from the captured texts.

    IDS are sources; all when none is named. A seal is written only when every quotation of
    its source stands in the text.
    """
    sys.exit(commands.seal.seal(root, ids, archive_folder=archive, key=key, replace=replace))


@main.command("quote")
@click.argument("source")
@click.argument("words")
@ROOT
@ARCHIVE
def _quote(source: str, words: str, root: Path, archive: Path | None) -> None:
    """Find WORDS in the captured text of SOURCE and print the passage to paste.

    "[…]" or "[...]" in WORDS leaves words out.
    """
    sys.exit(commands.quote.quote(root, source, words, archive_folder=archive))


@main.command("coverage")
@ROOT
@ARCHIVE
@COLOUR
@click.option("--missing", is_flag=True, help="Print the sentences that no claim leans on.")
def _coverage(root: Path, archive: Path | None, *, missing: bool) -> None:
    """Tell for each captured text which share of its sentences a claim leans on."""
    sys.exit(commands.coverage.coverage(root, archive_folder=archive, missing=missing))


@main.command("capture")
@click.argument("what", metavar="FILE_OR_URL")
@click.option("--id", "source", required=True, help="Id of the source, new or known.")
@ROOT
@ARCHIVE
@click.option("--language", help="BCP 47 tag of the text, such as en, when it does not say so.")
@COLOUR
@click.option("--replace", is_flag=True, help="Store a text that differs from the former capture.")
def _capture(
    what: str, source: str, root: Path, archive: Path | None, language: str | None, *, replace: bool
) -> None:
    """Store the text of a page, PDF, subtitle or text file, and seal it.

    Writes the text to the archive and, for a new source, a record to fill in. A text that has
    changed since the last capture is compared with the passages and not stored without
    --replace; the former capture is kept.
    """
    sys.exit(
        commands.capture.capture(
            root, what, source, archive_folder=archive, language=language, replace=replace
        )
    )
