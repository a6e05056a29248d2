"""The static API: what others judge of it, on the toy corpus and on our own."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import pytest
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator import validate as validate_openapi
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

from generator import records, site, urls
from generator.edition import editions
from generator.exports.api import paging
from generator.exports.api.contract import words
from generator.exports.api.contract.base import Resource
from generator.exports.api.making.claim import RELATION
from generator.exports.api.making.naming import Namer
from generator.fields import Choice
from generator.passages.quotation import State
from generator.records import Kind
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    from generator.output import Output

DRAFT = "timetable-in-april"
TOY_MADE = outputs(TOY, drafts=True)
ADDRESSES = ("url", "json_url", "yaml_url", "first", "previous", "next", "last", "$schema")


@pytest.fixture(scope="module")
def own() -> dict[str, Output]:
    return outputs(ROOT)


@pytest.fixture(params=["toy", "own"])
def made(request: pytest.FixtureRequest) -> dict[str, Output]:
    return TOY_MADE if request.param == "toy" else request.getfixturevalue("own")


def answers(made: dict[str, Output]) -> dict[str, Any]:
    files = {p: o for p, o in made.items() if p.startswith(urls.API + "/") and "/schema/" not in p}
    found = {path: json.loads(output.content) for path, output in files.items()}
    return {path: answer for path, answer in found.items() if path != urls.OPENAPI}


def answer(path: str) -> Any:
    return json.loads(TOY_MADE[f"{urls.API}/{path}.json"].content)


def closed(schema: Any) -> Any:
    """Let a schema refuse what it does not name, which a program must not."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: closed(part) for key, part in schema.items()}
    return strict | ({"additionalProperties": False} if "properties" in schema else {})


@cache
def strict(text: str) -> Draft202012Validator:
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    format_checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(closed(schema), format_checker=format_checker)


def validator(made: dict[str, Output], one: Any) -> Draft202012Validator:
    home = json.loads(made[urls.API_ENTRY].content)["publisher"]["url"]
    text = made[one["$schema"].removeprefix(home)].content
    assert json.loads(text)["$id"] == one["$schema"]
    return strict(text)


def test_every_answer_holds_to_its_schema(made: dict[str, Output]) -> None:
    found = answers(made)
    assert len(found) > 20
    for one in found.values():
        validator(made, one).validate(one)


def mutated(one: Any) -> Iterator[Any]:
    """Yield an answer with one thing wrong, in each way that there is."""
    for name in one:
        yield {key: value for key, value in one.items() if key != name}
    yield {**one, "surprise": 1}
    yield {**one, "evidence": [{**one["evidence"][0], "stance": "supported"}]}
    yield {**one, "said_on": "March 2031"}
    yield {**one, "published_on": "2031-02-30"}
    yield {**one, "id": "Two Words"}


def test_a_wrong_answer_does_not() -> None:
    one = answer("claims/ferry-cost")
    for wrong in mutated(one):
        with pytest.raises(ValidationError):
            validator(TOY_MADE, one).validate(wrong)


def values(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from values(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)
    elif isinstance(node, str):
        yield key, node


def test_every_address_of_ours_leads_somewhere(made: dict[str, Output]) -> None:
    home = json.loads(made[urls.API_ENTRY].content)["publisher"]["url"]
    served = {urls.published(home, path) for path in made}
    for one in answers(made).values():
        for key, text in values(one):
            ours = text.startswith(home) and "{" not in text
            if ours or (key in ADDRESSES and not text.startswith("https://creativecommons.org")):
                assert text.partition("#")[0] in served, (key, text)


def test_patterns_lead_to_every_record() -> None:
    for collection in answer("index")["collections"]:
        first = answer(f"{collection['name']}/index")
        assert collection["total"] == first["total"] == len(first["items"]) > 0
        for item in first["items"]:
            assert item["json_url"] == collection["record_pattern"].replace("{id}", item["id"])
            whole = answer(f"{collection['name']}/{item['id']}")
            assert whole["yaml_url"] == collection["yaml_pattern"].replace("{id}", item["id"])
            shared = item.keys() & whole.keys() - {"passages"}
            assert {key: item[key] for key in shared} == {key: whole[key] for key in shared}


def test_openapi_is_valid_and_names_every_file(made: dict[str, Output]) -> None:
    document = json.loads(made[urls.OPENAPI].content)
    validate_openapi(document)
    patterns = [re.sub(r"\{\w+\}", "[^/]+", path) + "$" for path in document["paths"]]
    ours = [p for p in made if p.startswith(urls.API + "/") or p.endswith(".yml")]
    unnamed = [p for p in ours if not any(re.match(pattern, f"/{p}") for pattern in patterns)]
    assert unnamed == []
    unused = [p for p in patterns if not any(re.match(p, f"/{path}") for path in ours)]
    # No corpus of these has two pages of a collection.
    assert unused == [p for p in patterns if "/page/" in p]


@pytest.mark.parametrize(
    "lost",
    [("info", "version"), ("paths", "/api/v1/claims/{id}.json", "get", "parameters")],
    ids=lambda lost: lost[-1],
)
def test_openapi_that_is_broken_is_refused(lost: tuple[str, ...]) -> None:
    document = json.loads(TOY_MADE[urls.OPENAPI].content)
    part = document
    for key in lost[:-1]:
        part = part[key]
    del part[lost[-1]]
    with pytest.raises(OpenAPIValidationError):
        validate_openapi(document)


def test_openapi_says_who_answers_and_shows_a_real_answer() -> None:
    document = json.loads(TOY_MADE[urls.OPENAPI].content)
    assert document["info"]["license"]["name"] == "CC BY 4.0"
    assert document["info"]["contact"]["email"] == "desk@otterby.example"
    get = document["paths"]["/api/v1/claims/{id}.json"]["get"]
    (example,) = get["responses"]["200"]["content"]["application/json"]["examples"].values()
    assert example["externalValue"] in {
        urls.published("https://otterby.example/", p) for p in TOY_MADE
    }


def test_a_claim_needs_no_other_file() -> None:
    one = answer("claims/mayor-keeps-ferry")
    assert one["verdict"]["label"] == "Confirmed quotation"
    assert (one["verdict"]["value"], one["verdict"]["question"]) == (5, "said")
    assert one["claimant"]["name"] == "Ada Quill"
    passage = one["evidence"][0]["passage"]
    assert passage["quotation"] == "We will not close the ferry this winter"
    assert passage["suffix"] == ",” Mayor Ada Quill told"
    assert passage["verification"] == "verbatim"
    assert passage["source"]["title"] == "Otterby council votes to keep the ferry"
    assert passage["source"]["published"] == "2031-03-04"
    assert one["evidence"][1]["note"] == "Said in the same breath."
    assert [entry["kind"] for entry in one["history"]] == ["published", "correction"]
    assert one["former_ids"] == ["mayor-and-ferry"]
    assert one["translations"]["uk"]["title"] == "Мер про пором узимку"
    assert one["translations"]["uk"]["summary"] is None
    related = [(link["id"], link["relation"]) for link in one["related"]]
    assert related == [("clock-stands-still", "contradicted-by"), ("ferry-cost", "has-part")]


def test_a_version_says_whether_it_is_of_today() -> None:
    versions = answer("claims/vote-was-unanimous")["versions"]
    assert [version["is_current"] for version in versions] == [False, True]
    for version in versions:
        address = version["url"].removeprefix("https://otterby.example/").strip("/")
        assert f"{address}.md" in TOY_MADE
        assert version["digest"].startswith(address.rpartition("/")[2])


def test_a_withdrawn_claim_says_when_and_why() -> None:
    one = answer("claims/clock-stands-still")
    assert one["status"] == "withdrawn"
    assert one["withdrawal"] == {
        "date": "2031-03-13",
        "reason": one["history"][-1]["note"],
    }
    assert answer("claims/ferry-cost")["withdrawal"] is None


def test_the_newest_check_stands_first() -> None:
    days = [item["changed_on"] for item in answer("claims/index")["items"]]
    assert days == sorted(days, reverse=True)


def test_nothing_tells_of_a_draft() -> None:
    assert f"claims/{DRAFT}.md" in TOY_MADE
    telling = [p for p, o in TOY_MADE.items() if p.startswith("api/") and DRAFT in o.content]
    assert telling == []


def test_pages_of_a_collection_lead_to_each_other() -> None:
    corpus = load_sound(TOY)
    claim = corpus.claims["mayor-keeps-ferry"]
    claims = {f"c-{n}": claim.model_copy(update={"id": f"c-{n}"}) for n in range(201)}
    many = replace(corpus, claims=claims)
    to = Namer(next(editions(many)))
    pages = [*paging.pages(to, Kind.CLAIM, many.newest_claims)]
    read = {f"https://otterby.example/{page.path}": json.loads(page.content) for page in pages}
    address = f"https://otterby.example/{urls.collection(Kind.CLAIM)}"
    seen = []
    while address:
        page = read.pop(address)
        seen.append((page["page"], len(page["items"]), page["total"], page["pages"]))
        assert (page["previous"] is None) == (page["page"] == 1)
        address = page["next"]
    assert seen == [(1, 100, 201, 3), (2, 100, 201, 3), (3, 1, 201, 3)]
    assert read == {}


def test_an_empty_collection_has_a_page() -> None:
    to = Namer(next(editions(load_sound(TOY))))
    (page,) = paging.pages(to, Kind.EVENT, ())
    assert json.loads(page.content)["items"] == []


WORDS: dict[object, type[StrEnum]] = {
    words.Question: records.Question,
    words.Stance: records.Stance,
    words.State: State,
    words.PassageKind: records.PassageKind,
    words.HistoryKind: records.HistoryKind,
    words.Basis: records.Basis,
    words.Media: records.Media,
    words.SourceStatus: records.SourceStatus,
    words.SealKind: records.SealKind,
    words.PersonKind: records.PersonKind,
}


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: WORDS[kind].__name__)
def test_every_word_of_the_records_is_known(kind: object) -> None:
    schema = get_args(kind)[1].json_schema
    assert schema["enum"] == [word.value for word in WORDS[kind]], (
        "name the new word in contract/words.py and in changes.py; keep the old ones"
    )


def test_every_relation_has_a_word() -> None:
    pairs = {(how, derived) for how in records.RelatedAs for derived in (False, True)}
    assert RELATION.keys() == pairs


def resources(root: type[Resource] = Resource) -> list[type[Resource]]:
    return [m for child in root.__subclasses__() for m in (child, *resources(child))]


@pytest.mark.parametrize("model", resources(), ids=lambda model: model.__name__)
def test_no_field_is_of_the_records(model: type[Resource]) -> None:
    for name, field in model.model_fields.items():
        assert name == name.lower()
        for part in (field.annotation, *get_args(field.annotation)):
            assert not (isinstance(part, type) and issubclass(part, Choice | records.Model))


def test_the_list_of_formats_shows_a_true_sample() -> None:
    page = Page(TOY_MADE[urls.DATA])
    (sample,) = [text for text in page.texts("pre") if f"{urls.API}/claims/" in text]
    id_ = re.findall(r"claims/([\w-]+)\.json", sample)[0]
    one = answer(f"claims/{id_}")
    assert one["verdict"]["id"] in sample
    assert one["evidence"][0]["passage"]["quotation"] in sample
    assert {"rel": "service-desc", "href": urls.OPENAPI, "type": "application/json"} in (
        page.meta["head"]["links"]
    )


def test_the_same_records_make_the_same_bytes() -> None:
    inputs, _ = site.read(TOY)
    assert inputs is not None
    again, _ = site.build(inputs, drafts=True)
    ours = {o.path: o.data for o in again if o.path.startswith(urls.API)}
    assert ours == {p: o.data for p, o in TOY_MADE.items() if p.startswith(urls.API)}
