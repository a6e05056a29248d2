"""``factcheck migrate``: claims of older formats, by the real step and by one that is made up."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from click.testing import CliRunner

from generator import files, migrations, yamltext
from generator.cli import main
from generator.migrations import numbered
from generator.migrations.edits import Edit
from generator.records import FORMAT
from generator.versions.canonical import digest
from tests.conftest import all_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from click.testing import Result

    from generator.migrations import Migration
    from generator.yamltext import Data, Document

    Write = Callable[[str, str], Path]

CASE = "claims/case.yml"
DRAFT = """\
# yaml-language-server: $schema=claim.schema.json

title: 'The  ferry'
# what was said
claim:   >-
    The ferry runs
    in summer.
asks: fact
claimant: ada-quill
topics: [harbour-ferry,  town-budget]
status: draft
"""


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["migrate", "--root", str(root), *arguments])


def everything(root: Path) -> dict[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


def parsed(text: str) -> Document:
    document, problems = yamltext.parse(text, CASE)
    assert problems == []
    assert document is not None
    return document


# A second step: 'asks' becomes 'question', and its values become longer.
LONGER = {"said": "was-it-said", "fact": "is-it-so"}


def longer_data(data: Mapping[str, Data]) -> dict[str, Data]:
    renamed = {"question" if key == "asks" else key: value for key, value in data.items()}
    return {**renamed, "format": "2", "question": LONGER[str(data["asks"])]}


def longer_edits(document: Document) -> list[Edit]:
    def replaced(path: tuple[str], new: str, *, key: bool = False) -> Edit:
        return Edit(*document.offsets(document.at(path, key=key)), new)

    return [
        replaced(("format",), "2"),
        replaced(("asks",), "question", key=True),
        replaced(("asks",), LONGER[str(document.data["asks"])]),
    ]


def step(**functions: Any) -> Migration:
    return cast("Migration", SimpleNamespace(**functions))


@pytest.fixture
def format_2(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows one format more."""
    known = step(moved=longer_data, edits=longer_edits)
    monkeypatch.setitem(migrations.MIGRATIONS, 1, known)


def test_the_schema_is_of_the_newest_format() -> None:
    assert migrations.newest() == FORMAT
    assert sorted(migrations.MIGRATIONS) == list(range(FORMAT))


# --- format 0 to 1 ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: x\nasks: said\n", "format: 1\ntitle: x\nasks: said\n"),
        ("# a\n\n# b\ntitle: x\n", "# a\n\n# b\nformat: 1\ntitle: x\n"),
        ("---\ntitle: x\n", "---\nformat: 1\ntitle: x\n"),
        ("  title: x\n  asks: said\n", "  format: 1\n  title: x\n  asks: said\n"),
        ('"title": x\n', 'format: 1\n"title": x\n'),
        ("{title: x, asks: said}\n", "{format: 1, title: x, asks: said}\n"),
        ("{\n  title: x }\n", "{\n  format: 1, title: x }\n"),
        ("title: x", "format: 1\ntitle: x"),
        ("title: x\nformat: 0\n", "title: x\nformat: 1\n"),
        ("title: x\nformat: '0'\n# end\n", "title: x\nformat: 1\n# end\n"),
        ("title: Ґанок 🙂\nformat: 0\n", "title: Ґанок 🙂\nformat: 1\n"),
    ],
)
def test_the_number_is_written_and_all_else_stays(old: str, new: str) -> None:
    moved, problems = migrations.migrate(parsed(old))
    assert problems == []
    assert moved is not None
    assert (moved.document.text, moved.before) == (new, 0)
    assert moved.document.data == {"format": "1", **numbered.moved(parsed(old).data)}


@pytest.mark.parametrize("old", ["? title\n: x\n", "title: x\nformat: >-\n  0\nasks: said\n"])
def test_a_strange_layout_is_left_to_people(old: str) -> None:
    moved, (problem,) = migrations.migrate(parsed(old))
    assert moved is None
    assert problem.code == "old-format"
    assert "by hand" in problem.hint


def test_claims_are_moved_and_the_check_is_content(toy: Path, write: Write) -> None:
    write(CASE, DRAFT)
    assert [p.code for p in all_problems(toy)] == ["old-format"]
    assert all_problems(toy)[0].hint.endswith("'factcheck migrate'")
    before = everything(toy)
    result = run(toy)
    assert (result.exit_code, result.output) == (
        0,
        f"{CASE}: format 0 to 1\n1 claim moved, 5 claims already of format 1\n",
    )
    after = everything(toy)
    assert after.pop(CASE).decode() == DRAFT.replace("\ntitle:", "\nformat: 1\ntitle:", 1)
    assert after == {file: raw for file, raw in before.items() if file != CASE}
    assert all_problems(toy) == []
    assert run(toy).output == "0 claims moved, 6 claims already of format 1\n"


def test_line_ends_stay(toy: Path, write: Write) -> None:
    write(CASE, DRAFT.replace("\n", "\r\n"))
    assert run(toy).exit_code == 0
    expected = DRAFT.replace("\ntitle:", "\nformat: 1\ntitle:", 1).replace("\n", "\r\n")
    assert (toy / CASE).read_bytes() == expected.encode()


def test_a_dry_run_shows_the_change_and_writes_nothing(toy: Path, write: Write) -> None:
    write(CASE, "title: x\nclaim: y\nstatus: draft")
    before = everything(toy)
    result = run(toy, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout == (
        f"--- a/{CASE}\n+++ b/{CASE}\n@@ -1,3 +1,4 @@\n"
        "+format: 1\n title: x\n claim: y\n status: draft\n"
    )
    assert result.stderr == "1 claim to move, 5 claims already of format 1\n"
    assert everything(toy) == before


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            "format: 3\ntitle: x\n",
            "newer-format",
            "written for format 3; this program knows up to 1",
        ),
        ("format: one\ntitle: x\n", "not-a-number", "is not a whole number"),
        ("format:\ntitle: x\n", "not-a-number", "is not a whole number"),
        ("title: *x\n", "yaml-alias", "anchors"),
        ("title: x # y\n", "comment-in-text", "comment"),
        ("", "wrong-type", "the file is empty"),
        ("{}\n", "old-format", "cannot be moved"),
        ("? title\n: x\n", "old-format", "cannot be moved from format 0 to 1"),
        ("name: The ferry\n", "wrong-folder", "looks like a topic"),
        ("title: \ufeffx\n", "forbidden-character", "U+FEFF"),
    ],
)
def test_nothing_is_written_when_one_claim_cannot_be_moved(
    toy: Path, write: Write, text: str, code: str, said: str
) -> None:
    write("claims/a-sound-one.yml", DRAFT)
    write(CASE, text)
    before = everything(toy)
    for arguments in ((), ("--dry-run",)):
        result = run(toy, *arguments)
        assert result.exit_code == 1
        assert (f"[{code}]" in result.output, said in result.output) == (True, True)
        assert result.output.endswith("1 error in 1 file; nothing was written\n")
    assert everything(toy) == before


def test_other_faults_of_a_claim_are_no_matter(toy: Path, write: Write) -> None:
    write(CASE, "title: x\nasks: nothing\ncolour: red\n")
    assert run(toy).exit_code == 0
    assert (toy / CASE).read_text("utf-8").startswith("format: 1\ntitle: x\n")


def test_no_project(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 1


def test_a_full_disk_leaves_whole_files(
    toy: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("claims/a-first.yml", DRAFT)
    write(CASE, DRAFT)
    real = files.write

    def full(path: Path, content: bytes) -> None:
        if path.name == "case.yml":
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(files, "write", full)
    assert run(toy).exit_code == 1
    assert (toy / CASE).read_text("utf-8") == DRAFT
    monkeypatch.undo()
    assert run(toy).output.startswith(f"{CASE}: format 0 to 1\n1 claim moved")


# --- further formats -------------------------------------------------------------------------


@pytest.mark.usefixtures("format_2")
def test_steps_follow_each_other(toy: Path, write: Write) -> None:
    write(CASE, DRAFT)
    result = run(toy)
    assert result.exit_code == 0
    assert f"{CASE}: format 0 to 2\n" in result.output
    assert "claims/ferry-cost.yml: format 1 to 2\n" in result.output
    assert result.output.endswith("6 claims moved, 0 claims already of format 2\n")
    expected = DRAFT.replace("\ntitle:", "\nformat: 2\ntitle:", 1)
    expected = expected.replace("asks: fact", "question: is-it-so")
    assert (toy / CASE).read_text("utf-8") == expected
    assert run(toy).output == "0 claims moved, 6 claims already of format 2\n"


@pytest.mark.usefixtures("format_2")
def test_frozen_versions_are_read_and_stay_as_they_were(toy: Path) -> None:
    before = {f: raw for f, raw in everything(toy).items() if ".versions" in f}
    assert run(toy).exit_code == 0
    assert {f: raw for f, raw in everything(toy).items() if ".versions" in f} == before


def test_what_is_frozen_in_an_older_format_is_not_frozen_again(toy: Path) -> None:
    claim = toy / "claims/ferry-cost.yml"
    version = toy / "claims/.versions/ferry-cost/575fcc7fc2c79947.yml"
    text = claim.read_text("utf-8").replace("format: 1\n", "")
    claim.write_text(text, "utf-8")
    version.unlink()
    version.with_name(f"{digest(parsed(text).data)}.yml").write_text(text, "utf-8")
    before = {f: raw for f, raw in everything(toy).items() if ".versions" in f}
    assert run(toy).exit_code == 0
    assert all_problems(toy) == []
    options = ["--root", str(toy), "--as-of", "2031-03-31"]
    result = CliRunner().invoke(main, ["publish", "ferry-cost", *options])
    assert result.output == "1 frozen already\n"
    assert {f: raw for f, raw in everything(toy).items() if ".versions" in f} == before


@pytest.mark.usefixtures("format_2")
def test_a_dry_run_shows_all_steps_at_once(toy: Path, write: Write) -> None:
    write(CASE, "title: x\nasks: fact\nstatus: draft\n")
    diff = run(toy, "--dry-run").stdout
    assert "+format: 2\n title: x\n-asks: fact\n+question: is-it-so\n status: draft\n" in diff
    assert diff.count("--- a/") == 6


@pytest.mark.usefixtures("format_2")
def test_check_tells_the_old_format(toy: Path, write: Write) -> None:
    write(CASE, DRAFT.replace("title:", "format: 1\ntitle:", 1))
    (problem,) = [p for p in all_problems(toy) if p.position.file == CASE and p.code[:3] == "old"]
    assert problem.message == "the claim is of format 1, and this program reads format 2"
    assert (problem.position.line, problem.hint) == (3, "run 'factcheck migrate'")


@pytest.mark.usefixtures("format_2")
def test_a_claim_of_a_format_after_the_newest(toy: Path, write: Write) -> None:
    write(CASE, "format: 3\ntitle: x\n")
    result = run(toy)
    assert "written for format 3; this program knows up to 2 [newer-format]" in result.output
    assert (result.exit_code, "update the program" in result.output) == (1, True)


def broken_edits(document: Document) -> list[Edit]:
    """Lose a line that the step does not name."""
    start, end = document.offsets(document.at(("title",)))
    return [*longer_edits(document), Edit(start, end, "lost")]


def unreadable_edits(document: Document) -> list[Edit]:
    return [Edit(0, 0, "\t*"), *longer_edits(document)]


@pytest.mark.parametrize("edits", [broken_edits, unreadable_edits])
def test_a_step_that_changes_more_than_it_says_is_refused(
    toy: Path, write: Write, monkeypatch: pytest.MonkeyPatch, edits: Any
) -> None:
    monkeypatch.setitem(migrations.MIGRATIONS, 1, step(moved=longer_data, edits=edits))
    write(CASE, DRAFT)
    before = everything(toy)
    result = run(toy)
    assert (result.exit_code, "cannot be moved from format 1 to 2" in result.output) == (1, True)
    assert everything(toy) == before
