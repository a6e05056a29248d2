"""A page in two: what is taken as data is what a host reads from the text of the same page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from generator.headed import Headed
from generator.output import Output

HEADS: tuple[dict[str, object], ...] = (
    {},
    {"title": "a: b\n---\nc", "noindex": True},
    {"title": "no", "hide": ["navigation", "toc"], "facets": {"year": ["2010|2010"]}},
    {"title": "'\"\\ \x7f\x85\u2028\ufeff\U0001f600", "alternate": {"uk": ""}},
    {"head": '<meta name="x" content="it\'s # 100 %: ok">'},
)


@pytest.mark.parametrize("head", HEADS, ids=range(len(HEADS)))
@pytest.mark.parametrize("body", ["", "# Title\n\ntext\n", "\n\n---\nx: y\n---\n\ufeffé"])
def test_a_host_reads_the_same(head: dict[str, object], body: str) -> None:
    page = Headed(head, body)
    markdown, found = meta.get_data(str(page))
    assert (found, markdown) == (page.head, page.body.lstrip("\n"))
    assert Headed.unpacked(page.packed()) == page


# Without what cannot be seen: no record has it, and YAML would change some of it.
_SEEN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp"))


@given(st.text(alphabet=_SEEN))
def test_any_text_is_the_same_to_a_host(text: str) -> None:
    page = Headed({"title": text, "facets": {"kind": [text]}}, "x\n")
    _, found = meta.get_data(str(page))
    assert found == Headed.unpacked(page.packed()).head


def test_an_output_of_two_parts_is_a_file_of_one_text() -> None:
    page = Headed({"title": "t"}, "# t\n")
    output = Output("t.md", page)
    assert output.made is page
    assert output.content == "---\ntitle: t\n---\n\n# t\n"
    assert output.data == output.content.encode()


def test_an_output_of_a_text_has_bytes_alone() -> None:
    assert Output("t.txt", "é").made == "é".encode()
    assert Output("t.png", "", raw=b"\x89").made == b"\x89"
