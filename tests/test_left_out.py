"""A site without some of its parts, as benchmarks measure it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator import exports, site
from generator.hosts.switches import PARTS
from generator.problems import has_errors
from tests.conftest import TOY, own_pages
from tests.hosted import ENVIRONMENT, ROOT, mkdocs

if TYPE_CHECKING:
    from pathlib import Path

# What some of the files of each part begin or end with.
OF = {
    "pictures": ("share/",),
    "tables": ("data/claims.jsonl", "data/factcheck.db", ".parquet"),
    "records": ("api/", "annotations/", "claims/ferry-cost.yml", ".bib", "/card.html"),
}


def files(*left_out: str) -> dict[str, bytes | None]:
    outputs, _, problems = site.outputs_of(TOY, drafts=False, left_out=frozenset(left_out))
    assert not has_errors(problems)
    return {output.path: None if output.make else output.data for output in outputs}


def test_every_part_but_the_index_is_of_exports() -> None:
    assert {"search", *exports.FORMATS} == set(PARTS)


@pytest.mark.parametrize("part", exports.FORMATS)
def test_a_part_is_left_out_and_all_else_is_the_same(part: str) -> None:
    whole, rest = files(), files(part)
    lacking = whole.keys() - rest.keys()
    assert rest.items() <= whole.items()
    assert not any(path.endswith(".md") for path in lacking)
    for mark in OF[part]:
        of_part = {path for path in whole if path.startswith(mark) or path.endswith(mark)}
        assert of_part
        assert of_part <= lacking


def test_a_strict_build_refuses_to_leave_something_out(
    toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    own_pages(toy)
    out = toy.parent / "site"
    monkeypatch.setitem(ENVIRONMENT, "FACTCHECK_WITHOUT", ",".join(PARTS))
    done = mkdocs("build", "-d", str(out), cwd=toy)
    said = "not to be published: pictures, records, search, tables left out"
    assert (done.returncode, said in done.stderr) == (0, True), done.stderr
    assert [(out / name).exists() for name in ("index.html", "pagefind", "api")] == [1, 0, 0]
    assert mkdocs("build", "--strict", "-d", str(out), cwd=toy).returncode == 1
