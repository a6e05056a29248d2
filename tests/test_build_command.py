"""`factcheck build`, and that it says in one sentence what is wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.clusters import cluster
from tests.conftest import own_pages
from tests.hosted import ENVIRONMENT, ROOT, mkdocs

if TYPE_CHECKING:
    from pathlib import Path


def factcheck(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *arguments],
        cwd=cwd,
        env={**ENVIRONMENT, "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(toy: Path) -> Path:
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    own_pages(toy)
    return toy


@pytest.fixture
def plain(project: Path) -> dict[str, bytes]:
    """The files of a bare `mkdocs build` in one process, without a cache."""
    variables = {"FACTCHECK_CACHE": "off", "FACTCHECK_EXECUTOR": "serial"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setitem(ENVIRONMENT, name, value)
        done = mkdocs("build", "--quiet", "-d", "plain", cwd=project)
    assert done.returncode == 0, done.stderr
    assert not (project / ".cache").exists()
    return files_of(project / "plain")


def files_of(site: Path) -> dict[str, bytes]:
    """Return the bytes of every file but those of the search index, which are named by chance."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    found = {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
    return {path: raw for path, raw in found.items() if not path.startswith("pagefind/")}


def test_the_site_is_that_of_mkdocs_whoever_works(
    project: Path, plain: dict[str, bytes], tmp_path: Path
) -> None:
    assert len([path for path in plain if path.endswith(".png")]) > 3
    options = ["--executor", "processes:2", "--no-cache", "--timings", "--strict", "--plain"]
    done = factcheck("build", "--root", "toy", "-d", "here", *options, cwd=project.parent)
    assert done.returncode == 0, done.stderr
    assert files_of(project.parent / "here") == plain
    assert "share pictures" in done.stderr
    assert not (project / ".cache").exists()
    with cluster(tmp_path / "cluster") as address:
        done = factcheck("build", "--executor", address, "--quiet", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert files_of(project / "site") == plain


def test_what_cannot_be_done_is_one_sentence(project: Path) -> None:
    for name, said in {
        "many": "there is no executor 'many'; it may be auto, serial, processes, processes:N or ",
        "dask://127.0.0.1:9": "no Dask scheduler answers at tcp://127.0.0.1:9",
    }.items():
        done = factcheck("build", "--executor", name, cwd=project)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
        assert said in done.stdout + done.stderr
        assert len((done.stdout + done.stderr).strip().split("\n")) == 1
    done = factcheck("build", cwd=project.parent)
    assert (done.returncode, "claims/" in done.stderr) == (1, True)
    (project / "mkdocs.yml").unlink()
    done = factcheck("build", cwd=project)
    assert (done.returncode, "there is no mkdocs.yml in ." in done.stderr) == (1, True)
    assert not (project / "site").exists()


def test_broken_records_end_the_build(project: Path) -> None:
    (project / "content/topics/broken.yml").write_text("nmae: x\n")
    done = factcheck("build", cwd=project)
    said = done.stdout + done.stderr
    assert (done.returncode, "Traceback" in said) == (1, False)
    assert "content/topics/broken.yml:1:1: error" in said
    assert not (project / "site").exists()
