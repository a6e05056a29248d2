"""The workflows of the project, and the commands that its documents name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
PROGRAMS = ("factcheck", "python3", "nox", "mkdocs")


def data_of(file: Path) -> Any:
    """Return a YAML file as data; every scalar is text, so that ``on`` stays a word."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - no objects


@dataclass(frozen=True)
class Job:
    """One job of a workflow, named ``file/job``."""

    name: str
    data: dict[str, Any]

    @property
    def runs(self) -> list[str]:
        """The lines of its shell steps."""
        return [row.strip() for step in self.steps for row in step.get("run", "").splitlines()]

    @property
    def steps(self) -> list[dict[str, Any]]:
        steps: list[dict[str, Any]] = self.data["steps"]
        return steps

    @property
    def writes(self) -> set[str]:
        """What it may write."""
        rights: dict[str, str] = self.data.get("permissions", {})
        return {right for right, level in rights.items() if level != "read"}


def jobs() -> Iterator[Job]:
    for file in FILES:
        for name, data in data_of(file)["jobs"].items():
            yield Job(f"{file.stem}/{name}", data)


def commands(runs: list[str]) -> set[str]:
    """Return the calls of our own programs, as the documents write them."""
    plain = {as_documented(row) for row in runs}
    return {command for command in plain if command.startswith(PROGRAMS)}


def as_documented(command: str) -> str:
    """Write a command as a person types it.

    The folder of the program, the file that takes the output and --format, which is for
    machines, are left out; the base is called as in a clone.
    """
    command = re.sub(r"\s+#.*|\s*>>?\s*\S+$", "", command.strip())
    command = re.sub(r"\s+--format \w+", "", command)
    command = command.replace('"$BASE"', "origin/main")
    return re.sub(r'(?:[\w$./]|"(?=\$))*/(factcheck|noxfile\.py)"?(?=\s|$)', r"\1", command)


def documented() -> set[str]:
    """Return every command in README.md and CONTRIBUTING.md: code blocks and code in a line."""
    text = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    rows = [row for block in blocks for row in block.splitlines()]
    return commands([*rows, *re.findall(r"`([^`\n]+)`", text)])
