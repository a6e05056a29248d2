"""The pages of frozen versions: each claim as it was published, at an address that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.escape import Safe
from generator.pages.claim import shown
from generator.pages.linking import Linker
from generator.pages.views import TEXT, Banner
from generator.permalinks import permalinks
from generator.records import Kind, Staff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.pages.views import ClaimPage
    from generator.permalinks import Permalink
    from generator.records import Claim


def version_pages(edition: Edition, claim: Claim) -> list[ClaimPage]:
    """Make a page of each version of a claim; they are in the language of the checks alone."""
    links = permalinks(edition.corpus, claim.id) if edition.is_first else ()
    return [_page(edition, claim, link) for link in links]


def _page(edition: Edition, claim: Claim, link: Permalink) -> ClaimPage:
    then = link.version.record
    known = _known(edition.corpus, then)
    to = Linker(replace(edition, corpus=_with_staff(edition.corpus, then)), link.path)
    say = to.words
    page = shown(to, known)
    return replace(
        page,
        title=say.t(
            "{title} (version of {date})", title=then.title, date=say.day(link.version.date)
        ),
        named="",
        canonical=urls.page(Kind.CLAIM, claim.id),
        noindex=True,
        kind=TEXT,
        notices=(_banner(to, claim, link), *_lost(to, then), *page.notices),
        verdict=to.rating(then.verdict),
        related=(),
        actions=to.actions("", then.title),
    )


def _banner(to: Linker, claim: Claim, link: Permalink) -> Banner:
    say = to.words
    day = say.day(link.version.date)
    page = urls.page(Kind.CLAIM, claim.id)
    if link.is_current:
        title = say.t("This is the current version, of {date}", date=day)
        there = to.to(say.t("Read the page of this check"), page)
    else:
        title = say.t("This is the version of {date}", date=day)
        there = to.to(say.t("Read the current version"), page)
    text = say.safe(
        "{link}. Quotations and names are shown as this site has them today.", link=there
    )
    return Banner(style=Safe("fc-version"), title=title, text=text)


def _lost(to: Linker, then: Claim) -> Iterator[Banner]:
    """Name what the version rests on and the records of today do not have any more."""
    passages = [item.passage for item in then.evidence if item.passage]
    lost = [passage for passage in passages if not _has_passage(to.corpus, passage)]
    lost += [source for source in then.appearances if source not in to.corpus.sources]
    if lost:
        yield Banner(
            style=Safe("fc-status"),
            title=to.words.t("Evidence of this version that this site no longer holds"),
            text=escape.join(lost),
        )


def _known(corpus: Corpus, then: Claim) -> Claim:
    """Return the version without evidence and excuses that nothing stands for any more."""
    return then.model_copy(
        update={
            "verdict": then.verdict if then.verdict in corpus.ratings else None,
            "appearances": tuple(s for s in then.appearances if s in corpus.sources),
            "evidence": tuple(
                item
                for item in then.evidence
                if item.passage is None or _has_passage(corpus, item.passage)
            ),
            "excused": (),
        }
    )


def _has_passage(corpus: Corpus, reference: str) -> bool:
    source, _, passage = reference.partition("#")
    return source in corpus.sources and passage in corpus.sources[source].passages


def _with_staff(corpus: Corpus, then: Claim) -> Corpus:
    """Let who is no longer of the staff stand by their id."""
    staff = corpus.publisher.staff
    gone = {id_ for id_ in (then.checked_by, then.reviewed_by) if id_ and id_ not in staff}
    if not gone:
        return corpus
    named = {**staff, **{id_: Staff(name=id_, role=None) for id_ in gone}}
    return replace(corpus, publisher=corpus.publisher.model_copy(update={"staff": named}))
