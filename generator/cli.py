"""The command tree and nothing else: each command is a function in ``commands/``."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.commands.capture import capture
from generator.commands.check import check
from generator.commands.coverage import coverage
from generator.commands.edge import Edge
from generator.commands.quote import quote
from generator.commands.seal import seal
from generator.commands.tree import tree
from generator.commands.verify import verify
from generator.passages.archive import VARIABLE
from generator.problems import FORMATS

if TYPE_CHECKING:
    from datetime import datetime

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
STYLE = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github for annotations in a workflow, json for programs.",
)


@click.group(cls=Edge, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Make a fact-check site from YAML records.

    Records are the files in claims/, content/ and site_config/. Edit one, run
    'factcheck check' to see what is wrong with it and where, and 'mkdocs serve' to see its
    page.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows few letters shows the others as codes.
            stream.reconfigure(errors="backslashreplace")


@main.command("check")
@ROOT
@STYLE
@click.option(
    "--as-of",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day by which excuses and reviews are judged.  [default: today]",
)
def _check(root: Path, style: str, as_of: datetime | None) -> None:
    """Report every problem in the records, each with its file, line and column.

    Exit code 0 when there is no error, 1 when there is one.
    """
    sys.exit(check(root, style, as_of.date() if as_of else None))


@main.command("tree")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@ROOT
def _tree(out: Path, root: Path) -> None:
    """Write the pages as plain Markdown, with a mkdocs.yml, into the folder OUT.

    Any Markdown host can build that folder: MkDocs, ProperDocs, Zensical. OUT must be new,
    empty or made by this command before.
    """
    sys.exit(tree(root, out))


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
def _verify(
    root: Path, archive: Path | None, since: str | None, style: str, *, fix: bool, listed: bool
) -> None:
    """Compare every quotation with the seal of its source.

    With the captured texts at hand, compare it with them too. Exit code 0 when every
    quotation holds, 1 when one does not.
    """
    sys.exit(verify(root, style, archive_folder=archive, since=since, fix=fix, listed=listed))


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
def _seal(
    ids: tuple[str, ...], root: Path, archive: Path | None, key: Path | None, *, replace: bool
) -> None:
    """Make the proofs of all quotations from the captured texts.

    IDS are sources; all when none is named. A seal is written only when every quotation of
    its source stands in the text.
    """
    sys.exit(seal(root, ids, archive_folder=archive, key=key, replace=replace))


@main.command("quote")
@click.argument("source")
@click.argument("words")
@ROOT
@ARCHIVE
def _quote(source: str, words: str, root: Path, archive: Path | None) -> None:
    """Find WORDS in the captured text of SOURCE and print the passage to paste.

    "[…]" or "[...]" in WORDS leaves words out.
    """
    sys.exit(quote(root, source, words, archive_folder=archive))


@main.command("coverage")
@ROOT
@ARCHIVE
@click.option("--missing", is_flag=True, help="Print the sentences that no claim leans on.")
def _coverage(root: Path, archive: Path | None, *, missing: bool) -> None:
    """Tell for each captured text which share of its sentences a claim leans on."""
    sys.exit(coverage(root, archive_folder=archive, missing=missing))


@main.command("capture")
@click.argument("what", metavar="FILE_OR_URL")
@click.option("--id", "source", required=True, help="Id of the source, new or known.")
@ROOT
@ARCHIVE
@click.option("--language", help="BCP 47 tag of the text, such as en, when it does not say so.")
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
        capture(root, what, source, archive_folder=archive, language=language, replace=replace)
    )
