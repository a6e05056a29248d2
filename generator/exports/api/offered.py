"""What the page "Data and feeds" says of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition

OPENAPI = Standard(name="OpenAPI 3.1", url="https://spec.openapis.org/oas/v3.1.0.html")


def offers(edition: Edition) -> Iterator[Offer]:
    """List the API with its description."""
    say, site = edition.words, edition.corpus.publisher.url
    yield Offer(
        group=Group.RECORDS,
        name=say.t("API"),
        text=say.t(
            "Each claim, source, person, topic, event and verdict as a file of JSON, and lists of "
            "them in pages of 100. No field is ever removed or renamed in version 1."
        ),
        files=(
            OfferedFile(label=say.t("Start here"), path=urls.API_ENTRY),
            OfferedFile(label=say.t("All addresses: OpenAPI"), path=urls.OPENAPI),
            OfferedFile(label=say.t("What changed"), path=urls.API_CHANGES),
        ),
        patterns=(urls.published(site, urls.resource(Kind.CLAIM, "<id>")),),
        standard=OPENAPI,
        sample=_sample(edition),
    )


def _sample(edition: Edition) -> str:
    """Show how to ask for a claim, and what comes back; ids and quotations are in no language."""
    for claim in edition.corpus.newest_claims:
        if claim.is_public and claim.evidence and claim.evidence[0].passage:
            path = urls.resource(Kind.CLAIM, claim.id)
            address = urls.published(edition.corpus.publisher.url, path)
            _, passage = edition.corpus.passage(claim.evidence[0].passage)
            asked = f"curl -s {address} |\n  jq -r '.verdict.id, .evidence[0].passage.quotation'"
            return f"{asked}\n{claim.verdict}\n{passage.quote}"
    return ""
