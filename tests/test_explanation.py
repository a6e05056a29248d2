"""Each code is explained, and its examples are tried: one fails, and the mended one is sound."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import checks, explanation
from generator.codes import CODES, EDITORIAL, GROUPS
from generator.explanation import Effect, Example, Explanation
from generator.problems import Severity
from tests import examples

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2031, 3, 31)
EXPLAINED: dict[str, Explanation] = {
    code: found
    for group in explanation.explanations(checks.RULES).values()
    for code, found in group.items()
}
# Their causes are kinds and names of files, bytes, captures, keys, damaged proofs, what was there
# before: no record.
NOT_IN_RECORDS = {
    "unreadable-file",
    "bad-encoding",
    "unreadable-capture",
    "not-importable",
    "unsealed",
    "bad-seal",
    "seal-of-another-text",
    "bad-signature",
    "bad-signers",
    "changed-signers",
    "unsigned-seal",
    "lost-address",
    "not-formatted",
    "deleted-claim",
    "not-frozen",
}
# A quotation that is new has no proof: that is what the example shows.
NOT_SEALED = "needs-archive"
# What comes with it: the seal is still that of the words that were quoted before, and the history
# that of the verdict before.
_SILENT = ("verdict-history", Severity.ERROR)
BESIDES = {
    "ambiguous": {("not-found", Severity.ERROR)},
    "verdict-evidence": {_SILENT},
    "verdict-question": {_SILENT},
}
TRIED = sorted(set(CODES) - NOT_IN_RECORDS)


def found(root: Path, code: str, section: str) -> set[tuple[str, Severity]]:
    parts = EXPLAINED[code].wrong if section == "wrong" else EXPLAINED[code].right
    examples.put(root, parts)
    if (code, section) != (NOT_SEALED, "wrong"):
        examples.seal(root)
    return {(p.code, p.severity) for p in examples.problems(root, TODAY)}


@pytest.mark.parametrize("code", TRIED)
def test_wrong_example_is_reported_with_its_code_alone(code: str, toy: Path) -> None:
    severity = Severity.WARNING if EXPLAINED[code].effect is Effect.WARNING else Severity.ERROR
    assert found(toy, code, "wrong") == {(code, severity)} | BESIDES.get(code, set())


@pytest.mark.parametrize("code", TRIED)
def test_right_example_is_sound(code: str, toy: Path) -> None:
    assert found(toy, code, "right") == set()


def test_every_code_has_a_file_and_every_file_a_code() -> None:
    assert {file.stem for file in explanation.FOLDER.glob("*.md")} == set(CODES)
    assert list(EXPLAINED) == list(CODES)


def test_every_code_stands_in_one_group() -> None:
    assert len(CODES) == sum(len(group) for group in GROUPS.values())
    assert set(EDITORIAL) == set(checks.RULES)


@pytest.mark.parametrize("code", CODES)
def test_explanation_is_written_in_the_same_form(code: str) -> None:
    told = EXPLAINED[code]
    assert all((told.why, told.wrong, told.right))
    assert bool(told.mend) is (told.rule is None)
    shown = [part for part in (*told.wrong, *told.right) if isinstance(part, Example)]
    assert any(example.file for example in shown) is (code not in NOT_IN_RECORDS)
    for example in shown:
        assert example.language in ({"yaml", "markdown"} if example.file else {"text"})
        # As wide as the column of a page and, behind its indent, a terminal.
        assert all(len(row) <= 72 for row in example.text.split("\n")) or not example.file
        assert "\n\n\n" not in example.text
    raw = (explanation.FOLDER / f"{code}.md").read_text("utf-8")
    assert raw.count("```") == 2 * len(shown), "a fence that is not read as one"
    assert max(map(len, raw.split("\n"))) <= 100


def test_a_file_with_other_sections_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "not-a-date.md").write_text("## Why\n\nSo.\n\n## Example\n\nThis.\n")
    monkeypatch.setattr(explanation, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="the sections Why, Example"):
        explanation.written.__wrapped__("not-a-date")
