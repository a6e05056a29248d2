"""The record of the runs, ``benchmarks/latest.json``: written at each step, so that it is kept."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from benchmarks import table
from benchmarks.measured import exponent

if TYPE_CHECKING:
    from pathlib import Path

PACKAGES = {
    "MkDocs": "mkdocs",
    "Material": "mkdocs-material",
    "Hugo": "hugo",
    "Pagefind": "pagefind-bin",
}
Measured = dict[str, Any]


@dataclass
class Record:
    """All runs of one command, fewest claims first."""

    file: Path
    readme: Path | None
    command: str
    runs: list[Measured] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)

    @classmethod
    def opened(cls, file: Path, readme: Path | None, command: str, *, has_former: bool) -> Record:
        """Begin a record; with the former runs of the file, where these are to be kept."""
        former = json.loads(file.read_text("utf-8"))["runs"] if has_former else []
        return cls(file, readme, command, former, versions())

    def put(self, run: Measured) -> None:
        """Put a run in the place of one of as many claims, and write the file and the table."""
        others = [other for other in self.runs if other["n"] != run["n"]]
        self.runs = sorted([*others, run], key=lambda each: int(each["n"]))
        grow(self.runs)
        found = {
            "command": self.command,
            "versions": self.versions,
            "date": f"{datetime.now(tz=UTC):%Y-%m-%d}",
            "runs": self.runs,
        }
        text = json.dumps(found, indent=1, ensure_ascii=False)
        self.file.write_text(f"{text}\n", "utf-8")
        if self.readme is not None:
            table.put(self.readme, found)


def grow(runs: list[Measured]) -> None:
    """Say by which power of the claims a run takes longer than the one before it."""
    for less, more in pairwise(runs):
        if less["ours"] and more["ours"]:
            more["growth"] = {
                key: exponent(less["n"], less["ours"][key], more["n"], more["ours"][key])
                for key in ("wall", "cpu", "peak_mb")
            }


def versions() -> dict[str, str]:
    """Return what measured, and on what."""
    load = os.getloadavg()[0]
    return {
        "Python": platform.python_version(),
        **{name: _version(package) for name, package in PACKAGES.items()},
        "machine": f"{os.cpu_count()} cores, {platform.system()}, load before {load:.1f}",
    }


def _version(package: str) -> str:
    """Return the version of a package; who only reads what was measured needs none of them."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
