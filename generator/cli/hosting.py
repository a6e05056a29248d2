"""Commands about the site that the records make."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import COLOUR, ROOT
from generator.hosts import executors, switches


@main.command("build")
@ROOT
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the built site.  [default: site/ beside mkdocs.yml]",
)
@click.option("--strict", "is_strict", is_flag=True, help="End with 1 for links that lead nowhere.")
@click.option("-q", "--quiet", "is_quiet", is_flag=True, help="Say what is wrong, nothing else.")
@click.option("--no-cache", "no_cache", is_flag=True, help="Use nothing of earlier builds.")
@click.option("--executor", metavar="NAME", help=f"Who works: {executors.FORMS}.  [default: auto]")
@click.option("--timings", is_flag=True, help="Say where the time went.")
@click.option("--plain", is_flag=True, help="Say how far it is in plain lines, as in a pipe.")
@COLOUR
def _build(
    root: Path,
    site_dir: Path | None,
    *,
    is_strict: bool,
    is_quiet: bool,
    no_cache: bool,
    executor: str | None,
    timings: bool,
    plain: bool,
) -> None:
    """Build the site, as `mkdocs build` does.

    Each option stands for a variable of the environment, which `mkdocs build` reads too.
    """
    said = {
        switches.CACHE: "off" if no_cache else "",
        switches.EXECUTOR: executor or "",
        switches.TIMINGS: "on" if timings else "",
        switches.PROGRESS: "plain" if plain else "",
    }
    given = {name: value for name, value in said.items() if value}
    sys.exit(commands.build.build(root, site_dir, given, is_strict=is_strict, is_quiet=is_quiet))


@main.command("tree")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@ROOT
@COLOUR
def _tree(out: Path, root: Path) -> None:
    """Write the pages as plain Markdown, with a mkdocs.yml, into the folder OUT.

    Any Markdown host can build that folder: MkDocs, ProperDocs, Zensical. OUT must be new,
    empty or made by this command before.
    """
    sys.exit(commands.tree.tree(root, out))


@main.command("index")
@click.argument("site", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def _index(site: Path) -> None:
    """Make the search index of the built site in DIR.

    `mkdocs build` does this by itself. It is for a folder of `factcheck tree` that another
    host has built. A former index is replaced.
    """
    sys.exit(commands.index.index(site))


@main.command("init")
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the site.")
@click.option("--url", help="Address at which it will be published.")
@click.option("--contact", help="E-mail address for errors that readers report.")
@click.option("--language", help="Language of the checks, such as en or uk.")
def _init(
    out: Path, name: str | None, url: str | None, contact: str | None, language: str | None
) -> None:
    """Start a site of your own in the folder DIR, with one example check.

    DIR must be new or empty. What is not given is asked, or stays a placeholder that you
    change later in site_config/publisher.yml.
    """
    answers = {"name": name, "url": url, "contact": contact, "language": language}
    sys.exit(commands.init.init(out, answers))
