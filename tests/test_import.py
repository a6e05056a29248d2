"""``factcheck import``: each file in imports/ with what must become of it beside it.

``NAME.expected`` holds the drafts as data, what was left out, and the problems with their place.
``pytest --update-snapshots`` writes it anew.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import drafting, imports, problems, reading
from generator.cli import main
from generator.commands import foreign
from generator.fields import id_fault
from generator.imports import drafts, shapes
from generator.imports.block import Block
from generator.imports.jsontext import MAX_DEPTH, JsonError, load
from generator.problems import Position
from tests.conftest import all_problems
from tests.test_new import files

if TYPE_CHECKING:
    from click.testing import Result

HERE = Path(__file__).parent / "imports"
FILES = sorted(p for p in HERE.iterdir() if p.suffix != ".expected")
DAY = "2026-11-20"


def run(root: Path, file: Path, *more: str) -> Result:
    where = ("--root", str(root), "--accessed", DAY)
    return CliRunner().invoke(main, ["import", "claimreview", str(file), *where, *more])


def made(root: Path) -> dict[str, Any]:
    found = {}
    for path in sorted((root / "claims/imported").glob("*.yml")):
        document, trouble = reading.read(root, f"claims/imported/{path.name}")
        assert trouble == []
        assert document is not None
        data = {k: v for k, v in document.data.items() if k not in ("format", "status", "asks")}
        rows = document.text.split("\n")
        notes = [row[2:] for row in rows if row.startswith(("# left out: ", "# seen at: "))]
        found[path.stem] = {"notes": notes, **data}
    return found


@pytest.fixture
def needs_lxml() -> None:
    pytest.importorskip("lxml", reason="the packages that read web pages are not installed")


@pytest.mark.usefixtures("needs_lxml")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_file(toy: Path, file: Path, request: pytest.FixtureRequest) -> None:
    result = run(toy, file)
    told = [
        row.removeprefix(f"{file}:")
        for row in result.stderr.splitlines()
        if row.startswith(f"{file}:")
    ]
    assert result.exit_code == any(": error: " in row for row in told), result.output
    found = {"drafts": made(toy), "problems": told}
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    expected = file.with_name(file.name + ".expected")
    if request.config.getoption("--update-snapshots"):
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")
    assert [p for p in all_problems(toy) if p.severity == "error"] == []


def test_drafts_are_listed_and_written(toy: Path) -> None:
    file = HERE / "plain.json"
    before = files(toy)
    listed = run(toy, file, "--dry-run")
    assert (listed.exit_code, files(toy)) == (0, before)
    assert listed.output.splitlines() == [
        "claims/imported/harbour-ferry-stopped-in-january.yml: would be made",
        "  to do: title, asks (assumed)",
        "1 draft would be made, no problems",
    ]
    assert run(toy, file).output.splitlines()[0] == listed.output.splitlines()[0].replace(
        "would be made", "made"
    )
    draft = (toy / "claims/imported/harbour-ferry-stopped-in-january.yml").read_text("utf-8")
    assert draft.split("\n")[1] == (
        "# Imported on 2026-11-20 from plain.json. Not checked by anybody yet."
    )
    assert "\nverdict:" not in draft
    assert "\nstatus: draft\n" in draft


def test_second_import_changes_nothing(toy: Path) -> None:
    file = HERE / "search.json"
    run(toy, file)
    before = files(toy)
    again = run(toy, file)
    assert files(toy) == before
    assert again.stderr.count("[duplicate-id]") == 3
    assert "0 drafts made, 1 error and 3 warnings in 1 file" in again.output


def test_base_makes_addresses_whole(toy: Path) -> None:
    run(toy, HERE / "addresses.json", "--base", "https://checkers.example/all/")
    urls = {
        name: one["evidence"][0]["reference"]["url"]
        for name, one in made(toy).items()
        if "evidence" in one
    }
    assert urls["relative-address"] == "https://checkers.example/check/1"
    assert urls["address-without-scheme"] == "https://checkers.example/2"
    assert "script-as-address" not in urls


def test_folder_and_question(toy: Path) -> None:
    run(toy, HERE / "plain.json", "--folder", "claims/feeds/2026/", "--asks", "said")
    draft = toy / "claims/feeds/2026/harbour-ferry-stopped-in-january.yml"
    assert "\nasks: said\n" in draft.read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--folder", "../up"), "--folder: '..' is not an id"),
        (("--base", "checkers"), "--base: 'checkers' is no whole web address"),
        (("--accessed", "2999-01-01"), "--accessed: 2999-01-01 lies in the future"),
        (("--accessed", "soon"), "'soon' does not match"),
        (("--asks", "maybe"), "'maybe' is not one of"),
    ],
)
def test_wrong_use(toy: Path, more: tuple[str, ...], said: str) -> None:
    result = run(toy, HERE / "plain.json", *more)
    assert (result.exit_code, said in result.output) == (2, True), result.output


def test_nothing_is_written_where_a_file_is_in_the_way(toy: Path) -> None:
    (toy / "claims/imported/claim-without-review.yml").mkdir(parents=True)
    before = files(toy)
    result = run(toy, HERE / "search.json")
    assert (result.exit_code, "is there already" in result.output) == (1, True)
    assert files(toy) == before


def test_file_that_is_too_large(toy: Path, tmp_path: Path) -> None:
    (tmp_path / "big.json").write_bytes(b" " * (foreign.MAX_BYTES + 1))
    result = run(toy, tmp_path / "big.json")
    assert (result.exit_code, "[too-large]" in result.stderr) == (1, True)


def test_file_of_too_many_claims(toy: Path, tmp_path: Path) -> None:
    one = {"@type": "ClaimReview", "claimReviewed": "x"}
    (tmp_path / "many.json").write_text(json.dumps([one] * (foreign.MAX_ITEMS + 1)))
    result = run(toy, tmp_path / "many.json")
    assert (result.exit_code, "holds 10,001 claims" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("[" * 100_000, MAX_DEPTH),
        ('{"a":' * 100_000, 5 * MAX_DEPTH),
        ("[" + "{}," * 1_000_000, 1_000_000),
        ('"' + '\\"' * 1_000_000, 0),
        ("1" * 5000 + "]", 5000),
    ],
)
def test_bomb_is_refused_at_its_place(text: str, offset: int) -> None:
    with pytest.raises(JsonError) as caught:
        load(text)
    assert caught.value.offset == offset


def test_objects_know_their_places() -> None:
    value = load('[{"a": "}{\\"", "b": {}}, [{"c": [1, {"d": NaN}]}]]')
    found = [node.offset for node in shapes.nodes(value)]
    assert found == [1, 20, 26, 36]
    assert load('{"a": 1, "a": "2"}') == {"a": ["1", "2"]}


keys = st.sampled_from(
    [
        *("@type", "@id", "@graph", "@value", "claimReviewed", "itemReviewed", "author", "name"),
        *("url", "datePublished", "reviewRating", "ratingValue", "alternateName", "headline"),
        *("claims", "text", "claimant", "claimDate", "claimReview", "publisher", "reviewDate"),
        *("textualRating", "appearance", "http://schema.org/url", "dataFeedElement", "item"),
    ]
)
words = st.text(max_size=30) | st.sampled_from(
    [
        *("ClaimReview", "schema:ClaimReview", "2021-01-05", "31/12/2020", "https://a.example/"),
        *("/x", "#a", "Ada Quill", "a" * 301, "\ud800", "<b>", "&amp;", "//[", "http://\x00", "-"),
    ]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=8),
    max_leaves=30,
)
reviews = st.dictionaries(keys, values, max_size=8).map(
    lambda found: {"@type": "ClaimReview", "claimReviewed": "A claim", **found}
)


def desk_of(day: date) -> drafts.Desk:
    return drafts.Desk(
        spellings={"ada-quill": frozenset({"Ada Quill"})},
        sources={"https://a.example/": "otterby-herald-ferry"},
        taken={"taken": "claims/taken.yml"},
        accessed=day,
        asks="fact",
        folder="imported",
        origin="a\nfile.json",
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    values | reviews | st.lists(reviews, max_size=3), st.sampled_from(["", "https://a.example/"])
)
def test_any_json_gives_sound_drafts_or_problems(value: object, base: str) -> None:
    text = json.dumps(value)
    places = iter(range(1, 10**6))
    items, trouble = imports.FORMATS["claimreview"](
        Block(text=text, base=base), lambda _: Position("feed.json", next(places))
    )
    found, more = drafts.make(items, desk_of(date(2026, 11, 20)))
    assert all(p.position.file == "feed.json" and p.message and p.hint for p in trouble + more)
    assert len({one.draft.file for one in found}) == len(found)
    for one in found:
        assert id_fault(one.draft.id) == ""
        # `make` has read it back and validated it; what it names is all that is left.
        assert one.draft.file == drafting.file_of(one.draft.kind, one.draft.id, "imported")
    assert problems.ordered([*trouble, *more]) is not None


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_any_text_is_json_or_refused_at_a_place_in_it(text: str) -> None:
    try:
        load(text)
    except JsonError as error:
        place = error.offset
    else:
        place = 0
    assert 0 <= place <= len(text)


@given(st.text(alphabet='<>!-/="scriptypelad+json{}[]; \n', max_size=300))
def test_any_page_gives_blocks_within_it(text: str) -> None:
    webpage = pytest.importorskip("generator.imports.webpage")
    start = '<script type="application/ld+json">{"@type": "x"}'
    for block in webpage.blocks(f"<p>{text}</p>{start}</script>{text}"):
        assert block.start >= 0
