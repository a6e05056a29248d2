"""The pages of the problem codes: each has one, which shows its examples as they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import checks, escape, urls
from generator.codes import CODES, EDITORIAL, GROUPS
from generator.explanation import Example, Explanation, explanations
from tests import dom
from tests.conftest import TOY
from tests.pages_of import Page, dead_links, outputs

MADE = outputs(TOY)
EXPLAINED = {code: t for group in explanations(checks.RULES).values() for code, t in group.items()}
OTHERS = [code for code in CODES if code not in EDITORIAL]


@pytest.mark.parametrize("told", EXPLAINED.values(), ids=list(EXPLAINED))
def test_examples_stand_on_the_page_as_they_are(told: Explanation) -> None:
    page = Page(MADE[urls.problem(told.code)])
    examples = [p for p in (*told.wrong, *told.right) if isinstance(p, Example)]
    shown = [code.text().strip("\n") for code in page.tree.css("pre > code")]
    assert shown == [example.text for example in examples]
    assert page.texts(".fc-file") == [example.file for example in examples if example.file]
    assert page.texts("h2")[:2] == ["Wrong", "Right"]


@pytest.mark.parametrize("code", OTHERS)
def test_page_tells_what_it_means_and_what_to_do(code: str) -> None:
    told, page = EXPLAINED[code], Page(MADE[f"problems/{code}.md"])
    assert page.text(".fc-lead") == told.sentence
    assert page.texts("h2") == ["Wrong", "Right", "What to do"]
    facts = dict(page.facts())
    assert facts["In messages"] == code
    assert facts["Excuses"] == "Cannot be excused"
    assert page.section("_mend").texts(".fc-prose p, .fc-prose li")
    # No mark of Markdown is left over: every bit of code is one.
    assert [text for text in page.texts(".fc-prose :not(code)") if "``" in text] == []


def test_index_names_every_code_once_and_leads_to_its_page() -> None:
    page = Page(MADE["problems/index.md"])
    assert page.texts("h2") == list(GROUPS)
    assert page.texts("ul .fc-meta") == list(CODES)
    leads = [f"../rules/{code}.md" if code in EDITORIAL else f"{code}.md" for code in CODES]
    assert [href for _, href in page.links("ul")] == leads
    assert ("Not a URL", "not-a-url.md") in page.links("ul")
    assert ("YAML syntax", "yaml-syntax.md") in page.links("ul")


def test_links_of_problems_lead_somewhere() -> None:
    dead = [(path, href) for path, href in dead_links(MADE.values()) if "problems" in path + href]
    assert dead == []
    assert ("All messages of the machine.", "../problems/index.md") in Page(
        MADE["rules/index.md"]
    ).links(".fc-lead")


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("`\n~ #<&")))
def test_nothing_in_a_block_of_code_is_markdown(text: str) -> None:
    text = re.sub(r"\n{3,}", "\n\n", text).strip() or "x"
    block = f"before\n\n{escape.code_block(text)}\n\nafter"
    for html in (dom.render(block), MarkdownIt().render(block)):
        page = dom.read(html)
        tags = [tag for tag, _ in page.tags]
        assert tags == ["p", "/p", "pre", "code", "/code", "/pre", "p", "/p"]
        inside = "".join(page.texts).split("before", 1)[1].rsplit("after", 1)[0]
        assert inside.strip() == text.strip()
