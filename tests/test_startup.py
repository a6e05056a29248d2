"""What a command loads: help and completion nearly nothing, and no run what it does not use."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.cli import main
from generator.commands import __all__ as commands

# What takes long to load and most runs do not use.
HEAVY = {
    "babel",
    "lxml",
    "pagefind_bin",
    "pyarrow",
    "pybtex",
    "rispy",
    "ruamel",
    "sqlite_utils",
    "svg",
    "trafilatura",
}
# Without which no record is read.
NEEDED = {"pydantic", "yaml", "generator.records", "generator.site"}

LOADED = "import sys; print(*sorted(sys.modules))"


def loaded(program: str) -> set[str]:
    """Return the modules that a program of its own has loaded at its end."""
    told = subprocess.run(
        [sys.executable, "-c", f"{program}\n{LOADED}"], capture_output=True, check=True, text=True
    )
    return set(told.stdout.splitlines()[-1].split())


def ran(*arguments: str) -> str:
    return f"from generator.cli import main\nmain({arguments!r}, standalone_mode=False)"


@pytest.mark.parametrize(
    "program",
    ["import generator.cli", ran("--version"), ran("--help"), ran("check", "--help")],
    ids=["import", "version", "help", "help of a command"],
)
def test_command_tree_loads_no_command(program: str) -> None:
    found = loaded(program)
    assert "click" in found
    assert found & (HEAVY | NEEDED) == set()


def test_site_loads_what_reads_records_and_no_more() -> None:
    found = loaded("import generator.site")
    assert found >= NEEDED
    assert found & HEAVY == set()


def test_every_command_can_be_loaded() -> None:
    assert {name.rstrip("_") for name in commands} == main.commands.keys()
