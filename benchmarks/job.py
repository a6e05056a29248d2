"""The projects of one number of claims, and how each program builds them."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks import corpus, hugosite
from benchmarks.measured import Run, Tree, run, weigh
from benchmarks.stages import LEFT_OUT, PARTS
from generator import site
from generator.cache import Cache
from generator.hosts import tree
from generator.work import Work

_PATH = os.environ.get("PATH", "")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is measured, and how often."""

    count: int
    languages: int
    pairs: int
    plain_pairs: int
    has_apart: bool
    has_pictures: bool
    has_edit: bool
    has_executors: bool


@dataclass(frozen=True)
class Job:
    """The projects of one number of claims below ``folder``, and how each is built."""

    wanted: Wanted
    folder: Path

    @property
    def project(self) -> Path:
        """Our project."""
        return self.folder / "project"

    def prepare(self) -> None:
        """Write all three projects; that is not timed."""
        corpus.Maker(self.project, self.wanted.count, self.wanted.languages).make()
        outputs, inputs, found = site.outputs_of(self.project, drafts=False, left_out=LEFT_OUT)
        if inputs is None or not outputs:
            raise ValueError(f"the invented project is broken: {found}")
        hugosite.write(self.folder / "hugo", outputs, inputs.corpus)
        tree.write(self.folder / "plain", self.project, outputs, inputs, Cache(), Work())

    def out(self, name: str) -> Path:
        """Return where a site is built, and see that nothing is there."""
        place = self.folder / f"{name}-site"
        shutil.rmtree(place, ignore_errors=True)
        return place

    def mkdocs(self, project: Path, out: Path) -> list[str]:
        """Return the command that builds a project with MkDocs."""
        settings = str(project / "mkdocs.yml")
        return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", settings, "-d", str(out)]

    def cold(self, *parts: str, **more: str) -> tuple[list[str], dict[str, str]]:
        """Return our command and its environment, with an empty cache and some of ``PARTS``."""
        kept = self.folder / "cache"
        shutil.rmtree(kept, ignore_errors=True)
        without = ",".join(part for part in PARTS if part not in parts)
        environ = {"FACTCHECK_CACHE": str(kept), "FACTCHECK_WITHOUT": without, **more}
        return self.mkdocs(self.project, self.out("ours")), environ

    def ours(self, *parts: str) -> Run:
        """Build our site cold."""
        return run(*self.cold(*parts))

    def hugo(self) -> Run:
        """Build the site with Hugo."""
        return run(self._hugo)

    @cached_property
    def _hugo(self) -> list[str]:
        program = shutil.which("hugo", path=f"{Path(sys.executable).parent}{os.pathsep}{_PATH}")
        if program is None:
            raise FileNotFoundError("there is no Hugo: python3 noxfile.py -s bench installs it")
        source, out = str(self.folder / "hugo"), str(self.folder / "hugo-site")
        return [program, "--source", source, "--destination", out]

    def fit(self) -> tuple[Tree, Tree]:
        """Build once, uncounted, and give the pages of Hugo as much shell as ours have."""
        self.ours()
        self.hugo()
        ours, bare = (weigh(self.folder / f"{name}-site") for name in ("ours", "hugo"))
        size = max(0, int(ours.median - bare.median))
        hugosite.pad(self.folder / "hugo", hugosite.shell(size))
        self.out("hugo")
        self.hugo()
        return ours, weigh(self.folder / "hugo-site")
