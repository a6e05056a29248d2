"""Subtitles in, words and times out."""

from __future__ import annotations

import pytest

from generator.extraction import Capture, extract

SRT = r"""1
00:00:01,000 --> 00:00:04,000 X1:10
<i>“Hello”</i>, <font color="red">you</font> {\an8}& me —
{\i1}twice{\i0}

2
00:12:03,999 --> 00:12:06,000
How many?
42

3
00:12:07,000 --> 00:12:08,000
<b></b>

4
01:00:00,000 --> 01:00:01,000
In {braces}.
"""

VTT = """WEBVTT - The ferry

STYLE
::cue { color: red }

NOTE said nobody

intro
00:00:01.000 --> 00:00:04.000 align:start position:0%
<v.loud Mary Ann>Tom &amp; <i>Ann</i> <c.yellow>we</c>nt</v>

NOTE in the middle
of two lines

2
00:05.000 --> 00:00:06.000
2 < 3
42

00:12:03.000 --> 00:12:04.000
foo<00:12:03.480><c> bar</c><00:12:03.900><c> baz</c>
"""


def taken(source: str, name: str) -> Capture:
    capture, problems = extract(source.encode(), name)
    assert problems == []
    assert capture is not None
    return capture


def lines(capture: Capture) -> list[tuple[str, str]]:
    """Return each place with the text from it to the next."""
    ends = [at for at, _ in capture.places[1:]] + [len(capture.text) + 1]
    pairs = zip(capture.places, ends, strict=True)
    return [(place, capture.text[at : end - 1]) for (at, place), end in pairs]


def test_srt() -> None:
    capture = taken(SRT, "talk.srt")
    assert lines(capture) == [
        ("00:00:01", "“Hello”, you & me — twice"),
        ("00:12:03", "How many? 42"),
        ("01:00:00", "In {braces}."),
    ]
    assert (capture.media, capture.extractor.partition("/")[0]) == ("video", "webvtt-py")


def test_vtt() -> None:
    assert lines(taken(VTT, "talk")) == [
        ("00:00:01", "Tom & Ann went"),
        ("00:00:05", "2 < 3 42"),
        ("00:12:03", "foo bar baz"),
    ]


@pytest.mark.parametrize(("source", "name"), [(SRT, "talk.srt"), (VTT, "talk.vtt")])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(source: str, name: str) -> None:
    assert taken("\ufeff" + source.replace("\n", "\r\n"), name) == taken(source, name)


@pytest.mark.parametrize(
    ("source", "name", "message"),
    [
        ("", "a.srt", "The subtitles are not well-formed."),
        ("", "a.vtt", "The subtitles are not well-formed."),
        ("Some words.", "a.srt", "The subtitles are not well-formed."),
        ("WEBVTT\n", "a", "The subtitles have no words."),
        ("1\n00:00:01,000 --> 00:00:04,000\n\n", "a.srt", "The subtitles have no words."),
    ],
)
def test_what_gives_no_words(source: str, name: str, message: str) -> None:
    capture, (problem,) = extract(source.encode(), name)
    assert (capture, problem.code, problem.message) == (None, "unreadable-capture", message)
    assert problem.hint


def test_other_encodings_are_refused() -> None:
    capture, (problem,) = extract(SRT.encode("cp1252"), "talk.srt")
    assert (capture, problem.code) == (None, "bad-encoding")
