"""Captured bytes to plain text: web pages, PDF documents, subtitles, plain text.

The words are those of the capture. Invisible characters are left in: whoever compares texts
removes them, and whoever stores a capture counts them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extraction.capture import (
    MAX_BYTES,
    MAX_PDF_BYTES,
    Capture,
    Extracted,
    unreadable,
)
from generator.extraction.decoding import utf8
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

# Whoever only builds a site does not need the packages that read captures.
try:
    from generator.extraction import pdf, subtitles, webpage
except ImportError as error:
    _READERS: dict[str, Callable[[bytes, str], Extracted]] = {}
    _MISSING = str(error)
else:
    _MISSING = ""
    _READERS = {
        "html": webpage.read,
        "pdf": pdf.read,
        "srt": subtitles.read_srt,
        "vtt": subtitles.read_vtt,
    }

__all__ = ["Capture", "extract"]

_SUFFIX = re.compile(r"\.([a-z]+)(?:[?#].*)?$", re.IGNORECASE | re.DOTALL)
_KINDS = {"htm": "html", "xhtml": "html", "html": "html", "pdf": "pdf", "srt": "srt", "vtt": "vtt"}
# How files of a kind begin, behind a byte order mark.
_OPENINGS = {
    "pdf": re.compile(rb"\s*%PDF-"),
    "vtt": re.compile(rb"WEBVTT(?:[ \t\r\n]|$)"),
    "html": re.compile(
        rb"\s*(?:<\?xml\b[^>]*>\s*)?(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
        re.IGNORECASE | re.DOTALL,
    ),
}
# What people hand over by mistake, told by its first bytes.
_BINARY = (
    (re.compile(rb"\xff\xd8\xff"), "a picture (JPEG)"),
    (re.compile(rb"\x89PNG\r\n"), "a picture (PNG)"),
    (re.compile(rb"GIF8[79]a"), "a picture (GIF)"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a picture (WebP)"),
    (re.compile(rb"II\*\0|MM\0\*"), "a picture (TIFF)"),
    (re.compile(rb"PK\x03\x04"), "a ZIP file, such as a DOCX, ODT or EPUB document"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old office document (DOC, XLS, PPT)"),
    (re.compile(rb"\x1f\x8b"), "a compressed file (gzip)"),
    (re.compile(rb"ID3|....ftyp|OggS|fLaC|\x1a\x45\xdf\xa3", re.DOTALL), "a recording"),
)
_BOM = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")


def extract(raw: bytes, name: str) -> tuple[Capture | None, list[Problem]]:
    """Return the plain text of captured bytes, or the problem that there is none.

    ``name`` is a file name or address. The kind is told by the first bytes, then by the
    ending of the name; anything else is plain text, which is taken exactly as it is.
    """
    if binary := next((told for start, told in _BINARY if start.match(raw)), ""):
        said = f"this is {binary}; capture takes HTML, PDF, SRT, VTT and plain text"
        return None, [unreadable(name, said, "copy its words into a .txt file")]
    kind = _kind(raw, name)
    limit = MAX_PDF_BYTES if kind == "pdf" else MAX_BYTES
    if len(raw) > limit:
        message = f"The capture has {len(raw)} bytes; the limit is {limit}."
        return None, [Problem("too-large", Position(name), message)]
    if kind == "txt":
        return _plain(raw, name)
    if kind not in _READERS:
        hint = "install what reads captures: pip install 'factcheck-site[capture]'"
        return None, [unreadable(name, f"Packages that read it are missing: {_MISSING}.", hint)]
    read, problems = _READERS[kind](raw, name)
    return (replace(read, suffix=f".{kind}") if read else None), problems


def _kind(raw: bytes, name: str) -> str:
    # In UTF-16 every second byte of these openings is zero.
    start = _BOM.sub(b"", raw[:4096]).replace(b"\0", b"")
    opened = next((kind for kind, opening in _OPENINGS.items() if opening.match(start)), "")
    suffix = _SUFFIX.search(name)
    return opened or _KINDS.get(suffix[1].lower() if suffix else "", "txt")


def _plain(raw: bytes, name: str) -> tuple[Capture | None, list[Problem]]:
    text, problems = utf8(raw, name)
    if text is None:
        return None, problems
    if not text.strip():
        return None, [unreadable(name, "The capture is empty.", "put the text into it")]
    return Capture(text=text, extractor="plain/1"), []
