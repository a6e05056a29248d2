"""Contributors' Markdown: what it may become, and what neither layer lets through."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import prose
from tests import dom

START, END = '<div class="fc-prose">', "</div>"


def inside(markdown: str) -> str:
    html = prose.render(markdown)
    assert html.startswith(START)
    assert html.endswith(END)
    return html.removeprefix(START).removesuffix(END)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("one\n\ntwo", "<p>one</p> <p>two</p>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("- a\n- b", "<ul> <li>a</li> <li>b</li> </ul>"),
        ("1. a\n2. b", "<ol> <li>a</li> <li>b</li> </ol>"),
        ("> a", "<blockquote> <p>a</p> </blockquote>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("a\\*b &amp; c", "<p>a*b &amp; c</p>"),
        (
            "[a](https://x.example/y_z)",
            '<p><a href="https://x.example/y_z" rel="noopener">a</a></p>',
        ),
        ("[a](http://x.example)", '<p><a href="http://x.example" rel="noopener">a</a></p>'),
    ],
)
def test_the_subset_is_rendered(markdown: str, html: str) -> None:
    assert inside(markdown) == html


@pytest.mark.parametrize(
    "markdown",
    [
        "# heading",
        "heading\n===",
        "a | b\n--|--\n1 | 2",
        "***",
        "    code",
        "*x*{ onclick=alert(1) }",
        "!!! note",
        "term\n: definition",
        "http://x.example and <http://x.example>",
        "[a][b]\n\n[b]: https://x.example",
        "[^1]: note",
        "{{ claims }}",
        "<b onclick=alert(1)>x</b> <!-- y --> &lt;script&gt;",
    ],
)
def test_what_is_not_in_the_subset_stays_text(markdown: str) -> None:
    tags = {tag for tag, _ in dom.read(inside(markdown)).tags}
    assert tags <= {"p", "/p", "em", "/em"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "mailto:a@x.example",
    ],
)
def test_links_of_other_schemes_lead_nowhere(address: str) -> None:
    assert dom.read(inside(f"[a]({address}) [b](<{address}>)")).values("href") == []


@pytest.mark.parametrize("address", ["../sources/x.md", "//x.example/y", "x", "/claims/"])
def test_links_without_a_scheme_lead_nowhere(address: str) -> None:
    assert dom.read(inside(f"[a]({address})")).values("href") == []


def test_a_link_has_no_attribute_but_its_address() -> None:
    assert dom.read(inside('[a](https://x.example "title")')).values("title") == []


@pytest.mark.parametrize("markdown", ["![a](https://x.example/b.png)", "![a](x.png)"])
def test_no_picture_is_loaded(markdown: str) -> None:
    assert dom.read(inside(markdown)).values("src") == []


def test_fenced_code_is_no_block() -> None:
    assert inside("```js\nx\n```") == "<p><code>js x </code></p>"


# Controls and lone surrogates never get here: records that hold them are refused.
texts = st.text(st.one_of(st.just("\n"), st.characters(exclude_categories=["Cc", "Cs"])))
marks = st.text("*_`[](){}<>#+-.!|&;:=\\\"'~ \n\t1ab")


@settings(deadline=None, derandomize=True)
@given(st.one_of(texts, marks))
def test_any_prose_is_one_block_on_one_line(markdown: str) -> None:
    html = prose.render(markdown)
    assert html.splitlines() == [html]
    page = re.sub(r"\n+", "\n", dom.render(f"before\n\n{html}\n\nafter"))
    assert page == f"<p>before</p>\n{html}\n<p>after</p>"


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>"])
def test_each_layer_alone_stops_a_script(attack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def sound(html: str) -> bool:
        return not {"script", "img"} & {tag for tag, _ in dom.read(html).tags}

    with monkeypatch.context() as without_markdown:
        without_markdown.setattr(prose._SUBSET, "render", lambda text: text)  # noqa: SLF001
        assert sound(prose.render(attack))
    with monkeypatch.context() as without_nh3:
        without_nh3.setattr(nh3, "clean", lambda html, **_: html)
        assert sound(prose.render(attack))


@given(st.text(alphabet="[]()<>`\\&#93;:/a! \n*", max_size=30))
def test_nothing_is_a_link_without_a_bracket_before_a_parenthesis(markdown: str) -> None:
    assert "](" in markdown or "<a" not in prose.render(markdown)
