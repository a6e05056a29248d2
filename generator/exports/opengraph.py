"""How a page looks where its link is shared: Open Graph, the card of X, and a picture.

Source: The Open Graph protocol (ogp.me). X takes title, text and picture from it and asks only for
the kind of card and for the words that stand for the picture. A preview names the pictures that the
published site has, and draws none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from generator import translated, urls, words
from generator.exports.head import Meta
from generator.exports.published import Page
from generator.offers import Group, Offer, Standard
from generator.output import Output
from generator.records import Kind, Status
from generator.share import drawing
from generator.share.picture import HEIGHT, WIDTH, ClaimPicture, Publisher, SitePicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.export import Makers
    from generator.exports.head import Element
    from generator.exports.published import Published
    from generator.records import Claim

STANDARD = Standard(name="Open Graph protocol", url="https://ogp.me/")


@dataclass(frozen=True)
class Drawing:
    """Draws a picture when it is called."""

    picture: ClaimPicture | SitePicture

    def __call__(self) -> bytes:
        """Return the PNG."""
        return drawing.png(drawing.document(self.picture))


def outputs(site: Published) -> Iterator[Output]:
    """Make the picture of the site in each language."""
    for edition in site.editions:
        yield from _drawn(site_picture(edition))


def of_records(edition: Edition) -> Makers:
    """Make the picture of a check."""
    return {Kind.CLAIM: partial(_of_claim, edition)}


def _of_claim(edition: Edition, claim_id: str) -> Iterator[Output]:
    return _drawn(claim_picture(edition, edition.corpus.claims[claim_id]))


def _drawn(picture: ClaimPicture | SitePicture) -> Iterator[Output]:
    if path := _path(picture):
        yield Output(path, "", make=Drawing(picture))


@lru_cache(maxsize=256)  # the head of a page names what its claim has drawn next
def _path(picture: ClaimPicture | SitePicture) -> str:
    return urls.share(drawing.digest(picture)) if drawing.is_shown(picture) else ""


def claim_picture(edition: Edition, claim: Claim) -> ClaimPicture:
    """Say what the picture of a public claim shows."""
    say, rating = edition.words, edition.corpus.ratings[claim.verdict or ""]
    is_published = claim.status is Status.PUBLISHED
    return ClaimPicture(
        publisher=_publisher(edition),
        kind=say.t("Fact check"),
        claim=_statement(edition, claim),
        who=tuple(_who(edition, claim)),
        question=say.t(words.QUESTION[claim.asks]) if is_published else say.t("This check"),
        verdict=rating.label if is_published else say.t(words.STATUS[claim.status]),
        colour=rating.colour if is_published else "grey",
        icon=rating.icon if is_published else "",
    )


def site_picture(edition: Edition) -> SitePicture:
    """Say what the picture of every other page shows."""
    return SitePicture(publisher=_publisher(edition), tagline=edition.corpus.publisher.tagline)


def _publisher(edition: Edition) -> Publisher:
    return Publisher(name=edition.corpus.publisher.name, mark=edition.corpus.mark)


def _statement(edition: Edition, claim: Claim) -> str:
    """Return the short form of a claim where there is one; none is translated."""
    own = edition.corpus.publisher.language
    is_own = translated.language_of(claim, "claim", edition.language, own) == own
    return claim.claim_short if claim.claim_short and is_own else claim.claim


def _who(edition: Edition, claim: Claim) -> Iterator[str]:
    """Say who said it, where and when, and then without the place, which may be long."""
    say, people = edition.words, edition.corpus.people
    name = people[claim.claimant].name if claim.claimant else say.t("No claimant named")
    day = say.day(claim.said_on) if claim.said_on else ""
    for parts in ((name, claim.said_in, day), (name, day)):
        yield " · ".join(part for part in parts if part)


def in_head(page: Page) -> Iterator[Element]:
    """Say it on every page that search engines may show."""
    if not page.is_indexed:
        return
    for name, content in (*_about(page), *_shown(page)):
        if content:
            yield Meta(name=name, content=content, is_property=not name.startswith("twitter:"))


def _about(page: Page) -> Iterator[tuple[str, str]]:
    claim = _claim(page)
    yield "og:type", "article" if claim else "website"
    # Of the home page, the site: "Home" says nothing elsewhere.
    yield "og:title", page.edition.corpus.publisher.name if page.path == urls.HOME else page.title
    yield "og:description", page.description
    yield "og:url", page.address
    yield "og:site_name", page.edition.corpus.publisher.name
    yield "og:locale", page.edition.words.with_country
    for language, _ in page.edition.trees:
        if language != page.edition.language and not urls.is_in_first_tree(page.path):
            yield "og:locale:alternate", words.of(language).with_country
    if claim:
        days = {"published": claim.published_on, "modified": claim.changed_on}
        yield from ((f"article:{name}_time", str(day)) for name, day in days.items() if day)


def _shown(page: Page) -> Iterator[tuple[str, str]]:
    claim = _claim(page)
    shown: ClaimPicture | SitePicture | None = None
    if claim:
        shown = claim_picture(page.edition, claim)
    # Where the fonts do not know the script of a claim, the picture of the site stands for it.
    if shown is None or not _path(shown):
        shown = site_picture(page.edition)
    if not _path(shown):
        yield "twitter:card", "summary"
        return
    alt = _alt(page.edition, shown)
    yield "og:image", urls.published(page.edition.corpus.publisher.url, _path(shown))
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", alt
    yield "twitter:card", "summary_large_image"
    yield "twitter:image:alt", alt


def _claim(page: Page) -> Claim | None:
    return page.edition.corpus.claims[page.record_id] if page.kind is Kind.CLAIM else None


def _alt(edition: Edition, picture: ClaimPicture | SitePicture) -> str:
    if isinstance(picture, SitePicture):
        return f"{picture.publisher.name}. {picture.tagline}"
    return edition.words.t(
        "{kind}: {claim} ({who}) {question} {verdict}.",
        kind=picture.kind,
        claim=picture.claim,
        who=picture.who[0],
        question=picture.question,
        verdict=picture.verdict,
    )


def offers(edition: Edition) -> Iterator[Offer]:
    """List the pictures with what the newest check says where it is shared."""
    say = edition.words
    public = (claim for claim in edition.corpus.newest_claims if claim.is_public)
    yield Offer(
        group=Group.CRAWLERS,
        name=say.t("Pictures for sharing"),
        text=say.t(
            "Each check has a picture of 1200 by 630 pixels with the claim and its verdict. Its "
            "address is in the head of the page, and changes when the picture does."
        ),
        patterns=(urls.published(edition.corpus.publisher.url, urls.share("<digest>")),),
        standard=STANDARD,
        sample="\n".join(line for claim in list(public)[:1] for line in _sample(edition, claim)),
    )


def _sample(edition: Edition, claim: Claim) -> Iterator[str]:
    page = Page(
        edition=edition,
        path=urls.page(Kind.CLAIM, claim.id),
        title=claim.title,
        description=claim.summary or claim.claim,
        kind=Kind.CLAIM,
        record_id=claim.id,
    )
    yield from (f"{name}: {content}" for name, content in (*_about(page), *_shown(page)))
