"""Pages fetched from a server on this machine, which also misbehaves."""

from __future__ import annotations

import gzip
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from generator.extraction import fetch as module
from generator.extraction.fetch import fetch

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = b"<!doctype html><html><body><p>Words.</p></body></html>"


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, f"do_{self.path.strip('/').split('.')[0]}", self.do_missing)()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_missing(self) -> None:
        self.answer(404)

    def do_page(self) -> None:
        self.answer(200, PAGE)

    def do_packed(self) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(10**6)), Content_Encoding="gzip")

    def do_torn(self) -> None:
        self.answer(200, b"not packed", Content_Encoding="gzip")

    def do_moved(self) -> None:
        self.answer(302, Location="/page.html")

    def do_loop(self) -> None:
        self.answer(302, Location="/loop")

    def do_local(self) -> None:
        self.answer(302, Location="file:///etc/hostname")

    def do_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(PAGE)

    def do_silent(self) -> None:
        time.sleep(1)

    def do_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(10):
            self.wfile.write(b"x" * module._CHUNK)  # noqa: SLF001
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PDF_BYTES", 400_000)
    monkeypatch.setattr(module, "_READ", 0.4)
    monkeypatch.setattr(module, "_WHOLE", 0.3)


@pytest.mark.parametrize("path", ["page.html", "packed.html"])
def test_page(home: str, path: str) -> None:
    assert fetch(f"{home}/{path}") == (PAGE, f"{home}/{path}", [])


def test_the_last_address_of_a_redirect_is_told(home: str) -> None:
    assert fetch(f"{home}/moved") == (PAGE, f"{home}/page.html", [])


def said(url: str) -> str:
    raw, _, (problem,) = fetch(url)
    assert (raw, problem.code, problem.position.file) == (None, "unreadable-capture", url)
    assert problem.hint
    return problem.message


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nothing", "The server answered 404 Not Found."),
        ("loop", "The page was redirected more than 5 times."),
        ("short", "The connection broke off before the page was whole."),
        ("silent", "The server stopped answering."),
        ("slow", "The page was not whole after 0 seconds."),
        ("bomb", "The page has more than 400000 bytes."),
    ],
)
def test_what_a_server_may_do(home: str, path: str, message: str) -> None:
    assert said(f"{home}/{path}") == message


@pytest.mark.parametrize("path", ["torn", "local"])
def test_other_faults_say_what_they_are(home: str, path: str) -> None:
    assert said(f"{home}/{path}").startswith("The page could not be fetched: ")


def test_nobody_there() -> None:
    assert said("http://127.0.0.1:1/") == "The server could not be reached."
    assert said("http://no-such-name.invalid/").startswith("No server has that name")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://e.org/", "e.org", "http://", ""])
def test_other_addresses_are_refused(url: str) -> None:
    assert said(url) == "This is not an http or https address."


@pytest.mark.parametrize(
    "url", ["http://[", "http://e.org:port/", "http://a b/", "http://\u2603.\0/"]
)
def test_malformed_addresses(url: str) -> None:
    assert said(url)


def test_a_server_without_a_trusted_certificate(home: str) -> None:
    assert "cannot be trusted" in said(home.replace("http:", "https:"))


def test_without_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_IS_INSTALLED", False)
    assert said("https://example.org/") == "Packages that fetch pages are missing."
