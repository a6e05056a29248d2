"""What is said while long work goes on."""

from __future__ import annotations

import io

import pytest

from generator.hosts import progress
from generator.work import unseen


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, style: str, steps: int, each: float) -> str:
    """Return what is written of some steps that take ``each`` seconds."""
    clock = Clock()
    shown = progress.shown_on(stream, style=style, now=clock)
    for done in range(1, steps + 1):
        clock.now += each
        shown("pictures", done, steps)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")


def test_short_work_says_nothing() -> None:
    assert told(Terminal(), "auto", 9, 0.1) == ""
    assert told(io.StringIO(), "auto", 9, 0.5) == ""


def test_a_terminal_has_one_line_that_is_renewed_and_goes_away() -> None:
    lines = told(Terminal(), "auto", 40, 0.125).split("\r")
    assert lines.pop() == ""
    assert {len(line) for line in lines} == {59}
    assert lines[0].rstrip() == "pictures [#####-------------------] 9 of 40"
    assert lines[10].rstrip() == "pictures [###########-------------] 19 of 40"
    assert lines[-1].strip() == ""
    assert len(lines) == 32


def test_a_narrow_terminal_has_no_second_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    lines = told(Terminal(), "auto", 40, 0.125).split("\r")
    assert {len(line) for line in lines[:-1]} == {19}


@pytest.mark.parametrize(("stream", "style"), [(io.StringIO, "auto"), (Terminal, "plain")])
def test_a_pipe_has_a_line_every_five_seconds(stream: type[io.StringIO], style: str) -> None:
    assert told(stream(), style, 1280, 0.0078125).split("\n") == [
        "pictures: 641 of 1,280 (50 %)",
        "pictures: 1,280 of 1,280 (100 %)",
        "",
    ]


def test_a_dumb_terminal_is_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\r" not in told(Terminal(), "auto", 1280, 0.0078125)


def test_nothing_is_said_where_that_is_asked_for() -> None:
    assert progress.shown_on(Terminal(), style="off") is unseen
    assert told(Terminal(), "off", 1200, 0.1) == ""
