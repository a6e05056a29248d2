"""``factcheck new``: from options, and from answers at a terminal."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import reading
from generator.cli import main
from generator.commands.dialogue import asking
from generator.passages import archive
from tests.conftest import all_problems

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parent.parent
CLAIM = {
    "--title": "Did the mayor say that the ferry runs?",
    "--claim": "The mayor said that the ferry runs.",
    "--asks": "said",
    "--claimant": "ada-quill",
}
MADE = "claims/mayor-say-ferry-runs.yml"


def new(root: Path, kind: str, options: dict[str, str], *more: str, typed: str = "") -> Result:
    flat = [word for pair in options.items() for word in pair]
    return CliRunner().invoke(main, ["new", kind, *flat, *more, "--root", str(root)], input=typed)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def data(root: Path, file: str) -> dict[str, object]:
    document, problems = reading.read(root, file)
    assert problems == []
    assert document is not None
    return dict(document.data)


def test_claim_from_options_is_a_sound_draft(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(archive.VARIABLE, raising=False)
    (toy / "archive").mkdir()
    more = ("--source", "otterby-herald-ferry", "--topic", "harbour-ferry", "--said-on", "2031-03")
    result = new(toy, "claim", CLAIM, *more)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        f"{MADE}: made",
        "next, fill in what is missing, then:",
        (
            f"  factcheck quote otterby-herald-ferry 'some words' --root {toy}"
            "  # prints a passage for 'evidence'"
        ),
        f"  factcheck check --root {toy}",
    ]
    assert data(toy, MADE) == {
        "format": "1",
        "title": CLAIM["--title"],
        "claim": CLAIM["--claim"],
        "asks": "said",
        "claimant": "ada-quill",
        "said_on": "2031-03",
        "appearances": ["otterby-herald-ferry"],
        "topics": ["harbour-ferry"],
        "status": "draft",
    }
    assert all_problems(toy) == []


@pytest.mark.parametrize("more", [(), ("--source", "otterby-herald-ferry")])
def test_without_the_texts_the_passages_are_named(
    toy: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    monkeypatch.delenv(archive.VARIABLE, raising=False)
    result = new(toy, "claim", CLAIM, *more)
    source = more[-1] if more else "SOURCE"
    assert "factcheck quote" not in result.output
    assert f"content/sources/{source}.yml" in result.output
    assert f"{source}#PASSAGE" in result.output


def test_claimant_may_be_given_by_name(toy: Path) -> None:
    assert new(toy, "claim", {**CLAIM, "--claimant": "Ada Quill"}).exit_code == 0
    assert data(toy, MADE)["claimant"] == "ada-quill"


def test_nobody_named_needs_the_reason(toy: Path) -> None:
    options = {k: v for k, v in CLAIM.items() if k != "--claimant"}
    assert new(toy, "claim", options).exit_code == 2
    assert new(toy, "claim", {**options, "--claimant-note": "A leaflet."}).exit_code == 0
    assert data(toy, MADE)["claimant"] is None
    assert all_problems(toy) == []


def test_source_states_what_is_not_known(toy: Path) -> None:
    result = new(toy, "source", {"--id": "lost-tape", "--media": "audio"})
    assert result.exit_code == 0, result.output
    made = data(toy, "content/sources/lost-tape.yml")
    assert [made[k] for k in ("title", "publisher", "published", "url")] == [None] * 4
    assert made["publisher_basis"] == made["published_basis"] == "unknown"
    assert [(p.code, p.severity) for p in all_problems(toy)] == [("orphan", "warning")]


@pytest.mark.parametrize(
    ("kind", "options", "file"),
    [
        ("person", {"--name": "Юлія", "--kind": "person"}, "content/people/yuliia.yml"),
        ("topic", {"--name": "Index"}, "content/topics/index-2.yml"),
        ("event", {"--name": "null", "--date": "2031"}, "content/events/null-2.yml"),
    ],
)
def test_record_that_nothing_names_yet(
    toy: Path, kind: str, options: dict[str, str], file: str
) -> None:
    result = new(toy, kind, options)
    assert result.exit_code == 0, result.output
    assert f"{file}: made" in result.output
    assert "orphan" in result.output
    assert data(toy, file)["name"] == options["--name"]
    assert [p.code for p in all_problems(toy)] == ["orphan"]


LONG = "word " * 30


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("claim", {}, r"needs --title, --claim, --asks said\|fact, --claimant or"),
        ("claim", {**CLAIM, "--claim": LONG}, "needs --claim-short;"),
        (
            "claim",
            {**CLAIM, "--claimant": "Ada Quil"},
            "'Ada Quil'; did you mean 'Ada Quill' .ada-quill",
        ),
        ("claim", {**CLAIM, "--claimant": "X"}, "to add it: factcheck new person --name X"),
        ("claim", {**CLAIM, "--source": "herald"}, "--source: there is no source 'herald'"),
        ("claim", {**CLAIM, "--said-on": "4/3/2031"}, "--said-on: '4/3/2031' is not a date"),
        ("claim", {**CLAIM, "--title": "a\u202eb"}, "--title: U.202E"),
        ("claim", {**CLAIM, "--title": "\udcff"}, r"--title: U\+DCFF is half of a character"),
        ("claim", {**CLAIM, "--title": "?!"}, "--id: none can be made of the title"),
        ("claim", {**CLAIM, "--id": "Ferry"}, "--id: 'Ferry' is not an id"),
        ("claim", {**CLAIM, "--id": "con"}, "--id: 'con' is a reserved name"),
        ("topic", {"--name": "A", "--id": "null"}, "--id: 'null' is a reserved name"),
        ("claim", {**CLAIM, "--folder": "../up"}, "--folder: '..' is not an id"),
        ("source", {"--title": "A", "--media": "audio", "--url": "ftp://a"}, "--url: 'ftp://a'"),
        ("source", {"--title": "A"}, r"needs --media article\|document"),
        ("person", {}, r"needs --name, --kind person\|organisation"),
        ("topic", {}, "a new topic needs --name"),
        ("event", {"--name": "A", "--date": "soon"}, "--date: 'soon' is not a date"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    toy: Path, kind: str, options: dict[str, str], said: str
) -> None:
    before = files(toy)
    result = new(toy, kind, options)
    assert result.exit_code == 2
    assert re.search(said, " ".join(result.output.split())), result.output
    assert files(toy) == before


def test_all_wrong_options_are_told_at_once(toy: Path) -> None:
    result = new(toy, "claim", {"--title": "", "--claimant": "X", "--said-on": "soon"})
    assert all(flag in result.output for flag in ("--title:", "--claimant:", "--said-on:"))


@pytest.mark.parametrize(
    ("id_", "holder"),
    [
        ("mayor-keeps-ferry", "claims/mayor-keeps-ferry.yml"),
        ("timetable-in-april", "claims/timetable-in-april.yml"),
        ("mayor-and-ferry", "claims/mayor-keeps-ferry.yml"),
    ],
)
def test_taken_id_is_refused_with_its_file_and_a_free_one(toy: Path, id_: str, holder: str) -> None:
    before = files(toy)
    result = new(toy, "claim", CLAIM, "--id", id_, "--folder", "elsewhere")
    assert result.exit_code == 2
    assert f"'{id_}' is taken by {holder}; '{id_}-2' is free" in result.output
    assert files(toy) == before


def test_broken_record_keeps_its_id(toy: Path) -> None:
    (toy / MADE).write_bytes(b"\xff")
    assert "is taken by" in new(toy, "claim", CLAIM).output
    assert (toy / MADE).read_bytes() == b"\xff"


def test_nothing_is_overwritten_that_is_no_record(toy: Path) -> None:
    (toy / MADE).symlink_to(toy / "elsewhere")
    result = new(toy, "claim", CLAIM)
    assert (result.exit_code, "is there already" in result.output) == (1, True)
    assert not (toy / "elsewhere").exists()


def test_no_record_is_written_through_a_link(toy: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (toy / "claims/away").symlink_to(tmp_path / "outside")
    result = new(toy, "claim", CLAIM, "--folder", "away")
    assert (result.exit_code, "is a link" in result.output) == (1, True)
    assert list((tmp_path / "outside").iterdir()) == []


def test_folder_that_is_no_project(tmp_path: Path) -> None:
    result = new(tmp_path, "topic", {"--name": "A"})
    assert (result.exit_code, "no folder site_config/" in result.output) == (1, True)


@pytest.mark.usefixtures("terminal")
def test_terminal_asks_again_with_the_reason(toy: Path) -> None:
    rows = ["", "Did the mayor say that the ferry runs?", "x" * 301, "A \u200b", "word " * 30]
    rows += ["y" * 75, "A short one", "perhaps", "said", "?", "Ada Quil", "n", "Ada Quill"]
    rows += ["nothing", "", "Not An Id", "mayor-keeps-ferry", ""]
    result = new(toy, "claim", {}, typed="\n".join(rows) + "\n")
    assert result.exit_code == 0, result.output
    for said in (
        "an answer is needed here",
        "the text has 301 characters; at most 300",
        "U+200B (ZERO WIDTH SPACE) is not allowed",
        "'perhaps' is not one of the words for 'asks'; write said or fact",
        "  ada-quill\n  bram-tolliver\n  otterby-council\n",
        "it has 75 characters; at most 74",
        "there is no person 'Ada Quil'; did you mean 'Ada Quill' (ada-quill)?",
        "there is no source 'nothing'",
        "'Not An Id' is not an id",
        "taken by claims/mayor-keeps-ferry.yml; 'mayor-keeps-ferry-2' is free",
        f"{MADE}: made",
    ):
        assert said in result.output, said
    assert all_problems(toy) == []


@pytest.mark.usefixtures("terminal")
def test_claimant_without_a_record_gets_one(toy: Path) -> None:
    rows = ["Carol Frost", "y", "queen", "person", "", "", ""]
    options = {k: v for k, v in CLAIM.items() if k != "--claimant"}
    result = new(toy, "claim", options, typed="\n".join(rows) + "\n")
    assert result.exit_code == 0, result.output
    assert data(toy, "content/people/carol-frost.yml") == {"kind": "person", "name": "Carol Frost"}
    assert data(toy, MADE)["claimant"] == "carol-frost"
    assert all_problems(toy) == []


NOBODY = {k: v for k, v in CLAIM.items() if k != "--claimant"}


@pytest.mark.usefixtures("terminal")
def test_empty_reason_leads_back_to_the_claimant(toy: Path) -> None:
    rows = ["", "", "", "null", "", "ada-quill", "", ""]
    result = new(toy, "claim", NOBODY, typed="\n".join(rows) + "\n")
    assert result.exit_code == 0, result.output
    assert "'null' is no answer" in result.output
    assert result.output.count("Who said it") == 3
    assert data(toy, MADE)["claimant"] == "ada-quill"
    assert "claimant_note" not in data(toy, MADE)


def test_null_is_no_reason(toy: Path) -> None:
    result = new(toy, "claim", {**NOBODY, "--claimant-note": "null"})
    assert (result.exit_code, "--claimant-note: 'null' is no" in result.output) == (2, True)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("instead", ["ada-quill", "Ada Quill"])
@pytest.mark.parametrize("options", [NOBODY, {**NOBODY, "--claimant": "Ada Quil"}])
def test_known_person_instead_of_a_new_record(
    toy: Path, options: dict[str, str], instead: str
) -> None:
    rows = [] if "--claimant" in options else ["Ada Quil"]
    rows += ["Ada Kuil", instead, "", ""]
    result = new(toy, "claim", options, typed="\n".join(rows) + "\n")
    assert result.exit_code == 0, result.output
    assert data(toy, MADE)["claimant"] == "ada-quill"
    assert not (toy / "content/people/ada-quil.yml").exists()


@pytest.mark.usefixtures("terminal")
def test_who_is_no_kind_of_body_is_a_person(toy: Path) -> None:
    result = new(toy, "person", {}, typed="Carol Frost\n\n\n")
    assert result.exit_code == 0, result.output
    assert data(toy, "content/people/carol-frost.yml") == {"kind": "person", "name": "Carol Frost"}


@pytest.mark.usefixtures("terminal")
def test_terminal_proposes_a_free_id(toy: Path) -> None:
    options = {**CLAIM, "--title": "Mayor keeps ferry"}
    result = new(toy, "claim", options, typed="\n\n")
    assert "the id 'mayor-keeps-ferry' is taken by claims/mayor-keeps-ferry.yml" in result.output
    assert (toy / "claims/mayor-keeps-ferry-2.yml").exists()


@pytest.mark.usefixtures("terminal")
def test_end_of_input_writes_nothing(toy: Path) -> None:
    before = files(toy)
    assert new(toy, "claim", {}, typed="A title\n").exit_code == 1
    assert files(toy) == before


def test_real_terminal(toy: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-c", "from generator.cli import main; main()"]
    arguments = [*words, "new", "topic", "--root", str(toy)]
    running = subprocess.Popen(
        arguments, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, close_fds=True
    )
    os.close(theirs)
    os.write(ours, "Пором і міст\n\n".encode())
    assert running.wait(timeout=60) == 0
    os.close(ours)
    assert data(toy, "content/topics/porom-i-mist.yml") == {"name": "Пором і міст"}


def test_every_kind_in_the_own_corpus(tmp_path: Path) -> None:
    for folder in ("claims", "content", "site_config"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = {p for p in all_problems(tmp_path) if p.severity == "error"}
    options = {**CLAIM, "--claimant": "volodymyr-zelenskyy", "--folder": "nato-2022-2024"}
    assert new(tmp_path, "claim", options).exit_code == 0
    assert {p for p in all_problems(tmp_path) if p.severity == "error"} == before
