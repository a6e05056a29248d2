"""Citation files: that of each site, and the project's own."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft7Validator

from generator import yamltext
from generator.edition import editions
from generator.exports import cff
from generator.exports.published import Published
from generator.records import Licence
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import outputs

if TYPE_CHECKING:
    from generator.corpus import Corpus

SCHEMA = get_builtin_schema("vendor.citation-file-format")
SPDX = SCHEMA["definitions"]["license-enum"]["enum"]
COMMONS = "https://creativecommons.org"


def read(text: str) -> dict[str, Any]:
    """Read a citation file that holds for the official schema."""
    told = yamltext.load_settings(text)
    assert list(Draft7Validator(SCHEMA).iter_errors(told)) == []
    return told


def of(corpus: Corpus) -> dict[str, Any]:
    (made,) = cff.outputs(Published(editions=tuple(editions(corpus))))
    assert made.path == "CITATION.cff"
    return read(made.content)


def licensed(name: str, url: str) -> dict[str, Any]:
    corpus = load_sound(TOY)
    licence = Licence(name=name, url=url)
    return of(replace(corpus, publisher=corpus.publisher.model_copy(update={"licence": licence})))


def test_a_site_is_cited_as_a_data_set_of_its_newest_day() -> None:
    assert read(outputs(TOY)["CITATION.cff"].content) == {
        "cff-version": "1.2.0",
        "message": "Cite the data of this site as follows.",
        "type": "dataset",
        "title": "Otterby Checks",
        "abstract": "What the council of Otterby said, word for word.",
        "authors": [{"name": "Otterby Checks", "website": "https://otterby.example/"}],
        "url": "https://otterby.example/",
        "license": "CC-BY-4.0",
        "version": "2031-03-14",
        "date-released": "2031-03-14",
        "keywords": ["Harbour ferry", "Town budget"],
    }


@pytest.mark.parametrize("terms", ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"])
@pytest.mark.parametrize("version", ["1.0", "2.0", "2.5", "3.0", "4.0"])
def test_every_licence_of_creative_commons_has_its_name(terms: str, version: str) -> None:
    told = licensed("ours", f"{COMMONS}/licenses/{terms}/{version}/")
    assert told["license"] == f"CC-{terms.upper()}-{version}"
    assert told["license"] in SPDX


def test_the_waiver_has_its_name_and_other_terms_their_address() -> None:
    assert licensed("CC0", f"{COMMONS}/publicdomain/zero/1.0/")["license"] == "CC0-1.0"
    for url in (f"{COMMONS}/licenses/by/9.0/", "https://terms.example/"):
        told = licensed("ours", url)
        assert (told["license-url"], "license" in told) == (url, False)


def test_a_site_without_checks_names_no_day_and_no_topic() -> None:
    corpus = load_sound(TOY)
    told = of(replace(corpus, claims={}, sources={}, topics={}, versions={}))
    assert {"version", "date-released", "keywords"} & told.keys() == set()


def test_the_project_says_how_it_is_cited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    holder = (ROOT / "LICENSE").read_text("utf-8").splitlines()[2]
    told = read((ROOT / "CITATION.cff").read_text("utf-8"))
    assert told["type"] == "software"
    assert told["title"] == project["name"]
    assert told["abstract"] == project["description"]
    assert told["version"] == project["version"]
    assert told["license"] == project["license"]
    assert holder.lower().endswith(told["authors"][0]["name"].lower())
