"""Web addresses as strangers write them, brought into the form that records hold."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from generator import drafting
from generator.records import Kind

_WHOLE = re.compile(r"https?://", re.IGNORECASE)
_SAFE = "!#$%&'()*+,-./:;=?@[]_~"  # what stays as it is: RFC 3986, and escapes made before


def is_absolute(text: str) -> bool:
    """Whether an address says itself where it is."""
    return bool(_WHOLE.match(text))


def address(text: str, base: str = "") -> str:
    """Return a whole address, letters percent-encoded (RFC 3987, 3.1); empty when it is none.

    A relative address counts only against ``base``, an address that the page or user states.
    """
    text = text.strip()
    if not text or not (is_absolute(text) or base):
        return ""
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        rest = (quote(part, safe=_SAFE) for part in parts[2:])
        whole = urlunsplit((parts.scheme, host, *rest))
    except (ValueError, UnicodeError):
        return ""
    return "" if drafting.fault_of(Kind.SOURCE, "url", whole)[0] else whole
