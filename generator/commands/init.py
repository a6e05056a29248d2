"""``factcheck init``: a new site, with one example to copy."""

from __future__ import annotations

import json
import shlex
import sys
from datetime import datetime
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

import click

from generator import __version__, reading
from generator.starter import filled, place
from generator.starter.parts import parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.yamltext import Data, Document

QUESTIONS = {
    "name": "Name of the site",
    "url": "Address at which it will be published",
    "contact": "E-mail address for errors that readers report",
    "language": "Language of the checks (en, uk, pt-BR)",
}
# What a reader of the new site sees of a newsroom that has not said who it is.
_PLACEHOLDERS = {"name": "name", "url": "address", "contact": "contact"}
_BIN = ".venv/bin"  # as README.md of the new site has it
_SEEN = (
    "python3 -m venv .venv",
    f"{_BIN}/pip install -r requirements.txt",
    f"{_BIN}/factcheck check",
    f"{_BIN}/mkdocs serve",
)


def init(out: Path, answers: Mapping[str, str | None]) -> int:
    """Make a site in ``out``; return 1 when nothing was written.

    ``answers`` are those of QUESTIONS that somebody gave; the others are asked where a person
    sits at a terminal, and stay placeholders elsewhere.
    """
    try:
        where = place.require_free(out)
        made = parts()
        blank = filled.publisher(made)
        record = _asked(blank, answers)
        today = datetime.now().astimezone().date()
        place.write(where, filled.fill(made, record, _requirement(), today))
    except place.PlaceError as error:
        click.echo(f"nothing was written: {error}", err=True)
        return 1
    click.echo(_done(out, record, blank.data))
    return 0


def _asked(record: Document, answers: Mapping[str, str | None]) -> Document:
    for field, said in answers.items():
        if said is not None:
            record = _with(record, field, said, f"--{field}")
    for field, question in QUESTIONS.items():
        if answers.get(field) is None and _is_person():
            record = _prompted(record, field, question)
    return record


def _prompted(record: Document, field: str, question: str) -> Document:
    def read(said: str) -> Document:
        return _with(record, field, said, question)

    # An answer that cannot be used is asked again by click.
    answered: Document = click.prompt(
        question, default=str(record.data[field]), value_proc=read, err=True
    )
    return answered


def _with(record: Document, field: str, said: str, asked: str) -> Document:
    record, problems = filled.with_answer(record, field, said)
    for problem in problems:
        said = problem.message.removeprefix(f"{field}: ")
        raise click.BadParameter(f"{said}; {problem.hint}", param_hint=asked)
    return record


def _is_person() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _requirement() -> str:
    """Return what pip installs this program by: its version, or the address that it came from.

    PEP 610 says how an installed program knows that address. A path of this machine is none.
    """
    pinned = f"{filled.PROGRAM}=={__version__}"
    try:
        origin = json.loads(distribution(filled.PROGRAM).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return pinned
    url, repository = str(origin.get("url")), origin.get("vcs_info")
    if not url.startswith(("https://", "ssh://")):
        return pinned
    if repository:
        url = f"{repository['vcs']}+{url}@{repository['commit_id']}"
    return f"{filled.PROGRAM} @ {url}"


def _done(out: Path, record: Document, blank: Mapping[str, Data]) -> str:
    rows = [f"{out} holds a new site with one example check. To see it:", ""]
    rows += [f"  cd {shlex.quote(str(out))}"] if str(out) != "." else []
    rows += [f"  {row}" for row in _SEEN]
    rows += ["", "If pip does not find the program: requirements.txt says what to do."]
    left = [name for name in _PLACEHOLDERS if record.data[name] == blank[name]]
    if left:
        said = ", ".join(_PLACEHOLDERS[name] for name in left)
        rows += [f"Still placeholders in {reading.PUBLISHER}: {said}."]
    rows += [f"After your first own check: {_BIN}/factcheck publish freezes what is published."]
    return "\n".join([*rows, "README.md says what to change, and how to publish."])
