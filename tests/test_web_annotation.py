"""Annotations of passages: judged by a JSON-LD processor, the model's rules and the texts."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anchorpoint
import pytest
from pyld import jsonld

from generator import urls, words
from generator.exports.web_annotation import collection, target
from tests import independent_seal
from tests.conftest import TOY, TOY_ARCHIVE, load_sound, own_archive
from tests.hosted import ROOT
from tests.pages_of import Page, outputs
from tests.sealed import seal_again

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.output import Output

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COPY = json.loads((Path(__file__).parent / "annotations" / "anno.jsonld").read_text("utf-8"))
OA = "http://www.w3.org/ns/oa#"
# Vocabulary, section 3.3; a motivation that is none would be an IRI of nobody.
MOTIVATIONS = {"assessing", "highlighting", "commenting"}
SITE = "https://otterby.example/"
HERALD = f"{SITE}annotations/sources/otterby-herald-ferry.jsonld"
Json = dict[str, Any]


def documents(made: Mapping[str, Output]) -> dict[str, Json]:
    found = {path: o for path, o in made.items() if path.startswith("annotations/")}
    return {path: json.loads(output.content) for path, output in found.items()}


MADE = outputs(TOY)
TOYS = documents(MADE)
OWN = documents(outputs(ROOT))
EVERY = [*TOYS.values(), *OWN.values()]


def load(url: str, _: object) -> Json:
    assert url == CONTEXT, f"another document was asked for: {url}"
    return {"contextUrl": None, "documentUrl": url, "document": COPY}


OFFLINE = {"documentLoader": load}


def items(document: Json) -> list[Json]:
    page = document.get("first", {}) if document["type"] == "AnnotationCollection" else document
    found: list[Json] = page["items"] if isinstance(page, dict) and page else []
    return found


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def targets(one: Json) -> list[Json]:
    return listed(one["target"])


def every(found: Mapping[str, Json]) -> list[Json]:
    return [one for path, document in found.items() if "/page/" in path for one in items(document)]


# --- JSON-LD -----------------------------------------------------------------------------


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document["id"])
def test_context_drops_nothing(document: Json) -> None:
    dropped: list[str | None] = []
    expanded = jsonld.expand(document, OFFLINE, on_property_dropped=dropped.append)
    assert dropped == []
    again = jsonld.compact(expanded, CONTEXT, OFFLINE)
    assert plain(again) == plain(document)


def plain(value: Any) -> Any:
    """Write a list of one as its member, and what has an address alone as that."""
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id"}:
        return value["id"]
    return {key: plain(inner) for key, inner in value.items()}


def test_key_that_the_context_does_not_know_would_be_seen() -> None:
    dropped: list[str | None] = []
    document = {"@context": CONTEXT, "type": "Annotation", "stance": "supports"}
    jsonld.expand(document, OFFLINE, on_property_dropped=dropped.append)
    assert dropped == ["stance"]


def test_annotation_means_what_it_says() -> None:
    found = jsonld.expand(
        {"@context": CONTEXT} | items(TOYS["annotations/page/1.jsonld"])[0], OFFLINE
    )
    digest = "ni:///sha-256;niaMnY8vbEsPQPIFAADfGtwZfV1OgvEcRQWGr9qLD4I"
    number = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    moment = "http://www.w3.org/2001/XMLSchema#dateTime"
    assert found == [
        {
            "@id": f"{HERALD}#not-close",
            "@type": [f"{OA}Annotation"],
            f"{OA}motivatedBy": [{"@id": f"{OA}assessing"}],
            "http://purl.org/dc/terms/creator": [{"@id": SITE}],
            "http://purl.org/dc/terms/rights": [
                {"@id": "https://creativecommons.org/licenses/by/4.0/"}
            ],
            f"{OA}hasBody": [
                {
                    "@type": [f"{OA}SpecificResource"],
                    f"{OA}hasPurpose": [{"@id": f"{OA}assessing"}],
                    "http://purl.org/dc/elements/1.1/type": [{"@value": "supports"}],
                    f"{OA}hasSource": [
                        {
                            "@id": f"{SITE}claims/mayor-keeps-ferry/",
                            "http://purl.org/dc/elements/1.1/format": [{"@value": "text/html"}],
                            "http://purl.org/dc/elements/1.1/language": [{"@value": "en"}],
                            "http://www.w3.org/2000/01/rdf-schema#label": [
                                {"@value": "The mayor on the winter ferry"}
                            ],
                        }
                    ],
                }
            ],
            f"{OA}hasTarget": [
                {
                    "@type": [f"{OA}SpecificResource"],
                    f"{OA}hasSource": [
                        {
                            "@id": "https://herald.otterby.example/ferry",
                            "http://purl.org/dc/elements/1.1/language": [{"@value": "en"}],
                        }
                    ],
                    f"{OA}hasSelector": [
                        {
                            "@type": [f"{OA}TextQuoteSelector"],
                            f"{OA}exact": [{"@value": "We will not close the ferry this winter"}],
                            f"{OA}suffix": [{"@value": ",” Mayor Ada Quill told"}],
                        }
                    ],
                    f"{OA}hasState": [
                        {
                            "@type": [f"{OA}TimeState"],
                            f"{OA}sourceDateStart": [
                                {"@type": moment, "@value": "2031-03-06T00:00:00Z"}
                            ],
                            f"{OA}sourceDateEnd": [
                                {"@type": moment, "@value": "2031-03-06T23:59:59Z"}
                            ],
                        },
                        {
                            "@type": [f"{OA}TimeState"],
                            f"{OA}cachedSource": [{"@id": digest}],
                            f"{OA}refinedBy": [
                                {
                                    "@type": [f"{OA}TextPositionSelector"],
                                    f"{OA}start": [{"@type": number, "@value": 305}],
                                    f"{OA}end": [{"@type": number, "@value": 344}],
                                }
                            ],
                        },
                    ],
                }
            ],
        }
    ]


# --- the model ---------------------------------------------------------------------------


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document["id"])
def test_collections_and_pages_keep_the_rules(document: Json) -> None:
    assert document["@context"] == CONTEXT
    assert is_iri(document["id"])
    page = document.get("first", {})
    if isinstance(page, dict) and page:
        assert "@context" not in page
        assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
        assert (page["partOf"], document["last"]) == (document["id"], page["id"])
        assert document["total"] == len(page["items"]) > 0
    for one in items(document):
        assert "@context" not in one
        check(one)


def check(one: Json) -> None:
    """Hold an annotation against the MUSTs of sections 3 and 4."""
    assert is_iri(one["id"])
    assert one["type"] == "Annotation"
    assert one["motivation"] in MOTIVATIONS
    assert is_iri(one["creator"])
    assert is_iri(one["rights"])
    for body in one.get("body", ()):
        assert body["purpose"] in MOTIVATIONS
        if body["type"] == "TextualBody":
            assert isinstance(body["value"], str)
        else:
            assert (body["type"], is_iri(body["source"]["id"])) == ("SpecificResource", True)
    assert targets(one)
    for part in targets(one):
        assert part["type"] == "SpecificResource"
        assert is_iri(part["source"]["id"])
        assert part["selector"]["type"] == "TextQuoteSelector"
        assert part["selector"]["exact"].strip()
        for state in states(part):
            assert state["type"] == "TimeState"
            assert ("sourceDateStart" in state) == ("sourceDateEnd" in state)
            assert {"cached", "sourceDateStart"} & state.keys()
            place = state.get("refinedBy", {"type": "TextPositionSelector", "start": 0, "end": 1})
            assert place["type"] == "TextPositionSelector"
            assert 0 <= place["start"] < place["end"]


def states(part: Json) -> list[Json]:
    return listed(part.get("state", []))


def is_iri(text: object) -> bool:
    return isinstance(text, str) and bool(re.fullmatch(r"[a-z]+:[^\s<>\"{}|\\^`]+", text))


@pytest.mark.parametrize("found", [TOYS, OWN])
def test_every_passage_is_once_in_its_source_and_once_in_all(found: dict[str, Json]) -> None:
    by_source = [one for path, d in found.items() if "/sources/" in path for one in items(d)]
    in_all = every(found)
    assert by_source == in_all
    assert found[urls.ANNOTATIONS]["total"] == len(in_all)
    assert len({one["id"] for one in in_all}) == len(in_all)


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (100, [100]), (250, [100, 100, 50])])
def test_all_are_parted_into_pages(count: int, sizes: list[int]) -> None:
    own = load_sound(TOY)
    given = [{"id": f"{SITE}{number}"} for number in range(count)]
    (path, whole), *pages = collection.of_all(own, words.of("en"), given)
    assert (path, whole["total"]) == (urls.ANNOTATIONS, count)
    assert [len(page["items"]) for _, page in pages] == sizes
    assert list(chain.from_iterable(page["items"] for _, page in pages)) == given
    addresses = [page["id"] for _, page in pages]
    assert addresses == [SITE + urls.annotation_page(n + 1) for n in range(len(sizes))]
    assert [whole.get("first"), whole.get("last")] == (
        [addresses[0], addresses[-1]] if pages else [None, None]
    )
    assert [page["startIndex"] for _, page in pages] == [100 * n for n in range(len(sizes))]
    for (_, one), (_, other) in pairwise(pages):
        assert (one["next"], other["prev"]) == (other["id"], one["id"])


# --- what is quoted, and where -----------------------------------------------------------


def test_omission_parts_the_target() -> None:
    one = next(o for o in every(TOYS) if o["id"].endswith("#promised-boat"))
    assert [part["selector"]["exact"] for part in targets(one)] == [
        "The islanders were promised a boat",
        "they will have a boat.",
    ]
    assert {part["source"]["id"] for part in targets(one)} == {
        "https://herald.otterby.example/ferry"
    }


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [
        ("Monday", "Screen grab", " "),
        ("said:", "We", " "),
        ("this winter", ",” Mayor", ""),
        ("he said: “", "We", ""),
        ("word", "”", ""),
        ("he said —", "We", " "),
        ("end.", "Next", " "),
    ],
)
def test_what_stands_around_touches_as_in_print(left: str, right: str, between: str) -> None:
    assert target._between(left, right) == between  # noqa: SLF001


@pytest.mark.parametrize(
    ("known", "address", "cached"),
    [
        ({}, "https://herald.otterby.example/ferry", ["ni"]),
        (
            {"archive_url": "https://web.example/1"},
            "https://herald.otterby.example/ferry",
            ["https", "ni"],
        ),
        ({"url": None, "archive_url": "https://web.example/1"}, "https://web.example/1", ["ni"]),
        ({"url": None}, f"{SITE}sources/otterby-herald-ferry/", []),
    ],
)
def test_target_is_the_best_address_there_is(known: Json, address: str, cached: list[str]) -> None:
    own = load_sound(TOY)
    source = own.sources["otterby-herald-ferry"].model_copy(update=known)
    (found,) = target.targets(own, source, "vote")
    assert found["source"] == {"id": address, "language": "en"}
    told = [state["cached"] for state in states(found) if "cached" in state]
    assert [one.partition(":")[0] for one in told] == cached


def test_no_place_is_made_up() -> None:
    own = load_sound(TOY)
    source = own.sources["otterby-minutes-march"].model_copy(update={"url": "https://a.example/"})
    (found,) = target.targets(own, source, "expenditure")
    assert "TextPositionSelector" not in json.dumps(found)
    (state,) = [state for state in states(found) if "cached" in state]
    assert state["cached"].startswith("ni:///sha-256;")


def canonical(folder: Path, source: str) -> str:
    return independent_seal.canonical((folder / f"{source}.txt").read_bytes())[0]


def placed(found: Mapping[str, Json]) -> Iterator[tuple[str, Json, Json]]:
    """Yield source, target and state of each run whose place is known."""
    for one in every(found):
        source = one["id"].rpartition("/")[2].partition(".")[0]
        for part in targets(one):
            for state in states(part):
                if "refinedBy" in state:
                    yield source, part, state


def anchored(selector: Json, text: str) -> list[tuple[int, int]]:
    """Find a TextQuoteSelector as the model says, any row of blanks as one space."""
    around = (selector.get(key, "") for key in ("prefix", "exact", "suffix"))
    before, exact, behind = (re.escape(part).replace(r"\ ", r"[ \t\r\n]+") for part in around)
    found = re.finditer(rf"(?=(?:{before})({exact})(?:{behind}))", text)
    return [match.span(1) for match in found]


def check_places(found: Mapping[str, Json], folder: Path) -> int:
    count = 0
    for source, part, state in placed(found):
        text = canonical(folder, source)
        start, end = (state["refinedBy"][key] for key in ("start", "end"))
        named = urlsafe_b64decode(state["cached"].partition(";")[2] + "=")
        assert named == independent_seal.sha256(text.encode())
        assert independent_seal.blanks_as_one(text[start:end]) == part["selector"]["exact"]
        assert anchored(part["selector"], text) == [(start, end)]
        count += 1
    return count


def test_words_of_the_toy_corpus_are_found_where_they_are_said_to_be() -> None:
    assert check_places(TOYS, TOY_ARCHIVE) == 4


def own_texts() -> Path:
    folder = own_archive()
    if not list(folder.glob("*.txt")):
        pytest.skip(f"the captured texts are not at {folder}: set FACTCHECK_ARCHIVE")
    return folder


def test_words_of_the_five_sources_are_found_where_they_are_said_to_be() -> None:
    runs = [part for one in every(OWN) for part in targets(one)]
    assert check_places(OWN, own_texts()) == len(runs) >= 99


def test_another_program_finds_the_words_at_the_same_place() -> None:
    folder = own_texts()
    for source, part, state in placed(OWN):
        text = re.sub(r"\s", " ", canonical(folder, source))
        selector = {key: value for key, value in part["selector"].items() if key != "type"}
        found = anchorpoint.TextQuoteSelector(**selector).as_position(text)
        place = state["refinedBy"]
        assert (found.start, found.end) == (place["start"], place["end"])


# --- the site ----------------------------------------------------------------------------


def test_page_of_a_source_leads_to_its_annotations() -> None:
    heads = {path: Page(made).meta.get("head", {}) for path, made in MADE.items() if made.is_page}
    linked = {
        path: link["href"]
        for path, told in heads.items()
        for link in told.get("links", ())
        if link["href"].startswith("annotations/")
    }
    assert linked == {
        f"sources/{id_}.md": urls.annotations_of(id_) for id_ in load_sound(TOY).sources
    }
    assert set(linked.values()) <= TOYS.keys()


def test_what_only_drafts_use_is_not_published(
    toy: Path, write: Callable[[str, str], Path]
) -> None:
    herald = toy / "content/sources/otterby-herald-ferry.yml"
    more = "  boats-only:\n    quote: boats that only a draft knows\n    kind: narration\n"
    write("content/sources/otterby-herald-ferry.yml", herald.read_text("utf-8") + more)
    draft = toy / "claims/timetable-in-april.yml"
    item = "evidence:\n  - passage: otterby-herald-ferry#boats-only\n    stance: supports\n"
    write("claims/timetable-in-april.yml", draft.read_text("utf-8") + item)
    seal_again(toy)
    for drafts in (False, True):
        found = documents(outputs(toy, drafts=drafts))
        assert "boats-only" not in json.dumps(found)
        assert "timetable" not in json.dumps(found)
        assert len(every(found)) == len(every(TOYS))


def test_two_builds_are_the_same() -> None:
    again = outputs(TOY)
    assert {path: again[path].data for path in TOYS} == {path: MADE[path].data for path in TOYS}
