"""Ids made of titles and names of many scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import naming
from generator.fields import id_fault

NAMES = {
    "Володимир Зеленський": "volodymyr-zelenskyi",
    "Сергій Гайдай, Знам'янка": "serhii-haidai-znamianka",
    "Михайло Подоляк, речниця пʼяти об’єктів": "mykhailo-podoliak-rechnytsia-piaty-obiektiv",
    "Володимир Путін і Росія": "volodymyr-putin-i-rosiia",
    "Никита Хрущёв, Юлия Ельцина": "nikita-khrushchev-yuliya-eltsina",
    "Дмитрий Песков": "dmitriy-peskov",
    "Αλέξης Τσίπρας": "alexis-tsipras",
    "محمد بن سلمان": "mhmd-bn-slmn",
    "习近平": "xi-jin-ping",
    "안녕 서울": "an-nyeong-seo-ul",
    "Łódź, Đà Nẵng, İstanbul, Århus": "lodz-da-nang-istanbul-arhus",
    "Straße, naïve œuvre": "strasse-naive-oeuvre",
    "cafe\u0301 de\u0301ja\u0300": "cafe-deja",
    "It wasn’t the mayor's 1,200.5 km²": "it-wasnt-the-mayors-1200-5-km2",
    "soft\u00adhyphen": "softhyphen",
    " -- ": "",
    "": "",
}


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_id_of_a_name(text: str, expected: str) -> None:
    assert naming.id_from(text) == expected


def test_language_of_the_site_decides_where_letters_do_not() -> None:
    assert naming.id_from("Подоляк", language="uk-UA") == "podoliak"
    assert naming.id_from("Подоляк", language="en") == "podolyak"
    assert naming.id_from("Горбачёв", language="uk") == "gorbachev"


def test_small_words_of_a_question_are_dropped_unless_nothing_else_is_there() -> None:
    assert naming.id_from("Did the mayor say that?", drop=True) == "mayor-say"
    assert naming.id_from("Is it a the?", drop=True) == "it"
    assert naming.id_from("Is that the?", drop=True) == "is-that-the"
    assert naming.id_from("Don’t did’t", drop=True) == "dont-didt"


def test_it_is_cut_between_words() -> None:
    made = naming.id_from("territory " * 20)
    assert (made, len(made)) == ("-".join(["territory"] * 6), 59)
    assert naming.id_from("x" * 90) == "x" * 60


def test_free_numbers_what_is_taken_or_reserved() -> None:
    assert naming.free("ferry", set()) == "ferry"
    assert naming.free("ferry", {"ferry", "ferry-2"}) == "ferry-3"
    assert naming.free("index", set()) == "index-2"
    long = naming.id_from("territory " * 20)
    assert naming.free(long, {long}) == "-".join(["territory"] * 5) + "-2"


@given(st.text(), st.booleans())
def test_every_text_gives_an_id_or_nothing(text: str, drop: bool) -> None:  # noqa: FBT001
    made = naming.id_from(text, drop=drop)
    assert len(made) <= naming.LONGEST
    assert made == "" or id_fault(naming.free(made, {made})) == ""
