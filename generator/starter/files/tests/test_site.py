"""Whether this site is sound: ``.venv/bin/python -m pytest`` runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("command", ["check", "verify"])
def test_records_and_quotations_are_sound(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--root", str(ROOT)])
    assert result.exit_code == 0, result.output


def test_pages_build(tmp_path: Path) -> None:
    # With --quiet, MkDocs would not count what --strict forbids.
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    home = (tmp_path / "index.html").read_text("utf-8")
    assert "{{" not in home
    assert (tmp_path / "verification" / "index.html").is_file()
