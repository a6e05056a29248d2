"""No command ends in a traceback: files are one sentence and 1, mistakes of ours one and 3."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import commands, signatures
from generator.cli import main
from generator.passages import archive
from generator.passages.archive import ArchiveError
from tests.conftest import TOY_ARCHIVE
from tests.test_verification import HERALD, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

ID = "otterby-herald-ferry"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (PermissionError(13, "Permission denied", "x.yml"), 1, "Error: x.yml: Permission denied\n"),
        (OSError(28, "No space left on device"), 1, "Error: No space left on device\n"),
        (
            TypeError("of ours"),
            3,
            "mistake of its own: TypeError of ours (generator.cli.quotations:",
        ),
    ],
)
def test_what_no_command_foresaw_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, toy: Path, error: Exception, code: int, said: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(commands.coverage, "coverage", fail)
    result = run("coverage", toy)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_archive_that_cannot_be_made(toy: Path, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "file").write_text("no folder")
    page = TOY_ARCHIVE / f"{ID}.txt"
    where = ["--root", str(toy), "--archive", str(tmp_path / "file/archive")]
    result = CliRunner().invoke(main, ["capture", str(page), "--id", "new-one", *where])
    assert result.exit_code == 1
    assert "Not a directory" in result.stderr


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return shutil.copytree(TOY_ARCHIVE, tmp_path / "archive")


@pytest.mark.parametrize(
    "about", ['{"extractor": "foo bar"}', "[" * 100_000, "[]", '{"places": [[-1, "x"]]}', "\0"]
)
def test_archive_is_data_from_outside(toy: Path, kept: Path, about: str) -> None:
    (kept / f"{ID}.json").write_text(about)
    with pytest.raises(ArchiveError, match=rf"{ID}\.json"):
        archive.read(kept, ID)
    for command in (["seal", ID], ["quote", ID, "words"]):
        result = run(command[0], toy, "--archive", str(kept), *command[1:])
        assert (result.exit_code, ".json" in result.stderr) == (1, True)


def test_source_of_drafts_alone_is_not_covered(toy: Path, kept: Path) -> None:
    record = (toy / HERALD).read_text("utf-8")
    head, vote = record[: record.index("passages:")], record[record.index("  vote:") :]
    (toy / "content/sources/draft-only.yml").write_text(f"{head}passages:\n{vote}", "utf-8")
    shutil.copy(kept / f"{ID}.txt", kept / "draft-only.txt")
    draft = toy / "claims/timetable-in-april.yml"
    assert "status: draft" in draft.read_text("utf-8")
    with draft.open("a", encoding="utf-8") as stream:
        stream.write("evidence:\n  - passage: draft-only#vote\n    stance: context\n")
    result = run("coverage", toy, "--archive", str(kept))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "draft-only" not in result.stdout
    assert f"{ID}: " in result.stdout


def test_text_that_was_not_sealed_is_not_covered(toy: Path, kept: Path) -> None:
    file = kept / f"{ID}.txt"
    file.write_text("One more. " + file.read_text("utf-8"), "utf-8")
    result = run("coverage", toy, "--archive", str(kept))
    assert result.exit_code == 0
    assert f"{ID}: passed over: the archive holds another text" in result.stderr
    assert ID not in result.stdout


def test_program_that_may_not_be_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "program").write_text("")
    monkeypatch.setattr(signatures, "PROGRAM", str(tmp_path / "program"))
    signature, said = signatures.sign(b"", tmp_path / "key")
    assert (signature, "cannot be run: Permission denied" in said) == (b"", True)
    assert signatures.signer(b"", b"", b"") is None


def test_record_that_is_a_folder(toy: Path) -> None:
    (toy / HERALD).unlink()
    (toy / HERALD).mkdir()
    assert run("verify", toy).exit_code in (0, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "No such command 'chekc'. Did you mean 'check'?"),
        (["nonsense"], "No such command 'nonsense'. Commands: build, capture, check,"),
        (["new", "nonsense"], "No such command 'nonsense'. Commands: claim, event, person,"),
    ],
)
def test_word_that_is_no_command(words: list[str], said: str) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert said in result.output
