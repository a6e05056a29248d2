"""The records as their authors wrote them, and what of them is kept back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator import publication, site, urls, yamltext
from generator.corpus import MODELS
from generator.exports import raw as export
from generator.exports.raw import SHORTENED
from generator.records import Kind, Rating
from generator.validation import validate
from tests import exported
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.output import Output

DRAFT = "claims/timetable-in-april.yml"
MADE = outputs(TOY, drafts=True)


def raw(made: dict[str, Output]) -> dict[str, str]:
    return {path: output.content for path, output in made.items() if path.endswith(".yml")}


def read_again(kind: Kind, id_: str, text: str) -> Any:
    document, problems = yamltext.parse(text, f"{id_}.yml")
    assert document is not None
    record, trouble = validate(MODELS[kind], document.data, document, id=id_)
    assert [*problems, *trouble] == []
    return record


@pytest.mark.parametrize("root", [TOY, ROOT], ids=["toy", "own"])
def test_each_file_gives_the_record_again(root: Path) -> None:
    inputs, _ = site.read(root)
    assert inputs is not None
    public = publication.public(inputs.corpus)
    files = {o.path: o.content for o in exported.files(export, public)}
    for kind in MODELS:
        for id_, record in public.by_kind[kind].items():
            text = files.pop(urls.raw(kind, id_))
            assert text == inputs.corpus.documents[kind, id_].text
            assert read_again(kind, id_, text) == record
    ratings = yaml.safe_load(files.pop(urls.raw(Kind.RATING, "")))
    assert list(ratings) == list(public.ratings)
    assert files == {}


def test_a_file_is_published_as_it_was_written(
    toy: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("content/people/ada-quill.yml", "kind: person\n", "# Of an invented town.\nkind: person\n")
    written = (toy / "content/people/ada-quill.yml").read_text("utf-8")
    assert raw(outputs(toy))["people/ada-quill.yml"] == written


def test_verdicts_are_read_again() -> None:
    document, _ = yamltext.parse(raw(MADE)["verdicts/ratings.yml"], "ratings.yml")
    assert document is not None
    again = {
        id_: validate(Rating, data, document, at=(id_,), id=id_)[0]
        for id_, data in document.data.items()
        if isinstance(data, dict)
    }
    assert again == load_sound(TOY).ratings


def test_what_only_a_draft_uses_is_left_out(
    toy: Path, edit: Callable[[str, str, str], None]
) -> None:
    passage = "  offers:\n    quote: the clerk will ask for three offers\n    kind: narration\n"
    minutes = "content/sources/otterby-minutes-march.yml"
    edit(minutes, "passages:\n", f"passages:\n{passage}")
    evidence = "evidence:\n  - passage: otterby-minutes-march#offers\n    stance: context\n"
    edit(DRAFT, "topics:\n", f"{evidence}topics:\n")
    link = "related:\n  - claim: timetable-in-april\n    as: repeats\n"
    edit("claims/ferry-cost.yml", "related:\n", link)
    edit("content/topics/harbour-ferry.yml", "name: H", "# see timetable-in-april\nname: H")
    inputs, _ = site.read(toy)
    assert inputs is not None
    made, _ = site.build(inputs, drafts=True)
    files = raw({output.path: output for output in made})
    hidden = ("timetable-in-april", "three offers")
    assert [p for p, text in files.items() if any(word in text for word in hidden)] == []
    public = publication.public(inputs.corpus)
    for kind, id_ in ((Kind.SOURCE, "otterby-minutes-march"), (Kind.TOPIC, "harbour-ferry")):
        text = files[urls.raw(kind, id_)]
        assert text.startswith(SHORTENED)
        assert read_again(kind, id_, text) == public.by_kind[kind][id_]
    claim = read_again(Kind.CLAIM, "ferry-cost", files["claims/ferry-cost.yml"])
    assert [link.claim for link in claim.related] == ["mayor-keeps-ferry"]


def test_a_draft_has_no_file() -> None:
    assert DRAFT not in MADE
    assert [text for text in raw(MADE).values() if "timetable-in-april" in text] == []
