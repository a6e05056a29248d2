"""Text made to keep a parser busy for ever; a record holds at most 20,000 characters of it."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from generator import prose
from tests import dom

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def watchdog(seconds: int) -> Iterator[None]:
    """Stop what never ends: a bound on time to live, not a measure of speed."""

    def late(*_: object) -> None:
        pytest.fail(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


SIZE = 20_000
BOMBS = {
    "brackets": "[" * SIZE,
    "closed brackets": "[]" * (SIZE // 2),
    "pictures": "![" * (SIZE // 2),
    "links": "[a](" * (SIZE // 4),
    "stars": "*" * SIZE,
    "stars and letters": "*a_" * (SIZE // 3),
    "open emphasis": "*a **a " * (SIZE // 7),
    "quotes": "> " * (SIZE // 2),
    "quotes without space": ">" * SIZE,
    "list in list": "- " * (SIZE // 2),
    "numbers": "1. " * (SIZE // 3),
    "stairs": "\n".join(" " * n + "- a" for n in range(0, 390, 2)),
    "backticks": "`" * SIZE,
    "growing backticks": " ".join("`" * n for n in range(1, 200)),
    "backslashes": "\\" * SIZE,
    "references": "&" * SIZE,
    "tags": "<" * SIZE,
    "lines": "\n" * SIZE,
}


@pytest.mark.parametrize("markdown", BOMBS.values(), ids=BOMBS)
def test_hostile_prose_comes_to_an_end(markdown: str) -> None:
    with watchdog(20):
        assert dom.read(prose.render(markdown)).tags
        list(prose.raw_html(markdown))
