"""The search index of a built site, whichever host built it.

Pagefind's command line reads the finished pages once and writes ``pagefind/``: an index in
chunks, one for each language of the pages, of which a reader's browser fetches a few. Its Python
interface would take each page by itself, which costs 0.1 s a page. The names of its files differ
from run to run, because it orders filters by chance.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pagefind_bin
from zopfli.gzip import compress

FOLDER = "pagefind"
LICENCE = Path(__file__).with_name("pagefind-licence.txt")

# What stands on the page of a record and is not the record: the same words on every page, and
# lists of other records, each of which is found by itself. Pagefind knows no sibling selectors.
LEFT_OUT = (
    "h1",  # kept as the title, which counts more
    "h2",
    "dt",
    "form",
    "svg",
    "table",
    ".headerlink",
    ".md-content__button",
    ".md-content__inner > ul",
    ".md-content__inner[data-fc-kind=claim] > dl",  # who checked it, and its history
    ".fc-actions",
    ".fc-answer > .admonition-title",
    ".fc-cite",
    ".fc-claim > .admonition-title",
    ".fc-evidence > .admonition-title",
    ".fc-link",
    ".fc-listing",
    ".fc-pager",
    ".fc-print",
    ".fc-proof",
    ".fc-ruling",
    ".fc-scale",
    ".fc-side > h3",
    ".fc-total",
    ".fc-unseen",
)
# What every search fetches whole: 15 KB less of 147 at 10,000 claims, for half a second a file.
_SQUEEZED = ("*.pf_meta", "wasm.*.pagefind")
# Ready-made search boxes, which bring styles of their own into the page. Ours is search.js.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


class SearchError(Exception):
    """The site cannot be indexed; the message says why, in one sentence."""


def index(site: Path) -> int:
    """Index the pages of the built ``site``; return how many files the index has.

    Only elements with ``data-pagefind-body`` are read. A former index is replaced when the new
    one is whole. Raises SearchError.
    """
    if not site.is_dir():
        raise SearchError(f"there is no built site in {site}")
    try:
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=f".{site.name}-") as beside:
            made = Path(beside) / FOLDER
            _run(site.absolute(), made, Path(beside))
            _tidy(made)
            shutil.rmtree(site / FOLDER, ignore_errors=True)
            made.rename(site / FOLDER)
    except OSError as error:
        place = error.filename or site
        raise SearchError(f"{place} cannot be written: {error.strerror}") from error
    return sum(file.is_file() for file in (site / FOLDER).rglob("*"))


def _run(site: Path, out: Path, here: Path) -> None:
    left_out = [word for selector in LEFT_OUT for word in ("--exclude-selectors", selector)]
    # Settings of Pagefind's own, from the environment or the working folder, would count too.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    try:
        program = pagefind_bin.get_executable()
        done = subprocess.run(  # noqa: S603 - a fixed program, no shell
            [program, "--silent", "--site", site, "--output-path", out, *left_out],
            capture_output=True,
            check=False,
            cwd=here,
            env=environment,
        )
    except OSError as error:
        raise SearchError(f"the program pagefind cannot be started: {error}") from error
    if done.returncode != 0:
        said = _first(done.stderr.decode(errors="replace"))
        raise SearchError(f"the program pagefind ended with {done.returncode}: {said}")


def _first(said: str) -> str:
    lines = (line.removeprefix("Error: ").strip(" .") for line in said.splitlines())
    return next((line for line in lines if line), "it said nothing")


def _tidy(made: Path) -> None:
    for pattern in _UNUSED:
        for file in made.glob(pattern):
            file.unlink()
    for pattern in _SQUEEZED:
        for file in made.glob(pattern):
            file.write_bytes(compress(gzip.decompress(file.read_bytes())))
    shutil.copyfile(LICENCE, made / "LICENSE.txt")
