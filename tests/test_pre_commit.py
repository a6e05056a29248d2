"""The hooks, run by pre-commit itself in a repository that holds records only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.starter import parts
from tests.conftest import TOY
from tests.hosted import ROOT
from tests.workflows import data_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Hook = Callable[[str], subprocess.CompletedProcess[str]]

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
# The records of the toy corpus are of 2031.
ARGUMENTS = {
    "factcheck-check": "[--as-of, '2031-03-31']",
    "factcheck-fmt": "[]",
    "factcheck-verify": "[]",
}
NO_NETWORK = ("No matching distribution", "Failed to establish", "Temporary failure")
PARTS = ("generator", "pyproject.toml", "README.md", "LICENSE", MANIFEST.name)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=all")
    return git(folder, "rev-parse", "HEAD")


def pre_commit(
    folder: Path, *arguments: str, home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    # Without PYTHONPATH: the hook uses the program that pre-commit installed.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=environment | {"PRE_COMMIT_HOME": str(home or folder), "PRE_COMMIT_COLOR": "never"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_manifest_is_one(tmp_path: Path) -> None:
    done = pre_commit(tmp_path, "validate-manifest", str(MANIFEST))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    broken = tmp_path / "broken.yaml"
    broken.write_text(MANIFEST.read_text("utf-8").replace("language: python", ""), "utf-8")
    assert pre_commit(tmp_path, "validate-manifest", str(broken)).returncode == 1


@pytest.mark.parametrize("hook", data_of(MANIFEST), ids=lambda hook: str(hook["id"]))
def test_a_hook_calls_a_command_on_all_records(hook: dict[str, str]) -> None:
    program, command, *_ = hook["entry"].split()
    assert program == "factcheck"
    assert hook["id"] == f"factcheck-{command}"
    assert (hook["language"], hook["pass_filenames"]) == ("python", "false")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of records with the hooks of the program as it is now, installed once."""
    base = tmp_path_factory.mktemp("hooks")
    program, records = base / "program", shutil.copytree(TOY, base / "records")
    for part in dict.fromkeys((*PARTS, *parts.shared())):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (program / part).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / part, program / part)
    rows = [f"      - {{id: {name}, args: {given}}}" for name, given in ARGUMENTS.items()]
    head = ["repos:", f"  - repo: {program}", f"    rev: {commit(program)}", "    hooks:"]
    (records / ".pre-commit-config.yaml").write_text("\n".join([*head, *rows]) + "\n")
    formatted = CliRunner().invoke(main, ["fmt", "--root", str(records)])
    assert formatted.exit_code == 0
    commit(records)
    done = pre_commit(records, "install-hooks", home=base / "home")
    if done.returncode and any(said in done.stdout + done.stderr for said in NO_NETWORK):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    return records


@pytest.fixture
def run(records: Path) -> Hook:
    return lambda name: pre_commit(
        records, "run", name, "--all-files", home=records.parent / "home"
    )


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_hook_passes_sound_records(run: Hook, name: str) -> None:
    done = run(name)
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "told"),
    [
        (
            "factcheck-check",
            "claims/ferry-cost.yml",
            "topics:",
            "topicks:",
            "unknown-key",
        ),
        (
            "factcheck-verify",
            "content/sources/otterby-herald-ferry.yml",
            "ferry",
            "barge",
            "not-found",
        ),
    ],
)
def test_a_hook_stops_a_commit_and_says_where(
    records: Path, run: Hook, name: str, file: str, old: str, new: str, told: str
) -> None:
    path = records / file
    before = path.read_text("utf-8")
    path.write_text(before.replace(old, new), "utf-8")
    done = run(name)
    path.write_text(before, "utf-8")
    assert done.returncode == 1
    assert f"{file}:" in done.stdout
    assert told in done.stdout
