"""A static server as hosts of static sites are: it compresses, names types, and lets cache.

Every answer is compressed by gzip where that helps, has an ETag and may be kept for ten minutes.
Connections stay open (HTTP/1.1). The site may lie below a folder of the host; beside it there is
nothing, so that an address which forgets the folder is found out. ``Served.sent`` counts bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KEPT = "public, max-age=600"
COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml", "application/wasm")
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
}


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One answer: its path, its status, and its bytes with the header."""

    path: str
    status: int
    size: int


@dataclass(frozen=True, kw_only=True)
class Body:
    """A file as it goes over the wire."""

    content: bytes
    mime: str
    is_gzip: bool

    @property
    def tag(self) -> str:
        """The ETag."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:16]}"'


@dataclass
class Served:
    """A running server: ``address`` ends in a slash. ``slow`` delays files by their ending."""

    site: Path
    folder: str
    slow: Mapping[str, float]
    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    bodies: dict[tuple[Path, bool], Body] = field(default_factory=dict, repr=False)

    def file(self, path: str) -> Path | None:
        """Return the file at a path of the host; None where there is none."""
        if not path.startswith(self.folder):
            return None
        found = self.site / path.removeprefix(self.folder)
        found = found / "index.html" if path.endswith("/") else found
        inside = found.resolve().is_relative_to(self.site.resolve())
        return found if inside and found.is_file() else None

    def body(self, file: Path, *, may_gzip: bool) -> Body:
        """Read a file, and compress it once for all requests."""
        if (file, may_gzip) not in self.bodies:
            mime = mime_of(file)
            raw = file.read_bytes()
            small = gzip.compress(raw, 9, mtime=0) if may_gzip and _shrinks(mime) else raw
            is_gzip = len(small) < len(raw)
            body = Body(content=small if is_gzip else raw, mime=mime, is_gzip=is_gzip)
            self.bodies[file, may_gzip] = body
        return self.bodies[file, may_gzip]


def mime_of(file: Path) -> str:
    """Return the type of a file by its ending; text is UTF-8."""
    guessed = mimetypes.guess_type(file.name, strict=True)[0]
    mime = TYPES.get(file.suffix) or guessed or "application/octet-stream"
    return f"{mime}; charset=utf-8" if mime.startswith("text/") else mime


def _shrinks(mime: str) -> bool:
    return mime.startswith(COMPRESSED)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # header and body leave together
    timeout = 30

    def __init__(self, served: Served, *rest: object) -> None:
        self.served = served
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        time.sleep(next((s for end, s in self.served.slow.items() if path.endswith(end)), 0))
        file = self.served.file(path)
        if file is None and self.served.file(f"{path}/") is not None:
            self._answer(301, location=f"{path}/")
        elif file is None:
            self._answer(404, self._body(self.served.site / "404.html"))
        else:
            body = self._body(file)
            fresh = self.headers.get("If-None-Match") == body.tag
            self._answer(304 if fresh else 200, body)

    def _body(self, file: Path) -> Body:
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        return self.served.body(file, may_gzip=accepts)

    def _answer(self, status: int, body: Body | None = None, location: str = "") -> None:
        content = body.content if body and status != 304 else b""
        headers = {"Content-Length": str(len(content))}
        if body:
            headers |= {"ETag": body.tag, "Cache-Control": KEPT, "Content-Type": body.mime}
            headers |= {"Vary": "Accept-Encoding"}
        if body and body.is_gzip and content:
            headers["Content-Encoding"] = "gzip"
        if location:
            headers["Location"] = location
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        header = b"".join(self._headers_buffer)  # type: ignore[attr-defined]
        size = len(header) + len(b"\r\n") + len(content)
        self.end_headers()
        # Counted before it leaves: who has the answer may ask for the count at once.
        self.served.sent.append(Sent(path=self.path, status=status, size=size))
        self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


@contextmanager
def serve(
    site: Path, *, folder: str = "/", slow: Mapping[str, float] | None = None, port: int = 0
) -> Iterator[Served]:
    """Serve a built site below ``folder`` of this machine, on a free port unless one is given."""
    served = Served(site=site, folder=folder, slow=slow or {})
    running = _Server(("127.0.0.1", port), partial(_Handler, served))
    served.address = f"http://127.0.0.1:{running.server_address[1]}{folder}"
    thread = threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        running.shutdown()
        running.server_close()
        thread.join()
