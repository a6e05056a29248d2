"""Captured bytes in, plain text out: web pages and plain text."""

from __future__ import annotations

import gzip
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import extraction
from generator.extraction import Capture, extract

if TYPE_CHECKING:
    from generator.problems import Problem

LONG = "It goes on for as many words as an article needs, so that nobody takes it for a menu. "
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<header><h1>The ferry: “not closed”</h1></header><main><article>{}</article></main>
<aside><p>Related: a story about other ferries</p></aside>
<section class="comments" id="comments"><p>Reader: I do not believe a word of it.</p></section>
<footer>Copyright. All rights reserved.</footer></body></html>"""


def page(article: str) -> bytes:
    return PAGE.format(f"<p>{article}</p><p>{LONG * 3}</p>").encode()


def taken(raw: bytes, name: str = "page.html") -> Capture:
    capture, problems = extract(raw, name)
    assert problems == []
    assert capture is not None
    return capture


def refused(raw: bytes, name: str = "page.html") -> Problem:
    capture, (problem,) = extract(raw, name)
    assert capture is None
    assert problem.hint
    assert problem.position.file == name
    return problem


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("“We won’t,” he said — twice…", "“We won’t,” he said — twice…"),
        ("A &amp; B &ldquo;C&rdquo; &#8212; &hellip;", "A & B “C” — …"),
        ("shown as AT&amp;amp;T", "shown as AT&amp;T"),
        ("41&nbsp;500 crowns,\n   or\t42", "41\u00a0500 crowns, or 42"),
        ("On <time datetime='2022-06-07'>7 June</time> he went.", "On 7 June he went."),
        ("a <button>glossary</button> term", "a glossary term"),
        ("H<sub>2</sub>O, <em>em</em>phasis, <a href='/'>link</a>ed", "H2O, emphasis, linked"),
        ("one<script>var x = 'no'</script> word<style>p{}</style>", "one word"),
        ("seen<span hidden> unseen</span><i style='display: none'>no</i>", "seen"),
        (
            "long<wbr>word soft\u00adhyphen zero\u200bwidth",
            "longword soft\u00adhyphen zero\u200bwidth",
        ),
        ("line one<br>line two", "line one\n\nline two"),
        ("control&#1;character", "control\x01character"),
        ("a mark ⟦⠀⠀⠀ of our own", "a mark ⟦⠀⠀⠀ of our own"),
        ("1 &lt; 2 <!-- said nobody --> and 3", "1 < 2 and 3"),
    ],
)
def test_words_and_marks_are_those_of_the_page(source: str, text: str) -> None:
    assert taken(page(source)).text == f"The ferry: “not closed”\n\n{text}\n\n{(LONG * 3).strip()}"


def test_lists_tables_quotations_and_captions_are_taken_without_signs_of_our_own() -> None:
    source = """One.</p><ul><li>Point</li></ul><table><tr><th>Year</th><td>2021</td></tr></table>
    <blockquote><p>Quoted.</p></blockquote><figure><img src="a.jpg" alt="Alt">
    <figcaption>A ferry.</figcaption></figure><p>Last."""
    lines = taken(page(source)).text.split("\n\n")
    assert lines[1:-1] == ["One.", "Point", "Year", "2021", "Quoted.", "A ferry.", "Last."]


def test_paragraphs_come_once_and_words_stay_apart() -> None:
    source = """</p><section><p>First</p>This stands alone<div><h4>A heading</h4><p>Another
    sentence</p>This does too</div></section><p>"""
    lines = taken(page(source)).text.split("\n\n")[1:-1]
    assert lines == ["First", "This stands alone", "A heading", "Another sentence", "This does too"]


def test_text_without_an_element_of_its_own_is_not_lost() -> None:
    source = "a<div><div><div>deep words</div></div></div>after, loose<nav>menu</nav><p>Last."
    assert taken(page(source)).text.split("\n\n")[1:-1] == [
        "a",
        "deep words",
        "after, loose",
        "Last.",
    ]


def test_marks_in_a_script_of_the_page_do_no_harm() -> None:
    body = "⟦⣿⣿⣿ " + LONG * 3
    script = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script>'
    raw = f"<html><body><h1>Head</h1> loose<p>Words.</p>{script}</body></html>".encode()
    assert refused(raw).message == "No article was found in the web page."


def test_the_same_bytes_give_the_same_text() -> None:
    assert {taken(page("Some words.")).text for _ in range(4)} == {taken(page("Some words.")).text}


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", ""),
        ("utf-8", "iso-8859-1"),
        ("utf-16", "utf-16"),
        ("cp1252", "windows-1252"),
        ("cp1252", "ISO-8859-1"),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    text = page("“Café” – 5 €").decode().replace('charset="utf-8"', f'charset="{declared}"')
    assert "“Café” – 5 €" in taken(text.encode(encoding)).text


@pytest.mark.parametrize("declared", ["", "utf-8", "hex", "no-such"])
def test_an_encoding_is_never_guessed(declared: str) -> None:
    raw = page("Café").decode().replace('"utf-8"', f'"{declared}"').encode("cp1252")
    problem = refused(raw)
    assert problem.code == "bad-encoding"


def test_an_undecodable_byte_is_placed() -> None:
    problem = refused(b"plain \xe9", "note.txt")
    assert (problem.code, "byte 0xE9 at offset 6" in problem.message) == ("bad-encoding", True)


@pytest.mark.parametrize(
    "raw", [b"", b"  ", b"<html></html>", b"<html><body><p> </p></body></html>"]
)
def test_a_page_without_words(raw: bytes) -> None:
    assert refused(raw).code == "unreadable-capture"


def test_a_page_nested_too_deeply_is_not_cut_short() -> None:
    raw = page("<div>" * 1000 + "deep" + "</div>" * 1000 + "after")
    assert taken(raw).text.split("\n\n")[1:3] == ["deep", "after"]
    assert refused(page("<div>" * 3000 + "deep")).code == "unreadable-capture"


@pytest.mark.parametrize("text", ["  As it is.\r\n\ttabs \ufeff ", "\ufeffmark", "{json: no}"])
def test_plain_text_is_taken_exactly(text: str) -> None:
    capture = taken(text.encode(), "note")
    assert (capture.text, capture.extractor, capture.places) == (text, "plain/1", ())


def test_plain_text_with_a_nul_is_no_text() -> None:
    assert refused(b"a\0b", "note.txt").code == "bad-encoding"
    assert refused("text".encode("utf-16"), "note.txt").code == "bad-encoding"


@pytest.mark.parametrize("name", ["page.html", "note.txt", "a.srt", "a.vtt"])
def test_truncated_gzip(name: str) -> None:
    problem = refused(gzip.compress(page("Words."))[:-9], name)
    assert (problem.code, "gzip" in problem.message) == ("unreadable-capture", True)


@pytest.mark.parametrize("name", ["https://example.org/a", "x.php?id=1", "x.txt", "X.HTM", "x"])
def test_a_page_is_known_by_its_first_bytes(name: str) -> None:
    assert taken(page("Words."), name).media == "article"
    assert taken(b"\xef\xbb\xbf <!-- saved -->\n" + page("Words."), name).media == "article"


def test_a_fragment_of_a_page_is_known_by_its_name() -> None:
    raw = f"<p>{LONG}</p><p>{LONG}</p>".encode()
    assert taken(raw, "https://example.org/note.txt?b=.html#c").media == ""
    assert taken(raw, "https://example.org/a.html?b#c").media == "article"


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MAX_BYTES", 10)
    monkeypatch.setattr(extraction, "MAX_PDF_BYTES", 20)
    assert refused(b"x" * 11, "note.txt").code == "too-large"
    assert refused(b"%PDF-" + b"x" * 11, "a").code == "unreadable-capture"
    assert refused(b"%PDF-" + b"x" * 16, "a").code == "too-large"


def test_a_long_page_is_read_quickly() -> None:
    raw = page("</p>".join(f"<p>Paragraph {n}: {LONG}" for n in range(10_000)))
    assert len(raw) > 1_000_000
    started = time.perf_counter()
    text = taken(raw).text
    assert time.perf_counter() - started < 30
    assert text.count("Paragraph") == 10_000


def test_no_opening_is_read_slowly() -> None:
    raw = b"<!---->" * 580 + b"words " + b"<meta " * 600
    assert taken(raw, "note.txt").extractor == "plain/1"


def test_without_the_packages_plain_text_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_READERS", {})
    assert "factcheck-site[capture]" in refused(page("Words.")).hint
    assert taken(b"words", "note.txt").text == "words"


STATED = """<html lang="en"><head><title>Ferry | The Paper</title>
<meta property="og:title" content="Ferry &amp; bridge">
<meta property="og:site_name" content="Paper">
<meta name="Author" content="Ada Byron"><meta property="article:author" content="https://e.org/ada">
<meta property="article:published_time" content="2022-06-07T23:30:00-05:00">
<link rel="canonical" href="https://example.org/ferry"></head>
<body><h1>Other</h1><time datetime="2020-01-01">1 January 2020</time><p>{}</p></body></html>"""


def test_found_is_what_the_head_states() -> None:
    assert taken(STATED.format(LONG).encode()).found == {
        "title": "Ferry & bridge",
        "publisher": "Paper",
        "author": "Ada Byron",
        "published": "2022-06-07",
        "language": "en",
        "url": "https://example.org/ferry",
    }


def test_found_in_json_ld() -> None:
    script = """<script type="application/ld+json">{"@graph": [
    {"@type": "Organization", "@id": "#o", "name": "The Paper"},
    {"@type": ["NewsArticle"], "headline": "Ferry", "datePublished": "2022-06-08",
     "publisher": {"@id": "#o"}, "author": [{"name": "Ada"}, "Bea"], "inLanguage": "uk_UA",
     "mainEntityOfPage": {"@id": "https://example.org/f"}},
    {"@type": "NewsArticle", "headline": "Another", "datePublished": "2001-01-01"}]}</script>"""
    raw = (
        page("Words.").decode().replace("</head>", f"{script}</head>").replace(' lang="en-GB"', "")
    )
    assert taken(raw.encode()).found == {
        "title": "Ferry",
        "publisher": "The Paper",
        "author": "Ada, Bea",
        "published": "2022-06-08",
        "language": "uk-UA",
        "url": "https://example.org/f",
    }


@pytest.mark.parametrize(
    "tag",
    [
        "<time datetime='2022-06-07'>7 June 2022</time>",
        "<p class='date'>Published on 7 June 2022</p>",
        "<meta property='article:published_time' content='7 June 2022'>",
        "<meta property='article:published_time' content='2022-13-07'>",
        "<meta property='article:modified_time' content='2022-06-07'>",
        "<script type='application/ld+json'>{\"datePublished\": </script>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        '<script type=\'application/ld+json\'>[1, null, "x", {"@type": 3}]</script>',
        "<link rel='canonical' href='/2022/06/07/ferry'>",
    ],
)
def test_a_date_is_never_guessed(tag: str) -> None:
    raw = page("Words.").decode().replace("</head>", f"{tag}</head>")
    found = taken(raw.encode(), "https://example.org/2022/06/07/ferry").found
    assert found == {"title": "Ferry", "language": "en-GB"}


MARKUP = st.sampled_from(
    ["<p>", "</p>", "<div>", "<table>", "<td>", "&", "&#0;", "&#x110000;", "<!--", "<![CDATA[",
     "<html>", "<svg>", "<h1>", "<br/>", "\0", "\x0b", "\ud7ff", "word ", "<a href=x>", "</"]
)  # fmt: skip
NAMES = st.sampled_from(["a.html", "a.pdf", "a.srt", "a.vtt", "a"])
OPENINGS = st.sampled_from(
    [b"", b"<!doctype html>", b"%PDF-1.7\n", b"WEBVTT\n\n", b"\xff\xfe", b"<?xml"]
)


@settings(max_examples=150, deadline=None)
@given(
    OPENINGS, st.binary(max_size=300) | st.lists(MARKUP).map(lambda m: "".join(m).encode()), NAMES
)
def test_no_bytes_break_it(opening: bytes, rest: bytes, name: str) -> None:
    capture, problems = extract(opening + rest, name)
    assert (capture is None) == bool(problems)
    assert all(problem.hint for problem in problems)
    assert capture is None or capture.text.encode()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"PK\x03\x04\x14\0", "a ZIP file, such as a DOCX"),
        (b"\0\0\0\x18ftypmp42", "a recording"),
    ],
)
@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.docx", "https://x.example/?x=.pdf"])
def test_what_is_no_text_is_named(raw: bytes, said: str, name: str) -> None:
    message = refused(raw, name).message
    assert message.startswith(f"this is {said}")
    assert message.endswith("; capture takes HTML, PDF, SRT, VTT and plain text")
