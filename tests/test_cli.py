"""The command line: what it prints, and with which exit code it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from generator.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
FACTCHECK = Path(sys.executable).with_name("factcheck")


AS_OF = ("--as-of", "2031-03-31")  # the toy corpus lives then


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def broken(toy: Path, edit: Edit) -> Path:
    edit(FERRY, "status: published", "status: printed")
    (toy / "content/notes.txt").write_text("not a record")
    return toy


def test_sound_records_end_with_0_and_a_count(toy: Path) -> None:
    result = run("check", *AS_OF, "--root", toy)
    assert (result.exit_code, result.output) == (0, "5 claims, no problems\n")


def test_files_that_are_named_are_shown(broken: Path) -> None:
    for named in (FERRY, broken / FERRY, "claims"):
        result = run("check", *AS_OF, "--root", broken, named)
        assert result.exit_code == 1
        assert (FERRY in result.stdout, "notes.txt" in result.stdout) == (True, False)
        assert "\n1 problem is elsewhere: 'factcheck check' shows all\n" in result.stdout
    assert "is elsewhere" not in run("check", *AS_OF, "--root", broken, broken).stdout


def test_what_is_wrong_elsewhere_is_no_error_of_the_file(broken: Path) -> None:
    result = run("check", *AS_OF, "--root", broken, "content/topics")
    assert result.exit_code == 0
    assert result.stdout.endswith(
        "no problems\n2 problems are elsewhere: 'factcheck check' shows all\n"
    )
    result = run("check", *AS_OF, "--root", broken, "--format", "json", "content/topics")
    assert json.loads(result.stdout)["problems"] == []


def test_only_files_that_are_named_are_mended(toy: Path, edit: Edit) -> None:
    edit(FERRY, "said_on: 2031-03-04", "said_on: 2031/03/04")
    before = (toy / FERRY).read_bytes()
    run("check", *AS_OF, "--root", toy, "--fix", "content")
    assert (toy / FERRY).read_bytes() == before
    run("check", *AS_OF, "--root", toy, "--fix", FERRY)
    assert (toy / FERRY).read_bytes() != before


def test_problems_are_printed_with_place_excerpt_and_help(broken: Path) -> None:
    result = run("check", *AS_OF, "--root", broken)
    assert result.exit_code == 1
    rows = result.output.splitlines()
    assert rows[0].startswith(f"{FERRY}:33:9: error: ")
    assert rows[0].endswith("[not-a-choice]")
    assert rows[1:8] == [
        "   |",
        "31 |   asked_on: 2031-03-09",
        "32 |   answer: The mayor's office confirmed the words.",
        "33 | status: printed",
        "   |         ^^^^^^^",
        "34 | checked_by: writing-desk",
        "35 | reviewed_by: reading-desk",
    ]
    assert rows[8:10] == ["   |", "   = help: write draft, published or withdrawn"]
    assert "content/notes.txt:1:1: warning: " in result.output
    assert rows[-2].endswith("1 error and 1 warning in 2 files")
    assert rows[-1] == "For more about such a problem: factcheck explain not-a-choice"


def test_every_fault_of_a_record_is_told_in_one_run(broken: Path, edit: Edit) -> None:
    edit(FERRY, "claimant: ada-quill", "claimant: ada-qill")
    result = run("check", *AS_OF, "--root", broken)
    assert f"{FERRY}:5:11: error: there is no person 'ada-qill'" in result.output
    assert f"{FERRY}:33:9: error: 'printed' is not one of" in result.output


def test_warnings_alone_do_not_fail(toy: Path) -> None:
    (toy / "content/notes.txt").write_text("not a record")
    result = run("check", *AS_OF, "--root", toy)
    assert (result.exit_code, "warning" in result.output) == (0, True)


def test_github_format_annotates_the_line(broken: Path) -> None:
    result = run("check", *AS_OF, "--root", broken, "--format", "github")
    assert result.exit_code == 1
    rows = result.stdout.splitlines()
    assert rows[0].startswith(f"::error file={FERRY},line=33,col=9,endLine=33,endColumn=16,")
    assert rows[1].startswith("::warning file=content/notes.txt,line=1,")
    assert all(row.startswith("::") for row in rows)
    assert "1 error" in result.stderr


def test_json_format_has_every_field(broken: Path) -> None:
    result = run("check", *AS_OF, "--root", broken, "--format", "json")
    assert result.exit_code == 1
    first, second = json.loads(result.output)["problems"]
    message = first.pop("message")
    assert "'printed'" in message
    assert first == {
        "code": "not-a-choice",
        "severity": "error",
        "file": FERRY,
        "line": 33,
        "column": 9,
        "end_line": 33,
        "end_column": 16,
        "hint": "write draft, published or withdrawn",
        "details": [],
        "mend": None,
    }
    assert (second["severity"], second["file"]) == ("warning", "content/notes.txt")


def test_json_format_of_sound_records_is_an_empty_list(toy: Path) -> None:
    result = run("check", *AS_OF, "--root", toy, "--format", "json")
    assert (result.exit_code, json.loads(result.output)) == (0, {"problems": []})


def test_version_is_that_of_the_package() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.output == f"factcheck, version {version('factcheck-site')}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_with_what_it_does(option: str) -> None:
    result = run(option)
    assert result.exit_code == 0
    for name, command in main.commands.items():
        assert f"\n  {name} " in result.output
        own = run(name, option)
        assert own.exit_code == 0
        assert command.help
        assert command.help.split("\n")[0].rstrip(".") in " ".join(own.output.split())


@pytest.mark.parametrize("name", main.commands)
def test_names_of_commands_are_names_of_files(name: str) -> None:
    file = f"{name}_.py" if iskeyword(name) else f"{name}.py"
    assert (Path(__file__).parent.parent / "generator/commands" / file).is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--root", "nowhere"], "Directory 'nowhere' does not exist"),
        (["tree", "out", "--root", "nowhere"], "Directory 'nowhere' does not exist"),
        (["tree"], "Missing argument 'OUT'"),
        (["check", "--format", "xml"], "'xml' is not one of 'github', 'json', 'sarif', 'text'"),
        (["chekc"], "No such command 'chekc'"),
        (["check", "nowhere.yml"], "there is no file or folder nowhere.yml"),
        (["check", "README.md"], "README.md is no file of the records"),
        (["check", ".."], ".. is not below ."),
    ],
)
def test_mistyped_command_is_told_in_words(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_folder_without_records_says_what_is_missing(tmp_path: Path) -> None:
    result = run("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert result.output.startswith("site_config:1:1: error: there is no folder site_config/")
    assert "--root" in result.output


def test_installed_command_checks_the_folder_it_stands_in(broken: Path) -> None:
    done = subprocess.run(
        [FACTCHECK, "check", *AS_OF], cwd=broken, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout.startswith(f"{FERRY}:33:9: error")
    assert done.stderr == ""


def test_terminal_that_knows_few_letters_is_no_crash(broken: Path, edit: Edit) -> None:
    edit(FERRY, "title: The mayor on the winter ferry", "tilte: Мер і зимовий пором")
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(
        [FACTCHECK, "check", *AS_OF], cwd=broken, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


def test_excerpt_does_not_steer_the_terminal(toy: Path, edit: Edit) -> None:
    edit(FERRY, "The mayor on the winter ferry", "The \x1b]0;mayor\x07 \x1b[2J ferry")
    result = CliRunner().invoke(main, ["check", *AS_OF, "--root", str(toy)], color=True)
    assert "forbidden-character" in result.output
    assert "\x1b" not in click.unstyle(result.output)


def test_day_of_the_check_can_be_named(toy: Path) -> None:
    assert run("check", "--root", toy, "--as-of", "2031-03-14").exit_code == 0
    late = run("check", "--root", toy, "--as-of", "2033-01-01")
    assert "[stale-review]" in late.output
    assert run("check", "--root", toy, "--as-of", "2031-03").exit_code == 2


def test_a_check_without_a_day_is_one_of_today(toy: Path, edit: Edit) -> None:
    edit(FERRY, "reviewed_on: 2031-03-12", "reviewed_on: 9998-01-01")
    result = run("check", "--root", toy)
    assert result.exit_code == 1
    assert "9998-01-01 is after the day of this check, 2" in result.output


def test_colours_come_and_go_as_asked(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    check = ["check", *AS_OF, "--root", str(broken)]
    assert "\x1b" not in run(*check).output
    assert "\x1b[" in run(*check, "--color", "always").output
    assert "\x1b[" in run("--color", "always", *check).output
    assert "\x1b" not in run("--color", "always", *check, "--color", "never").output
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(*check).output
    assert "\x1b" not in run(*check, "--color", "never").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(*check).output
    assert "\x1b[" in run(*check, "--color", "always").output


@pytest.mark.parametrize("style", ["json", "sarif", "github"])
def test_formats_for_programs_have_no_colours(broken: Path, style: str) -> None:
    result = run("--color", "always", "check", *AS_OF, "--root", broken, "--format", style)
    assert "\x1b" not in result.stdout


def test_sarif_format_is_one_document(broken: Path) -> None:
    result = run("check", *AS_OF, "--root", broken, "--format", "sarif")
    assert result.exit_code == 1
    assert len(json.loads(result.output)["runs"][0]["results"]) == 2


def test_sarif_format_names_the_pages_of_the_site(broken: Path) -> None:
    found = run("check", *AS_OF, "--root", broken, "--format", "sarif").output
    rules = json.loads(found)["runs"][0]["tool"]["driver"]["rules"]
    page = "https://otterby.example/problems/not-a-choice/"
    assert page in [rule["helpUri"] for rule in rules]
    publisher = broken / "site_config/publisher.yml"
    publisher.write_text(publisher.read_text().replace("url: https", "url: ftp"))
    assert "helpUri" not in run("check", "--root", broken, "--format", "sarif").output


def test_entry_of_a_withdrawal_is_shown_to_be_pasted(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: withdrawn")
    shown = run("check", *AS_OF, "--root", toy, FERRY).stdout
    rows = [row.partition("+")[2].strip("│| ") for row in shown.splitlines() if "+" in row]
    assert rows == ["- date: YYYY-MM-DD", "kind: withdrawn", "note: …"]
