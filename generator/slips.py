"""What was meant by a value that is written in another form than records have.

Each function returns the form that records have and whether there is no other reading; None
where there is nothing near. None of them knows YAML.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_Y, _M, _D = "([0-9]{4})", "([0-9]{1,2})", "([0-9]{1,2})"
_NAME = rf"({'|'.join(_NAMES)})[a-z]*\.?"
# Forms of a date with one reading each, and the order of year, month and day in it.
_DATES = (
    (re.compile(rf"{_Y}\s?[-/.–‑−]\s?{_M}\s?[-/.–‑−]\s?{_D}"), "ymd"),
    (re.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})"), "ymd"),
    (re.compile(rf"{_D}(?:st|nd|rd|th|\.)?\s(?:of\s)?{_NAME},?\s{_Y}"), "dmy"),
    (re.compile(rf"{_NAME}\s{_D}(?:st|nd|rd|th)?,?\s{_Y}"), "mdy"),
    (re.compile(rf"{_NAME},?\s{_Y}"), "my"),
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{4})")
_TIME_BEHIND = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}\S*.*")
_QUOTED = re.compile(r"[“”„«'\"‘’](.+)[“”»'\"‘’]")
_SCHEME = re.compile(r"(h[tps]{2,5})\s*[:;.]?\s*/{1,3}\s*", re.IGNORECASE)
_LINK = re.compile(r"\[[^]]*\]\((.+)\)")
_FLAGS = {
    **dict.fromkeys(("true", "yes", "y", "on", "1"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "0"), "false"),
}
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "polish": "pl",
    "russian": "ru",
    "spanish": "es",
    "ukrainian": "uk",
}
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


class Meant(NamedTuple):
    """What a record would have there, and whether nothing else can be meant."""

    value: str
    is_sure: bool


def bare(text: str) -> str:
    """Take the quotation marks off a text that stands in some."""
    found = _QUOTED.fullmatch(text)
    return found[1].strip() if found else text


def as_word(text: str) -> str:
    """Write a word as the words of the schema are: lower case, with hyphens."""
    return re.sub(r"[\s_–‑]+", "-", bare(text.strip()).lower())


def as_id(text: str) -> Meant | None:
    """Read a name as the id that it would have."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return Meant(slug, is_sure=False) if slug and slug != text else None


def as_flag(text: str) -> Meant | None:
    """Read yes and no, in any case, as true and false."""
    found = _FLAGS.get(bare(text).lower())
    return Meant(found, is_sure=True) if found else None


def as_share(text: str) -> Meant | None:
    """Read a percentage, or a share with a decimal comma."""
    if found := re.fullmatch(r"([0-9]{1,2}|100)\s?(?:%|per ?cent)", bare(text)):
        return Meant(f"{int(found[1]) / 100:.2f}", is_sure=True)
    if re.fullmatch(r"0,[0-9]{1,2}", bare(text)):
        return Meant(text.replace(",", "."), is_sure=True)
    return None


def as_language(text: str) -> Meant | None:
    """Read a language tag in another case, with an underscore, or as an English word."""
    word = bare(text)
    if word.lower() in _LANGUAGES:
        return Meant(_LANGUAGES[word.lower()], is_sure=False)
    found = re.fullmatch(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2}))?", word)
    if not found:
        return None
    region = f"-{found[2].upper()}" if found[2] else ""
    return Meant(found[1].lower() + region, is_sure=True)


def as_address(text: str) -> list[Meant]:
    """Return the addresses that may be meant, the likeliest first; none is looked at."""
    word = text.strip().removeprefix("<").removesuffix(">").strip()
    link = _LINK.fullmatch(word)
    word = bare(link[1] if link else word)
    encoded = quote(word, safe=_SAFE)
    # Letters of other scripts have one encoding; a mark among them may be a slip of the keyboard.
    is_sure = not link and all(char in _SAFE or char.isalnum() for char in word)
    candidates = [Meant(encoded, is_sure=is_sure)]
    slip = _SCHEME.match(word)
    rest = quote(word[slip.end() :] if slip else word, safe=_SAFE)
    scheme = "http" if slip and not slip[1].lower().endswith("s") else "https"
    return [*candidates, Meant(f"{scheme}://{rest}", is_sure=False)]


def as_date(text: str) -> Meant | None:
    """Read a day, or a month of a year, where its parts cannot be mistaken for each other."""
    word = " ".join(bare(text).split()).lower()
    for form, order in _DATES:
        if found := form.fullmatch(word):
            return _date(dict(zip(order, found.groups(), strict=True)))
    if found := _YEAR_LAST.fullmatch(word):
        days = _readings(found)
        return Meant(days[0], is_sure=True) if len(days) == 1 else None
    found = _TIME_BEHIND.fullmatch(bare(text))
    return Meant(found[1], is_sure=False) if found else None


def two_days(text: str) -> tuple[str, ...]:
    """Return both readings of a date whose day and month can be mistaken for each other."""
    found = _YEAR_LAST.fullmatch(" ".join(bare(text).split()))
    days = _readings(found) if found else ()
    return days if len(days) > 1 else ()


def _readings(found: re.Match[str]) -> tuple[str, ...]:
    one, _, other, year = found.groups()
    days = (_day(year, other, one), _day(year, one, other))
    return tuple(dict.fromkeys(day for day in days if day))


def _date(parts: dict[str, str]) -> Meant | None:
    year, month = parts["y"], parts["m"]
    # In 2022-05-3 a digit may have been lost; in 2022-5-3 nobody wrote a second one.
    is_sure = month in _NAMES or len(month) == len(parts["d"])
    if month in _NAMES:
        month = f"{_NAMES.index(month) + 1:02}"
    value = _day(year, month, parts["d"]) if "d" in parts else f"{year}-{month}"
    return Meant(value, is_sure=is_sure) if value else None


def _day(year: str, month: str, day: str) -> str:
    try:
        return str(date(int(year), int(month), int(day)))
    except ValueError:
        return ""
