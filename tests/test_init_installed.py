"""What a stranger does: install the wheel, start a site, check it, build it, test it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from generator import __version__
from generator.starter import parts
from tests.hosted import ROOT, dead_links, foreign_resources

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.registry

# What pip says when it reached no registry, and not when a package is missing from one.
_UNREACHABLE = re.compile(r"NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|Retrying \(")
# The checkout must not be found by what runs in the new environment.
_OURS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "FACTCHECK_ARCHIVE")
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if key not in _OURS},
    "NO_MKDOCS_2_WARNING": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_RETRIES": "2",
}


@dataclass(frozen=True)
class Program:
    """An environment with the wheel in it, and a folder to work in, outside of the checkout."""

    bin: Path
    folder: Path

    def run(
        self, name: str, *arguments: str | Path, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.bin / name, *arguments],
            cwd=cwd or self.folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )

    def install(self, *arguments: str | Path) -> None:
        result = self.run("pip", "install", "--quiet", *arguments)
        if result.returncode and _UNREACHABLE.search(result.stderr):
            reason = "the package registry cannot be reached"
            if os.environ.get("CI") == "true":
                pytest.fail(f"{reason}: {result.stderr}")
            pytest.skip(reason)
        assert result.returncode == 0, result.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the source, without the network."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="session")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Install the wheel and what it needs into a fresh environment."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home / "venv", with_pip=True)
    (home / "work").mkdir()
    program = Program(home / "venv" / ("Scripts" if os.name == "nt" else "bin"), home / "work")
    program.install("--require-hashes", "-r", ROOT / "requirements" / "site.txt")
    program.install("--no-deps", wheel)
    return program


@pytest.fixture(scope="session")
def newsroom(program: Program) -> Path:
    """Start a site with the installed program, and build it."""
    made = program.run("factcheck", "init", "newsroom", "--name", "Слово & «діло»")
    assert (made.returncode, made.stderr) == (0, "")
    folder = program.folder / "newsroom"
    built = program.run("mkdocs", "build", "--strict", cwd=folder)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return folder


def test_wheel_holds_every_file_that_is_no_code(wheel: Path) -> None:
    package = ROOT / "generator"
    wanted = {
        f"generator/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    prefix = parts.OWN.relative_to(ROOT).as_posix()
    wanted |= {f"{prefix}/{file}" for file in parts.parts()}
    with ZipFile(wheel) as held:
        assert {name for name in held.namelist() if ".dist-info/" not in name} == wanted


def test_installed_program_knows_its_version(program: Program) -> None:
    result = program.run("factcheck", "--version")
    assert (result.returncode, result.stdout) == (0, f"factcheck, version {__version__}\n")


def test_new_site_has_the_files_that_the_source_gives(newsroom: Path) -> None:
    files = {p.relative_to(newsroom).as_posix() for p in newsroom.rglob("*") if p.is_file()}
    made = ("site/", ".cache/")
    assert {file for file in files if not file.startswith(made)} == parts.parts().keys()


@pytest.mark.parametrize(
    ("command", "said"),
    [("check", "no problems"), ("verify", "3 quotations: 3 verbatim")],
)
def test_new_site_is_sound(program: Program, newsroom: Path, command: str, said: str) -> None:
    result = program.run("factcheck", command, cwd=newsroom)
    assert (result.returncode, result.stderr) == (0, "")
    assert said in result.stdout


def test_pages_show_the_example_and_the_name(newsroom: Path) -> None:
    home = (newsroom / "site/index.html").read_text("utf-8")
    assert "Слово &amp; «діло»</title>" in home
    assert "Did the mayor say that the Mill Bridge will be closed for six weeks?" in home
    claim = (newsroom / "site/claims/mill-bridge-six-weeks/index.html").read_text("utf-8")
    assert "Confirmed quotation" in claim
    assert "Verbatim" in claim
    assert "site.css" in claim
    assert (newsroom / "site/assets/images/mark.svg").is_file()


def test_pages_lead_nowhere_else(newsroom: Path) -> None:
    assert dead_links(newsroom / "site") == []
    assert foreign_resources(newsroom / "site") == []


def test_tests_of_the_new_site_pass_and_can_fail(
    program: Program, newsroom: Path, tmp_path: Path
) -> None:
    locked = (ROOT / "requirements/dev.txt").read_text("utf-8")
    program.install(*re.findall(r"^pytest==\S+", locked, re.MULTILINE))
    arguments = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
    broken = shutil.copytree(newsroom, tmp_path / "broken")
    result = program.run("python", *arguments, cwd=newsroom)
    assert result.returncode == 0, result.stdout
    assert "3 passed" in result.stdout
    claim = broken / "claims/lindmere/mill-bridge-six-weeks.yml"
    claim.write_text(claim.read_text("utf-8").replace("confirmed-quotation", "confirmed"), "utf-8")
    result = program.run("python", *arguments, cwd=broken)
    assert result.returncode == 1
    assert "there is no rating 'confirmed'" in result.stdout
