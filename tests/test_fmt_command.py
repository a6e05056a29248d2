"""The command that formats records: what it writes, what it leaves alone, what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from generator import comments
from generator.cli import main
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]

TOPIC = "content/topics/harbour-ferry.yml"
LINE = "# yaml-language-server: $schema=../../site_config/schemas/topic.schema.json\n"
UGLY = "description: 'Boats'\n\n\n# its name\nname: \"The ferry\"   \n"
PRETTY = f"{LINE}\n# its name\nname: The ferry\ndescription: Boats\n".replace("\n\n", "\n")


def run(root: Path, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["fmt", "--root", str(root), *arguments])


def bytes_of(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_all_records_are_formatted_once(toy: Path) -> None:
    first = run(toy)
    assert first.exit_code == 0
    assert "formatted claims/2031/clock-stands-still.yml" in first.output
    after = bytes_of(toy)
    again = run(toy)
    assert (again.exit_code, again.output) == (0, "15 records: 0 changed\n")
    assert bytes_of(toy) == after
    assert run(toy, "--check").exit_code == 0


def test_check_shows_the_difference_and_writes_nothing(toy: Path, write: Write) -> None:
    run(toy)
    write(TOPIC, UGLY)
    before = bytes_of(toy)
    result = run(toy, "--check")
    assert result.exit_code == 1
    assert f"--- {TOPIC}\n+++ {TOPIC}, formatted\n@@" in result.output
    assert '-name: "The ferry"   \n+name: The ferry\n' in result.output
    assert result.output.endswith("15 records: 1 would change\n")
    assert bytes_of(toy) == before


def test_named_files_and_folders_alone(toy: Path, write: Write) -> None:
    path = write(TOPIC, UGLY)
    before = bytes_of(toy)
    result = run(toy, str(path))
    assert result.output == f"formatted {TOPIC}\n1 record: 1 changed\n"
    after = bytes_of(toy)
    assert after.pop(TOPIC).decode() == PRETTY
    assert after == {file: raw for file, raw in before.items() if file != TOPIC}
    assert run(toy, str(toy / "content")).output.endswith("8 records: 7 changed\n")


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_become_lf(toy: Path, ends: str) -> None:
    path = toy / TOPIC
    path.write_bytes(PRETTY.replace("\n", ends).encode())
    assert run(toy, "--check", str(path)).exit_code == (ends != "\n")
    assert run(toy, str(path)).exit_code == 0
    assert path.read_bytes() == PRETTY.encode()


def test_line_ends_are_told_in_words(toy: Path) -> None:
    path = toy / TOPIC
    path.write_bytes(PRETTY.removesuffix("\n").replace("\n", "\r\n").encode())
    shown = run(toy, "--check", str(path)).output
    assert "\r" not in shown
    assert shown == (
        f"--- {TOPIC}\n+++ {TOPIC}, formatted\n"
        "\\ CR LF at the end of lines becomes LF\n\\ the last line gets a line end\n"
        "1 record: 1 would change\n"
    )


def test_difference_cannot_steer_a_log(toy: Path, write: Write) -> None:
    write("claims/case.yml", "analysis: |-\n  ##[error]x\n  ::error::y\nformat: 1\n")
    shown = run(toy, "--check", str(toy / "claims/case.yml")).output
    assert "##�error]x" in shown
    assert "�:error::y" in shown
    assert not [row for row in shown.splitlines() if row.lstrip().startswith("::") or "##[" in row]


def test_difference_is_coloured_where_it_is_asked_for(toy: Path, write: Write) -> None:
    write(TOPIC, UGLY)
    assert "\x1b[32m+name: The ferry\x1b[0m" in run(toy, "--check", "--color", "always").output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: [a\n", "[yaml-syntax]"),
        ("name: a\nname: b\n", "[duplicate-key]"),
        ("name: a # b\n", "[comment-in-text]"),
        ("name: a\u200bb\n", "[forbidden-character]"),
    ],
)
def test_what_cannot_be_read_is_left_alone(toy: Path, write: Write, text: str, said: str) -> None:
    run(toy)
    write(TOPIC, text)
    other = write("content/topics/other.yml", UGLY)
    result = run(toy)
    assert result.exit_code == 1
    assert f"{TOPIC}:1:" in result.output or f"{TOPIC}:2:" in result.output
    assert said in result.output
    assert result.output.endswith("16 records: 1 changed, 1 left alone\n")
    assert (toy / TOPIC).read_text("utf-8") == text
    assert other.read_text("utf-8") == PRETTY


@pytest.mark.parametrize("lost", ["# its name\n", "Boats"])
def test_what_would_lose_anything_is_left_alone(
    toy: Path, write: Write, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    path = write(TOPIC, UGLY)
    whole = comments.put
    monkeypatch.setattr(comments, "put", lambda *given: whole(*given).replace(lost, ""))
    result = run(toy, str(path))
    assert result.exit_code == 1
    assert f"{TOPIC}:1:1: error: the record cannot be formatted without" in result.output
    assert path.read_text("utf-8") == UGLY


def test_comment_that_was_not_found_is_not_lost(
    toy: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(TOPIC, UGLY)
    monkeypatch.setattr(comments, "find", lambda _: {})
    assert run(toy, str(path)).exit_code == 1
    assert path.read_text("utf-8") == UGLY


def test_wrong_use(toy: Path, tmp_path: Path) -> None:
    page = run(toy, str(toy / "content/pages/index.md"))
    assert page.exit_code == 2
    assert "content/pages/index.md is no record and no folder of records" in page.output
    (tmp_path / "x.yml").write_text("name: x\n")
    outside = run(toy, str(tmp_path / "x.yml"))
    assert outside.exit_code == 2
    assert "does not lie below" in outside.output
    assert run(tmp_path).exit_code == 1


def test_problem_of_the_formatter_is_known() -> None:
    assert Problem("not-formatted", Position("x.yml"), "x").hint
