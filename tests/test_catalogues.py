"""The interface in other languages: every message is translated, and says what it must."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator import catalogue, escape, words
from generator.escape import Safe
from generator.fields import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

GENERATOR = Path(__file__).parent.parent / "generator"
METHODS = [("**.py", "python"), ("pages/templates/**.j2", "jinja2")]
KEYWORDS = {"t": None, "safe": None, "n": (1, 2), "message": None, "_": None}
OPTIONS = {"pages/templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true"}}

OTHERS = catalogue.languages()[1:]


def written() -> set[str | tuple[str, str]]:
    """Return every message that the program says."""
    found = extract_from_dir(GENERATOR, METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=())
    return {
        (message[0], message[1]) if isinstance(message, tuple) else message
        for _, _, message, *_ in found
    }


WRITTEN = written()


def names(message: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(message)} - {None}


def said_in(file: Path) -> Iterator[str]:
    """Find every message that a module says."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            if called in {"t", "safe", "n", "message"}:
                yield str(node.args[0].value)


def test_no_message_is_hidden_from_the_extractor() -> None:
    # It does not look into what is given to another message, nor, before Python 3.12, into the
    # braces of an f-string.
    found = {message if isinstance(message, str) else message[0] for message in WRITTEN}
    for file in GENERATOR.rglob("*.py"):
        assert {*said_in(file)} - found == set(), file


def test_messages_are_found_in_views_and_templates() -> None:
    assert {"Right of reply", "The claim", ("{n} claim", "{n} claims"), "Supports"} <= WRITTEN


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_with_its_places(language: str) -> None:
    with (catalogue.FOLDER / f"{language}.po").open("rb") as file:
        known = {message.id: message for message in read_po(file, locale=language) if message.id}
    assert WRITTEN - known.keys() == set()
    assert known.keys() - WRITTEN == set()
    for key, message in known.items():
        assert not message.fuzzy, key
        wanted = names(key if isinstance(key, str) else key[1])
        said = (message.string,) if isinstance(message.string, str) else message.string or ("",)
        for text in said:
            assert text, key
            assert names(text) == wanted, key


def test_numbers_take_the_plural_form_of_their_language() -> None:
    said = [words.of("en").n("{n} claim", "{n} claims", n) for n in (1, 2, 1234)]
    assert said == ["1 claim", "2 claims", "1,234 claims"]


@pytest.mark.parametrize(
    ("value", "english", "ukrainian"),
    [
        (date(2022, 6, 7), "7 June 2022", "7 червня 2022 р."),
        (PartialDate(2022, 6), "June 2022", "червень 2022 р."),
        (PartialDate(2022), "2022", "2022"),
    ],
)
def test_dates_follow_cldr(value: PartialDate | date, english: str, ukrainian: str) -> None:
    said = [re.sub("\u202f|\u00a0", " ", words.of(tag).day(value)) for tag in ("en", "uk")]
    assert said == [english, ukrainian]


def test_text_around_a_link_is_encoded_and_the_link_is_not() -> None:
    say = words.of("en")
    link = escape.link("a*b", "x.md")
    assert say.t("{a} *and* {b}", a=link, b="<c>") == ("[a&#42;b](x.md) &#42;and&#42; &#60;c&#62;")
    assert isinstance(say.t("{a}", a=link), Safe)
    assert say.t("{a} *and*", a="<c>") == "<c> *and*"


def test_a_language_is_named_in_another_and_in_itself() -> None:
    assert words.of("en").language_name("uk") == "Ukrainian"
    assert words.of("uk").own_name == "Українська"
    assert words.of("en").language_name("zz-ZZ") == "zz-ZZ"
