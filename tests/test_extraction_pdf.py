"""PDF documents in, text and pages out."""

from __future__ import annotations

import io
import random

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from generator.extraction import Capture, extract

FONT = DictionaryObject(
    {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
        NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
    }
)


def written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pages(*texts: str) -> pypdf.PdfWriter:
    """Return a document with one page a text; its lines stand below each other."""
    writer = pypdf.PdfWriter()
    for text in texts:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): FONT})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        lines = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 14 TL 50 700 Td {lines} ET".encode("cp1252"))
        page[NameObject("/Contents")] = stream
    return writer


def pdf(*texts: str) -> bytes:
    return written(pages(*texts))


def taken(raw: bytes, name: str = "report.pdf") -> Capture:
    capture, problems = extract(raw, name)
    assert problems == []
    assert capture is not None
    return capture


def said(raw: bytes) -> str:
    capture, (problem,) = extract(raw, "report.pdf")
    assert (capture, problem.code) == (None, "unreadable-capture")
    assert problem.hint
    return problem.message


def test_pages_are_places() -> None:
    capture = taken(pdf("“We won’t,” he said.\nTwice", "", "Third page"))
    assert capture.text == "“We won’t,” he said.\nTwice\n\nThird page"
    assert capture.places == ((0, "page 1"), (28, "page 3"))
    assert capture.text[28:] == "Third page"
    assert (capture.media, capture.extractor) == ("document", f"pypdf/{pypdf.__version__}")


def test_a_word_parted_at_the_end_of_a_line_stays_parted() -> None:
    assert taken(pdf("a hyphen-\nated word")).text == "a hyphen-\nated word"


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert taken(pdf("Words"), "https://example.org/download?id=3").text == "Words"


def test_found_is_what_the_document_states() -> None:
    writer = pages("Words")
    writer.add_metadata({"/Title": " The\nreport ", "/Author": "", "/CreationDate": "D:20220607"})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-GB")
    assert taken(written(writer)).found == {"title": "The report", "language": "en-GB"}


def test_a_pdf_without_text() -> None:
    assert said(pdf("", " ")) == "The PDF has pictures of pages and no text."


@pytest.mark.parametrize("algorithm", ["RC4-128", None])
def test_a_locked_pdf(algorithm: str | None) -> None:
    writer = pages("Secret")
    writer.encrypt("word", algorithm=algorithm or "RC4-40")
    assert said(written(writer)) == "The PDF is locked with a password."


def test_a_pdf_locked_against_printing_only_is_read() -> None:
    writer = pages("Words")
    writer.encrypt("", "owner", algorithm="RC4-128")
    assert taken(written(writer)).text == "Words"


@pytest.mark.parametrize("raw", [b"%PDF-", b"no pdf", b"%PDF-1.7\n1 0 obj\n<<", b""])
def test_what_is_no_pdf(raw: bytes) -> None:
    assert said(raw).startswith("The PDF cannot be read: ")


def test_no_damage_breaks_it() -> None:
    whole = pdf("Some words on a page", "and more")
    chance = random.Random(7)
    for _ in range(300):
        raw = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 30)):
            raw[chance.randrange(len(raw) or 1) : chance.randrange(len(raw) or 1)] = bytes(
                [chance.randrange(256)]
            )
        capture, problems = extract(bytes(raw), "report.pdf")
        assert (capture is None) == bool(problems)
        assert capture is None or capture.text.encode()
