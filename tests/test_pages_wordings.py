"""The claim page shows how the sources worded it, in columns, in marks and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.edition import editions
from generator.pages.claim import claim_page
from generator.pages.render import render
from tests import dom
from tests.conftest import load_sound
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from generator.pages.views import Wordings

    Edit = Callable[[str, str, str], None]

SAID = "We will not close the ferry this winter"
CLAIM = "claims/mayor-keeps-ferry.yml"
REFERENCE = """\
  - reference:
      title: 'Otterby Radio: the evening news of 4 March'
      url: https://radio.example.org/{number}
      accessed: 2031-03-05
      quote:
        - {quote}
    stance: {stance}
    note: Read in a stored copy.
"""


def shown(toy: Path, edit: Edit, *quotes: str, stance: str = "supports") -> tuple[Wordings, ...]:
    """Add references that print ``quotes`` to a claim, and return what its page compares."""
    added = "".join(
        REFERENCE.format(quote=f'"{quote}"', stance=stance, number=number)
        for number, quote in enumerate(quotes)
    )
    edit(CLAIM, "evidence:\n", f"evidence:\n{added}")
    edition = next(editions(load_sound(toy)))
    return claim_page(edition, edition.corpus.claims["mayor-keeps-ferry"]).wordings


def lines(wording: Wordings) -> list[LexborNode]:
    return LexborHTMLParser(wording.quotations).css("li")


def text(line: LexborNode, style: str) -> str:
    return "".join(part.text() for part in line.css(style))


def test_one_source_alone_is_not_compared(toy: Path) -> None:
    edition = next(editions(load_sound(toy)))
    pages = [claim_page(edition, claim) for claim in edition.corpus.claims.values()]
    assert [page.wordings for page in pages] == [()] * len(pages)
    assert all("How the sources worded it" not in render(page, edition).body for page in pages)


def test_the_same_words_are_told_in_one_line(toy: Path, edit: Edit) -> None:
    (found,) = shown(toy, edit, SAID)
    assert (found.summary, found.notes, found.differences) == (
        "The same words in both reports.",
        (),
        (),
    )
    assert [text(line, ".fc-wording") for line in lines(found)] == [SAID, SAID]
    assert [text(line, ".fc-by") for line in lines(found)] == [
        "Otterby Radio · Not compared",
        "The Otterby Herald · 4 March 2031 · direct speech",
    ]
    assert [link.attributes["href"] for link in LexborHTMLParser(found.quotations).css("a")] == [
        "https://radio.example.org/0",
    ]
    assert found.places == "[The Otterby Herald](../sources/otterby-herald-ferry.md#not-close)"


def test_differences_have_a_number_and_stand_in_words_below(toy: Path, edit: Edit) -> None:
    (found,) = shown(toy, edit, "He said: We shall not close the Ferry in this winter")
    assert found.summary == "The wordings differ in 2 places."
    assert found.differences == (
        "“shall” in Otterby Radio; “will” in The Otterby Herald.",
        "“in” in Otterby Radio; no word here in The Otterby Herald.",
    )
    assert [note.partition(":")[0] for note in found.notes] == ["A dotted line", "Pale words"]
    radio, herald = lines(found)
    assert [mark.text() for mark in radio.css("mark")] == [
        "difference 1: shall1",
        "difference 2: in2",
    ]
    assert [mark.text() for mark in herald.css("mark")] == [
        "difference 1: will1",
        "difference 2: no word2",
    ]
    assert [mark.attributes["class"] for mark in herald.css("mark")] == ["fc-words", "fc-lacks"]
    assert [part.text() for part in radio.css(".fc-slight, .fc-alone")] == ["He said:", "Ferry"]


def test_figures_are_called_out(toy: Path, edit: Edit) -> None:
    added = REFERENCE.format(
        quote="The motion to keep the ferry in service until 3 May 2032 was carried",
        stance="refutes",
        number=0,
    )
    edit("claims/2031/vote-was-unanimous.yml", "evidence:\n", f"evidence:\n{added}")
    edition = next(editions(load_sound(toy)))
    (found,) = claim_page(edition, edition.corpus.claims["vote-was-unanimous"]).wordings
    assert found.differences == (
        "Figure or date: “3 May” in Otterby Radio; “30 April” in Town Council of Otterby.",
    )


def test_spellings_are_called_out() -> None:
    edition = next(editions(load_sound(ROOT)))
    (found,) = claim_page(edition, edition.corpus.claims["zelinsky-spelling"]).wordings
    assert found.differences == (
        "Spelling of a name: “Zelenskyy” in zmi.st; “Zelenskiy” in ibtimes.sg.",
    )


def test_what_is_said_beside_the_matter_is_left_out(toy: Path, edit: Edit) -> None:
    assert shown(toy, edit, SAID, stance="context") == ()


def test_many_wordings_of_one_reading_are_named_together(toy: Path, edit: Edit) -> None:
    (found,) = shown(toy, edit, SAID.replace("will", "shall"), SAID.replace("will", "shall"))
    assert found.differences == ("“shall” in Otterby Radio; “will” in The Otterby Herald.",)


HOSTILE = (
    "<script>alert(1)</script> We will not close the </span><b>ferry</b> &amp; `x` {: onclick=y }",
    "{{ config }} We will not close the *ferry* [x](javascript:y) | ~~~ this winter",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words_on_the_page(toy: Path, edit: Edit, hostile: str) -> None:
    (found,) = shown(toy, edit, hostile)
    tree = LexborHTMLParser(dom.render(f"before\n\n{found.quotations}\n\nbehind"))
    allowed = {"ul", "li", "p", "a", "b", "span", "mark", "sup"}
    assert {node.tag for node in tree.css("body *")} == allowed
    named = {name for node in tree.css("body *") for name in node.attributes}
    assert named == {"class", "href", "aria-hidden"}
    radio = tree.css("li")[0]
    for unseen in radio.css(".fc-unseen, sup"):
        unseen.decompose()
    assert text(radio, ".fc-wording") == hostile
