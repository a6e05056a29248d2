"""Bytes from an address. Certificates are verified, always.

This does not use trafilatura's downloads: they try again without verifying a certificate, and
a capture that anyone on the way can rewrite proves nothing.
"""

from __future__ import annotations

import re
import time
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from generator import __version__
from generator.characters import collapse
from generator.extraction.capture import MAX_PDF_BYTES, unreadable

if TYPE_CHECKING:
    from generator.problems import Problem

try:
    import urllib3
    from urllib3 import exceptions as faults
except ImportError:
    _IS_INSTALLED = False
else:
    _IS_INSTALLED = True

_HINT = "save the page from the browser and capture that file"
MAX_REDIRECTS = 5
# Seconds: to connect, for each next piece, and for the whole.
_CONNECT, _READ, _WHOLE = 10.0, 30.0, 120.0
_CHUNK = 2**16


def fetch(url: str) -> tuple[bytes | None, str, list[Problem]]:
    """Return the bytes at an http or https address, the last address redirected to, problems.

    What the server said of the encoding is not kept: see ``decoding`` for what is used.
    """
    if not _IS_INSTALLED:
        hint = "install what fetches pages: pip install 'factcheck-site[capture]'"
        return None, url, [unreadable(url, "Packages that fetch pages are missing.", hint)]
    if not re.match(r"https?://[^/?#\s]", url, re.IGNORECASE):
        hint = "write the whole address, from https:// on"
        return None, url, [unreadable(url, "This is not an http or https address.", hint)]
    try:
        with urllib3.PoolManager() as pool:
            return _received(url, pool)
    except faults.HTTPError as error:
        return None, url, [unreadable(url, _sentence(error), _HINT)]


def _received(url: str, pool: urllib3.PoolManager) -> tuple[bytes | None, str, list[Problem]]:
    started = time.monotonic()
    response = pool.request(
        "GET",
        url,
        headers={
            "User-Agent": f"factcheck-site/{__version__}",
            "Accept": "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5",
            **urllib3.make_headers(accept_encoding="gzip,deflate"),
        },
        retries=urllib3.Retry(connect=0, read=0, status=0, other=0, redirect=MAX_REDIRECTS),
        timeout=urllib3.Timeout(connect=_CONNECT, read=_READ),
        preload_content=False,
    )
    final = urljoin(url, response.geturl() or url)
    if response.status != HTTPStatus.OK:
        message = f"The server answered {response.status} {response.reason or ''}".strip()
        return None, final, [unreadable(url, f"{message}.", _HINT)]
    raw = bytearray()
    for piece in response.stream(_CHUNK):
        raw += piece
        if len(raw) > MAX_PDF_BYTES:
            message = f"The page has more than {MAX_PDF_BYTES} bytes."
            return None, final, [unreadable(url, message, _HINT)]
        if time.monotonic() - started > _WHOLE:
            message = f"The page was not whole after {_WHOLE:.0f} seconds."
            return None, final, [unreadable(url, message, _HINT)]
    return bytes(raw), final, []


def _sentence(error: Exception) -> str:
    """Return what went wrong in plain words."""
    cause = getattr(error, "reason", None) or error
    sentences = (
        (faults.NameResolutionError, "No server has that name, or there is no network."),
        (faults.ConnectTimeoutError, "The server could not be reached."),
        (faults.ReadTimeoutError, "The server stopped answering."),
        (faults.SSLError, "The server's certificate or encryption cannot be trusted."),
        (faults.ResponseError, f"The page was redirected more than {MAX_REDIRECTS} times."),
        (faults.ProtocolError, "The connection broke off before the page was whole."),
    )
    other = f"The page could not be fetched: {collapse(str(cause)).rstrip('.')}."
    return next((told for kind, told in sentences if isinstance(cause, kind)), other)
