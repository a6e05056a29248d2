"""What a page says of itself where its link is shared."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from generator import publication, site, urls
from generator.edition import editions
from generator.exports import opengraph
from generator.exports.published import Page
from generator.fields import PartialDate
from generator.records import Claim, Kind, Status
from tests.conftest import TOY
from tests.exported import files
from tests.hosted import ROOT
from tests.pages_of import Page as Built
from tests.pages_of import outputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.output import Output

ADDRESS = "https://wordforword.example/"


@pytest.fixture(scope="module")
def own() -> Corpus:
    inputs, _ = site.read(ROOT)
    assert inputs is not None
    return publication.public(inputs.corpus)


def head(page: Page) -> dict[str, str]:
    return {element.name: element.content for element in opengraph.in_head(page)}  # type: ignore[union-attr]


def page(corpus: Corpus, claim_id: str, **changed: Any) -> Page:
    claim = corpus.claims[claim_id]
    (first, *_) = editions(corpus)
    found = Page(
        edition=first,
        path=urls.page(Kind.CLAIM, claim_id),
        title=claim.title,
        description=claim.summary or "",
        kind=Kind.CLAIM,
        record_id=claim_id,
    )
    return replace(found, **changed)


def edited(corpus: Corpus, claim_id: str, **changed: Any) -> Corpus:
    claim = corpus.claims[claim_id].model_copy(update=changed)
    return replace(corpus, claims={**corpus.claims, claim_id: claim})


def pictures(made: Iterable[Output]) -> set[str]:
    return {output.path for output in made}


def test_there_is_a_picture_for_each_claim_and_one_for_the_rest(own: Corpus) -> None:
    made = files(opengraph, own)
    assert len(made) == len(pictures(made)) == 2 * (len(own.claims) + 1)
    assert all(path.startswith("share/") and path.endswith(".png") for path in pictures(made))
    assert made == files(opengraph, own)


def test_an_edit_redraws_one_picture_in_each_language(own: Corpus) -> None:
    one = min(own.claims)
    day = PartialDate(1999, 1, 1)
    before = pictures(files(opengraph, own))
    after = pictures(files(opengraph, edited(own, one, said_on=day)))
    assert (len(after - before), len(before - after)) == (2, 2)
    # What no picture shows changes none.
    shown = edited(own, one, analysis="Other words.", reviewed_on=date(1999, 1, 1))
    assert pictures(files(opengraph, shown)) == before


def test_claims_that_look_the_same_share_a_picture() -> None:
    inputs, _ = site.read(TOY)
    assert inputs is not None
    claims = inputs.corpus.claims
    one, other = "ferry-cost", "mayor-keeps-ferry"
    twin = claims[one].model_copy(update={"id": other})
    same = replace(inputs.corpus, claims={**claims, other: twin})
    made, problems = site.build(replace(inputs, corpus=same), drafts=False)
    drawn = [output.path for output in made if output.make]
    assert len(drawn) == len(set(drawn)) == len(publication.public(same).claims)
    assert [p for p in problems if p.code == "address-collision"] == []


def test_the_short_form_is_shown_in_its_language_alone(own: Corpus) -> None:
    (claim_id, *_) = (id_ for id_, claim in own.claims.items() if claim.claim_short)
    first, second = editions(own)
    told = [
        opengraph.claim_picture(edition, edition.corpus.claims[claim_id]).claim
        for edition in (first, second)
    ]
    assert told == [own.claims[claim_id].claim_short, second.corpus.claims[claim_id].claim]


def test_a_withdrawn_claim_shows_no_verdict(own: Corpus) -> None:
    one = min(own.claims)
    taken_back = edited(own, one, status=Status.WITHDRAWN)
    shown = opengraph.claim_picture(next(editions(taken_back)), taken_back.claims[one])
    assert (shown.verdict, shown.colour, shown.icon) == ("Withdrawn", "grey", "")


def test_a_script_that_our_fonts_lack_is_shown_by_the_picture_of_the_site(own: Corpus) -> None:
    one = min(own.claims)
    words: dict[str, Any] = {"claim": "قال العمدة", "claim_short": None, "translations": {}}
    told = head(page(edited(own, one, **words), one))
    elsewhere = head(page(own, one, path="about.md", kind=None, record_id=""))
    assert told["og:image"] == elsewhere["og:image"]
    assert told["og:image:alt"] == f"{own.publisher.name}. {own.publisher.tagline}"


def test_a_site_without_any_picture_asks_for_none(own: Corpus) -> None:
    named = own.publisher.model_copy(update={"name": "事實"})
    told = head(page(replace(own, publisher=named), min(own.claims)))
    assert told["twitter:card"] == "summary"
    assert "og:image" not in told
    assert files(opengraph, replace(own, publisher=named)) == []


def test_pages_that_nobody_should_find_say_nothing(own: Corpus) -> None:
    assert head(page(own, min(own.claims), is_indexed=False)) == {}


def test_what_is_empty_is_not_said(own: Corpus) -> None:
    told = head(page(own, min(own.claims), description=""))
    assert "og:description" not in told
    assert all(told.values())


def test_page_without_front_matter_has_title_and_description(toy: Path) -> None:
    (toy / "content/pages/about.md").write_text("# About us\n", "utf-8")
    made = outputs(toy)
    told = {path: Built(made[path]).meta["head"]["metas"] for path in ("about.md", "index.md")}
    named = {p: {m.get("property"): m["content"] for m in metas} for p, metas in told.items()}
    assert named["about.md"]["og:title"] == "About us"
    assert named["index.md"]["og:title"] == "Otterby Checks"
    tagline = "What the council of Otterby said, word for word."
    assert [page["og:description"] for page in named.values()] == [tagline, tagline]


def test_no_page_says_nothing_in_a_meta_element() -> None:
    built = {path: Built(o) for path, o in outputs(TOY).items() if o.is_page}
    metas = [
        (path, m) for path, p in built.items() for m in p.meta.get("head", {}).get("metas", ())
    ]
    assert len(metas) > len(built)
    assert [path for path, meta in metas if not meta["content"]] == []


def test_drafts_have_neither_picture_nor_words() -> None:
    preview, public = outputs(TOY, drafts=True), outputs(TOY)
    assert "og:" not in preview["claims/timetable-in-april.md"].content
    assert "og:image" in preview["claims/ferry-cost.md"].content
    made = pictures(output for output in preview.values() if output.make)
    assert made == pictures(output for output in public.values() if output.make)
    assert len(made) == 5


def properties(file: Path) -> dict[str, str]:
    tree = LexborHTMLParser(file.read_text("utf-8"))
    found = [
        (n.attributes.get("property") or n.attributes.get("name"), n) for n in tree.css("meta")
    ]
    assert len([name for name, _ in found if name == "og:image"]) == 1
    return {name: node.attributes["content"] or "" for name, node in found if name}


def claims_of(own: Corpus) -> Iterator[Claim]:
    yield from (claim for claim in own.claims.values() if claim.is_public)


@pytest.mark.parametrize(
    ("tree", "locale", "other"), [("", "en_US", "uk_UA"), ("uk/", "uk_UA", "en_US")]
)
def test_built_pages_name_their_own_picture(
    own_site: Path, own: Corpus, tree: str, locale: str, other: str
) -> None:
    seen = set()
    for claim in claims_of(own):
        told = properties(own_site / tree / "claims" / claim.id / "index.html")
        assert told["og:url"] == f"{ADDRESS}{tree}claims/{claim.id}/"
        assert (told["og:type"], told["twitter:card"]) == ("article", "summary_large_image")
        assert (told["og:locale"], told["og:locale:alternate"]) == (locale, other)
        assert told["og:site_name"] == own.publisher.name
        assert told["og:description"] == told["description"]
        assert told["article:modified_time"] == str(claim.changed_on)
        file = own_site / told["og:image"].removeprefix(ADDRESS)
        image = Image.open(io.BytesIO(file.read_bytes()))
        assert image.format == "PNG"
        assert [str(side) for side in image.size] == [
            told["og:image:width"],
            told["og:image:height"],
        ]
        assert told["og:image:alt"] == told["twitter:image:alt"]
        seen.add(file)
    assert len(seen) == len(own.claims)
    about = properties(own_site / tree / "about" / "index.html")
    assert about["og:type"] == "website"
    assert (own_site / about["og:image"].removeprefix(ADDRESS)) not in seen


def test_pictures_are_light(own_site: Path) -> None:
    sizes = [file.stat().st_size for file in (own_site / "share").iterdir()]
    assert max(sizes) < 90_000
    assert sum(sizes) / len(sizes) < 60_000
