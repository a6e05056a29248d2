"""What is meant by a value that is written otherwise than records have it."""

from __future__ import annotations

import pytest

from generator import slips


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/05/2022", "2022-05-31"),
        ("05/31/2022", "2022-05-31"),
        ("31.5.2022", "2022-05-31"),
        ("05.05.2022", "2022-05-05"),
        ("31 May 2022", "2022-05-31"),
        ("31st of May 2022", "2022-05-31"),
        ("May 31, 2022", "2022-05-31"),
        ("Sept. 1 2022", "2022-09-01"),
        ("2022/05/31", "2022-05-31"),
        ("2022-5-7", "2022-05-07"),
        ("2022–05–31", "2022-05-31"),
        ("20220531", "2022-05-31"),
        ("“2022-05-31”", "2022-05-31"),
        ("May 2022", "2022-05"),
    ],
)
def test_date_with_one_reading(written: str, day: str) -> None:
    assert slips.as_date(written) == (day, True)


@pytest.mark.parametrize("written", ["2022-05-3", "2022-1-22", "2022/11/2"])
def test_date_that_may_lack_a_digit_is_likely(written: str) -> None:
    found = slips.as_date(written)
    assert found is not None
    assert not found.is_sure


def test_day_with_a_time_is_likely_that_day() -> None:
    assert slips.as_date("2022-05-31T10:00:00Z") == ("2022-05-31", False)


@pytest.mark.parametrize(
    "written", ["05/06/2022", "31/02/2022", "2022-13-01", "yesterday", "", "31 May", "1.2.22"]
)
def test_date_with_no_or_two_readings(written: str) -> None:
    assert slips.as_date(written) is None


def test_both_readings_of_a_date() -> None:
    assert slips.two_days("05/06/2022") == ("2022-06-05", "2022-05-06")
    assert slips.two_days("05/05/2022") == ()
    assert slips.two_days("31/05/2022") == ()
    assert slips.two_days("never") == ()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("www.otterby.org/a", "https://www.otterby.org/a"),
        ("http:/otterby.org/a", "http://otterby.org/a"),
        ("htps://otterby.org", "https://otterby.org"),
        ("https//otterby.org", "https://otterby.org"),
        ("https;//otterby.org", "https://otterby.org"),
        ("https:// otterby.org", "https://otterby.org"),
        ("[Otterby](https://otterby.org/a)", "https://otterby.org/a"),
    ],
)
def test_address_that_is_likely_meant(written: str, address: str) -> None:
    assert (address, False) in slips.as_address(written)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("<https://otterby.org/a>", "https://otterby.org/a"),
        ("“https://otterby.org/a”", "https://otterby.org/a"),
        ("https://otterby.org/пором", "https://otterby.org/%D0%BF%D0%BE%D1%80%D0%BE%D0%BC"),
        ("https://otterby.org/a%20b", "https://otterby.org/a%20b"),
    ],
)
def test_address_that_is_surely_meant(written: str, address: str) -> None:
    assert slips.as_address(written)[0] == (address, True)


def test_words_and_flags() -> None:
    assert slips.as_word(" “Direct Speech” ") == "direct-speech"
    assert slips.as_flag("Yes") == ("true", True)
    assert slips.as_flag("FALSE") == ("false", True)
    assert slips.as_flag("perhaps") is None


def test_ids_are_guesses() -> None:
    assert slips.as_id("Ada_Quill!") == ("ada-quill", False)
    assert slips.as_id("Ада") is None


def test_shares_and_languages() -> None:
    assert slips.as_share("30%") == ("0.30", True)
    assert slips.as_share("0,3") == ("0.3", True)
    assert slips.as_share("a third") is None
    assert slips.as_language("en_us") == ("en-US", True)
    assert slips.as_language("EN") == ("en", True)
    assert slips.as_language("Ukrainian") == ("uk", False)
    assert slips.as_language("en-Latn-US") is None
