"""Citations, each format read back by a program that is not ours."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
import rispy
from pybtex.database import parse_string

from generator.citations.bibtex import bibtex
from generator.citations.citation import Citation
from generator.citations.csl import csl
from generator.citations.ris import ris
from generator.escape import latex

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
    ((key, entry),) = parse_string(bibtex(citation), "bibtex").entries.items()
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
    assert plain(fields.pop("organization")) == "The Otterby Checks"
    assert fields == {
        "year": "2031",
        "date": "2031-04-02",
        "origdate": "2031-03-11",
        "url": ADDRESS,
        "language": "en",
    }


def test_ris_says_what_is_cited() -> None:
    text = ris(cited())
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
    (item,) = json.loads(csl(cited()))
    assert item == {
        "id": "ferry-cost-2031-04-02",
        "type": "webpage",
        "title": TITLES[0],
        "author": [{"literal": "Facts and Figures"}],
        "container-title": "The Otterby Checks",
        "publisher": "The Otterby Checks",
        "issued": {"date-parts": [[2031, 4, 2]]},
        "original-date": {"date-parts": [[2031, 3, 11]]},
        "language": "en",
        "URL": ADDRESS,
    }


def test_a_first_version_has_one_date() -> None:
    first = cited(published=date(2031, 4, 2))
    assert "origdate" not in entry_of(first)[2]
    assert "OP  -" not in ris(first)
    assert "original-date" not in json.loads(csl(first))[0]


@pytest.mark.parametrize("text", TITLES)
def test_every_text_survives_every_format(text: str) -> None:
    citation = cited(text, author=text, publisher=text)
    _, _, fields, authors = entry_of(citation)
    assert [plain(author) for author in authors] == [" ".join(text.split())]
    assert plain(fields["title"]) == plain(fields["organization"]) == " ".join(text.split())
    assert fields["url"] == ADDRESS
    (entry,) = rispy.loads(ris(citation))
    assert (entry["title"], entry["authors"], entry["publisher"]) == (
        text.strip(),
        [text.strip()],
        text.strip(),
    )
    assert entry["urls"] == [ADDRESS]
    (item,) = json.loads(csl(citation))
    assert (item["title"], item["author"]) == (text, [{"literal": text}])


def test_ukrainian_letters_stand_as_they_are() -> None:
    citation = cited(TITLES[1], language="uk")
    for text in (bibtex(citation), ris(citation), csl(citation)):
        assert TITLES[1] in text


def test_a_line_end_cannot_begin_a_field() -> None:
    assert latex("one\n two\t{") == r"one two {\textbraceleft}"


@pytest.mark.parametrize("write", [bibtex, ris, csl])
def test_no_format_has_a_blank_line(write: Any) -> None:
    """A block of HTML in Markdown ends at one."""
    lines = write(cited()).split("\n")
    assert [line for line in lines if not line.strip()] == []
