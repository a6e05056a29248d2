"""``factcheck publish``: what it freezes, what it prints, and when it refuses."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import reading, yamltext
from generator.cli import main
from generator.versions.canonical import digest
from tests.conftest import load_sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]
    Write = Callable[[str, str], Path]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

FERRY = "claims/mayor-keeps-ferry.yml"
COST = "claims/ferry-cost.yml"
DRAFT = "claims/timetable-in-april.yml"
LAST = "reviewed_on: 2031-03-11\n"
UPDATE = "  - date: 2031-03-12\n    kind: update\n    note: Looked at again.\n"
SECOND = UPDATE + "reviewed_on: 2031-03-12\n"


def publish(root: Path, *arguments: str) -> Result:
    given = ["publish", "--root", str(root), "--as-of", "2031-03-31", *arguments]
    return CliRunner().invoke(main, given)


def frozen(root: Path) -> dict[str, bytes]:
    files = sorted((root / reading.VERSIONS).rglob("*"))
    return {f.relative_to(root).as_posix(): f.read_bytes() for f in files if f.is_file()}


def file_now(root: Path, claim: str, file: str) -> str:
    """Return the file in which the present version would be frozen."""
    document, _ = yamltext.parse((root / file).read_text("utf-8"), file)
    assert document is not None
    return reading.version_file(claim, digest(document.data))


@pytest.fixture
def bare(toy: Path) -> Path:
    """A corpus in which nothing is frozen, and no claim has a second entry."""
    shutil.rmtree(toy / reading.VERSIONS)
    for file in (FERRY, "claims/2031/clock-stands-still.yml", "claims/2031/vote-was-unanimous.yml"):
        (toy / file).unlink()
    (toy / DRAFT).unlink()
    text = (toy / COST).read_text("utf-8")
    related = "related:\n  - claim: mayor-keeps-ferry\n    as: part-of\n"
    assert related in text
    (toy / COST).write_text(text.replace(related, ""), "utf-8")
    return toy


def test_nothing_is_written_twice(toy: Path) -> None:
    before = frozen(toy)
    result = publish(toy)
    assert (result.exit_code, result.output) == (0, "4 frozen already\n")
    assert frozen(toy) == before


@pytest.mark.parametrize("folder", ["claims/.versions", "claims/.versions/ferry-cost"])
def test_nothing_is_written_through_a_link(bare: Path, tmp_path: Path, folder: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (bare / folder).parent.mkdir(exist_ok=True)
    (bare / folder).symlink_to(elsewhere)
    result = publish(bare, "ferry-cost")
    assert (result.exit_code, "[unreadable-file]" in result.output) == (1, True)
    assert list(elsewhere.iterdir()) == []


def test_what_is_published_is_frozen(bare: Path) -> None:
    file = file_now(bare, "ferry-cost", COST)
    result = publish(bare)
    assert result.exit_code == 0
    assert result.output == f"{file}: as of 2031-03-11 (published)\n1 version frozen\n"
    assert list(frozen(bare)) == [file]
    assert (
        load_sound(bare).versions["ferry-cost"][0].record == load_sound(bare).claims["ferry-cost"]
    )
    assert publish(bare).output == "1 frozen already\n"


def test_a_logged_change_names_what_changed(toy: Path, edit: Edit) -> None:
    edit(COST, LAST, SECOND)
    edit(COST, "The minutes give the same figure.", "The minutes give it.")
    file = file_now(toy, "ferry-cost", COST)
    result = publish(toy, "ferry-cost")
    assert result.exit_code == 0
    changed = "changed: summary, history, reviewed_on"
    assert result.output == f"{file}: as of 2031-03-12 (update); {changed}\n1 version frozen\n"


def test_a_slip_of_typing_is_frozen_and_told(toy: Path, edit: Edit) -> None:
    before = frozen(toy)
    edit(COST, "The minutes give the same figure.", "The minutes give the same figures.")
    edit(COST, "said_on: 2031-03\n", "")
    result = publish(toy)
    assert result.exit_code == 0
    rows = result.output.splitlines()
    assert rows[0].endswith("changed: summary, said_on, without an entry in the history")
    assert rows[1] == "1 version frozen, 3 frozen already"
    assert before.items() <= frozen(toy).items()
    assert len(frozen(toy)) == len(before) + 1


def test_comments_and_layout_need_no_new_version(toy: Path, edit: Edit) -> None:
    edit(COST, "asks: fact\n", "# is it so?\nasks: 'fact'\n")
    assert publish(toy, "--check").output == "4 frozen already\n"


def test_check_writes_nothing(toy: Path, edit: Edit) -> None:
    edit(COST, "The minutes give the same figure.", "The minutes give the same figures.")
    before = frozen(toy)
    result = publish(toy, "--check")
    assert result.exit_code == 1
    said = "the claim is not frozen as it stands; changed: summary, without an entry in the history"
    assert f"{COST}:38:9: error: {said} [not-frozen]" in result.output
    assert "= help: run 'factcheck publish'" in result.output
    assert frozen(toy) == before
    assert publish(toy).exit_code == 0
    assert publish(toy, "--check").exit_code == 0


def test_nothing_is_frozen_while_a_claim_has_an_error(toy: Path, edit: Edit) -> None:
    edit(COST, "The minutes give the same figure.", "The minutes give the same figures.")
    edit(FERRY, "asks: said", "asks: fact")
    before = frozen(toy)
    result = publish(toy)
    assert result.exit_code == 1
    assert f"{FERRY}:" in result.output
    assert result.output.endswith("nothing was frozen\n")
    assert frozen(toy) == before
    # Whoever names the sound one gets it.
    assert publish(toy, "mayor-keeps-ferry").exit_code == 1
    assert publish(toy, "ferry-cost").exit_code == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (COST, "asks: fact", "asks: facts", "not-a-choice"),
        (COST, "asks: fact", "asks: fact # or said", "comment-in-text"),
        (COST, "verdict: accurate", "verdict: inaccurate", "verdict-history"),
        (COST, "kind: published\n    note: First", "kind: published\n    note: The", "history-rew"),
        ("content/sources/otterby-minutes-march.yml", "language: en", "language: E", "not-a-lang"),
        ("site_config/ratings.yml", "accurate:", "accurat:", "unknown-reference"),
    ],
)
def test_a_claim_with_an_error_is_refused(
    toy: Path, file: str, old: str, new: str, code: str
) -> None:
    text = (toy / file).read_text("utf-8")
    (toy / file).write_text(text.replace(old, new, 1), "utf-8")
    before = frozen(toy)
    result = publish(toy, "ferry-cost")
    assert result.exit_code == 1
    assert f"[{code}" in result.output
    assert frozen(toy) == before


def test_a_spoilt_version_is_never_written_over(toy: Path) -> None:
    file = file_now(toy, "ferry-cost", COST)
    (toy / file).write_text("not: it\n", "utf-8")
    result = publish(toy, "ferry-cost")
    assert (result.exit_code, "[bad-version]" in result.output) == (1, True)
    assert (toy / file).read_text("utf-8") == "not: it\n"


@pytest.mark.parametrize("claimant", ["claimant: nobody", "claimants: nobody"])
def test_an_error_of_a_draft_is_no_matter(toy: Path, edit: Edit, claimant: str) -> None:
    edit(DRAFT, "claimant: otterby-council", claimant)
    assert publish(toy).exit_code == 0


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("timetable-in-april", "the claim is a draft; only what is published is frozen"),
        ("ferry-coast", "there is no claim 'ferry-coast'"),
    ],
)
def test_what_cannot_be_frozen_is_told(toy: Path, id_: str, said: str) -> None:
    result = publish(toy, id_, "ferry-cost")
    assert (result.exit_code, said in result.output) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [("Ferry",), ("--from", ""), ("--from", "no-such"), ("--from", "HEAD", "--check")],
)
def test_wrong_use(toy: Path, arguments: tuple[str, ...]) -> None:
    assert publish(toy, *arguments).exit_code == 2


def test_no_project(tmp_path: Path) -> None:
    assert publish(tmp_path).exit_code == 1


def test_broken_settings(toy: Path, write: Write) -> None:
    write(reading.PUBLISHER, "name: x\n")
    result = publish(toy)
    assert (result.exit_code, "nothing was frozen" in result.output) == (1, True)


def test_a_renamed_claim_goes_on_in_a_folder_of_its_own(toy: Path, edit: Edit) -> None:
    now = "claims/2031/cost-of-the-ferry.yml"
    (toy / COST).rename(toy / now)
    edit(now, "history:", "former_ids:\n  - ferry-cost\nhistory:")
    before = frozen(toy)
    result = publish(toy)
    assert result.exit_code == 0
    file = file_now(toy, "cost-of-the-ferry", now)
    assert result.output.startswith(f"{file}: as of 2031-03-11 (published); changed: former_ids")
    assert frozen(toy).keys() - before.keys() == {file}
    assert len(load_sound(toy).versions["cost-of-the-ferry"]) == 2


# --- former versions, from git ---------------------------------------------------------------


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@otterby.example")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def commit(root: Path, tag: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", tag)
    git(root, "tag", tag)


@pytest.fixture
def repository(bare: Path) -> Path:
    """A corpus of one claim that git has as published, and nobody froze it."""
    git(bare, "init", "-q")
    commit(bare, "published")
    return bare


@needs_git
def test_the_version_before_a_change_comes_from_git(repository: Path, edit: Edit) -> None:
    former = file_now(repository, "ferry-cost", COST)
    edit(COST, LAST, SECOND)
    refused = publish(repository)
    assert (refused.exit_code, "[missing-version]" in refused.output) == (1, True)
    result = publish(repository, "ferry-cost", "--from", "published")
    assert result.exit_code == 0
    assert result.output == f"{former}: as of 2031-03-11 (published)\n1 version frozen\n"
    assert publish(repository, "--from", "published").output == "1 frozen already\n"
    result = publish(repository)
    assert (result.exit_code, "changed: history, reviewed_on\n" in result.output) == (0, True)
    assert len(load_sound(repository).versions["ferry-cost"]) == 2


@needs_git
def test_a_claim_that_was_moved_and_renamed_is_found(repository: Path, edit: Edit) -> None:
    now = "claims/2031/cost-of-the-ferry.yml"
    (repository / now).parent.mkdir(exist_ok=True)
    (repository / COST).rename(repository / now)
    edit(now, "history:", "former_ids:\n  - ferry-cost\nhistory:")
    edit(now, LAST, SECOND)
    result = publish(repository, "cost-of-the-ferry", "--from", "published")
    assert result.exit_code == 0
    assert result.output.startswith(f"{reading.VERSIONS}/cost-of-the-ferry/")
    assert publish(repository).exit_code == 0


@needs_git
def test_a_folder_of_a_repository(repository: Path, tmp_path: Path, edit: Edit) -> None:
    shutil.rmtree(repository / ".git")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "published")
    edit(COST, LAST, SECOND)
    assert publish(repository, "ferry-cost", "--from", "published").exit_code == 0


@needs_git
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: published", "status: draft", "the claim was a draft in other"),
        ("First published.", "Once published.", "entry 1 of the history is not what was published"),
        ("asks: fact", "asks: facts", "other:claims/ferry-cost.yml:7:7: error: 'facts' is not"),
        ("asks: fact", "asks: *fact", "other:claims/ferry-cost.yml:7:7: error: "),
        ("format: 1", "format: 2", "the claim was written for format 2"),
        (LAST, SECOND, "entry 2 of the history is missing: see other:claims/ferry-cost.yml"),
    ],
)
def test_a_revision_that_cannot_be_frozen(
    repository: Path, edit: Edit, old: str, new: str, said: str
) -> None:
    text = (repository / COST).read_text("utf-8")
    edit(COST, old, new)
    commit(repository, "other")
    (repository / COST).write_text(text, "utf-8")
    result = publish(repository, "ferry-cost", "--from", "other")
    assert result.exit_code == 1
    assert said in result.output
    assert "= help: " in result.output
    assert "write said or fact" not in result.output, "nobody can mend what git has"
    assert frozen(repository) == {}


@needs_git
def test_what_a_revision_does_not_have_matters_for_a_named_claim(
    repository: Path, write: Write
) -> None:
    text = (repository / COST).read_text("utf-8")
    (repository / COST).unlink()
    commit(repository, "empty")
    write(COST, text)
    result = publish(repository, "ferry-cost", "--from", "empty")
    said = "empty has no claim of this id or of a former one"
    assert (result.exit_code, said in result.output) == (1, True)
    result = publish(repository, "--from", "empty")
    assert (result.exit_code, result.output) == (0, "0 frozen already\n")


@needs_git
def test_a_broken_claim_cannot_be_compared_with_a_revision(repository: Path, edit: Edit) -> None:
    edit(COST, "asks: fact", "asks: facts")
    result = publish(repository, "ferry-cost", "--from", "published")
    assert (result.exit_code, "[not-a-choice]" in result.output) == (1, True)


@needs_git
def test_a_claim_of_format_0_is_frozen_as_it_was(repository: Path, edit: Edit) -> None:
    edit(COST, "format: 1\n", "")
    commit(repository, "old")
    former = file_now(repository, "ferry-cost", COST)
    edit(COST, "title: What", "format: 1\ntitle: What")
    edit(COST, LAST, SECOND)
    assert publish(repository, "ferry-cost", "--from", "old").exit_code == 0
    assert list(frozen(repository)) == [former]
    assert "format" not in frozen(repository)[former].decode()
    assert publish(repository).exit_code == 0
