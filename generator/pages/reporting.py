"""Addresses by which a reader opens an issue, with the form that fits and its fields filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from generator.words import message

if TYPE_CHECKING:
    from generator.records import Publisher

ERROR = "report-an-error"
# Forms of .github/ISSUE_TEMPLATE/, and what a reader does with each.
FORMS = {
    "suggest-a-claim": message("Suggest a claim to check"),
    ERROR: message("Report an error"),
    "suggest-a-source": message("Suggest a source"),
}
# GitHub refuses addresses of 8192 bytes and titles of 257 characters. A character has at most
# twelve bytes in an address, and a title stands in it twice.
LONGEST = 200


def error(publisher: Publisher, title: str, page: str) -> str:
    """Return the address that reports an error on ``page``; empty when there is no tracker."""
    title = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    about = f"Error: {title}"
    if has_forms(publisher):
        return new_issue(publisher, template=f"{ERROR}.yml", title=about, page=f"{title}: {page}")
    return new_issue(publisher, title=about)


def new_issue(publisher: Publisher, **fields: str) -> str:
    """Return the address of a new issue with these fields; empty when there is no tracker."""
    if not publisher.issue_url:
        return ""
    mark = "&" if "?" in publisher.issue_url else "?"
    # A blank is %20: not every tracker reads the plus sign that forms write.
    return f"{publisher.issue_url}{mark}{urlencode(fields, quote_via=quote, safe='')}"


def has_forms(publisher: Publisher) -> bool:
    """Whether new issues are opened as on GitHub, where a form and its fields can be named."""
    return (publisher.issue_url or "").endswith("/issues/new")
