"""A warm build is byte for byte the cold one, whatever was edited; and a stale file is told.

``python -m benchmarks.editing`` does so for as many edits as one likes.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator import site
from generator.hosts import searching
from generator.problems import has_errors
from tests.edits import asking, comparing
from tests.edits.building import passing
from tests.edits.edits import EDITS, FAULTS, Edit
from tests.edits.pair import Pair
from tests.edits.project import Project
from tests.edits.walk import Walk

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = 12
STEPS = 20
SEED = 7


def test_warm_builds_are_cold_ones(tmp_path: Path) -> None:
    steps = list(Walk(tmp_path, seed=SEED, claims=CLAIMS).steps(STEPS, asks_every=STEPS))
    assert len(steps) == STEPS + 1
    assert "\n".join(str(step) for step in steps if step.found.wrong) == ""
    assert sum(bool(step.found.changed) for step in steps) > STEPS / 2


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.made(tmp_path_factory.mktemp("edits") / "made", CLAIMS)


@pytest.fixture
def project(made: Project, tmp_path: Path) -> Project:
    return Project(shutil.copytree(made.root, tmp_path / "warm"))


@pytest.mark.parametrize("name", EDITS)
def test_edit_changes_a_sound_project_to_another(project: Project, name: str) -> None:
    before = project.state()
    said = Edit(name=name, seed="1").apply(project)
    assert said
    assert project.state() != before
    inputs, problems = site.read(project.root)
    assert inputs is not None, problems
    assert not has_errors(problems), problems


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_one_and_can_be_mended(project: Project, name: str) -> None:
    before = project.state()
    Edit(name=name, seed="1").apply(project)
    # That of a template is for the host to find.
    assert has_errors(site.read(project.root)[1]) == (name != "fault-template")
    project.restore(before)
    assert project.state() == before


def test_same_seed_does_the_same(made: Project, tmp_path: Path) -> None:
    states = []
    for place in ("one", "other"):
        project = Project(shutil.copytree(made.root, tmp_path / place))
        for name in EDITS:
            Edit(name=name, seed="3").apply(project)
        states.append(project.state())
    assert states[0] == states[1]


# --- what is stale is told ---------------------------------------------------------------


@pytest.fixture(scope="module")
def pair(made: Project) -> Pair:
    home = made.root.parent
    shutil.copytree(made.root, home / "warm")
    return Pair(home)


def test_build_that_forgets_an_edit_is_told_with_its_pages(pair: Pair) -> None:
    here, project = pair.here(), Project(pair.here().root)
    with passing() as new:
        assert pair.compare(here, new, new).wrong == ()
        file = project.claims()[0]
        title = project.data(file)["title"]
        project.save(file, {**project.data(file), "title": "Another title?"})
        found = pair.compare(here, lambda _: "", new)
    assert found.changed == found.written == frozenset()
    assert any("\n-" in row and title in row for row in found.wrong)
    assert "and" in found.wrong[-1]


def test_stale_row_and_a_page_too_many_are_told(tmp_path: Path) -> None:
    for name, row in (("warm", "old"), ("cold", "new")):
        file = tmp_path / name / "claims/index.html"
        file.parent.mkdir(parents=True)
        file.write_text(f"<tr>first</tr>\n<tr>{row}</tr>\n", "utf-8")
    (tmp_path / "warm/gone.html").write_text("", "utf-8")
    found = comparing.differences(tmp_path / "warm", tmp_path / "cold")
    assert [one.path for one in found] == ["claims/index.html", "gone.html"]
    assert "-<tr>old</tr>\n+<tr>new</tr>" in found[0].said
    assert found[1].said == "only built warm"


def record(title: str, label: str = "Misquoted", language: str = "en") -> str:
    return f"""<!doctype html><html lang="{language}"><head>
<meta data-pagefind-filter="verdict[content]" content="misquoted|{label}"></head>
<body><main data-pagefind-body><h1>{title}</h1><p>The ferry was late.</p></main></body></html>"""


def indexed(site: Path, pages: dict[str, str]) -> Path:
    for path, text in pages.items():
        (site / path).mkdir(parents=True)
        (site / path / "index.html").write_text(text, "utf-8")
    searching.index(site)
    return site


PAGES = {
    "claims/ferry": record("Was the ferry late?"),
    "claims/mill": record("Did the mill burn?"),
    "uk/claims/ferry": record("Чи спізнився пором?", "Перекручено", "uk"),
}
FILTERED = {"language": "en", "text": "mill", "filters": {"verdict": ["misquoted"]}}
ASKED: list[asking.Question] = [
    FILTERED,
    {"language": "en", "text": None, "filters": {}},
    {"language": "uk", "text": "пором", "filters": {}},
]


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexed(tmp_path_factory.mktemp("indexed") / "warm", PAGES)


def test_index_answers_in_both_languages_and_by_filters(warm: Path) -> None:
    found = [[one["url"] for one in answer["results"]] for answer in asking.answers(warm, ASKED)]
    assert [found[0], sorted(found[1]), found[2]] == [
        ["/claims/mill/"],
        ["/claims/ferry/", "/claims/mill/"],
        ["/uk/claims/ferry/"],
    ]


def test_index_of_the_same_pages_answers_the_same(warm: Path, tmp_path: Path) -> None:
    assert asking.differing(warm, indexed(tmp_path / "same", PAGES), ASKED) == []


@pytest.mark.parametrize(
    ("pages", "number"),
    [
        ({**PAGES, "claims/mill": record("Did the windmill burn?")}, 0),
        ({**PAGES, "claims/mill": record("Did the mill burn?", "Wrong")}, 0),
        ({**PAGES, "claims/boat": record("Did the boat sink?")}, 1),
        ({**PAGES, "uk/claims/ferry": record("Чи був пором?", "Перекручено", "uk")}, 2),
    ],
)
def test_stale_index_is_told_by_its_answers(
    warm: Path, tmp_path: Path, pages: dict[str, str], number: int
) -> None:
    said = asking.differing(warm, indexed(tmp_path / "cold", pages), ASKED)
    assert any(row.startswith(str(ASKED[number])) for row in said)


def test_questions_are_fifty_and_fixed(made: Project) -> None:
    asked = asking.questions(made)
    assert len(asked) == asking.COUNT
    assert asked == asking.questions(made)
    assert {one["language"] for one in asked} == set(asking.LANGUAGES)
    assert sum(bool(one["filters"]) for one in asked) > asking.COUNT / 4
