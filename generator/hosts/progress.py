"""How far long work is: on a terminal one line that is renewed, in a pipe a line now and then."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

from generator.work import unseen

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from generator.work import Shown

# Seconds: work that ends sooner shows nothing; what is renewed more often nobody reads.
_FIRST, _NEXT = 1.0, 0.1
_BETWEEN_LINES = 5.0
_BAR = 24  # characters


def shown_on(
    stream: TextIO, *, style: str = "auto", now: Callable[[], float] = time.monotonic
) -> Shown:
    """Return who is told how far each stage is: ``style`` is auto, plain or off."""
    if style == "off":
        return unseen
    is_terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
    return _Line(stream, now) if is_terminal and style == "auto" else _Lines(stream, now)


class _Told:
    """Writes of a stage when it has taken ``first`` seconds, then every ``again`` seconds."""

    first: float
    again: float

    def __init__(self, stream: TextIO, now: Callable[[], float]) -> None:
        self._stream, self._now = stream, now
        self._stage = ""
        self._due = 0.0
        self._is_shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = self._now()
        if stage != self._stage:
            self._stage, self._due, self._is_shown = stage, now + self.first, False
        is_over = done == total
        if now < self._due and not (is_over and self._is_shown):
            return
        self._due, self._is_shown = now + self.again, True
        self._write(self.line(stage, done, total, is_over=is_over))
        if is_over:
            self._stage = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()

    def line(self, stage: str, done: int, total: int, *, is_over: bool) -> str:
        """Return what is written."""
        raise NotImplementedError


class _Line(_Told):
    first, again = _FIRST, _NEXT

    def line(self, stage: str, done: int, total: int, *, is_over: bool) -> str:
        """Return a line that the next one covers; at the end, blanks."""
        width = shutil.get_terminal_size().columns - 1
        full = _BAR * done // total
        text = f"{stage} [{'#' * full}{'-' * (_BAR - full)}] {done:,} of {total:,}"[:width]
        # The cursor waits at the start: what a host logs meanwhile stands in a line of its own.
        return f"{'' if is_over else text:<{width}}\r"


class _Lines(_Told):
    first, again = _BETWEEN_LINES, _BETWEEN_LINES

    def line(self, stage: str, done: int, total: int, *, is_over: bool) -> str:
        """Return a line of its own."""
        del is_over
        return f"{stage}: {done:,} of {total:,} ({100 * done // total} %)\n"
