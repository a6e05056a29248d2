"""``factcheck diff``: what whoever decides on a change is told, in three formats."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from generator import escape, review, yamltext
from generator.git import RevisionError
from generator.problems import Severity
from generator.review import markdown
from generator.review.sorting import Files
from generator.revisions import Changed, Revision
from generator.versions.canonical import digest
from tests.test_changes import COST, DRAFT, FERRY, HERALD, LOGGED, RATINGS, SEAL, VOTE
from tests.test_cli import AS_OF, run
from tests.test_newly import commit
from tests.test_signatures import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

TODAY = date(2031, 3, 31)
HOSTILE = (
    "A @octocat of #12, GH-34 and org/repo#5: <b onclick=x>bold</b> **not** [x](https://x.example/)"
    " www.x.example ![i](https://x.example/i.png) `code` ~~gone~~ <!-- x --> ##[error]x &amp; \\*"
)


def diff(root: Path, *arguments: str, base: str = "HEAD") -> Result:
    return run("diff", base, *arguments, *AS_OF, "--root", root)


def told(root: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(diff(root, *arguments, "--format", "json").stdout)
    return found


def lines(root: Path) -> list[str]:
    return diff(root).stdout.splitlines()


@pytest.fixture
def repository(toy: Path) -> Path:
    return commit(toy)


STYLES = pytest.mark.parametrize("style", ["text", "markdown"])


@STYLES
def test_nothing_changed_is_said(repository: Path, style: str) -> None:
    result = diff(repository, "--format", style)
    assert result.exit_code == 0
    sides = "from HEAD to the files as they lie here" if style == "text" else "on the site"
    assert f"What changes {sides}\n" in result.stdout
    assert "Nothing changed." in result.stdout


def test_files_that_no_page_shows_are_counted(repository: Path, edit: Edit) -> None:
    edit(FERRY, "format: 1", "# a comment\nformat: 1")
    assert lines(repository)[-1] == "Nothing changed. 1 file differs in what no page shows."


def test_every_kind_of_change_has_its_row(
    repository: Path, edit: Edit, write: Callable[[str, str], Path]
) -> None:
    edit(VOTE, "verdict: inaccurate", "verdict: unproven")
    edit(VOTE, "summary: Nine members", "summary: Some members")
    edit(VOTE, "reviewed_on:", f"{LOGGED}reviewed_on:")
    edit(COST, "title: What the ferry cost", "title: The cost of the ferry")
    edit(COST, "until: 2032-03-31", "until: 2032-04-30")
    edit(DRAFT, "title: When", "title: Whether")
    edit(HERALD, "Nine members voted", "Nine persons voted")
    edit(HERALD, "status: live", "status: gone")
    edit("content/people/ada-quill.yml", "name: Ada Quill", "name: Ada Quilt")
    edit(RATINGS, "label: Accurate", "label: Right")
    edit(FERRY, "former_ids:\n", "former_ids:\n  - mayor-keeps-ferry\n")
    (repository / FERRY).rename(repository / "claims/mayor.yml")
    for file in (COST, DRAFT, "claims/2031/clock-stands-still.yml"):
        edit(file, "claim: mayor-keeps-ferry", "claim: mayor")
    write("content/topics/tides.yml", "name: Tides\n")
    write("content/pages/about.md", "# About\n")
    write(".github/workflows/x.yml", "on: push\n")
    write(f"{SEAL}.sig", "x")
    rows = lines(repository)
    for row in (
        (
            "  - vote-was-unanimous [-Inaccurate-] {+Unproven+} "
            "(history: New evidence.) "
            "All members of the council voted for the ferry."
        ),
        "  - added: .github/workflows/x.yml",
        f"  - changed: {RATINGS}",
        f"  - {RATINGS} accurate.label: [-Accurate-] {{+Right+}}",
        "  - mayor-keeps-ferry is now mayor and its address leads on",
        (
            "  - ferry-cost title: [-What-] {+The cost of+} the ferry [-cost-] in 2030 "
            "(its history has no new entry)"
        ),
        "  - vote-was-unanimous summary: [-Nine-] {+Some+} members voted for it and two …",
        (
            "  - otterby-herald-ferry#vote quote: Nine [-members-] {+persons+} voted in favour and "
            "two against (verbatim, then not-found)"
        ),
        f"  - added: {SEAL}.sig",
        "  - otterby-herald-ferry status: [-live-] {+gone+}",
        "  - topic tides added: Tides",
        "  - ada-quill name: Ada [-Quill-] {+Quilt+}",
        "  - added: content/pages/about.md",
        (
            f"  - {COST} excused from claimant-not-mentioned until 2032-04-30: "
            "The minutes give the figure and not who named it."
        ),
        "  - claims/mayor-keeps-ferry/ leads to claims/mayor/",
        "  - new: topics/tides/",
        "  - timetable-in-april changed (title, related.mayor-keeps-ferry, related.mayor)",
    ):
        assert row in rows


def test_sections_stand_in_the_order_of_their_weight(repository: Path, edit: Edit) -> None:
    edit(COST, "verdict: accurate", "verdict: unproven")
    edit(COST, "title: What", "title: Which")
    (repository / "noxfile.py").write_text("x")
    headings = [row for row in lines(repository) if re.fullmatch(r"\S.* \(\d+\)", row)]
    assert headings == [
        "Problems (1)",
        "Verdicts (1)",
        "Code and settings, to be read by an owner (1)",
        "Texts of claims (1)",
    ]


def test_seal_that_fails_is_one_row(
    repository: Path, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.review.records.MANY", 2)
    write(SEAL, "{}")
    rows = [row for row in lines(repository) if "verbatim, then" in row]
    assert rows == ["  - otterby-herald-ferry 3 quotations: (verbatim, then unsealed)"]
    assert len(told(repository)["quotations"]) == 3


def test_claim_that_vanishes_is_told_once(repository: Path) -> None:
    (repository / COST).unlink()
    found = [one["code"] for one in told(repository)["problems"]]
    assert (found.count("lost-address"), found.count("deleted-claim")) == (1, 0)


def test_claim_that_is_renamed_is_told_once(repository: Path) -> None:
    (repository / COST).rename(repository / "claims/cost-of-the-ferry.yml")
    found = [one["code"] for one in told(repository)["problems"]]
    assert (found.count("lost-address"), found.count("deleted-claim")) == (1, 0)


def test_markdown_starts_with_what_there_is(repository: Path, edit: Edit) -> None:
    edit(COST, "verdict: accurate", "verdict: unproven")
    rows = diff(repository, "--format", "markdown").stdout.splitlines()
    assert rows[2] == "Problems: 1 · Verdicts: 1"


def test_code_that_moves_among_the_pages_is_told(toy: Path) -> None:
    (toy / "noxfile.py").write_text("a long file\n" * 20)
    commit(toy)
    git(toy, "mv", "noxfile.py", "content/pages/about.md")
    assert [(one["file"], one["former"]) for one in told(toy)["code"]] == [
        ("content/pages/about.md", "noxfile.py")
    ]


def test_every_file_that_is_no_record_is_told(repository: Path) -> None:
    for name in ("LICENSE", "README.md", "claims/x.js", "content/x.txt", "setup.cfg"):
        (repository / name).write_text("x")
    shown = diff(repository).stdout
    assert [row for row in shown.splitlines() if "LICENSE" in row] == ["  - added: LICENSE"]
    assert shown.index("setup.cfg") < shown.index("Other files (2)") < shown.index("README.md")


def test_text_that_moves_among_the_records_is_told(toy: Path) -> None:
    (toy / "README.md").write_text("name: a long file\n" * 20)
    commit(toy)
    git(toy, "mv", "README.md", "content/topics/read.yml")
    assert "  - moved: content/topics/read.yml from README.md" in lines(toy)


def test_no_setting_of_the_change_hides_a_repository_within(repository: Path) -> None:
    commits = []
    for number in range(2):
        commits.append(Revision(repository, "HEAD").commit)
        (repository / "claims/sub").mkdir(exist_ok=True)
        (repository / ".gitmodules").write_text(
            '[submodule "s"]\n\tpath = claims/sub\n\turl = https://s.example/\n\tignore = all\n'
        )
        git(repository, "add", ".gitmodules")
        git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commits[-1]},claims/sub")
        git(repository, "commit", "-q", "-m", f"{number}")
    for arguments in ([], ["HEAD"]):
        assert "claims/sub" in diff(repository, *arguments, base="HEAD~1").stdout


# --- versions that were frozen -----------------------------------------------------------

FROZEN = "claims/.versions/ferry-cost/575fcc7fc2c79947.yml"
SINCE = [
    ("diff", ("HEAD",)),
    ("check", ("--since", "HEAD")),
]
both_commands = pytest.mark.parametrize(("command", "base"), SINCE, ids=["diff", "check"])


@both_commands
@pytest.mark.parametrize("how", ["gone", "moved", "edited", "laid out anew"])
def test_frozen_version_stays_as_it_is(
    repository: Path, how: str, command: str, base: tuple[str, ...]
) -> None:
    file = repository / FROZEN
    text = file.read_text()
    if how == "gone":
        file.unlink()
    elif how == "moved":
        git(repository, "mv", FROZEN, "claims/.versions/mayor-keeps-ferry/")
    else:
        file.write_text(text.replace("title: ", "title: Not ") if how == "edited" else f"#\n{text}")
    result = run(command, *base, *AS_OF, "--root", repository)
    assert result.exit_code == 1, result.stdout
    assert result.stdout.count(f"{FROZEN}:1:1: error: ") == 1


@both_commands
def test_spoilt_version_may_be_put_right(
    repository: Path, command: str, base: tuple[str, ...]
) -> None:
    file = repository / FROZEN
    text = file.read_text()
    file.write_text(text.replace("title: ", "title: Not "))
    commit(repository, "spoilt")
    file.write_text(text)
    assert run(command, *base, *AS_OF, "--root", repository).exit_code == 0


@both_commands
def test_version_that_the_base_froze_since_is_not_lost(
    repository: Path, command: str, base: tuple[str, ...]
) -> None:
    git(repository, "branch", "work")
    added = repository / FROZEN.replace("575f", "0000")
    shutil.copy(repository / FROZEN, added)
    commit(repository, "newer")
    git(repository, "branch", "-M", "trunk")
    git(repository, "checkout", "-q", "work")
    named = [word.replace("HEAD", "trunk") for word in base]
    result = run(command, *named, *AS_OF, "--root", repository)
    assert "has frozen is gone" not in result.stdout


def test_new_version_is_told_and_one_from_nowhere_first(repository: Path, edit: Edit) -> None:
    edit(VOTE, "summary: Nine members", "summary: Some members")
    assert run("publish", *AS_OF, "--root", repository).exit_code == 0
    folder = repository / "claims/.versions/vote-was-unanimous"
    (made,) = git_untracked(repository)
    assert told(repository)["unproven"] == []
    assert f"  - added: {made}" in lines(repository)
    forged = (repository / made).read_text().replace("Some members", "No members")
    document, _ = yamltext.parse(forged, "x.yml")
    assert document is not None
    name = f"{folder.relative_to(repository)}/{digest(document.data)}.yml"
    (repository / name).write_text(forged)
    assert told(repository)["unproven"] == [name]
    row = next(row for row in lines(repository) if name in row)
    assert "see in git that it was published" in row


def git_untracked(root: Path) -> list[str]:
    command = ["git", "-C", str(root), "ls-files", "--others"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_many_files_of_a_folder_are_one_row(repository: Path) -> None:
    (repository / "generator/deep").mkdir(parents=True)
    (repository / ".github").mkdir()
    for number in range(30):
        (repository / f"generator/deep/{number}.py").write_text("x")
    (repository / ".github/x.yml").write_text("x")
    assert lines(repository)[2:] == [
        "Code and settings, to be read by an owner (2)",
        "  - 30 files differ in generator/",
        "  - added: .github/x.yml",
    ]
    assert len(told(repository)["code"]) == 31


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("mkdocs.yml", "code"),
        ("pyproject.toml", "code"),
        ("noxfile.py", "code"),
        ("conftest.py", "code"),
        (".gitattributes", "code"),
        (".github/workflows/x.yml", "code"),
        (".ci/run", "code"),
        ("requirements/site.txt", "code"),
        ("generator/x.py", "code"),
        ("site_config/allowed_signers", "code"),
        ("content/sources/x.js", "code"),
        ("claims/x.yaml", "code"),
        ("content/x.yml", "code"),
        ("/.github/workflows/x.yml", "code"),
        ("content/sources/x.seal.json", "seals"),
        ("content/sources/x.seal.json.sig", "seals"),
        ("content/pages/deep/x.md", "pages"),
        ("claims/.versions/x/0123456789abcdef.yml", "frozen"),
        ("claims/.versions/x/other.js", "code"),
        ("README.md", "texts"),
        ("LICENSE", "texts"),
        ("claims/deep/x.yml", "records"),
        ("content/topics/x.yml", "records"),
    ],
)
def test_parts_of_the_project(file: str, part: str) -> None:
    found = Files.of([Changed("M", file)])
    assert [name for name in found._fields if getattr(found, name)] == [part]


def test_verdict_without_a_word_fails(repository: Path, edit: Edit) -> None:
    edit(COST, "verdict: accurate", "verdict: unproven")
    result = diff(repository)
    assert result.exit_code == 1
    assert f"{COST}:12:" in result.stdout
    assert "{+Unproven+} (the history does not say so)" in result.stdout
    logged = LOGGED.replace("inaccurate", "accurate")
    edit(COST, "reviewed_on: 2031-03-11", f"{logged}reviewed_on: 2031-03-20")
    assert diff(repository).exit_code == 0


def test_claim_that_vanishes_fails(repository: Path) -> None:
    (repository / COST).unlink()
    result = diff(repository)
    assert result.exit_code == 1
    assert "the published page claims/ferry-cost/ vanishes" in result.stdout
    assert "  - ferry-cost removed (Accurate): The harbour ferry of Otterby" in result.stdout


def test_claim_that_is_merged_says_where_it_leads(repository: Path, edit: Edit) -> None:
    edit(FERRY, "former_ids:\n", "former_ids:\n  - ferry-cost\n")
    (repository / COST).unlink()
    assert "whose address leads to mayor-keeps-ferry" in diff(repository).stdout
    assert "  - gone: claims/ferry-cost/ (leads on)" in lines(repository)


def test_new_problems_fail_and_older_ones_do_not(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: printed")
    commit(toy)
    edit(COST, "title: What", "title: Which")
    result = diff(toy)
    assert result.exit_code == 0
    assert "Problems" not in result.stdout
    edit(COST, "asks: fact", "asks: facts")
    result = diff(toy)
    assert result.exit_code == 1
    assert f"{COST}:7:7: error: " in result.stdout
    assert "  - claim ferry-cost now" in result.stdout
    assert "  - claim mayor-keeps-ferry before" in result.stdout


def test_mended_problems_are_told(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: printed")
    commit(toy)
    edit(FERRY, "status: printed", "status: published")
    found = told(toy)
    assert [one["code"] for one in found["mended"]] == ["not-a-choice"]
    assert found["problems"] == []


def test_hand_written_page_that_vanishes_is_a_warning(toy: Path) -> None:
    page = toy / "content/pages/about.md"
    page.write_text("# About\n")
    commit(toy)
    page.unlink()
    result = diff(toy)
    assert result.exit_code == 0
    assert "warning: the page about/ vanishes" in result.stdout


def test_two_revisions_are_compared_without_a_checkout(repository: Path, edit: Edit) -> None:
    edit(COST, "title: What", "title: Which")
    commit(repository, "one")
    edit(COST, "title: Which", "title: Whose")
    found = told(repository, "HEAD", "--root", str(repository))
    assert found["claims"] == []
    result = run("diff", "HEAD~1", "HEAD", *AS_OF, "--root", repository, "--format", "json")
    found = json.loads(result.stdout)
    assert (found["base"], found["head"]) == ("HEAD~1", "HEAD")
    (change,) = found["claims"]
    was, is_now = (f"{word} the ferry cost in 2030" for word in ("What", "Which"))
    assert change["changed"] == [{"field": "title", "from": was, "to": is_now}]


def test_merge_base_leaves_out_what_the_base_got_since(repository: Path, edit: Edit) -> None:
    git(repository, "branch", "work")
    shutil.copy(repository / COST, repository / "claims/newer.yml")
    commit(repository, "newer")
    git(repository, "branch", "-m", "trunk")
    git(repository, "checkout", "-q", "work")
    edit(COST, "title: What", "title: Which")
    assert diff(repository, base="trunk").exit_code == 1
    result = diff(repository, "--merge-base", base="trunk")
    assert result.exit_code == 0
    assert "newer" not in result.stdout


def test_json_has_every_name_with_and_without_settings(repository: Path) -> None:
    whole = told(repository)
    assert whole["compared"]
    (repository / RATINGS).write_text("- a\n")
    commit(repository, "broken")
    (repository / "claims/x.yml").write_text("- a\n")
    broken = told(repository)
    assert list(whole) == list(broken)
    assert not broken["compared"]
    assert [one["file"] for one in broken["problems"]] == ["claims/x.yml"]
    assert "The settings of neither side can be read" in diff(repository).stdout


def test_broken_settings_hide_no_change(repository: Path, edit: Edit) -> None:
    (repository / RATINGS).write_text("- a\n")
    edit(VOTE, "verdict: inaccurate", "verdict: accurate")
    found = told(repository)
    assert {one["code"] for one in found["problems"]} >= {"wrong-type", "verdict-history"}


@pytest.mark.parametrize("side", ["before", "now"])
def test_verdict_of_a_scale_that_is_broken(repository: Path, edit: Edit, side: str) -> None:
    whole = (repository / RATINGS).read_text()
    (repository / RATINGS).write_text("- a\n")
    edit(VOTE, "verdict: inaccurate", "verdict: untold")
    if side == "before":
        commit(repository, "broken")
        (repository / RATINGS).write_text(whole)
        edit(VOTE, "verdict: untold", "verdict: inaccurate")
    result = diff(repository)
    assert result.exit_code == 1
    assert "the verdict was '" in result.stdout
    assert result.stderr == ""


def test_first_commit_of_all(toy: Path) -> None:
    git(toy, "init", "-q")
    git(toy, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    found = told(toy)
    assert [one["step"] for one in found["claims"]].count("added") == 3
    assert found["problems"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such"], "git knows no revision 'no-such' here"),
        (["HEAD", "no-such"], "git knows no revision 'no-such' here"),
        ([""], "BASE needs a revision, and got an empty one"),
        (["HEAD", " "], "HEAD needs a revision, and got an empty one"),
        ([], "Missing argument 'BASE'"),
        (["--", "--output=x"], "git knows no revision '--output=x' here"),
    ],
)
def test_wrong_use(repository: Path, arguments: list[str], said: str) -> None:
    result = run("diff", "--root", repository, *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_clone_that_is_shallow_is_named(repository: Path, tmp_path: Path) -> None:
    commit(repository, "second")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "clone")
    result = diff(tmp_path / "clone", base="HEAD~1")
    assert result.exit_code == 2
    assert "this clone is shallow" in result.output


@STYLES
def test_base_that_got_more_is_named(repository: Path, edit: Edit, style: str) -> None:
    git(repository, "branch", "work")
    edit(COST, "title: What", "title: Which")
    commit(repository, "newer")
    git(repository, "branch", "-M", "trunk")
    git(repository, "checkout", "-q", "work")
    said = "trunk got more since this change left it"
    assert said in diff(repository, "--format", style, base="trunk").stdout
    assert said not in diff(repository, "--merge-base", "--format", style, base="trunk").stdout
    assert said not in diff(repository, "--format", style, base="work").stdout


def test_folder_that_is_no_repository(toy: Path) -> None:
    result = diff(toy)
    assert result.exit_code == 2
    assert "not a git repository" in result.output


# --- text of anybody ---------------------------------------------------------------------


@pytest.fixture
def hostile(repository: Path, edit: Edit) -> Path:
    edit(COST, "title: What the ferry cost in 2030", f"title: '{HOSTILE}'")
    edit("content/people/ada-quill.yml", "name: Ada Quill", f"name: '{HOSTILE}'")
    edit(RATINGS, "label: Accurate", f"label: '{HOSTILE}'")
    edit(FERRY, "summary: The Herald", f"summary: '::error::x {HOSTILE}'\n# The Herald")
    for name in ("a`b\n::error::x.py", "<b>@octocat.py", "e\x1b[31m\u202e.py", "\udcff.py"):
        (repository / name).write_text("x")
    return repository


def test_text_shows_no_command_and_no_control(hostile: Path) -> None:
    shown = diff(hostile).stdout
    assert "##[" not in shown
    assert not [row for row in shown.splitlines() if row.strip().startswith("::")]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e\ud800-\udfff]", shown)


def test_markdown_shows_text_as_text(hostile: Path) -> None:
    shown = diff(hostile, "--format", "markdown").stdout
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(shown)
    inline = [token for parent in tokens for token in parent.children or []]
    kinds = {token.type for token in (*tokens, *inline)}
    assert kinds <= {
        "heading_open", "heading_close", "inline", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "text",
        "text_special", "code_inline", "strong_open", "strong_close", "s_open", "s_close",
    }  # fmt: skip
    assert {"s_open", "strong_open"} <= kinds
    texts = " ".join(token.content for token in inline if token.type != "code_inline")
    assert "<b onclick=x>bold</b> **not**" in texts
    # What GitHub looks for in the finished text.
    assert not re.search(r"@[\w-]|#\d|GH-\d|https?://|www\.\w", texts)
    assert "@\u200boctocat" in texts


def test_json_of_hostile_names_is_printed(hostile: Path) -> None:
    assert len(told(hostile)["code"]) == 5


@pytest.mark.parametrize("text", ["@a", "a@b", "#1", "gh-1", "x/y#1", "http://x.y", "www.x.y"])
def test_comment_calls_nobody(text: str) -> None:
    shown = escape.comment(text)
    assert "&#8203;" in shown
    assert escape.comment("50 % of 2-3, no. 7") == escape.text("50 % of 2-3, no. 7")


def test_markdown_is_bounded_and_says_so(repository: Path) -> None:
    title = f"title: '{'@#' * 150}'"
    claim = (repository / COST).read_text().replace("title: What the ferry cost in 2030", title)
    for number in range(150):
        (repository / f"claims/cost-{number}.yml").write_text(claim)
    for number in range(900):
        (repository / f"{number}-{'x' * 150}.py").write_text("x")
    shown = diff(repository, "--format", "markdown").stdout
    assert len(shown) <= markdown.MOST
    assert "- … and 800 more" in shown
    assert re.search(r"^[\d,]+ entries are left out for their length\.$", shown, re.MULTILINE)
    assert "### Addresses (150)" in shown
    assert len(lines(repository)) > 1000


def test_errors_stand_first_and_crowd_nothing_out(repository: Path, edit: Edit) -> None:
    (repository / "mkdocs.yml").write_text("x: y")
    for number in range(150):
        (repository / f"claims/{'a' * 60}-{number}.txt").write_text("x")
        (repository / f"content/topics/{'x' * 60}-{number}.yml").write_text(f"name: '{'@#' * 90}'")
    edit(COST, "verdict: accurate", "verdict: unproven")
    shown = diff(repository, "--format", "markdown").stdout
    rows = shown[shown.index("### Problems") :].splitlines()[2:]
    severities = [row.split()[2][:5] for row in rows[:20]]
    assert severities == ["error"] + ["warni"] * 19
    assert "~~Accurate~~" in shown
    assert "`mkdocs.yml`" in shown
    assert len(shown) <= markdown.MOST


# --- revisions ---------------------------------------------------------------------------


def test_revision_is_read_as_it_is_stored(repository: Path, tmp_path: Path) -> None:
    (repository / ".gitattributes").write_text("* export-ignore export-subst text eol=crlf\n")
    (repository / "claims/link.yml").symlink_to("/etc/passwd")
    (repository / FERRY).chmod(0o755)
    git(repository, "-c", "core.autocrlf=true", "add", "-A")
    git(repository, "commit", "-q", "-m", "odd")
    out = tmp_path / "out"
    out.mkdir()
    Revision(repository, "HEAD").write(("claims", "content", "site_config"), out)
    assert (out / FERRY).read_bytes() == (repository / FERRY).read_bytes()
    assert (out / SEAL).read_bytes() == (repository / SEAL).read_bytes()
    link = out / "claims/link.yml"
    assert link.is_symlink()
    assert not link.exists()
    assert not (out / ".gitattributes").exists()


def test_revision_with_too_many_files_is_refused(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.revisions.MAX_FILES", 3)
    with pytest.raises(RevisionError, match="more than 3 files"):
        Revision(repository, "HEAD").write(("claims", "content"), tmp_path)
    result = diff(repository)
    assert result.exit_code == 2
    assert "'HEAD' has more than 3 files to read" in result.output


def test_revision_with_too_many_bytes_is_refused(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.revisions.MAX_TOTAL", 3)
    with pytest.raises(RevisionError, match="more than 3 bytes"):
        Revision(repository, "HEAD").write(("claims",), tmp_path)


def forged(root: Path, *entries: tuple[bytes, bytes]) -> Revision:
    """Make a revision whose folder claims/ has entries that git itself would not write."""

    def stored(kind: str, content: bytes) -> bytes:
        command = [
            "git",
            "-C",
            str(root),
            "hash-object",
            "-w",
            "--literally",
            "-t",
            kind,
            "--stdin",
        ]
        ended = subprocess.run(command, input=content, check=True, capture_output=True)
        return ended.stdout.strip()

    def tree(*rows: tuple[bytes, bytes]) -> bytes:
        raw = b"".join(name + b"\0" + bytes.fromhex(id_.decode()) for name, id_ in rows)
        return stored("tree", raw)

    folder = tree(*((mode, stored("blob", text)) for mode, text in entries))
    whole = tree((b"40000 claims", folder))
    commit_id = stored(
        "commit",
        b"tree " + whole + b"\nauthor a <a@b> 1 +0000\ncommitter a <a@b> 1 +0000\n\nx\n",
    )
    return Revision(root, commit_id.decode())


@pytest.mark.parametrize(
    "entries",
    [
        [(b"100644 ..", b"x")],
        [(b"100644 ../../out.yml", b"x")],
        [(b"100644 /tmp/out.yml", b"x")],
        [(b"100644 a.yml", b"x"), (b"100644 a.yml", b"y")],
        [(b"120000 a.yml", b"/etc"), (b"100644 a.yml", b"y")],
        [(b"120000 a", b".."), (b"100644 a/out.yml", b"y")],
    ],
)
def test_forged_folder_writes_nowhere_else(
    repository: Path, tmp_path: Path, entries: list[tuple[bytes, bytes]]
) -> None:
    revision = forged(repository, *entries)
    out = tmp_path / "one" / "two" / "out"
    out.mkdir(parents=True)
    with pytest.raises(RevisionError):
        revision.write(("claims",), out)
    written = [path for path in (tmp_path / "one").rglob("*") if path.is_file()]
    assert all(path.is_relative_to(out) for path in written)


def test_submodule_is_passed_over(repository: Path, tmp_path: Path) -> None:
    commit_id = Revision(repository, "HEAD").commit
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commit_id},claims/sub")
    git(repository, "commit", "-q", "-m", "sub")
    Revision(repository, "HEAD").write(("claims",), tmp_path / "out")
    assert not (tmp_path / "out/claims/sub").exists()


def test_replaced_object_is_not_what_the_revision_has(repository: Path, edit: Edit) -> None:
    old = Revision(repository, "HEAD")
    edit(COST, "title: What", "title: Which")
    commit(repository, "other")
    git(repository, "replace", Revision(repository, "HEAD").commit, old.commit)
    found = review.of(repository, old, Revision(repository, "HEAD"), TODAY)
    assert found.changes is not None
    assert len(found.changes.claims) == 1
    assert all(one.severity is Severity.WARNING for one in found.problems)
