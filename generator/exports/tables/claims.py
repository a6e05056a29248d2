"""The table of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.tables.dates import when
from generator.exports.tables.table import (
    Table,
    Type,
    dated,
    optional,
    ordered,
    refers,
    text,
    typed,
)
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.published import Published
    from generator.exports.tables.table import Row
    from generator.records import Claim


def _rows(site: Published) -> Iterator[Row]:
    for claim in ordered(site.corpus.claims):
        yield {
            **_statement(claim),
            **_check(claim),
            **_reply(claim),
            **_life(claim),
            "page": site.address(urls.page(Kind.CLAIM, claim.id)),
        }


def _statement(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "title": claim.title,
        "claim": claim.claim,
        "claim_short": claim.claim_short,
        "asks": claim.asks.value,
        "claimant_id": claim.claimant,
        "claimant_note": claim.claimant_note,
        **when("said_on", claim.said_on),
        "said_in": claim.said_in,
    }


def _check(claim: Claim) -> Row:
    return {
        "verdict_id": claim.verdict,
        "summary": claim.summary,
        "analysis": claim.analysis,
        "single_source_reason": claim.single_source_reason,
        "checked_by_id": claim.checked_by,
        "reviewed_by_id": claim.reviewed_by,
    }


def _reply(claim: Claim) -> Row:
    reply = claim.response
    return {
        "response_asked_on": reply.asked_on if reply else None,
        "response_answer": reply.answer if reply else None,
        "response_none_because": reply.none_because if reply else None,
    }


def _life(claim: Claim) -> Row:
    return {
        "status": claim.status.value,
        "published_on": claim.published_on,
        "changed_on": claim.changed_on,
        "reviewed_on": claim.reviewed_on,
        "former_ids": list(claim.former_ids),
    }


CLAIMS = Table(
    name="claims",
    description="The statements that were checked, each with its verdict. Only published ones.",
    key=("id",),
    label="title",
    searched=("title", "claim", "summary", "analysis"),
    rows=_rows,
    columns=(
        text("id", "Identifier, which is the end of the address of its page."),
        text("title", "Headline of the check: a neutral question."),
        text("claim", "The statement under review."),
        optional("claim_short", "The statement in at most 74 characters, where it is longer."),
        text("asks", "What is checked: 'said' (was it said so?) or 'fact' (is it so?)."),
        refers("claimant_id", "people", "Who made the claim; null when not known.", needed=False),
        optional("claimant_note", "Why no claimant is named, or what to know about the one named."),
        *dated("said_on", "When it was said"),
        optional("said_in", "Where it was said: an interview, a speech, a post."),
        refers("verdict_id", "ratings", "The verdict."),
        text("summary", "The answer and the reason, in one or two sentences."),
        optional("analysis", "How the evidence leads to the verdict, in Markdown."),
        optional("single_source_reason", "Why one independent origin was enough."),
        refers("checked_by_id", "staff", "Who wrote the check."),
        refers("reviewed_by_id", "staff", "Who reviewed it before publication.", needed=False),
        optional("response_asked_on", "Day on which the claimant was asked.", Type.DATE),
        optional("response_answer", "What the claimant answered."),
        optional("response_none_because", "Why the claimant was not asked."),
        text("status", "'published', or 'withdrawn': taken back, its page stays with the reason."),
        typed("published_on", Type.DATE, "Day of the first publication."),
        typed("changed_on", Type.DATE, "Day of the newest entry of its history."),
        typed("reviewed_on", Type.DATE, "Day on which somebody last looked whether it holds."),
        typed("former_ids", Type.LIST, "Identifiers under which it was published before."),
        text("page", "Address of its page."),
    ),
)
