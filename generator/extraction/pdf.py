"""PDF documents: the text of each page as pypdf finds it.

A PDF holds glyphs at places, not words. A word that is hyphenated at the end of a line stays
in its two halves, and running heads and feet stand where they are printed, between the halves
of a sentence that crosses pages: a quotation there takes an omission.
"""

from __future__ import annotations

import io

import pypdf

from generator.characters import collapse, without_layout
from generator.extraction.capture import Capture, Extracted, joined, unreadable

_EXTRACTOR = f"pypdf/{pypdf.__version__}"
_BROKEN = "open it in a PDF reader and print it to a new PDF, or copy the text into a .txt"
_LOCKED = "save a copy without the password, or copy the text into a .txt"
_PICTURES = "make its text searchable with a program such as OCRmyPDF, then capture that file"


def read(raw: bytes, name: str) -> Extracted:
    """Return the text of a PDF with a place for every page that has some, counted from 1."""
    try:
        document = pypdf.PdfReader(io.BytesIO(raw))
        if document.is_encrypted and not document.decrypt(""):
            return None, [unreadable(name, "The PDF is locked with a password.", _LOCKED)]
        pages = [_whole(page.extract_text()) for page in document.pages]
        found = _stated(document)
    except pypdf.errors.DependencyError:
        return None, [unreadable(name, "The PDF is encrypted.", _LOCKED)]
    except Exception as error:  # noqa: BLE001 - broken PDFs raise any kind, says pypdf.errors
        return None, [unreadable(name, f"The PDF cannot be read: {_said(error)}.", _BROKEN)]
    parts = [(f"page {number}", text) for number, text in enumerate(pages, 1) if text.strip()]
    if not parts:
        return None, [unreadable(name, "The PDF has pictures of pages and no text.", _PICTURES)]
    text, places = joined(parts, "\n\n")
    capture = Capture(text=text, extractor=_EXTRACTOR, places=places, found=found, media="document")
    return capture, []


def _whole(text: str) -> str:
    """Join halves of characters; put U+FFFD, "text was lost", for a glyph without a letter."""
    utf16 = text.encode("utf-16-le", "surrogatepass")
    return utf16.decode("utf-16-le", "replace").replace("\0", "\ufffd")


def _stated(document: pypdf.PdfReader) -> dict[str, str]:
    info = document.metadata
    values = {
        "title": info.title if info else None,
        "author": info.author if info else None,
        "language": document.root_object.get("/Lang"),
    }
    texts = {key: collapse(without_layout(str(value or ""))) for key, value in values.items()}
    return {key: text for key, text in texts.items() if text}


def _said(error: Exception) -> str:
    return collapse(str(error)).rstrip(".") or type(error).__name__
