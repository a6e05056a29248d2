"""Addresses of pages and of e-mail."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from generator import slips
from generator.fields.scalar import cut, fault, schema, word

_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
_PATH = re.compile(r"[!#-;=?-Z_a-z~%\[\]]*")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(.+)")


def _url(value: object) -> str:
    text = word(value, "an address")
    hint = "write the whole address, http:// or https://, with other letters percent-encoded"
    if text.startswith("www."):
        hint = "write https:// before it"
    if not _is_url(text):
        meant = next((one for one in slips.as_address(text) if _is_url(one.value)), None)
        raise fault("not-a-url", f"'{cut(text)}' is not a web address", hint, meant)
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
    text = word(value, "an e-mail address")
    found = _EMAIL.fullmatch(text)
    if not found or not _HOST.fullmatch(found[1]):
        raise fault("not-an-email", f"'{cut(text)}' is not an e-mail address")
    return text


Url = Annotated[str, BeforeValidator(_url), schema("https?://.+", "web address", format="uri")]
Email = Annotated[str, BeforeValidator(_email), schema("", "e-mail address", format="email")]
