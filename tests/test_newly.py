"""``check --since BASE`` fails only on what the change brings in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.test_cli import AS_OF
from tests.test_signatures import git
from tests.test_verification import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
COST = "claims/ferry-cost.yml"
BUDGET = "content/topics/town-budget.yml"


def commit(root: Path, message: str = "base") -> Path:
    if not (root / ".git").is_dir():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return root


def check(root: Path, *arguments: str, base: str = "HEAD") -> Result:
    return run("check", root, *AS_OF, "--since", base, *arguments)


def codes(root: Path) -> list[tuple[str, int, str]]:
    found = json.loads(check(root, "--format", "json").stdout)["problems"]
    return [(problem["file"], problem["line"], problem["code"]) for problem in found]


@pytest.fixture
def faulty(toy: Path, edit: Edit) -> Path:
    """A repository whose last commit has one error and one warning."""
    edit(FERRY, "status: published", "status: printed")
    (toy / "content/notes.txt").write_text("not a record")
    return commit(toy)


def test_nothing_new_is_fine(faulty: Path) -> None:
    result = check(faulty)
    assert result.exit_code == 0, result.output
    shown = "4 claims, no problems\n2 older problems are not shown: HEAD has them too\n"
    assert result.stdout == shown
    assert run("check", faulty, *AS_OF).exit_code == 1


def test_nothing_is_said_of_older_problems_where_there_are_none(toy: Path) -> None:
    assert check(commit(toy)).stdout == "5 claims, no problems\n"


def test_shifted_lines_make_nothing_new(faulty: Path) -> None:
    file = faulty / FERRY
    file.write_text("# one\n# two\n# three\n" + file.read_text())
    assert codes(faulty) == []


def test_new_fault_of_a_faulty_file_is_told(faulty: Path, edit: Edit) -> None:
    edit(FERRY, "asks: said", "asks: sung")
    result = check(faulty)
    assert result.exit_code == 1
    assert codes(faulty) == [(FERRY, 4, "not-a-choice")]
    assert "2 older problems are not shown" in result.stdout


def test_second_instance_of_a_fault_is_new(toy: Path, edit: Edit) -> None:
    edit(FERRY, "topics:\n", "topics:\n  - nowhere\n")
    commit(toy)
    edit(FERRY, "events:\n", "events:\n  - nothing\n")
    edit(COST, "topics:\n", "topics:\n  - nowhere\n")
    assert codes(toy) == [(COST, 26, "unknown-reference"), (FERRY, 29, "unknown-reference")]


def test_same_fault_twice_in_one_file_counts_twice(toy: Path, write: Callable[..., Path]) -> None:
    text = "name: Tides\nexcused:\n" + "  - rule: orphan\n    reason: x\n"
    write("content/topics/tides.yml", text)
    commit(toy)
    write("content/topics/tides.yml", text + "  - rule: orphan\n    reason: x\n")
    assert [found[1:] for found in codes(toy)] == [(5, "missing-field")]


def test_fault_in_one_file_by_the_change_of_another_is_new(faulty: Path) -> None:
    (faulty / "content/people/bram-tolliver.yml").unlink()
    found = codes(faulty)
    assert {(file, code) for file, _, code in found} == {(COST, "unknown-reference")}
    assert check(faulty).exit_code == 1


def test_moved_claim_keeps_its_faults(faulty: Path) -> None:
    (faulty / "claims/moved").mkdir()
    (faulty / FERRY).rename(faulty / "claims/moved/mayor-keeps-ferry.yml")
    assert codes(faulty) == []


def test_renamed_record_keeps_its_faults(toy: Path, edit: Edit) -> None:
    edit(BUDGET, "name: Town budget", "name: Town budget\nfriends: none")
    commit(toy)
    git(toy, "mv", BUDGET, "content/topics/money.yml")
    for claim in (COST, "claims/2031/clock-stands-still.yml"):
        edit(claim, "- town-budget", "- money")
    assert codes(toy) == []


def test_line_that_is_faulty_in_another_way_is_new(faulty: Path, edit: Edit) -> None:
    edit(FERRY, "status: printed", "status: pritned")
    assert codes(faulty) == [(FERRY, 33, "not-a-choice")]


def test_base_without_records_has_no_faults(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: printed")
    git(toy, "init", "-q")
    git(toy, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    assert codes(toy) == [(FERRY, 33, "not-a-choice")]


def test_json_stays_json_and_the_count_is_an_aside(faulty: Path) -> None:
    result = check(faulty, "--format", "json")
    assert json.loads(result.stdout)["problems"] == []
    assert "2 older problems are not shown" in result.stderr


def test_records_below_a_folder_of_the_repository(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: printed")
    commit(toy.parent)
    assert codes(toy) == []
    edit(FERRY, "asks: said", "asks: sung")
    assert codes(toy) == [(FERRY, 4, "not-a-choice")]


def test_link_of_the_base_is_no_new_fault_and_is_not_followed(toy: Path) -> None:
    (toy / "claims/link.yml").symlink_to("/dev/zero")
    (toy / "content/topics/link.yml").symlink_to("town-budget.yml")
    commit(toy)
    assert codes(toy) == []


def test_files_hidden_from_archives_are_read(faulty: Path) -> None:
    (faulty / ".gitattributes").write_text("claims/** export-ignore\n*.yml text eol=crlf\n")
    commit(faulty)
    assert codes(faulty) == []


def test_oversized_file_of_the_base_is_no_new_fault(toy: Path) -> None:
    (toy / "claims/large.yml").write_bytes(b"# " + b"x" * 10_000_000)
    commit(toy)
    assert codes(toy) == []


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("", "--since needs a revision, and got an empty one"),
        ("no-such", "git knows no revision 'no-such' here"),
        ("--output=x", "git knows no revision '--output=x' here"),
    ],
)
def test_base_that_is_none_is_an_error_of_use(faulty: Path, base: str, said: str) -> None:
    result = run("check", faulty, f"--since={base}")
    assert result.exit_code == 2
    assert said in result.output
