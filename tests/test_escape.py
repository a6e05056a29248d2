"""Text shows unchanged, and makes no element of its own, wherever a template puts text."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import escape
from generator.fields import addresses
from tests import dom

AWKWARD = (
    "1968. was a bad year",
    "#hashtag",
    "2*3*4",
    r"C:\path\*x",
    "- 5 percent",
    "$5 .. $10",
    "> q",
    "![x](y)",
    "{{ x }}",
    "{: onclick=x }",
    "{ .x onclick=x }",
    ":material-x:",
    "[[x]]",
    "&amp;",
    "&#42;",
    "<script>alert(1)</script>",
    "</title><script>",
    "<!-- x",
    "```",
    "`x`",
    "|a|b|",
    "a_b_c",
    "__init__",
    "http://x.y",
    "<http://x.y>",
    "x@y.zz",
    "1) a",
    "+ x",
    "!!! note",
    '!!! note "x"',
    ": def",
    "[^1]",
    "*[HTML]: x",
    "[x]: http://x.y",
    "[x](javascript:alert(1))",
    "a  b",
    "===",
    "---",
    "\\",
    '"',
    "x {",
    "wzxhzdk:0",
    "klzzwxh:0000",
    "“Ми” сказали: «ні» - 5 < 6 & 7 > 2",
    "Ministère — 1 000 €",
)

# Every place in which the templates put text. Text stands between lines of our own, because
# what it does to its neighbours counts too.
CONTEXTS = {
    "paragraph": "before\n\n{}\n\nafter",
    "paragraph with a class": "{}\n{{: .fc-lead }}\n\nafter",
    "heading of the page": "# {}\n\nafter",
    "heading": "before\n\n## {} {{: #_x }}\n\nafter",
    "list item": "-   [x](y.md)\n\n    {}\n    {{: .fc-meta }}\n\n    {0}\n\n-   [x](y.md)\n",
    "first in a list item": "-   {}\n-   {}\n",
    "blockquote": "> {}\n\nafter",
    "quotation in a list": "-   **1 May**, x\n\n    > {}\n\n    after\n",
    "title of a notice": '!!! fc-evidence fc-supports "{}"\n\n    after',
    "notice": '!!! fc-evidence "x"\n\n    > {}\n\n    {0}\n    {{: .fc-note }}\n\nafter',
    "label of a link": "[{}](../y.md#z) after",
    "label of a link with classes": "[{}](../y.md){{ .fc-verdict .fc-red }} after",
    "label and value": "{}\n:   {}\n\n    {}\n    {{: .fc-note }}\n\nx\n:   {}\n\nafter",
    "bold label": "- **{}:** {}\n- **x:** y\n",
}
PLAIN = "plain"
in_every_context = pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)

# Controls and lone surrogates never reach the encoder: records that hold them are refused.
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)
marks = st.text("*_`[](){}<>#+-.!|&;:=\\\"'~$^/ \nab1", min_size=1)


def place(context: str, text: str) -> dom.Dom:
    rows = context.replace("{0}", "{}")
    return dom.read(dom.render(rows.format(*[text] * rows.count("{}"))))


def shape(page: dom.Dom) -> list[tuple[str, dom.Attributes]]:
    """Return all elements and attributes; the id that MkDocs makes of a heading is its own."""
    made = page.values("id")[0] if page.values("id") else ""
    if made in ("", "_x"):
        return page.tags
    assert all(c.isalnum() or c in "-_" for c in made)
    own = {made: "made", f"#{made}": "#made"}
    named = ("id", "href")
    return [
        (tag, tuple((n, own.get(v, v) if n in named else v) for n, v in at))
        for tag, at in page.tags
    ]


def same(context: str, text: str) -> None:
    shown = " ".join(text.split())
    plain, page = place(context, PLAIN), place(context, escape.text(text))
    assert page.text == plain.text.replace(PLAIN, shown)
    assert shape(page) == shape(plain)


@in_every_context
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_shows_as_it_is(context: str, text: str) -> None:
    same(context, text)


@in_every_context
@settings(deadline=None, derandomize=True)
@given(text=st.one_of(texts, marks).filter(str.strip))
def test_any_text_shows_as_it_is(context: str, text: str) -> None:
    same(context, text)


@pytest.mark.parametrize("text", ["&lt;", "<b>", "'\"&"])
def test_html_is_encoded_for_content_and_attributes(text: str) -> None:
    page = dom.read(f'<i title="{escape.html(text)}">{escape.html(text)}</i>')
    assert (page.text, page.values("title")) == (text, [text])


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/a_b_c/*d*/e-(f)?g=[h]&i=j#k",
        "https://x.example/wiki/A_(b)_(c)",
        "https://x.example/?a=1&copy=2&amp=3",
        "https://x.example/%D0%B0?q=%28x%29",
        "https://x.example/it's;a=1,b~!$+@:",
        "https://x.example/" + "a" * 1900,
        "../sources/x.md#_known",
        "mailto:desk@x.example?subject=a%20b&body=c%0A",
    ],
)
def test_address_of_a_link_stays(url: str) -> None:
    page = dom.read(dom.render(f"{escape.link('x', url)} {escape.link('x', url, 'fc-action')}"))
    assert [unquote(href) for href in page.values("href")] == [unquote(url)] * 2
    assert page.text == "x x"


@settings(deadline=None, derandomize=True)
@given(path=st.text("_*()[]'!;=#%?~+,.:@$/-ab1", max_size=30))
def test_any_address_of_a_record_stays(path: str) -> None:
    url = f"https://x.example/{path}"
    assert addresses._PATH.fullmatch(url)  # noqa: SLF001 - what a record may hold
    page = dom.read(dom.render(f"a {escape.link('x', url)} b"))
    assert [unquote(href) for href in page.values("href")] == [unquote(url)]


@pytest.mark.parametrize("query", ["a=1&lt;b=2", "a=1&copy;b=2", "a=1&#35;x", "a=1&amp;b=2"])
def test_address_with_what_looks_like_a_reference_stays(query: str) -> None:
    url = f"https://x.example/?{query}"
    assert dom.read(dom.render(escape.link("x", url))).values("href") == [url]


def test_finished_markdown_is_not_encoded_again() -> None:
    assert escape.finalize("a*b") == "a&#42;b"
    assert escape.finalize(escape.text("a*b")) == "a&#42;b"


def test_joined_parts_are_encoded_each() -> None:
    assert escape.join(["a*b", escape.text("c*d")], " · ") == "a&#42;b · c&#42;d"


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("It's a well-known 9-day row. So?", "It's a well-known 9-day row. So?"),
        ("A. 3. a.b c.", "A&#46; 3&#46; a&#46;b c&#46;"),
        ("'twas -5 a- b' end.\n", "&#39;twas &#45;5 a&#45; b&#39; end."),
        (" a\tb \r\n c  d\u00a0 e ", "a b c d\u00a0 e"),
        ("", ""),
        (" \t", ""),
    ],
)
def test_marks_of_prose_stay_readable_and_blanks_are_one(text: str, encoded: str) -> None:
    assert escape.text(text) == encoded
