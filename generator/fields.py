"""The kinds of value that record fields hold: YAML text in, checked values out.

Every scalar arrives as text. A pattern stands before each date, number and flag, because
pydantic alone would read "0" as the date 1970-01-01 and "1_000" as a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    GetJsonSchemaHandler,
    GetPydanticSchema,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import slips
from generator.characters import collapse

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.slips import Meant

MAX_ID = 80
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A page of that name would be an index page or a folder of list pages to the host, or a
# device to Windows.
RESERVED_IDS = frozenset({"index", "readme", "page", "con", "prn", "aux", "nul"}).union(
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
)
MONTH_OR_YEAR = "; or YYYY-MM or YYYY when no more is known"
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHARE = re.compile(r"0\.[0-9]{1,2}|1(?:\.0{1,2})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
_PATH = re.compile(r"[!#-;=?-Z_a-z~%\[\]]*")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(.+)")


def fault(
    code: str, message: str, hint: str = "", meant: Meant | None = None
) -> PydanticCustomError:
    """Make the error that pydantic collects; ``code`` is one of ``codes.CODES``.

    ``meant`` is the value that would be right, where that can be told.
    """
    # The words may hold braces, which pydantic would take for its own placeholders.
    context = {"said": message, "hint": hint, "meant": meant}
    return PydanticCustomError(code, "{said}", context)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year; unknown parts are 0.

    Written as in ISO 8601: ``2022-06-07``, ``2022-06`` or ``2022``.
    """

    year: int
    month: int = 0
    day: int = 0

    def surely_before(self, other: PartialDate) -> bool:
        """Whether it is earlier whatever the unknown parts are: 2030-05 is not before 2030."""
        for mine, others in ((self.year, other.year), (self.month, other.month)):
            if not mine or not others:
                return False
            if mine != others:
                return mine < others
        return bool(self.day and other.day) and self.day < other.day

    def __str__(self) -> str:
        """Return the date in its written form."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


class Choice(StrEnum):
    """One of a few words. Behind each stands what it means, which editors show beside it."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Make the word a member, with what it means."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add the meanings, under the name that editors read."""
        found = handler(schema)
        handler.resolve_ref_schema(found)["enumDescriptions"] = [word.meaning for word in cls]
        return found


def _text_of(value: object, what: str) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        raise fault("empty-text", f"{what} is missing", "write it behind the ':'")
    kind = "a list" if isinstance(value, list) else "a mapping"
    raise fault("wrong-type", f"{kind} stands where {what} belongs")


def _word(value: object, what: str) -> str:
    """Text of one word: the line feed that ends a block scalar is no part of it."""
    return _text_of(value, what).strip()


def _partial_date(value: object) -> PartialDate:
    text = _word(value, "a date")
    found = _DATE.fullmatch(text)
    hint = f"write YYYY-MM-DD{MONTH_OR_YEAR}"
    if not found:
        meant = _meant(slips.as_date(text), _partial_date)
        said = f"'{_cut(text)}' is not a date{' as records write it' if meant else ''}"
        if readings := slips.two_days(text):
            hint = f"write {' or '.join(readings)}, whichever is meant"
        raise fault("not-a-date", said, hint, meant)
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise fault("not-a-date", f"'{text}' is not in the calendar", hint) from None
    if (found[2] and not month) or (found[3] and not day):
        raise fault("not-a-date", f"'{text}' is not in the calendar", hint)
    return PartialDate(year, month, day)


def _day(value: object) -> date:
    text = _word(value, "a date")
    try:
        found = _partial_date(text)
    except PydanticCustomError as error:
        told = error.context or {}
        meant, hint = _meant(told["meant"], _day), told["hint"].replace(MONTH_OR_YEAR, "")
        raise fault("not-a-date", error.message(), hint, meant) from None
    if not found.day:
        raise fault("not-a-date", f"'{text}' names no day", "write YYYY-MM-DD")
    return date(found.year, found.month, found.day)


def _whole_number(value: object) -> int:
    text = _word(value, "a whole number")
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        whole = re.fullmatch(r"(-?[0-9]{1,9})\.0+", text)
        meant = slips.Meant(whole[1], is_sure=True) if whole else None
        raise fault("not-a-number", f"'{_cut(text)}' is not a whole number", "", meant)
    return int(text)


def _share(value: object) -> float:
    text = _word(value, "a share")
    if not _SHARE.fullmatch(text) or not float(text):
        hint = "write a share of one with at most two decimals, such as 0.30"
        meant = _meant(slips.as_share(text), _share)
        raise fault("bad-value", f"'{_cut(text)}' is not a share", hint, meant)
    return float(text)


def _flag(value: object) -> bool:
    text = _word(value, "'true' or 'false'")
    if text not in ("true", "false"):
        said, hint = f"'{_cut(text)}' is neither 'true' nor 'false'", "write true or false"
        raise fault("not-a-choice", said, hint, slips.as_flag(text))
    return text == "true"


def id_fault(text: str) -> str:
    """Say why ``text`` cannot be an id, or return an empty string."""
    if not _ID.fullmatch(text):
        return f"'{_cut(text)}' is not an id: lower-case letters a-z, digits and single hyphens"
    if len(text) > MAX_ID:
        return f"the id has {len(text)} characters; at most {MAX_ID}"
    if text in RESERVED_IDS:
        return f"'{text}' is a reserved name"
    return ""


def _id(value: object) -> str:
    text = _word(value, "an id")
    if said := id_fault(text):
        meant = _meant(slips.as_id(text), _id)
        hint = f"write the id, which may be '{meant.value}'" if meant else ""
        raise fault("not-an-id", said, hint, meant)
    return text


def _passage_ref(value: object) -> str:
    text = _word(value, "a passage")
    source, mark, passage = text.partition("#")
    if not mark or id_fault(source) or id_fault(passage):
        hint = "write <source-id>#<passage-id>"
        raise fault("not-an-id", f"'{_cut(text)}' does not name a passage", hint)
    return text


def _url(value: object) -> str:
    text = _word(value, "an address")
    hint = "write the whole address, http:// or https://, with other letters percent-encoded"
    if text.startswith("www."):
        hint = "write https:// before it"
    if not _is_url(text):
        meant = next((one for one in slips.as_address(text) if _is_url(one.value)), None)
        raise fault("not-a-url", f"'{_cut(text)}' is not a web address", hint, meant)
    return text


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or port is not None or "@" in parts.netloc:
        return False
    is_short = len(text) <= 2000  # noqa: PLR2004 - longer addresses do not work everywhere
    return bool(is_short and _HOST.fullmatch(parts.netloc) and _PATH.fullmatch(text))


def _email(value: object) -> str:
    text = _word(value, "an e-mail address")
    found = _EMAIL.fullmatch(text)
    if not found or not _HOST.fullmatch(found[1]):
        raise fault("not-an-email", f"'{_cut(text)}' is not an e-mail address")
    return text


def _language(value: object) -> str:
    text = _word(value, "a language")
    if not _LANGUAGE.fullmatch(text):
        hint = "write a BCP 47 tag: en, uk, pt-BR"
        meant = _meant(slips.as_language(text), _language)
        raise fault("not-a-language", f"'{_cut(text)}' is not a language tag", hint, meant)
    return text


def _meant(meant: Meant | None, check: Callable[[str], object]) -> Meant | None:
    """Keep what was meant where the field takes it."""
    try:
        return meant if meant and check(meant.value) is not None else None
    except PydanticCustomError:
        return None


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"  # noqa: PLR2004 - fits a message


def _checked(text: str, limit: int) -> str:
    if not text:
        raise fault("empty-text", "the text is empty", "write it, or null where that is allowed")
    if len(text) > limit:
        raise fault("too-large", f"the text has {len(text):,} characters; at most {limit:,}")
    return text


def _one_line(limit: int) -> BeforeValidator:
    def check(value: object) -> str:
        # YAML's folding and a block scalar's last line end are layout, not text.
        return _checked(collapse(_text_of(value, "text")), limit)

    return BeforeValidator(check)


def _lines(limit: int) -> BeforeValidator:
    def check(value: object) -> str:
        return _checked(_text_of(value, "text").strip("\n").rstrip(), limit)

    return BeforeValidator(check)


def _schema(pattern: str, description: str, **more: Any) -> WithJsonSchema:  # noqa: ANN401 - JSON
    rule = {"type": "string", "description": description, **more}
    if pattern:
        rule["pattern"] = f"^(?:{pattern})$"
    return WithJsonSchema(rule)


def _text(limit: int) -> WithJsonSchema:
    return _schema("", "text", minLength=1, maxLength=limit)


_ANY = GetPydanticSchema(lambda _source, _handler: core_schema.any_schema())

# Editors see what YAML makes of an unquoted scalar: 2022 is a number to them, true a flag. The
# same in quotes is right too, so that both types are named, the usual one first.
Day = Annotated[
    date,
    _ANY,
    BeforeValidator(_day),
    _schema(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "YYYY-MM-DD", format="date"),
]
When = Annotated[
    PartialDate,
    _ANY,
    BeforeValidator(_partial_date),
    _schema(
        _DATE.pattern,
        "YYYY-MM-DD, YYYY-MM or YYYY",
        type=["string", "integer"],
        minimum=1,
        maximum=9999,
    ),
]
WholeNumber = Annotated[
    int,
    BeforeValidator(_whole_number),
    _schema("-?[0-9]{1,9}", "whole number", type=["integer", "string"]),
]
Share = Annotated[
    float,
    _ANY,
    BeforeValidator(_share),
    _schema(
        _SHARE.pattern,
        "more than 0 and at most 1, with two decimals",
        type=["number", "string"],
        exclusiveMinimum=0,
        maximum=1,
    ),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    _schema("true|false", "true or false", type=["boolean", "string"]),
]
Id = Annotated[
    str,
    BeforeValidator(_id),
    _schema(_ID.pattern, "id of a record", type=["string", "integer"], minimum=0, maxLength=MAX_ID),
]
PassageRef = Annotated[
    str, BeforeValidator(_passage_ref), _schema(f"{_ID.pattern}#{_ID.pattern}", "source#passage")
]
Url = Annotated[str, BeforeValidator(_url), _schema("https?://.+", "web address", format="uri")]
Email = Annotated[str, BeforeValidator(_email), _schema("", "e-mail address", format="email")]
Language = Annotated[str, BeforeValidator(_language), _schema(_LANGUAGE.pattern, "BCP 47 tag")]
Line = Annotated[str, _one_line(300), _text(300)]
Prose = Annotated[str, _one_line(4000), _text(4000)]
Quote = Annotated[str, _one_line(1500), _text(1500)]
# The media type tells the formatter that the line ends of this text are not layout.
Markdown = Annotated[
    str,
    _lines(20_000),
    _schema("", "Markdown", minLength=1, maxLength=20_000, contentMediaType="text/markdown"),
]
