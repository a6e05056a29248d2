"""What a contributor is told about a quotation that does not hold."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import commands, verifying
from generator.cli import main
from generator.passages.captured import CapturedText
from generator.passages.quotation import Quotation
from generator.passages.surroundings import Doubt, doubts
from generator.passages.verify import compare
from tests.conftest import TOY_ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

HERALD = "content/sources/otterby-herald-ferry.yml"
MINUTES = "content/sources/otterby-minutes-march.yml"
SEAL = "content/sources/otterby-herald-ferry.seal.json"


def run(command: str, root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root), *arguments])


def verify(root: Path, *arguments: str, archive: Path | None = None) -> Result:
    named = str(archive or root)
    return run("verify", root, "--archive", named, *arguments)


def told(result: Result) -> list[tuple[int, int, str, str]]:
    """Return line, column, code and message of each problem that a run printed."""
    assert isinstance(result.exception, SystemExit | None), result.exception
    found = json.loads(result.stdout)["problems"]
    return [(p["line"], p["column"], p["code"], p["message"]) for p in found]


def test_sound_corpus_is_counted(toy: Path) -> None:
    result = verify(toy)
    assert result.exit_code == 0
    assert result.stdout == (
        "5 quotations: 5 verbatim; nobody has signed for the captured texts of 5 of them\n"
        "compared with 2 seals; the captured texts are not at hand\n"
    )


@pytest.mark.parametrize("archive", [None, TOY_ARCHIVE])
def test_changed_word_is_shown_where_it_stands(toy: Path, edit: Edit, archive: Path | None) -> None:
    edit(HERALD, "voted in favour and two", "voted in favour and ten")
    (found,) = told(verify(toy, "--format", "json", archive=archive))
    said = "the quotation matches the first 6 words, then the source does not continue with 'ten'"
    assert found == (30, 45, "not-found", said)
    assert verify(toy, archive=archive).exit_code == 1


def test_archive_gives_the_words_to_paste(toy: Path, edit: Edit) -> None:
    edit(HERALD, "Nine members voted in favour and two", "Nine members voted for it and two")
    shown = verify(toy, archive=TOY_ARCHIVE).stdout
    assert "nearest: Nine members voted [-for it-] {+in favour+} and two against" in shown
    assert "paste: quote: Nine members voted in favour and two against" in shown


def test_changed_word_in_an_open_seal_is_shown(toy: Path, edit: Edit) -> None:
    edit(MINUTES, "carried by nine votes", "carried by ten votes")
    (found,) = told(verify(toy, "--format", "json"))
    assert found[2] == "not-found"
    assert found[3].endswith("does not continue with 'ten'")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (HERALD, "    quote: Nine", "    quote: against\n    note: Nine", "too-short"),
        (HERALD, "    suffix: ',” Mayor Ada Quill told'\n", "", "not-found"),
        (HERALD, "  vote:\n", "  vote-again:\n", "needs-archive"),
        (HERALD, " […] ", " ", "not-found"),
        (HERALD, "Nine members voted in favour and two against", "Nine members voted", "not-found"),
    ],
)
def test_seal_alone_refuses(
    toy: Path, edit: Edit, file: str, old: str, new: str, code: str
) -> None:
    edit(file, old, new)
    assert [found[2] for found in told(verify(toy, "--format", "json"))] == [code]


def test_source_without_a_seal(toy: Path) -> None:
    (toy / SEAL).unlink()
    result = verify(toy)
    assert result.exit_code == 1
    assert "5 quotations: 2 verbatim, 3 not compared; " in result.stdout
    assert result.stdout.count("[unsealed]") == 1
    assert "nobody can verify its 3 quotations" in result.stdout


def test_build_and_check_refuse_it_too(toy: Path, edit: Edit) -> None:
    edit(HERALD, "voted in favour and two", "voted in favour and ten")
    result = run("check", toy)
    assert result.exit_code == 1
    assert "[not-found]" in result.stdout


def test_typography_holds_and_is_counted(toy: Path, edit: Edit) -> None:
    edit(HERALD, "“The islanders were promised a boat", "'The islanders  were promised a boat")
    edit(HERALD, "have a boat.”", "have a boat.'")
    assert "5 verbatim" in verify(toy).stdout
    edit(MINUTES, "    quote: Expenditure in", "    quote: Expenditure\u00a0in")
    result = verify(toy)
    assert result.exit_code == 0
    assert "5 quotations: 4 verbatim, 1 with the same words in other typography; " in result.stdout


@pytest.mark.parametrize("archive", [None, TOY_ARCHIVE])
@pytest.mark.parametrize("style", ["json", "text"])
def test_many_sources_are_verified_alike_by_several_processes(
    toy: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, archive: Path | None, style: str
) -> None:
    edit(HERALD, "voted in favour and two", "voted in favour and ten")
    edit(MINUTES, "carried by nine votes", "carried by ten votes")
    (toy / "content/sources/stray.txt").write_text("")
    alone = verify(toy, "--list", "--format", style, archive=archive)
    monkeypatch.setattr(commands.verify, "MANY", 1)
    monkeypatch.setattr(verifying, "PART", 1)
    together = verify(toy, "--list", "--format", style, archive=archive)
    assert (together.exit_code, together.stdout) == (1, alone.stdout)


def test_ambiguous_quotation_needs_its_surroundings(toy: Path, edit: Edit) -> None:
    edit(HERALD, "    suffix: ',” Mayor Ada Quill told'\n", "")
    (found,) = told(verify(toy, "--format", "json", archive=TOY_ARCHIVE))
    assert found[2:] == ("ambiguous", "the quotation can be read at 2 places of the source")


def test_every_quotation_is_listed(toy: Path) -> None:
    rows = verify(toy, "--list").stdout.splitlines()
    assert "otterby-herald-ferry#promised-boat: verbatim, words 79-84, 87-92" in rows


def test_sources_that_cannot_be_read_are_counted(toy: Path, edit: Edit) -> None:
    edit(MINUTES, "language: en", "language: [")
    shown = verify(toy).stdout
    assert "3 quotations: 3 verbatim; " in shown
    assert "those of 1 source could not be read" in shown


def test_archive_that_is_named_and_is_not_there_is_an_error_of_use(toy: Path) -> None:
    result = verify(toy, archive=toy / "nowhere")
    assert result.exit_code == 2
    assert "there is no archive at" in result.output


def test_folder_without_records_is_none(tmp_path: Path) -> None:
    result = verify(tmp_path)
    assert result.exit_code == 1
    assert "there is no folder site_config/ here" in result.output


def test_annotations_carry_the_words_to_paste(toy: Path, edit: Edit) -> None:
    edit(HERALD, "voted in favour and two", "voted in favor and two")
    shown = verify(toy, "--format", "github", archive=TOY_ARCHIVE).stdout
    assert "%0Anearest: Nine members voted in [-favor-] {+favour+}" in shown


# --- what only the text shows ------------------------------------------------------------


def test_omission_that_jumps_a_negation_is_doubted(toy: Path, edit: Edit) -> None:
    edit(HERALD, "    quote: We will not close the ferry", "    quote: We will […] close the ferry")
    codes = [found[2] for found in told(verify(toy, "--format", "json", archive=TOY_ARCHIVE))]
    assert "omitted-negation" in codes


@pytest.mark.parametrize(("until", "is_told"), [("2999-12-31", False), ("2020-12-31", True)])
def test_doubt_can_be_excused_for_a_time(
    toy: Path, edit: Edit, until: str, *, is_told: bool
) -> None:
    excuse = (
        f"    excused:\n      - rule: negation-before\n        reason: x\n        until: {until}\n"
    )
    edit(HERALD, "    quote: We will not close the ferry", f"{excuse}    quote: close the ferry")
    codes = [found[2] for found in told(verify(toy, "--format", "json", archive=TOY_ARCHIVE))]
    assert ("negation-before" in codes) is is_told


def test_negation_just_before_is_doubted(toy: Path, edit: Edit) -> None:
    edit(HERALD, "    quote: We will not close the ferry", "    quote: close the ferry")
    codes = [found[2] for found in told(verify(toy, "--format", "json", archive=TOY_ARCHIVE))]
    assert "negation-before" in codes


@pytest.mark.parametrize(
    "before",
    [
        "He did not say: “",
        "The mayor denied that: “",
        "Nobody ever said that ",
        "It is false, he told them, that ",
    ],
)
def test_negation_is_looked_for_across_marks(before: str) -> None:
    text = CapturedText.of(f"Then he left. {before}the bridge is safe.”")
    result = compare(Quotation.of("the bridge is safe"), text)
    assert [doubt for doubt, _ in doubts(result, text, "en", ())] == [Doubt.NEGATION_BEFORE]


def test_negation_of_the_sentence_before_is_none() -> None:
    text = CapturedText.of("He did not. The bridge is safe.")
    result = compare(Quotation.of("The bridge is safe"), text)
    assert list(doubts(result, text, "en", ())) == []


def test_languages_without_a_list_are_named(toy: Path, edit: Edit) -> None:
    edit(HERALD, "language: en", "language: de")
    assert "no list of negations for: de" in verify(toy, archive=TOY_ARCHIVE).stdout


def test_omission_that_jumps_another_speaker_is_doubted(toy: Path, edit: Edit) -> None:
    edit(
        HERALD,
        "    quote: Nine members voted in favour and two against",
        "    quote: they will have a boat […] The council’s harbour board will publish",
    )
    codes = [found[2] for found in told(verify(toy, "--format", "json", archive=TOY_ARCHIVE))]
    assert "omitted-speaker" in codes


def test_seal_of_another_text_is_told(toy: Path, tmp_path: Path) -> None:
    archive = shutil.copytree(TOY_ARCHIVE, tmp_path / "archive")
    text = archive / "otterby-herald-ferry.txt"
    text.write_text(text.read_text() + "\nA line more.\n")
    result = verify(toy, archive=archive)
    assert result.exit_code == 1
    assert "[seal-of-another-text]" in result.stdout


def test_text_that_was_not_sealed_is_not_compared(toy: Path, tmp_path: Path) -> None:
    archive = shutil.copytree(TOY_ARCHIVE, tmp_path / "archive")
    text = archive / "otterby-herald-ferry.txt"
    text.write_text(text.read_text().replace("Nine members", "Ten members"))
    result = verify(toy, archive=archive)
    assert "5 quotations: 5 verbatim; " in result.stdout
    assert "it was not compared" in result.stdout
    assert "paste" not in result.stdout


@pytest.mark.parametrize(
    ("field", "value"),
    [("tokens", 155), ("extractor", "pypdf/1"), ("removed", 3), ("root", "0" * 64)],
)
def test_seal_that_the_text_does_not_give_is_told(toy: Path, field: str, value: object) -> None:
    seal = json.loads((toy / SEAL).read_text())
    (seal["canonical"] if field == "removed" else seal)[field] = value
    (toy / SEAL).write_text(json.dumps(seal))
    result = verify(toy, archive=TOY_ARCHIVE)
    assert result.exit_code == 1
    assert "the seal is not the one that the captured text gives [bad-seal]" in result.stdout


@pytest.mark.parametrize("moved", [1, -1])
def test_place_that_is_not_that_of_the_words_is_told(toy: Path, moved: int) -> None:
    seal = json.loads((toy / SEAL).read_text())
    for end in ("start", "end"):
        seal["passages"]["vote"]["runs"][0]["place"][end] += moved
    (toy / SEAL).write_text(json.dumps(seal))
    assert verify(toy).exit_code == 0
    (found,) = told(verify(toy, "--format", "json", archive=TOY_ARCHIVE))
    assert found[2:] == (
        "bad-seal",
        "the proof of 'vote' tells another place than that of its words",
    )


def test_seal_without_places_holds_with_the_text_and_without(toy: Path) -> None:
    seal = json.loads((toy / SEAL).read_text())
    for proof in seal["passages"].values():
        for one in proof["runs"]:
            del one["place"]
    (toy / SEAL).write_text(json.dumps(seal))
    for archive in (None, TOY_ARCHIVE):
        assert "5 quotations: 5 verbatim; " in verify(toy, archive=archive).stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "two against\n",
            "two against.\n",
            "the sealed words end behind the first 8 words, before '.'",
        ),
        ("favour and two against\n", "favour and two\n", "the sealed quotation goes on"),
        (" […] ", " and ", "more or fewer parts between […]"),
        ("in favour", "in f\u0430vour", "mixes alphabets: U+0430 is CYRILLIC SMALL LETTER A"),
        ("told'\n", "said'\n", "not between this prefix and this suffix"),
    ],
)
def test_what_is_wrong_is_named(toy: Path, edit: Edit, old: str, new: str, said: str) -> None:
    edit(HERALD, old, new)
    (found,) = told(verify(toy, "--format", "json"))
    assert said in found[3]


def test_changed_seal_is_one_problem_of_the_seal(toy: Path) -> None:
    seal = json.loads((toy / SEAL).read_text())
    seal["root"] = "0" * 64
    (toy / SEAL).write_text(json.dumps(seal))
    (found,) = told(verify(toy, "--format", "json"))
    assert found[2:] == (
        "bad-seal",
        "the seal does not add up: its file was changed after it was made",
    )


# --- mending -----------------------------------------------------------------------------


def test_fix_mends_what_can_only_be_meant_one_way(toy: Path, edit: Edit) -> None:
    whole = (toy / HERALD).read_text()
    edit(HERALD, "passages:\n", "# what was said\npassages:\n")
    edit(HERALD, "voted in favour and two", "voted in favour or two")
    edit(HERALD, "close the ferry this winter", "close the\u00a0ferry this winter")
    result = verify(toy, "--fix", archive=TOY_ARCHIVE)
    assert result.exit_code == 0, result.output
    mended = (toy / HERALD).read_text()
    assert mended == whole.replace("passages:\n", "# what was said\npassages:\n")


def test_fix_leaves_what_is_two_words_off(toy: Path, edit: Edit) -> None:
    edit(HERALD, "voted in favour and two", "voted in favour or three")
    before = (toy / HERALD).read_bytes()
    assert verify(toy, "--fix", archive=TOY_ARCHIVE).exit_code == 1
    assert (toy / HERALD).read_bytes() == before


def test_fix_without_an_archive_says_so(toy: Path) -> None:
    result = verify(toy, "--fix")
    assert "nothing can be mended: the archive" in result.stderr
    assert result.exit_code == 0
