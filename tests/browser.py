"""A headless Chromium, and what a page did in it."""

from __future__ import annotations

import functools
import http.server
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests import node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def executable() -> str:
    """Return the path of a Chromium; skip where there is none, fail under CI."""
    return node.program("chromium", "chromium-browser", "google-chrome", package="chromium")


class _Shared:
    """One browser for all who want one at the same time: Playwright starts once a thread."""

    users = 0
    stack = ExitStack()
    browser: Browser


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser, or share the one that runs; it ends with its last user."""
    path = executable()
    if _Shared.users == 0:
        playwright = _Shared.stack.enter_context(sync_playwright())
        _Shared.browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        _Shared.stack.callback(_Shared.browser.close)
    _Shared.users += 1
    try:
        yield _Shared.browser
    finally:
        _Shared.users -= 1
        if _Shared.users == 0:
            _Shared.stack.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()
    thread.join()


@dataclass
class Seen:
    """What happened while a page was open."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def watch(page: Page, address: str) -> Seen:
    """Note errors on the console and every request to another host."""
    seen = Seen()
    page.on("console", lambda m: seen.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    own = urlsplit(address).netloc

    def note(url: str) -> None:
        if urlsplit(url).netloc not in ("", own):
            seen.foreign.append(url)

    page.on("request", lambda request: note(request.url))
    return seen
