"""``factcheck init``: a whole site that is sound, or nothing."""

from __future__ import annotations

import errno
import json
import re
import shlex
import subprocess
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from generator import __version__, reading, site, yamltext
from generator.cli import main
from generator.commands import init as command
from generator.starter import filled, parts
from tests.conftest import all_problems, load_sound
from tests.hosted import ROOT
from tests.test_cli import run
from tests.test_cli_tree import listing
from tests.workflows import data_of, documented

if TYPE_CHECKING:
    from click.testing import Result

SOURCE = "lindmere-mill-bridge"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    out = tmp_path / "newsroom"
    assert run("init", out).exit_code == 0
    return out


def nothing_written(result: Result, place: Path) -> None:
    assert result.exit_code == 1
    assert result.stderr.startswith("nothing was written: ")
    assert result.stderr.count("\n") == 1
    assert list(place.iterdir()) == []


# --- the site ---------------------------------------------------------------------------


def test_new_site_has_no_problem(made: Path) -> None:
    assert run("check", "--root", made).output.endswith(", no problems\n")
    verified = run("verify", "--root", made)
    assert verified.exit_code == 0
    assert verified.output.startswith("3 quotations: 3 verbatim")
    assert "with 1 captured text" in verified.output


def test_seal_is_the_one_that_the_text_has_today(made: Path) -> None:
    assert run("seal", SOURCE, "--root", made).output == f"{SOURCE}: unchanged\n"


def test_example_is_dated_today(made: Path) -> None:
    today = datetime.now().astimezone().date()
    claim = load_sound(made).claims["mill-bridge-six-weeks"]
    assert (claim.reviewed_on, claim.history[0].date) == (today, today)


def test_every_page_is_made_without_a_trace_of_this_site(made: Path) -> None:
    outputs, inputs, problems = site.outputs_of(made, drafts=False)
    assert problems == []
    assert inputs is not None
    assert {page.path for page in inputs.pages} >= {
        f"{name}.md"
        for name in ("index", "about", "method", "corrections", "contribute", "report", "cite")
    }
    own = load_sound(ROOT)
    names = {own.publisher.name, own.publisher.tagline, own.publisher.url, "Ukraine", "Kyiv"}
    names |= {person.name for person in own.people.values()}
    names |= {id_ for records in (own.sources, own.claims, own.people) for id_ in records}
    # Its theme names whose copyright it is; all else is the newsroom's own.
    texts = {
        path: raw.decode()
        for path, raw in listing(made).items()
        if path != "LICENSE-THEME" and not path.endswith(".woff2")
    }
    # The rules say for which languages they know negations.
    texts |= {o.path: o.content for o in outputs if not o.path.startswith("rules/")}
    assert [(path, name) for path, text in texts.items() for name in names if name in text] == []


def test_check_lists_what_the_example_leaves_behind(made: Path) -> None:
    (made / filled.EXAMPLE).unlink()
    rounds = 0
    while left := {p.position.file for p in all_problems(made)}:
        for file in left:
            (made / file).unlink()
        rounds += 1
    assert rounds <= 3
    assert {path.rpartition("/")[0] for path in listing(made) if path.startswith("content/")} == {
        reading.PAGES
    }
    assert run("check", "--root", made).output == "0 claims, no problems\n"
    assert run("verify", "--root", made).exit_code == 0


def test_records_have_their_form_and_editors_their_schemas(made: Path) -> None:
    assert run("fmt", "--check", "--root", made).exit_code == 0
    assert run("schema", "--check", "--root", made).exit_code == 0


def test_documents_name_commands_that_there_are(made: Path) -> None:
    key = str(made / "mkdocs.yml")  # a file that is there stands for one's own key
    said = [row.replace("~/.ssh/id_ed25519", key) for row in documented(made)]
    calls = [shlex.split(row)[1:] for row in said if row.startswith("factcheck ")]
    assert {name for name, *_ in calls} >= {"new", "explain", "fmt", "diff", "publish"}
    for name, *arguments in calls:
        group = click.Context(main, **main.context_settings)
        main.commands[name].make_context(name, arguments, parent=group)


def test_documents_lead_to_files_and_headings_that_there_are(made: Path) -> None:
    texts = {path.name: path.read_text("utf-8") for path in made.glob("*.md")}
    links = {link for text in texts.values() for link in re.findall(r"\]\((?!http)([^)]+)\)", text)}
    assert {"REVIEWING.md", "CONTRIBUTING.md#you-keep-the-archive"} <= links
    for file, _, heading in (link.partition("#") for link in links):
        assert (made / file).is_file()
        titles = re.findall(r"^#+ (.*)", texts.get(file, ""), re.MULTILINE)
        assert not heading or heading in {title.lower().replace(" ", "-") for title in titles}


def test_a_repository_without_files_is_an_empty_folder(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert run("init", tmp_path).exit_code == 0
    assert (tmp_path / ".git/HEAD").is_file()
    assert (tmp_path / "mkdocs.yml").is_file()


def test_git_keeps_the_example_and_no_other_text(made: Path) -> None:
    (made / "archive/the-paper.txt").write_text("somebody's copyright")
    subprocess.run(["git", "init", "-q"], cwd=made, check=True)
    subprocess.run(["git", "add", "-A"], cwd=made, check=True)
    kept = subprocess.run(["git", "ls-files"], cwd=made, capture_output=True, text=True, check=True)
    assert f"archive/{SOURCE}.txt" in kept.stdout
    assert "the-paper" not in kept.stdout
    assert len(kept.stdout.splitlines()) == len(parts.parts())


def test_what_two_sites_share_stands_here_once() -> None:
    shared = parts.shared()
    assert all((ROOT / source).exists() for source in shared)
    own = [path for path in parts.OWN.rglob("*") if path.is_file()]
    here = {(ROOT / path.relative_to(parts.OWN)).resolve() for path in own}
    doubles = [path for path in here if path.is_file() and path.read_bytes() in map(_bytes, own)]
    # Nobody may be trusted with the keys of another newsroom.
    assert doubles == [ROOT / reading.SIGNERS]
    assert not {path.relative_to(parts.OWN).as_posix() for path in own} & set(shared.values())


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def test_no_key_is_trusted_from_the_start(made: Path) -> None:
    rows = (made / reading.SIGNERS).read_text("utf-8").splitlines()
    assert [row for row in rows if not row.startswith("#")] == []


# --- what a newsroom says of itself ------------------------------------------------------

NAMES = [
    'The "Daily" Check',
    "It's so: a check",
    "Check #1 # not a comment",
    "Перевірка слів: «Слово за слово»",
    "null",
    "- dash",
    "{{ publisher }}",
    "*star* & <b>bold</b> ]]",
    "@at %percent `tick` !bang |pipe >fold",
    "back\\slash \\n",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_becomes_the_name(tmp_path: Path, name: str) -> None:
    result = run("init", tmp_path / "x", "--name", name)
    assert (result.exit_code, result.stderr) == (0, "")
    outputs, inputs, problems = site.outputs_of(tmp_path / "x", drafts=False)
    assert problems == []
    assert outputs
    assert inputs is not None
    assert inputs.corpus.publisher.name == name


def test_options_are_written_and_comments_stay(tmp_path: Path) -> None:
    said = ("--url", "https://checks.example.org", "--contact", "a@checks.example.org")
    run("init", tmp_path / "x", *said, "--language", "uk")
    publisher = load_sound(tmp_path / "x").publisher
    assert publisher.url == "https://checks.example.org/"
    assert (publisher.contact, publisher.language) == ("a@checks.example.org", "uk")
    text = (tmp_path / "x" / reading.PUBLISHER).read_text("utf-8")
    before = parts.parts()[reading.PUBLISHER].decode()
    assert [r for r in text.splitlines() if "#" in r] == [
        r for r in before.splitlines() if "#" in r
    ]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ((), "name, address, contact"),
        (("--url", "https://checks.example.org"), "name, contact"),
        (("--name", "Ours", "--contact", "a@checks.example.org"), "address"),
    ],
)
def test_what_is_still_a_placeholder_is_named(
    tmp_path: Path, given: tuple[str, ...], left: str
) -> None:
    said = run("init", tmp_path / "x", *given).output
    assert f"Still placeholders in {reading.PUBLISHER}: {left}.\n" in said


def test_answered_questions_leave_no_placeholder(tmp_path: Path) -> None:
    given = ("--name", "Ours", "--url", "https://ours.example/", "--contact", "a@ours.example")
    assert "placeholders" not in run("init", tmp_path / "x", *given).output


def test_commands_are_those_of_its_readme(tmp_path: Path) -> None:
    said = run("init", tmp_path / "x").output.splitlines()
    readme = (tmp_path / "x/README.md").read_text("utf-8")
    rows = [row.strip() for row in said if row.startswith("  ")]
    assert len(rows) == 5
    assert [row for row in rows[1:] if f"\n{row} " not in readme] == []
    assert "pip does not find it" in (tmp_path / "x/requirements.txt").read_text("utf-8")


@pytest.mark.parametrize("said", [None, "https://checks.example.org/it%27s/?#:~'x/"])
def test_who_has_no_account_is_led_to_the_new_site(tmp_path: Path, said: str | None) -> None:
    run("init", tmp_path / "x", *(["--url", said] if said else []))
    (link,) = data_of(tmp_path / "x" / filled.CONTACT)["contact_links"]
    assert link["url"] == f"{said or 'https://newsroom.example/'}contribute/"
    assert (tmp_path / "x/content/pages/contribute.md").is_file()


def test_text_is_brought_to_the_form_of_records(tmp_path: Path) -> None:
    run("init", tmp_path / "x", "--name", " Cafe\u0301\n checks ")
    assert load_sound(tmp_path / "x").publisher.name == "Café checks"


@pytest.mark.parametrize(
    ("option", "said", "words"),
    [
        ("--url", "checks", "'checks' is not a web address"),
        ("--url", "https://checks.example.org/ here", "is not a web address"),
        ("--contact", "desk", "'desk' is not an e-mail address"),
        ("--language", "Ukrainian", "'Ukrainian' is not a language tag"),
        ("--name", "", "the text is empty"),
        ("--name", "x" * 301, "at most 300"),
        ("--name", "zero\u200bwidth", "U+200B"),
        ("--name", "bad\udcffbyte", "byte 0xff is not UTF-8"),
    ],
)
def test_option_that_cannot_be_used(tmp_path: Path, option: str, said: str, words: str) -> None:
    result = run("init", tmp_path / "x", option, said)
    assert result.exit_code == 2
    assert f"Invalid value for {option}: " in result.stderr
    assert words in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_person_is_asked_and_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_is_person", lambda: True)
    answers = "checks\nhttps://checks.example.org\n\n\n"
    given = ["init", str(tmp_path / "x"), "--name", "Ours"]
    result = CliRunner().invoke(main, given, input=answers)
    assert result.exit_code == 0
    assert "'checks' is not a web address" in result.output
    assert "Name of the site" not in result.output
    publisher = load_sound(tmp_path / "x").publisher
    assert (publisher.name, publisher.url) == ("Ours", "https://checks.example.org/")
    assert publisher.contact == "corrections@newsroom.example"


def test_a_person_who_stops_has_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_is_person", lambda: True)
    result = CliRunner().invoke(main, ["init", str(tmp_path / "x")], input="Ours\n")
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


# --- the folder -------------------------------------------------------------------------


def test_what_is_there_is_not_touched(tmp_path: Path) -> None:
    for name in ("a", ".git", "c", "d"):
        (tmp_path / name).write_text("mine")
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "is not empty: it holds .git, a, c and 1 more" in result.stderr
    assert listing(tmp_path) == dict.fromkeys((".git", "a", "c", "d"), b"mine")


def test_file_and_dead_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("file", "link", "file/below"):
        result = run("init", tmp_path / name)
        assert (result.exit_code, result.stdout) == (1, "")
    assert listing(tmp_path) == {"file": b"mine"}


def test_missing_parent(tmp_path: Path) -> None:
    result = run("init", tmp_path / "a/b")
    nothing_written(result, tmp_path)
    assert f"there is no folder {tmp_path}/a to make it in" in result.stderr


def test_empty_folder_is_filled_and_stays_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    result = run("init", ".")
    assert result.exit_code == 0
    assert "  cd " not in result.output
    assert tmp_path.stat().st_ino == before
    assert listing(tmp_path).keys() == parts.parts().keys()


def test_link_to_an_empty_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert run("init", tmp_path / "link").exit_code == 0
    assert listing(tmp_path / "real").keys() == parts.parts().keys()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "real"]


def test_name_with_a_space_can_be_pasted(tmp_path: Path) -> None:
    assert f"cd '{tmp_path}/our site'" in run("init", tmp_path / "our site").output


def test_unwritable_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path))

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    result = run("init", tmp_path / "x")
    nothing_written(result, tmp_path)
    assert "cannot be written: Permission denied" in result.stderr


@pytest.mark.parametrize(
    ("folder", "method", "calls"),
    [
        ("new", "write_bytes", 7),
        ("new", "rename", 1),
        (".", "write_bytes", 7),
        (".", "rename", 1),
        (".", "rename", 4),
    ],
)
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left")])
def test_what_stops_it_leaves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    method: str,
    calls: int,
    error: BaseException,
) -> None:
    done, real = [], getattr(Path, method)

    def stop(self: Path, *arguments: Any) -> Any:
        done.append(self)
        if len(done) == calls:
            raise error
        return real(self, *arguments)

    monkeypatch.setattr(Path, method, stop)
    result = run("init", tmp_path / folder)
    assert result.exit_code == 1
    assert len(done) >= calls
    assert list(tmp_path.iterdir()) == []


# --- the program ------------------------------------------------------------------------


class _Installed:
    def __init__(self, origin: dict[str, object] | None) -> None:
        self.origin = origin

    def read_text(self, _: str) -> str | None:
        return None if self.origin is None else json.dumps(self.origin)


GIT = {"vcs": "git", "commit_id": "0a1b"}


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (None, f"=={__version__}"),
        ({"url": "file:///home/x/site", "dir_info": {"editable": True}}, f"=={__version__}"),
        ({"url": "file:///home/x/site.git", "vcs_info": GIT}, f"=={__version__}"),
        ({"url": "https://h.example/f.whl", "archive_info": {}}, " @ https://h.example/f.whl"),
        ({"url": "https://h.example/s", "vcs_info": GIT}, " @ git+https://h.example/s@0a1b"),
    ],
)
def test_requirement_names_where_the_program_came_from(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    origin: dict[str, object] | None,
    expected: str,
) -> None:
    monkeypatch.setattr(command, "distribution", lambda _: _Installed(origin))
    run("init", tmp_path / "x")
    rows = (tmp_path / "x/requirements.txt").read_text().splitlines()
    assert f"factcheck-site{expected}" in rows
    assert "pytest>=9,<10" in rows


def test_settings_name_only_what_is_there(made: Path) -> None:
    settings = yamltext.load_settings((made / "mkdocs.yml").read_text())
    assert (made / settings["docs_dir"]).is_dir()
    assert (made / settings["theme"]["custom_dir"] / settings["theme"]["logo"]).is_file()
