"""The invented project of the benchmarks is sound, and the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from benchmarks import corpus as made
from generator import corpus
from generator.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from generator.corpus import Corpus

COUNT = 20


def project(root: Path) -> Path:
    assert made.main([str(COUNT), str(root)]) == 0
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("invented") / "project")


@pytest.fixture(scope="module")
def loaded(root: Path) -> Corpus:
    whole, problems = corpus.load(root)
    assert whole is not None, problems
    return whole


def test_invented_project_has_no_error(root: Path) -> None:
    done = CliRunner().invoke(main, ["check", "--root", str(root), "--as-of", "2026-11-22"])
    assert (done.exit_code, "error" in done.output) == (0, False), done.output
    assert f"{COUNT} claims" in done.output


def test_every_quotation_holds(loaded: Corpus) -> None:
    results = loaded.verified.values()
    assert len(results) > COUNT
    assert [result for result in results if not result.state.holds] == []
    assert [len(claim.evidence) for claim in loaded.claims.values()] == [3] * COUNT


def test_same_number_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    again = project(tmp_path / "again")
    files = [path.relative_to(root) for path in sorted(root.rglob("*")) if path.is_file()]
    assert files == [p.relative_to(again) for p in sorted(again.rglob("*")) if p.is_file()]
    assert [f for f in files if (root / f).read_bytes() != (again / f).read_bytes()] == []


def test_one_claim_has_another_verdict_than_before(loaded: Corpus) -> None:
    changed = [claim.id for claim in loaded.claims.values() if claim.corrections]
    assert len(changed) == 1
    assert sorted(loaded.versions) == changed
