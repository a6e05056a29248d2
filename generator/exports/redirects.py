"""What leads on from the former ids of claims: a page each, and rules for hosts that read them.

A page without a script works on every host. ``_redirects`` is read by Netlify, Cloudflare Pages,
GitLab Pages and others, which then answer with status 301; there it leads on from files too.
"""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from generator import escape, urls
from generator.citations.formats import FORMATS
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.edition import Edition
    from generator.exports.export import Makers
    from generator.exports.published import Published
    from generator.records import Claim

    Place = Callable[[Kind, str], str]

STANDARD = Standard(
    name="Web _redirects",
    url="https://specs.ipfs.tech/http-gateways/web-redirects-file/",
)
# The page loads nothing and sends nothing.
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def _citation(ending: str) -> Place:
    return lambda _, claim_id: urls.citation(claim_id, ending)


# What else lies at an address with the id of a claim, beside its pages and cards: in the tree of
# each language, and at the root alone.
CITED = tuple(_citation(form.ending) for form in FORMATS)
FILES = (urls.raw, urls.resource)
_SAMPLE = 3


def outputs(site: Published) -> Iterator[Output]:
    """Make the rules."""
    rules = [rule for edition in site.editions for rule in _rules(edition, (urls.page,))]
    # Cloudflare reads the first 2,000 rules: what people follow stands first.
    rules += (rule for edition in site.editions for rule in _rules(edition, CITED))
    rules += _rules(site.first, FILES)
    if rules:
        yield Output(urls.REDIRECTS, "".join(rules))


def of_records(edition: Edition) -> Makers:
    """Make a page for each former id of a claim."""
    return {Kind.CLAIM: partial(_of_claim, edition)}


def _of_claim(edition: Edition, claim_id: str) -> Iterator[Output]:
    claim = edition.corpus.claims[claim_id]
    for former in claim.former_ids:
        yield Output(edition.prefix + urls.redirect(former), _page(edition, claim, former))


def _page(edition: Edition, claim: Claim, former: str) -> str:
    """Make the page. Search engines may read it: that is how they learn of the new address."""
    goal = edition.prefix + urls.page(Kind.CLAIM, claim.id)
    link = urls.final(edition.prefix + urls.redirect(former), goal)
    root = Element("html", lang=edition.language)
    head = SubElement(root, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={link}"})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = claim.title
    address = urls.published(edition.corpus.publisher.url, goal)
    SubElement(head, "link", rel="canonical", href=address)
    line = SubElement(SubElement(root, "body"), "p")
    SubElement(line, "a", href=link).text = edition.words.t(
        "This check has a new address: {title}", title=claim.title
    )
    return escape.document(root)


def _rules(edition: Edition, places: Sequence[Place]) -> Iterator[str]:
    """Write a rule for each of ``places`` that a claim had under its former ids."""
    # From the root of the host. Where a page lies at the former address, Netlify asks for 301!
    # before it follows the rule, and Cloudflare does not read that: there, the page leads on.
    root = urlsplit(edition.corpus.publisher.url).path + edition.prefix
    for claim in edition.corpus.claims.values():
        for former, place in product(claim.former_ids, places):
            old, new = (urls.published(root, place(Kind.CLAIM, id_)) for id_ in (former, claim.id))
            yield f"{old} {new} 301\n"


def offers(edition: Edition) -> Iterator[Offer]:
    """List the rules where a claim has a former id."""
    say, rules = edition.words, [*islice(_rules(edition, (urls.page,)), _SAMPLE)]
    if rules:
        yield Offer(
            group=Group.CRAWLERS,
            name=say.t("Former addresses"),
            text=say.t("Where each check is now that was at another address before."),
            files=(OfferedFile(label=urls.REDIRECTS, path=urls.REDIRECTS),),
            standard=STANDARD,
            sample="".join(rules),
        )
