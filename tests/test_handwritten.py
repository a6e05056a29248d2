"""Hand-written pages: live figures go in, HTML stays out, and problems say where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from mkdocs.utils import meta

from generator import publication, site
from generator.edition import editions
from generator.pages.handwritten import PLACEHOLDERS, HandwrittenPage, fill, named
from tests import dom
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import Page, dead_links, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]
    Edit = Callable[[str, str, str], None]

CORPUS = publication.public(load_sound(TOY))
PAGE = "content/pages/about.md"


def filled(text: str, path: str = "about.md") -> str:
    page = HandwrittenPage(path, f"content/pages/{path}", text)
    return dom.of_page(str(fill(page, next(editions(CORPUS))))).text


def told(root: Path) -> list[tuple[str, int, int, str]]:
    _, problems = site.read(root)
    return [(p.code, p.position.line, p.position.column, p.hint) for p in problems]


@pytest.mark.parametrize(
    ("placeholder", "shown"),
    [
        ("{{ publisher }}", "Otterby Checks"),
        ("{{tagline}}", "What the council of Otterby said, word for word."),
        ("{{ claims }}", "4 claims"),
        ("{{ sources }}", "2 sources"),
        ("{{ people }}", "3 people and bodies"),
        ("{{  quotations  }}", "5 quotations"),
        ("{{ as_of }}", "14 March 2031"),
        ("{{ contact }}", "desk@otterby.example"),
        ("{{ repository }}", "https://git.otterby.example/site"),
        ("{{ licence }}", "CC BY 4.0"),
        ("{{ verdicts }}", "rating scale"),
        ("a {{ claims }}, {{ sources }} b", "a 4 claims, 2 sources b"),
    ],
)
def test_live_figures_are_filled_in(placeholder: str, shown: str) -> None:
    assert filled(placeholder) == shown


def test_staff_and_the_rule_of_two_are_told() -> None:
    assert "Reading desk: Reads every check before it is published." in filled("{{ staff }}")
    assert "somebody other than its author" in filled("{{ two_people }}")


def test_newest_claims_are_a_list_of_links(toy: Path, write: Write) -> None:
    write("content/pages/index.md", "# Toy\n\n## New\n\n{{ newest_claims }}\n")
    page = Page.of(toy, "index.md")
    assert page.links("li > p:first-child")[0] == (
        "Whether the vote on the ferry was unanimous",
        "claims/vote-was-unanimous.md",
    )
    assert len(page.tree.css("li")) == 4


def test_figures_lead_to_what_they_count(toy: Path, write: Write) -> None:
    write("content/pages/index.md", "# Toy\n\n{{ figures }}\n")
    assert Page.of(toy, "index.md").links(".fc-figures") == [
        ("4 claims", "claims/index.md"),
        ("2 sources", "sources/index.md"),
        ("5 quotations, compared word for word", "verification.md"),
    ]


def test_featured_claims_stand_in_the_order_of_the_publisher(
    toy: Path, write: Write, edit: Edit
) -> None:
    lists = "## A {: #_a }\n\n{{ important_claims }}\n\n## B {: #_b }\n\n{{ newest_claims }}\n"
    write("content/pages/index.md", f"# Toy\n\n{lists}")
    featured = "featured: [mayor-keeps-ferry, ferry-cost]"
    edit("site_config/publisher.yml", "licence:", f"{featured}\nlicence:")
    page = Page.of(toy, "index.md")
    shown, newest = (
        [href for _, href in page.section(anchor).links("li > p:first-child")]
        for anchor in ("_a", "_b")
    )
    assert shown == ["claims/mayor-keeps-ferry.md", "claims/ferry-cost.md"]
    # What is featured is not told twice.
    assert sorted(newest) == ["claims/clock-stands-still.md", "claims/vote-was-unanimous.md"]


def test_without_featured_claims_the_newest_stand_there(toy: Path, write: Write) -> None:
    write("content/pages/index.md", "# Toy\n\n{{ important_claims }}\n")
    assert len(Page.of(toy, "index.md").tree.css("li")) == 4


def test_the_field_leads_to_the_search_from_any_folder(toy: Path, write: Write) -> None:
    write("content/pages/index.md", "# Toy\n\n{{ search_form }}\n")
    write("content/pages/more/deep.md", "# Deep\n\n{{ search_form }}\n")
    for path, action in (("index.md", "search/"), ("more/deep.md", "../../search/")):
        (form,) = Page.of(toy, path).tree.css("form.fc-ask")
        assert form.attributes["action"] == action
        (field,) = form.css("input")
        assert field.attributes["name"] == "q"
        assert field.attributes["aria-label"] == "Search the checks"


def test_verdicts_are_counted_by_their_question(toy: Path, write: Write) -> None:
    write("content/pages/index.md", "# Toy\n\n{{ verdict_distribution }}\n")
    page = Page.of(toy, "index.md")
    assert page.texts(".fc-spread > .admonition-title") == ["Was it said?", "Is it so?"]
    assert page.texts(".fc-spread li") == [
        "Confirmed quotation 1",
        "Misquoted 1",
        "Accurate 1",
        "Inaccurate 1",
    ]


def test_links_fit_the_folder_of_the_page(toy: Path, write: Write) -> None:
    write("content/pages/more/deep.md", "# Deep\n\n{{ verdicts }} {{ newest_claims }}\n")
    assert dead_links(outputs(toy).values()) == []


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_figure_can_be_filled_alone(name: str) -> None:
    assert filled(f"{{{{ {name} }}}}")


def test_figures_of_the_publisher_are_encoded(toy: Path, write: Write, edit: Edit) -> None:
    edit("site_config/publisher.yml", "name: Otterby Checks", "name: '<b>*Checks*</b>'")
    write(PAGE, "# About\n\n{{ publisher }}\n")
    assert Page.of(toy, "about.md").texts("p") == ["<b>*Checks*</b>"]


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("# x\n\nThere are {{ claim }}.\n", 3, 14, "did you mean 'claims'?"),
        ("{{ xyz }}\n", 1, 4, "known: publisher, "),
        ("{{}}\n", 1, 3, "known: publisher, "),
        ("a {{ Claims }}\n", 1, 6, "did you mean 'claims'?"),
    ],
)
def test_unknown_figure_is_a_problem_at_its_place(
    toy: Path, write: Write, text: str, line: int, column: int, hint: str
) -> None:
    write(PAGE, text)
    ((code, *place, help_),) = told(toy)
    assert (code, *place) == ("unknown-placeholder", line, column)
    assert help_.startswith(hint)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# x\n\n<iframe src=y></iframe>\n", 3),
        ("# x\n\nsome *{{ claims }}*\n\n<!-- note -->\n", 5),
        ("# x\n\na <b>c\n", 3),
        ("# x\n\na\n{: onclick=alert(1) }\n", 4),
        ("# x { .a style=b }\n", 1),
    ],
)
def test_html_and_attributes_are_a_problem_at_their_line(
    toy: Path, write: Write, text: str, line: int
) -> None:
    write(PAGE, text)
    assert {found[:2] for found in told(toy)} == {("raw-html", line)}


def test_every_problem_of_a_page_is_told_at_once(toy: Path, write: Write) -> None:
    write(PAGE, "{{ a }} {{ b }}\n\n<b>\n\na\n{: x=y }\n")
    assert sorted(found[0] for found in told(toy)) == [
        "raw-html",
        "raw-html",
        "unknown-placeholder",
        "unknown-placeholder",
    ]


def test_classes_and_ids_are_allowed(toy: Path, write: Write) -> None:
    write(PAGE, "# x {: #top .big }\n\nLead.\n{: .fc-lead }\n\n[a](index.md){ .md-button }\n")
    assert told(toy) == []
    page = Page.of(toy, "about.md")
    assert (page.text("#top.big"), page.text(".fc-lead")) == ("x", "Lead.")


def test_figure_that_is_not_closed_is_a_problem(toy: Path, write: Write) -> None:
    write(PAGE, "# x\n\nThere are {{ claims }.\n")
    assert told(toy) != []


def test_page_beside_its_picture(toy: Path, write: Write) -> None:
    write("content/pages/plan.png", "x")
    write(PAGE, "# x\n\n![a plan](plan.png)\n")
    assert told(toy) == []


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("template: redirect.html", "unknown-key"),
        ("title: [a]", "wrong-type"),
        ("hide:\n  - everything", "not-a-choice"),
        ("title: a: b", "yaml-syntax"),
    ],
)
def test_front_matter_has_a_closed_set_of_keys(
    toy: Path, write: Write, head: str, code: str
) -> None:
    write(PAGE, f"---\n{head}\n---\n\n# x\n")
    assert code in [found[0] for found in told(toy)]


def test_front_matter_cannot_break_out_of_the_head(toy: Path, write: Write) -> None:
    write(PAGE, "---\ntitle: </title><script>x</script>\n---\n\n# x\n")
    assert told(toy) == []
    title = Page.of(toy, "about.md").meta["title"]
    assert title == "&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;"


def test_problem_below_front_matter_has_the_line_of_the_file(toy: Path, write: Write) -> None:
    write(PAGE, "---\ntitle: x\n---\n\n# x\n\n<b>y</b> and {{ nothing }}\n")
    assert {found[:2] for found in told(toy)} == {("raw-html", 7), ("unknown-placeholder", 7)}


@pytest.mark.parametrize(
    "text",
    [
        '--- \ntitle: "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e"\n---\n\n# x\n',
        '---\ntitle: "\\x3cscript\\x3e"\n...\n\n# x\n',
        "template: nosuch.html\ntitle: <script>\n\n# x\n",
        "\n---\ntemplate: nosuch.html\n---\n\n# x\n",
    ],
)
def test_host_reads_no_head_but_ours(toy: Path, write: Write, text: str) -> None:
    write(PAGE, text)
    made, _, _ = site.outputs_of(toy, drafts=False)
    content = next((output.content for output in made if output.path == "about.md"), None)
    if content is not None:
        _, head = meta.get_data(content)
        assert set(head) <= {"title", "description", "hide", "kind", "language", "head"}
        told = head.pop("head")
        assert "<" not in str(head)
        assert "<script>" not in told


TAGLINE = "What the council of Otterby said, word for word."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Given\n---\n\n# Heading\n", "Given"),
        ("## Second\n\n# Heading\n\n# Another\n", "Heading"),
        ("```\n# code\n```\n\n# *The* [`way`](a.md) {: #x .y }\n", "The way"),
        ("# {{ claims }} of {{ publisher }}\n", "4 claims of Otterby Checks"),
        ("# We & `<you>` \\*\n", "We & <you> *"),
        ("Underlined\n==========\n", "Underlined"),
        ("## Only a second\n", "Otterby Checks"),
        ("", "Otterby Checks"),
    ],
)
def test_page_without_a_title_is_named_by_its_heading(text: str, title: str) -> None:
    page = HandwrittenPage("about.md", PAGE, text)
    assert named(page, next(editions(CORPUS))) == (title, TAGLINE)


def test_name_of_the_publisher_in_a_heading_is_plain() -> None:
    name = "<b>*Checks*</b> & [x](y) _z_"
    publisher = CORPUS.publisher.model_copy(update={"name": name})
    page = HandwrittenPage("about.md", PAGE, "# About {{ publisher }}\n")
    title, _ = named(page, next(editions(replace(CORPUS, publisher=publisher))))
    assert title == f"About {name}"


def test_page_in_another_language_has_the_tagline_of_that_language() -> None:
    corpus = load_sound(ROOT)
    tagline = corpus.publisher.translations["uk"].tagline
    _, second = editions(corpus)
    page = HandwrittenPage("uk/about.md", "content/pages/uk/about.md", "# Про нас\n")
    assert named(page, second) == ("Про нас", tagline)


def test_description_is_that_of_the_front_matter() -> None:
    page = HandwrittenPage("about.md", PAGE, "---\ndescription: Told.\n---\n\n# x\n")
    assert named(page, next(editions(CORPUS))) == ("x", "Told.")


def test_unreadable_address_is_told(toy: Path, write: Write) -> None:
    write(PAGE, "# x\n\n[x](<http://[y>)\n")
    assert [found[0] for found in told(toy)] == ["raw-html"]
