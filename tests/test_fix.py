"""``check --fix``: what can only be meant one way is written, and not a byte more."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator import mending
from generator.problems import Mend, Position, Problem, Surety
from tests.test_cli import AS_OF, FERRY, run

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.test_cli import Edit


def fix(root: Path, *more: str) -> Result:
    return run("check", *AS_OF, "--root", root, "--fix", *more)


def test_certain_slips_are_mended_and_the_rest_is_told(toy: Path, edit: Edit) -> None:
    sound = (toy / FERRY).read_text()
    edit(FERRY, "status: published", "status: Published")
    edit(FERRY, "reviewed_on: 2031-03-12", "reviewed_on: 12 March 2031")
    edit(FERRY, "claimant: ada-quill", "claimant: ada-qill")
    result = fix(toy)
    assert (toy / FERRY).read_text() == sound.replace("claimant: ada-quill", "claimant: ada-qill")
    assert result.exit_code == 1
    assert "mended: 'Published' is not one of" in result.output
    assert "+ reviewed_on: 2031-03-12" in result.output
    assert result.output.count("error: ") == 1
    assert "there is no person 'ada-qill'" in result.output


def test_what_yaml_hid_is_mended_too(toy: Path, edit: Edit) -> None:
    edit(FERRY, "title: The mayor on the winter ferry", "title: The mayor: I stay")
    edit(FERRY, "status: published", "status: Published")
    result = fix(toy)
    assert (result.exit_code, "no problems" in result.output) == (0, True)
    text = (toy / FERRY).read_text()
    assert "title: 'The mayor: I stay'\n" in text
    assert "status: published\n" in text


def test_guesses_and_outlines_are_not_written(toy: Path, edit: Edit) -> None:
    edit(FERRY, "claimant: ada-quill", "claimant: Ada Quill")
    edit(FERRY, "reviewed_on: 2031-03-12\n", "")
    before = (toy / FERRY).read_bytes()
    assert "mended" not in fix(toy).output
    assert (toy / FERRY).read_bytes() == before


def test_two_lines_that_ran_together_are_not_made_one_text(toy: Path, edit: Edit) -> None:
    edit(FERRY, "asks: said\nclaimant: ada-quill", "asks: said claimant: ada-quill")
    before = (toy / FERRY).read_bytes()
    assert "mended" not in fix(toy).output
    assert (toy / FERRY).read_bytes() == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_other_byte_stays(toy: Path, end: str) -> None:
    text = (toy / FERRY).read_text()
    text = text.replace("status: published", "# kept  \nstatus: 'Published'   ")
    text = text.replace("2031-03-12", "12/31/2030") + "# the end"
    mended = text.replace("'Published'", "'published'").replace("12/31/2030", "2030-12-31")
    (toy / FERRY).write_bytes(text.replace("\n", end).encode())
    fix(toy)
    assert (toy / FERRY).read_bytes() == mended.replace("\n", end).encode()


def test_lines_that_are_added_end_as_the_others(toy: Path) -> None:
    text = (toy / FERRY).read_text().replace("status: published", "status: published # at last")
    (toy / FERRY).write_bytes(text.replace("\n", "\r\n").encode())
    fix(toy)
    assert b"\r\n# at last\r\nstatus: published\r\n" in (toy / FERRY).read_bytes()


def test_sound_records_are_left_alone(toy: Path, tmp_path: Path) -> None:
    shutil.copytree(toy, tmp_path / "before")
    result = fix(toy)
    assert (result.exit_code, result.output) == (0, "5 claims, no problems\n")
    for path in (tmp_path / "before").rglob("*.*"):
        if path.is_file():
            same = toy / path.relative_to(tmp_path / "before")
            assert same.read_bytes() == path.read_bytes()
            assert same.stat().st_mode == path.stat().st_mode


def test_formats_for_programs_stay_whole(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: Published")
    result = fix(toy, "--format", "json")
    assert result.stdout.startswith("{")
    assert "mended" in result.stderr


def test_number_that_can_be_mended_is_told(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: Published")
    result = run("check", *AS_OF, "--root", toy)
    *_, summary, _ = result.output.splitlines()
    assert summary.endswith("1 error in 1 file; 'factcheck check --fix' mends 1 of them")


def certain(line: int, column: int, end: int, text: str) -> Problem:
    at = Position("a.yml", line, column, line, end)
    return Problem("not-a-date", at, "m", mend=Mend(at, text, Surety.CERTAIN))


def test_mend_that_would_change_anything_else_is_refused() -> None:
    raw = "a: b\nc: d\n"
    for text in ("x\ne: f", "'", "x: y", "b", "b # c"):
        assert mending.mend(raw, "a.yml", [certain(1, 4, 5, text)]).raw == raw
    assert mending.mend(raw, "a.yml", [certain(1, 4, 5, "x")]).raw == "a: x\nc: d\n"


def test_mends_of_one_place_are_not_mixed() -> None:
    raw = "a: bcd\n"
    both = [certain(1, 4, 6, "x"), certain(1, 5, 7, "y")]
    mended = mending.mend(raw, "a.yml", both)
    assert (mended.raw, len(mended.done)) == ("a: by\n", 1)
