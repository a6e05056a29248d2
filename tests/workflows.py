"""The workflows of the project and of a new site, and the commands that their documents name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from generator.starter.parts import OWN
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What stands before the name of a workflow, and the folder that it works in.
ROOTS = {"": ROOT, "starter/": OWN}
FOLDERS = [root / ".github" / "workflows" for root in ROOTS.values()]
FILES = sorted(file for folder in FOLDERS for file in folder.glob("*.yml"))
PROGRAMS = ("factcheck", "python", "nox", "mkdocs", "pip ", "FACTCHECK_PREVIEW=1 ")


def data_of(file: Path) -> Any:
    """Return a YAML file as data; every scalar is text, so that ``on`` stays a word."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - no objects


@dataclass(frozen=True)
class Job:
    """One job of a workflow, named ``file/job``, with ``starter/`` before it in a new site."""

    name: str
    root: Path
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
            yield Job(f"{named(file)}/{name}", file.parents[2], data)


def named(file: Path) -> str:
    """Return the name of a workflow; those of a new site begin with ``starter/``."""
    (prefix,) = (prefix for prefix, root in ROOTS.items() if file.parents[2] == root)
    return f"{prefix}{file.stem}"


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
    programs = r"factcheck|noxfile\.py|mkdocs|pip|python"
    return re.sub(rf'(?:[\w$./]|"(?=\$))*/({programs})"?(?=\s|$)', r"\1", command)


def documented(root: Path = ROOT) -> set[str]:
    """Return every command in README.md and CONTRIBUTING.md: code blocks and code in a line."""
    text = "".join((root / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    rows = [row for block in blocks for row in block.splitlines()]
    return commands([*rows, *re.findall(r"`([^`\n]+)`", text)])
