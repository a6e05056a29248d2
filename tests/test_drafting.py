"""New records: sound at once, and every text in them reads back as it was given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import drafting, formatting, yamltext
from generator.characters import collapse
from generator.corpus import MODELS
from generator.drafting.templates import TEMPLATES
from generator.records import Claim, Kind
from generator.validation import validate

if TYPE_CHECKING:
    from generator.yamltext import Data

CLAIM: dict[str, Data] = {
    "title": "Was it so?",
    "claim": "It was so.",
    "asks": "fact",
    "claimant": "ada-quill",
}
SOUND: dict[Kind, dict[str, Data]] = {
    Kind.CLAIM: CLAIM,
    Kind.SOURCE: {
        "publisher_basis": "unknown",
        "published_basis": "unknown",
        "language": "und",
        "origin": "x",
        "media": "article",
    },
    Kind.PERSON: {"kind": "person", "name": "Ada Quill"},
    Kind.TOPIC: {"name": "Ferries"},
    Kind.EVENT: {"name": "The crossing"},
}
kinds = pytest.mark.parametrize("kind", SOUND)


def made(kind: Kind, values: dict[str, Data]) -> drafting.Draft:
    draft, problems = drafting.make(kind, drafting.file_of(kind, "x"), values)
    assert problems == []
    assert draft is not None
    return draft


@kinds
def test_new_record_is_sound_and_begins_with_the_editor_line(kind: Kind) -> None:
    draft = made(kind, SOUND[kind])
    first, second = draft.text.split("\n")[:2]
    up = "../" * draft.file.count("/")
    assert first == f"# yaml-language-server: $schema={up}site_config/schemas/{kind}.schema.json"
    assert second.startswith("# ")


@kinds
@pytest.mark.parametrize("word", ["2021", "yes", "null", "it's \\ x", "x" * 200, "a b " * 60])
def test_new_record_has_its_one_form(kind: Kind, word: str) -> None:
    key = "title" if "title" in MODELS[kind].model_fields else "name"
    draft = made(kind, {**SOUND[kind], key: collapse(word)})
    document, _ = yamltext.parse(draft.text, draft.file)
    assert document is not None
    assert document.data[key] == collapse(word)
    assert formatting.formatted(document) == (draft.text, [])


@kinds
def test_every_field_has_a_comment_above_it(kind: Kind) -> None:
    rows = made(kind, SOUND[kind]).text.split("\n")
    fields = [n for n, row in enumerate(rows) if re.match(r"#?[a-z_]+:", row)]
    assert all(re.match(r"# \S", rows[n - 1]) for n in fields)
    assert max(map(len, rows)) <= 100


@kinds
def test_template_holds_the_fields_of_the_kind(kind: Kind) -> None:
    keys = [row.key for row in TEMPLATES[kind]]
    known = {field.alias or name for name, field in MODELS[kind].model_fields.items()}
    needed = {
        field.alias or name
        for name, field in MODELS[kind].model_fields.items()
        if field.is_required()
    }
    assert needed - {"id"} <= set(keys) <= known
    assert len(set(keys)) == len(keys)
    if kind is Kind.CLAIM:
        assert set(Claim.REQUIRED) <= set(keys)


@kinds
def test_fields_that_are_uncommented_are_sound(kind: Kind) -> None:
    text = re.sub(r"(?m)^#(?! )|^#(?=  )", "", made(kind, SOUND[kind]).text).replace("…", "x")
    document, problems = yamltext.parse(text, "x.yml")
    assert problems == []
    assert document is not None
    # A draft claim that is not withdrawn may have all of them.
    assert validate(MODELS[kind], document.data, document, id="x")[1] == []
    assert set(document.data) == {row.key for row in TEMPLATES[kind]}


def test_what_is_wrong_is_told_and_no_record_is_made() -> None:
    lost = ("bell \a " * 20, "\x85", "line\u2028", "paragraph \u2029s")
    for title in ("x" * 301, "zero\u200bwidth", "half \ud800", *lost, ""):
        draft, problems = drafting.make(Kind.CLAIM, "claims/x.yml", {**CLAIM, "title": title})
        assert draft is None
        assert len(problems) == 1


def test_remark_cannot_end_its_comment() -> None:
    draft, _ = drafting.make(Kind.CLAIM, "claims/x.yml", CLAIM, remarks=("a\nstatus: b\u2028c",))
    assert draft is not None
    assert draft.text.split("\n")[1] == "# a status: b c"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("title", "fine", ""),
        ("title", "", "the text is empty"),
        ("title", "x" * 301, "the text has 301 characters; at most 300"),
        ("title", "a\u200b", "U+200B (ZERO WIDTH SPACE) is not allowed"),
        ("title", "\udcff", "U+DCFF is half of a character"),
        ("title", "bell \a " * 20, "U+0007 (a control character) is not allowed"),
        ("title", "next\x85line", "U+0085 (a control character) is not allowed"),
        ("said_on", "1/2/2031", "'1/2/2031' is not a date"),
        ("asks", "sad", "'sad' is not one of the words for 'asks'"),
        ("claimant", "Ada Quill", "'Ada Quill' is not an id"),
    ],
)
def test_one_answer_is_looked_at_alone(key: str, value: str, said: str) -> None:
    assert drafting.fault_of(Kind.CLAIM, key, value)[0].startswith(said)
    assert bool(drafting.fault_of(Kind.CLAIM, key, value)[0]) is bool(said)


text = st.text() | st.sampled_from(
    ["# no", "- a", "a: b", "'", '"', "null", "~", "\\n", "%", "@x", "!t", "&a", "*a", "{", "a #b"]
)


@given(st.lists(text, min_size=1, max_size=40).map(" ".join))
def test_every_title_reads_back_or_is_refused(title: str) -> None:
    title = collapse(title)
    draft, problems = drafting.make(Kind.CLAIM, "claims/x.yml", {**CLAIM, "title": title})
    assert (draft is None) is bool(problems)
    assert all(p.message and p.hint for p in problems)
    # Text that is no record's by its letters is refused; all other is read back, which
    # `make` compares itself.
    assert bool(drafting.fault_of(Kind.CLAIM, "title", title)[0]) is bool(problems)


plain = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])).map(collapse)
data = st.recursive(
    st.none() | plain,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("abc"), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(data)
def test_nested_data_reads_back(value: Data) -> None:
    rows = formatting.entry("claim", "unknown", value)
    document, problems = yamltext.parse("\n".join(rows) + "\n", "x.yml")
    assert [p for p in problems if p.code not in ("bad-encoding", "yaml-depth")] == []
    assert document is None or document.data == {"unknown": value}
