"""Citations, each format read back by a program that is not ours."""

from __future__ import annotations

import codecs
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import citeproc
import pytest
import rispy
from citeproc import Citation as CslCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from pybtex.style.formatting.plain import Style as Plain
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from generator.citations.bibtex import bibtex
from generator.citations.citation import Citation
from generator.citations.csl import csl
from generator.citations.ris import ris
from generator.escape import latex
from generator.fields import PartialDate
from generator.records import Media

# The names of CSL, in the project's own schema, which citeproc-py brings along.
_CSL = Path(citeproc.__file__).parent / "data/schema/schemas/styles"
CSL_TYPES, CSL_VARIABLES = (
    set(re.findall(r'"([a-zA-Z_-]+)"', (_CSL / f"csl-{name}.rnc").read_text("utf-8")))
    for name in ("types", "variables")
)
WRITERS = (bibtex, ris, csl)
ADDRESS = "https://checks.example/~ann_b/100%25/claims/ferry-cost/0123456789ab/"
TITLES = [
    "Did the mayor say “the ferry stays”?",
    "Чи казав міський голова: «Пором залишиться»? Ґанок, їжак, об’єкт",
    'An even {pair}, an odd }, another {, a "quotation"',
    r"\input{/etc/passwd} \n \{ C:\new \textbf{x}",
    '{\\"o} stays what it is',
    "100 % of $5 #1 & x_y a~b ~ a^2 % not a comment",
    "@misc{other, title = {x}}",
    "x}}, note = {y",
    "TY  - JOUR",
    "ER  - ",
    '</script> <b>"</b> &amp;',
    "東京 — ‘Ångström’ €3",
]


def cited(title: str = TITLES[0], **changed: Any) -> Citation:
    values: dict[str, Any] = {
        "key": "ferry-cost-2031-04-02",
        "title": title,
        "author": "Facts and Figures",
        "publisher": "The Otterby Checks",
        "dated": date(2031, 4, 2),
        "published": date(2031, 3, 11),
        "address": ADDRESS,
        "language": "en",
    }
    return Citation(**values | changed)


def entry_of(citation: Citation) -> tuple[str, str, dict[str, str], list[str]]:
    """Return key, type, fields and authors of the one entry that pybtex reads."""
    ((key, entry),) = parse_string(bibtex([citation]), "bibtex").entries.items()
    authors = [str(person) for person in entry.persons["author"]]
    return key, entry.type, dict(entry.fields), authors


# The names that LaTeX 2e gives to these marks (Lamport, LaTeX, 2nd edition; texdoc latex2e).
NAMES = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textdollar": "$",
    "textasciicircum": "^",
    "textasciitilde": "~",
}
MARK = re.compile(r"\{\\(text[a-z]+)\}|\\(text[a-z]+)(?: |\\(?= ))|\\([%#&_])")


def plain(field: str) -> str:
    """Return what LaTeX prints of a field that is one group."""
    assert field[0] + field[-1] == "{}"
    text, end = "", 1
    for found in MARK.finditer(field):
        text += unmarked(field[end : found.start()]) + (found[3] or NAMES[found[1] or found[2]])
        end = found.end()
    return text + unmarked(field[end:-1])


def unmarked(text: str) -> str:
    """Return text in which LaTeX finds nothing to do."""
    assert re.findall(r"[\\{}$^%#&_~]", text) == []
    return text


def test_bibtex_says_what_is_cited() -> None:
    key, kind, fields, authors = entry_of(cited())
    assert (key, kind) == ("ferry-cost-2031-04-02", "misc")
    assert [plain(author) for author in authors] == ["Facts and Figures"]
    assert plain(fields.pop("title")) == TITLES[0]
    assert plain(fields.pop("howpublished")) == "The Otterby Checks"
    assert fields == {
        "year": "2031",
        "date": "2031-04-02",
        "origdate": "2031-03-11",
        "url": ADDRESS,
        "language": "en",
    }


def test_ris_says_what_is_cited() -> None:
    text = ris([cited()])
    assert text.splitlines()[0] == "TY  - ELEC"
    assert text.splitlines()[-1].rstrip() == "ER  -"
    (entry,) = rispy.loads(text)
    assert entry == {
        "type_of_reference": "ELEC",
        "id": "ferry-cost-2031-04-02",
        "authors": ["Facts and Figures"],
        "title": TITLES[0],
        "secondary_title": "The Otterby Checks",
        "publisher": "The Otterby Checks",
        "year": "2031",
        "date": "2031/04/02",
        "original_publication": "2031/03/11",
        "language": "en",
        "urls": [ADDRESS],
    }


def test_csl_json_says_what_is_cited() -> None:
    (item,) = json.loads(csl([cited()]))
    assert item == {
        "id": "ferry-cost-2031-04-02",
        "type": "webpage",
        "title": TITLES[0],
        "author": [{"literal": "Facts and Figures"}],
        "container-title": "The Otterby Checks",
        "issued": {"date-parts": [[2031, 4, 2]]},
        "original-date": {"date-parts": [[2031, 3, 11]]},
        "language": "en",
        "URL": ADDRESS,
    }


def test_a_first_version_has_one_date() -> None:
    first = cited(published=date(2031, 4, 2))
    assert "origdate" not in entry_of(first)[2]
    assert "OP  -" not in ris([first])
    assert "original-date" not in json.loads(csl([first]))[0]


@pytest.mark.parametrize("text", TITLES)
def test_every_text_survives_every_format(text: str) -> None:
    citation = cited(text, author=text, publisher=text)
    _, _, fields, authors = entry_of(citation)
    assert [plain(author) for author in authors] == [" ".join(text.split())]
    assert plain(fields["title"]) == plain(fields["howpublished"]) == " ".join(text.split())
    assert fields["url"] == ADDRESS
    (entry,) = rispy.loads(ris([citation]))
    assert (entry["title"], entry["authors"], entry["publisher"]) == (
        text.strip(),
        [text.strip()],
        text.strip(),
    )
    assert entry["urls"] == [ADDRESS]
    (item,) = json.loads(csl([citation]))
    assert (item["title"], item["author"]) == (text, [{"literal": text}])


def test_ukrainian_letters_stand_as_they_are() -> None:
    citation = cited(TITLES[1], language="uk")
    for text in (bibtex([citation]), ris([citation]), csl([citation])):
        assert TITLES[1] in text


def test_a_line_end_cannot_begin_a_field() -> None:
    assert latex("one\n two\t{") == r"one two {\textbraceleft}"


@pytest.mark.parametrize("write", WRITERS)
def test_no_format_has_a_blank_line(write: Any) -> None:
    """A block of HTML in Markdown ends at one."""
    lines = write([cited()]).split("\n")
    assert [line for line in lines if not line.strip()] == []


def sourced(**changed: Any) -> Citation:
    """Cite a source of which only the month is known."""
    values: dict[str, Any] = {
        "key": "otterby-herald-ferry",
        "author": "",
        "publisher": "Otterby Herald",
        "dated": PartialDate(2031, 3),
        "published": None,
        "accessed": date(2031, 3, 12),
        "address": "https://herald.example/ferry?a=1&b=50%25#top",
        "media": Media.ARTICLE,
        "note": "100 % of it is inferred: see_note",
    }
    return cited("Council keeps the {ferry}", **values | changed)


@pytest.mark.parametrize("beside", ["", "~", "~ ~", "#~a~~ %"])
def test_bibtex_encodes_every_character_as_its_library_does(beside: str) -> None:
    characters = map(chr, (*range(0x20, 0x7E), *range(0xA0, 0xD800), *range(0xE000, 0x11000)))
    title = beside + " ".join(mark for mark in characters if mark != "~")
    encoded: Any = codecs.encode(f"{{{latex(title)}}}", "ulatex+utf-8")
    assert f"title = {{{encoded}}}" in bibtex([cited(title)])


def test_bibtex_says_what_is_known_of_a_source() -> None:
    ((key, entry),) = parse_string(bibtex([sourced()]), "bibtex").entries.items()
    fields = dict(entry.fields)
    assert (key, list(entry.persons)) == ("otterby-herald-ferry", [])
    assert plain(fields.pop("title")) == "Council keeps the {ferry}"
    assert plain(fields.pop("note")) == "100 % of it is inferred: see_note"
    assert plain(fields.pop("howpublished")) == "Otterby Herald"
    assert fields == {
        "year": "2031",
        "date": "2031-03",
        "url": "https://herald.example/ferry?a=1&b=50%25#top",
        "urldate": "2031-03-12",
        "language": "en",
    }


def test_ris_says_what_is_known_of_a_source() -> None:
    (entry,) = rispy.loads(ris([sourced()]))
    assert entry == {
        "type_of_reference": "NEWS",
        "id": "otterby-herald-ferry",
        "title": "Council keeps the {ferry}",
        "secondary_title": "Otterby Herald",
        "publisher": "Otterby Herald",
        "year": "2031",
        "date": "2031/03/",
        "access_date": "2031/03/12",
        "language": "en",
        "urls": ["https://herald.example/ferry?a=1&b=50%25#top"],
        "notes": ["100 % of it is inferred: see_note"],
    }


def test_csl_json_says_what_is_known_of_a_source() -> None:
    (item,) = json.loads(csl([sourced()]))
    assert item == {
        "id": "otterby-herald-ferry",
        "type": "article-newspaper",
        "title": "Council keeps the {ferry}",
        "container-title": "Otterby Herald",
        "issued": {"date-parts": [[2031, 3]]},
        "accessed": {"date-parts": [[2031, 3, 12]]},
        "language": "en",
        "URL": "https://herald.example/ferry?a=1&b=50%25#top",
        "note": "100 % of it is inferred: see_note",
    }
    (minutes,) = json.loads(csl([sourced(media=Media.DOCUMENT)]))
    assert (minutes["type"], minutes["publisher"]) == ("document", "Otterby Herald")
    assert "container-title" not in minutes


def test_what_nobody_knows_is_left_out() -> None:
    bare = cited(
        "", author="", publisher="", dated=None, published=None, address="", media=Media.POST
    )
    assert bibtex([bare]).splitlines()[1:] == ['    language = "en"', "}"]
    assert rispy.loads(ris([bare])) == [
        {"type_of_reference": "BLOG", "id": "ferry-cost-2031-04-02", "language": "en"}
    ]
    assert json.loads(csl([bare])) == [
        {"id": "ferry-cost-2031-04-02", "type": "post", "language": "en"}
    ]


@pytest.mark.parametrize("media", [None, *Media])
def test_every_kind_of_source_has_a_type_of_each_format(media: Media | None) -> None:
    citation = sourced(media=media)
    (entry,) = rispy.loads(ris([citation]))
    assert entry["type_of_reference"] in TYPE_OF_REFERENCE_MAPPING
    (item,) = json.loads(csl([citation]))
    assert item.pop("type") in CSL_TYPES
    assert item.keys() - {"id", "language"} <= CSL_VARIABLES


def many() -> list[Citation]:
    return [cited(text, key=f"check-{number}") for number, text in enumerate(TITLES)]


def test_a_file_of_many_holds_each_once() -> None:
    citations = many()
    assert list(parse_string(bibtex(citations), "bibtex").entries) == [c.key for c in citations]
    assert [entry["id"] for entry in rispy.loads(ris(citations))] == [c.key for c in citations]
    assert [item["title"] for item in json.loads(csl(citations))] == TITLES
    assert [write([]) for write in WRITERS] == ["", "", "[]"]


def test_pybtex_formats_all_by_a_style() -> None:
    data = parse_string(bibtex([*many(), sourced()]), "bibtex")
    lines = [
        entry.text.render_as("text") for entry in Plain().format_entries(data.entries.values())
    ]
    assert len(lines) == len(TITLES) + 1
    (line,) = (line for line in lines if TITLES[1] in line)
    assert line == f"Facts and Figures. {TITLES[1]}. The Otterby Checks, 2031. URL: {ADDRESS}."


def bibliography(citations: list[Citation]) -> list[str]:
    """Return what citeproc-py makes of CSL-JSON in the style that it brings along."""
    items = json.loads(csl(citations))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(CslCitation([CitationItem(item["id"])]))
    return [str(line) for line in made.bibliography()]


def test_citeproc_prints_a_check_and_a_source() -> None:
    check, source = bibliography([cited(TITLES[1], language="uk"), sourced()])
    assert check == (
        f"Facts and Figures (2031) {TITLES[1]}, The Otterby Checks. Available at: {ADDRESS}."
    )
    assert source == (
        "Otterby Herald (2031) “Council keeps the {ferry}”, Otterby Herald, March. Available at: "
        "https://herald.example/ferry?a=1&b=50%25#top (Accessed: March 12, 2031)."
    )
