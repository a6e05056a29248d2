"""Subtitles, SRT and WebVTT: the words of every cue, without times, numbers, tags and names.

WebVTT is read as a browser reads it: notes, styles and broken blocks are left out.
"""

from __future__ import annotations

import html
import re

import webvtt

from generator.extraction.capture import Capture, Extracted, joined, unreadable
from generator.extraction.decoding import utf8

_EXTRACTOR = f"webvtt-py/{webvtt.__version__}"
_HINT = "compare its first lines with a file that a video player shows"
# Some SRT files carry the style tags of another format: {\an8} puts a cue at the top.
_STYLE = re.compile(r"\{\\[^{}]*\}")


def read_srt(raw: bytes, name: str) -> Extracted:
    """Return the words of an SRT file, one line a cue, a place (HH:MM:SS) for each."""
    return _read(raw, name, "srt")


def read_vtt(raw: bytes, name: str) -> Extracted:
    """Return the words of a WebVTT file, one line a cue, a place (HH:MM:SS) for each."""
    return _read(raw, name, "vtt")


def _read(raw: bytes, name: str, kind: str) -> Extracted:
    source, problems = utf8(raw, name)
    if source is None:
        return None, problems
    try:
        cues = webvtt.from_buffer([source], format=kind)
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError):
        return None, [unreadable(name, "The subtitles are not well-formed.", _HINT)]
    parts = [(cue.start[:8], _words(cue.text, kind)) for cue in cues.captions]
    text, places = joined([part for part in parts if part[1]], "\n")
    if not text:
        return None, [unreadable(name, "The subtitles have no words.", _HINT)]
    return Capture(text=text, extractor=_EXTRACTOR, places=places, media="video"), []


def _words(text: str, kind: str) -> str:
    """Return the words of a cue on one line; only WebVTT writes ``&`` as ``&amp;``."""
    lines = (_STYLE.sub("", text) if kind == "srt" else html.unescape(text)).split("\n")
    return " ".join(filter(None, (line.strip(" \t") for line in lines)))
