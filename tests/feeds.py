"""The feeds of a corpus as a feed reader finds them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import feedparser

from generator import publication, site
from generator.exports import feeds
from generator.problems import has_errors
from tests.exported import files

if TYPE_CHECKING:
    from pathlib import Path


def made(root: Path) -> dict[str, str]:
    """Return the text of every feed by its path; the corpus has no error."""
    inputs, problems = site.read(root)
    assert inputs is not None
    assert not has_errors(problems), problems
    public = publication.public(inputs.corpus)
    return {output.path: output.content for output in files(feeds, public)}


def atom(text: str) -> Any:
    """Return what feedparser reads; anything it had to guess or mend is a failure."""
    found = feedparser.parse(text.encode(), sanitize_html=False)
    assert found.bozo is False, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def items(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["items"]
    return found


def ids(made: dict[str, str]) -> dict[str, list[str]]:
    """Return the ids of the entries of every Atom feed, by path."""
    return {p: [e.id for e in atom(t).entries] for p, t in made.items() if p.endswith(".xml")}
