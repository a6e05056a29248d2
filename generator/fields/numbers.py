"""Numbers, shares, and true or false."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from generator import slips
from generator.fields.scalar import ANY, cut, fault, if_taken, schema, word

_SHARE = re.compile(r"0\.[0-9]{1,2}|1(?:\.0{1,2})?")


def _whole_number(value: object) -> int:
    text = word(value, "a whole number")
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        whole = re.fullmatch(r"(-?[0-9]{1,9})\.0+", text)
        meant = slips.Meant(whole[1], is_sure=True) if whole else None
        raise fault("not-a-number", f"'{cut(text)}' is not a whole number", "", meant)
    return int(text)


def _share(value: object) -> float:
    text = word(value, "a share")
    if not _SHARE.fullmatch(text) or not float(text):
        hint = "write a share of one with at most two decimals, such as 0.30"
        meant = if_taken(slips.as_share(text), _share)
        raise fault("bad-value", f"'{cut(text)}' is not a share", hint, meant)
    return float(text)


def _flag(value: object) -> bool:
    text = word(value, "'true' or 'false'")
    if text not in ("true", "false"):
        said, hint = f"'{cut(text)}' is neither 'true' nor 'false'", "write true or false"
        raise fault("not-a-choice", said, hint, slips.as_flag(text))
    return text == "true"


WholeNumber = Annotated[
    int,
    BeforeValidator(_whole_number),
    schema("-?[0-9]{1,9}", "whole number", type=["integer", "string"]),
]
Share = Annotated[
    float,
    ANY,
    BeforeValidator(_share),
    schema(
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
    schema("true|false", "true or false", type=["boolean", "string"]),
]
