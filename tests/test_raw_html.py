"""What a hand-written page must not hold: raw HTML, and attributes beyond class and id."""

from __future__ import annotations

import pytest

from generator import prose
from tests import dom


def lines(markdown: str) -> list[int]:
    return sorted({line for line, _ in prose.raw_html(markdown)})


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("<script>alert(1)</script>", 1),
        ("# a\n\n<div>\nb\n</div>", 3),
        ("a\n\nb <b onclick=x>c", 3),
        ("a\n\n<!-- b -->", 3),
        ("- a\n\n    <i>b</i>", 3),
        ("> a\n>\n> <i>b</i>", 3),
        ("a\n\n| x |\n|---|\n| y |\n\n<b>", 7),
        ("---\ntitle: x\n---\n\n<p>", 5),
        ("a\n{: onclick=alert(1) }", 2),
        ("# a { .b onclick=alert(1) }", 1),
        ("a\n\n*b*{ style='color: red' }", 3),
        ("a\n{: .b #c lang=d }", 2),
        ("``` { .python onclick=x }\ny\n```", 1),
    ],
)
def test_html_and_attributes_are_found_at_their_line(markdown: str, line: int) -> None:
    assert lines(markdown) == [line]


def test_html_inside_a_paragraph_is_found_at_its_line() -> None:
    assert lines("a\nb\nc <b>d</b>") == [3]


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "plain *text* with [a link](about.md) and ![a picture](x.png)",
        "{{ placeholder }}",
        "a {{ claims }} and {{ sources }}",
        "# Head {: #id }",
        "# Head { #id .class-a .class_b }",
        "a\n{: .fc-lead }",
        "a\n{.fc-lead}",
        "`<b>` and `{ onclick=x }`",
        "```\n<b>\n```",
        "    <b>",
        "1 < 2 and 3 > 2, a<b",
        "&lt;b&gt;",
        "<https://x.example>",
        "---\ntitle: x\nhide:\n  - toc\n---\n\n# x",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_plain_markdown_is_left_alone(markdown: str) -> None:
    assert lines(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("*x*{ onclick=alert(1) } and more", id="attributes inside a line"),
        pytest.param("| a |\n|---|\n| *x*{ onclick=alert(1) } |", id="attributes in a table"),
        pytest.param("# x { onclick=alert(1) } #", id="attributes of a closed heading"),
        pytest.param("{{ claims }} *x*{ onclick=alert(1) }", id="attributes by a placeholder"),
        pytest.param("\\`*x*{ onclick=alert(1) }\\`", id="attributes between escaped backticks"),
        pytest.param("   ```\n   a\n\n   <script>x</script>\n   ```", id="html in indented fence"),
        pytest.param("- a\n\n      <script>x</script>", id="html indented in a list"),
        pytest.param("[x](javascript:alert(1))", id="link to a script"),
        pytest.param("[x][y]\n\n[y]: javascript:alert(1)", id="reference to a script"),
    ],
)
def test_what_would_run_in_the_page_is_found(markdown: str) -> None:
    page = dom.read(dom.render(markdown))
    live = [tag for tag, _ in page.tags if tag == "script"] + page.values("onclick")
    live += [href for href in page.values("href") if href.startswith("javascript:")]
    assert live, "the example is out of date"
    assert lines(markdown) != []


def test_script_inside_pre_is_found() -> None:
    assert lines("a\n\n<pre><script>alert(1)</script></pre>") == [3]


def test_deep_lists_are_no_crash() -> None:
    assert lines("1. " * 600) == [1]


def test_page_that_would_take_minutes_is_not_read() -> None:
    assert lines("[\n" * 5000) == [801, 1001]
    assert lines("# \n" * 20000) == [801]
    assert lines("x\n" + "[" * 1900 + "\n" + "[" * 2100) == [2, 3]
