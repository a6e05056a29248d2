"""``llms.txt``: the site in one short Markdown file, for programs that read with a language model.

Source: llmstxt.org: a heading, a quotation that says what the site is, then lists of links. It is
bounded: the newest checks stand in it, and the lists and data files lead to all.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.edition import Edition
    from generator.exports.published import Page, Published

STANDARD = Standard(name="llms.txt", url="https://llmstxt.org/")
MOST = 50
# Hand-written ones too, where a site has them: each stands under its own title.
PAGES = (
    urls.ABOUT,
    urls.METHOD,
    urls.index(Kind.CLAIM),
    urls.index(Kind.SOURCE),
    urls.index(Kind.PERSON),
    urls.index(Kind.TOPIC),
    urls.index(Kind.EVENT),
    urls.index(Kind.RATING),
    urls.TIMELINE,
    urls.AGREEMENT,
    urls.VERIFICATION,
    urls.CORRECTIONS_POLICY,
    urls.CORRECTIONS,
)
DATA = (urls.DATA, "cite.md")
# The protocol's own name for links that a short reading leaves out.
OPTIONAL = "Optional"


def outputs(site: Published) -> Iterator[Output]:
    """Make the file, in the language of the checks."""
    say, pages = site.first.words, {page.place: page for page in site.pages}
    sections = {
        say.t("Pages"): _pages(pages, PAGES),
        say.t("Newest checks"): _checks(site.first),
        say.t("Topics"): _topics(site.first),
        say.t("Data and licence"): _pages(pages, DATA),
        OPTIONAL: [_home(edition) for edition in site.editions[1:]],
    }
    listed = (_section(heading, rows) for heading, rows in sections.items() if rows)
    yield Output(urls.LLMS, "\n\n".join([*_intro(site.first), *listed]) + "\n")


def _intro(edition: Edition) -> list[str]:
    publisher, say = edition.corpus.publisher, edition.words
    how = say.t(
        "Each check gives the statement, the verdict, the question that the verdict answers, and "
        "the quoted passages with their sources. Cite a check by the address of its page. The "
        "licence of the site, {licence}, does not cover quoted passages.",
        licence=publisher.licence.name,
    )
    return [
        f"# {escape.readable(publisher.name)}",
        f"> {escape.readable(publisher.tagline)}",
        escape.readable(how),
    ]


def _section(heading: str, rows: Iterable[str]) -> str:
    return f"## {escape.readable(heading)}\n\n" + "\n".join(rows)


def _pages(pages: Mapping[str, Page], paths: Iterable[str]) -> list[str]:
    found = (pages[path] for path in paths if path in pages)
    return [_row(page.title, page.address, page.description) for page in found]


def _checks(edition: Edition) -> list[str]:
    corpus = edition.corpus
    rows = []
    # What was withdrawn is no check that the site stands by.
    published = (c for c in corpus.newest_claims if c.status is Status.PUBLISHED)
    for claim in islice(published, MOST):
        verdict = corpus.ratings[claim.verdict].label if claim.verdict else ""
        said = " ".join(part for part in (f"{verdict}.", claim.summary) if part)
        rows.append(_row(claim.title, _address(edition, Kind.CLAIM, claim.id), said))
    return rows


def _topics(edition: Edition) -> list[str]:
    topics = list(edition.corpus.topics.values())[:MOST]
    return [_row(t.name, _address(edition, Kind.TOPIC, t.id), t.description or "") for t in topics]


def _home(edition: Edition) -> str:
    address = urls.published(edition.corpus.publisher.url, edition.prefix + urls.HOME)
    return _row(edition.words.own_name, address)


def _address(edition: Edition, kind: Kind, record_id: str) -> str:
    return urls.published(edition.corpus.publisher.url, urls.page(kind, record_id))


def _row(label: str, address: str, note: str = "") -> str:
    said = f": {escape.readable(note)}" if note else ""
    return f"- [{escape.readable(label)}]({escape.address(address)}){said}"


def offers(edition: Edition) -> Iterator[Offer]:
    """List it with what search engines read."""
    say = edition.words
    name, tagline, _ = _intro(edition)
    yield Offer(
        group=Group.CRAWLERS,
        name=say.t("The site in short, for language models"),
        text=say.t("What this site is, its main pages and its newest checks, in one text."),
        files=(OfferedFile(label=urls.LLMS, path=urls.LLMS),),
        standard=STANDARD,
        sample="\n".join([name, tagline, *_checks(edition)[:1]]),
    )
