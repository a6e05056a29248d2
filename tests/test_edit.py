"""One value of a record is changed, and not a byte beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import edit, yamltext
from generator.edit import EditError
from tests.conftest import TOY_ARCHIVE
from tests.test_verification import HERALD, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

NEW = "Nine members voted in favour and two"
STYLES = {
    "plain": "quote: Nine members voted in favor and two",
    "plain lines": "quote: Nine members\n      voted in favor\n      and two",
    "single": "quote: 'Nine members voted in favor and two'  # said twice",
    "double": 'quote: "Nine members voted in favor and two"',
    "double lines": 'quote: "Nine members voted\n      in favor and two"',
    "literal": "quote: |\n      Nine members\n      voted in favor\n      and two",
    "folded": "quote: >\n      Nine members\n      voted in favor\n      and two",
    "stripped": "quote: >-\n      Nine members voted\n      in favor and two",
    "kept": "quote: >+2\n      Nine members voted\n      in favor and two\n",
    "comment above": "# as printed\n    quote: Nine members voted in favor and two",
}


def record(quote: str) -> str:
    return f"# first\npassages:\n  vote:\n    {quote}\n    kind: narration  # last\n"


@pytest.mark.parametrize("style", STYLES)
def test_only_the_word_changes(style: str) -> None:
    text = record(STYLES[style])
    document, problems = yamltext.parse(text.replace("  # last", ""), "x.yml")
    assert document is not None, problems
    changed = edit.replace_text(document, ("passages", "vote", "quote"), NEW)
    assert changed.text == document.text.replace("favor", "favour")


@pytest.mark.parametrize(
    ("new", "written"),
    [
        ("Nine members voted", "quote: >-\n      Nine members\n      voted"),
        ("The nine members voted in", "quote: >-\n      The nine members\n      voted in"),
        ("Nine of the members voted in", "quote: >-\n      Nine of the members\n      voted in"),
        ("members voted in", "quote: >-\n      members\n      voted in"),
        ("Nine voted in", "quote: >-\n      Nine\n      voted in"),
    ],
)
def test_words_come_and_go(new: str, written: str) -> None:
    before = "quote: >-\n      Nine members\n      voted in"
    document, _ = yamltext.parse(record(before).replace("  # last", ""), "x.yml")
    assert document is not None
    changed = edit.replace_text(document, ("passages", "vote", "quote"), new)
    assert changed.text == record(written).replace("  # last", "")


def test_word_that_needs_quotes_gets_them() -> None:
    document, _ = yamltext.parse("quote: He said so\n", "x.yml")
    assert document is not None
    changed = edit.replace_text(document, ("quote",), "He said: so")
    assert changed.text == "quote: 'He said: so'\n"


def test_what_cannot_be_replaced_alone_is_told() -> None:
    document, _ = yamltext.parse("quote: {a: b}\n", "x.yml")
    assert document is not None
    with pytest.raises(EditError, match="change it by hand"):
        edit.replace_text(document, ("quote",), "c")


@pytest.mark.parametrize(
    ("raw", "text", "ends"),
    [
        ("a\r\nb\r\nc\r\n", "a\nB\nc\n", "a\r\nB\r\nc\r\n"),
        ("a\r\nb\nc\r\n", "a\nB\nB2\nc\n", "a\r\nB\nB2\nc\r\n"),
        ("a\nb\n", "a\nb\n", "a\nb\n"),
        ("a\r\na\r\n", "a\n", "a\r\n"),
    ],
)
def test_line_ends_stay(raw: str, text: str, ends: str) -> None:
    assert edit.with_line_ends(raw, text) == ends


# --- factcheck verify --fix --------------------------------------------------------------


def test_fix_says_what_it_did(toy: Path, edit: Edit) -> None:
    edit(HERALD, "voted in favour and two", "voted in favor and two")
    result = verify(toy, "--fix", archive=TOY_ARCHIVE)
    assert result.exit_code == 0
    said = f"mended {HERALD} 'vote': Nine members voted in [-favor-] {{+favour+}} and two against\n"
    assert result.stderr == said


def test_fix_keeps_line_ends_and_the_ends_of_a_quote(toy: Path, edit: Edit) -> None:
    edit(HERALD, "quote: Nine members voted in favour", "quote: '[…] Nine members voted in favor")
    edit(HERALD, "and two against\n", "and two against [...]'\n")
    file = toy / HERALD
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert verify(toy, "--fix", archive=TOY_ARCHIVE).exit_code == 0
    assert file.read_bytes() == before.replace(b"favor", b"favour")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We will not close the ferry", "We will close the ferry"),
        ("voted in favour and two against", "voted in favour and 2 against"),
    ],
)
def test_fix_leaves_negations_and_numbers(toy: Path, edit: Edit, old: str, new: str) -> None:
    edit(HERALD, old, new)
    before = (toy / HERALD).read_bytes()
    result = verify(toy, "--fix", archive=TOY_ARCHIVE)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "paste: quote: " in result.stdout
    assert (toy / HERALD).read_bytes() == before


def test_fix_mends_nothing_by_another_text(toy: Path, edit: Edit, tmp_path: Path) -> None:
    text = (TOY_ARCHIVE / "otterby-herald-ferry.txt").read_text("utf-8")
    (tmp_path / "otterby-herald-ferry.txt").write_text(text + "More.\n", "utf-8")
    edit(HERALD, "voted in favour and two", "voted in favor and two")
    before = (toy / HERALD).read_bytes()
    result = verify(toy, "--fix", archive=tmp_path)
    assert "nothing is mended: the archive holds another text" in result.stderr
    assert (toy / HERALD).read_bytes() == before
