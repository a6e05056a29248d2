"""The server of the browser tests compresses, lets cache, and knows nothing beside the site."""

from __future__ import annotations

import gzip
import http.client
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

    from tests.served import Served

TEXT = "<!doctype html><title>Otterby</title>" + "<p>ferry</p>" * 99
GZIP = {"Accept-Encoding": "gzip"}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = tmp_path / "site"
    (site / "claims").mkdir(parents=True)
    (site / "claims/index.html").write_text(TEXT)
    (site / "404.html").write_text("nothing here")
    (site / "mark.woff2").write_bytes(b"font" * 50)
    (tmp_path / "secret.txt").write_text("secret")
    with serve(site, folder="/checks/") as running:
        yield running


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    content: bytes


def get(served: Served, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(served.address).netloc, timeout=9)
    with closing(connection):
        connection.request("GET", path, headers={k.replace("_", "-"): headers[k] for k in headers})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


def test_a_page_is_compressed_for_whoever_takes_it(served: Served) -> None:
    answer = get(served, "/checks/claims/", **GZIP)
    assert gzip.decompress(answer.content).decode() == TEXT
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert get(served, "/checks/claims/").content.decode() == TEXT
    first, second = served.sent
    assert len(answer.content) < first.size < len(answer.content) + 400 < second.size


def test_a_font_is_not_compressed_again(served: Served) -> None:
    answer = get(served, "/checks/mark.woff2", **GZIP)
    assert answer.headers["Content-Type"] == "font/woff2"
    assert answer.headers["Content-Encoding"] is None
    assert len(answer.content) == 200


def test_what_is_known_is_not_sent_again(served: Served) -> None:
    tag = get(served, "/checks/claims/", **GZIP).headers["ETag"]
    answer = get(served, "/checks/claims/", If_None_Match=tag, **GZIP)
    assert (answer.status, answer.content) == (304, b"")
    assert answer.headers["Cache-Control"] == "public, max-age=600"


@pytest.mark.parametrize(
    ("path", "status"),
    {
        "/checks/claims": 301,
        "/claims/": 404,
        "/checks/no/": 404,
        "/checks/../secret.txt": 404,
        "/checks/%2e%2e/secret.txt": 404,
    }.items(),
)
def test_there_is_nothing_beside_the_site(served: Served, path: str, status: int) -> None:
    answer = get(served, path)
    assert answer.status == status
    assert b"secret" not in answer.content
