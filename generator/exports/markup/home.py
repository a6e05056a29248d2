"""The site and who answers for it, on its home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.markup import agents
from generator.exports.markup.thing import Thing, thing

if TYPE_CHECKING:
    from generator.exports.published import Page

# What a page of that name says, as schema.org and the Trust Project call it.
POLICIES = {
    "publishingPrinciples": urls.METHOD,
    "correctionsPolicy": urls.CORRECTIONS_POLICY,
    "ownershipFundingInfo": urls.ABOUT,
}


def web_site(page: Page) -> Thing:
    """Describe the site in the language of its home page."""
    publisher = page.edition.corpus.publisher
    return thing(
        "WebSite",
        name=publisher.name,
        url=page.address,
        description=publisher.tagline,
        inLanguage=page.edition.language,
        publisher=agents.publisher(publisher),
        license=publisher.licence.url,
    )


def organisation(page: Page) -> Thing:
    """Describe the publisher, with links to those policies that the site has."""
    publisher = page.edition.corpus.publisher
    policies = {
        name: urls.published(publisher.url, page.edition.prefix + path)
        for name, path in POLICIES.items()
        if path in page.written
    }
    contact = thing("ContactPoint", contactType="corrections", email=publisher.contact)
    return {**agents.publisher(publisher), **policies, "contactPoint": contact}
