"""The files of ``site_config``: who publishes, on which scale, by which limits."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import reading
from generator.fields import id_fault
from generator.problems import Problem
from generator.records import Publisher, Rating, Rules
from generator.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

    from generator.yamltext import Document


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The publisher and the scale, as records and as written; None for what cannot be read."""

    publisher: Publisher | None = None
    publisher_document: Document | None = None
    ratings: dict[str, Rating] | None = None
    rating_document: Document | None = None


def read(root: Path) -> tuple[Settings, list[Problem]]:
    """Read the publisher and the scale."""
    publisher: Publisher | None = None
    ratings: dict[str, Rating] | None = None
    if problem := reading.not_a_project(root):
        return Settings(), [problem]
    written, problems = reading.read(root, reading.PUBLISHER)
    if written is not None:
        publisher, trouble = validate(Publisher, written.data, written)
        problems += trouble
    document, trouble = reading.read(root, reading.RATINGS)
    problems += trouble
    if document is not None:
        ratings, trouble = _ratings(document)
        problems += trouble
    return (
        Settings(
            publisher=publisher,
            publisher_document=written,
            ratings=ratings,
            rating_document=document,
        ),
        problems,
    )


def rules(root: Path) -> tuple[Rules, list[Problem]]:
    """Read the limits of the rules; what is not written has its default."""
    if not os.path.lexists(root / reading.RULES):
        return Rules(), []
    document, problems = reading.read(root, reading.RULES)
    if document is None:
        return Rules(), problems
    found, problems = validate(Rules, document.data, document)
    return found or Rules(), problems


def mark(root: Path) -> tuple[str, list[Problem]]:
    """Read the sign of the publisher, an SVG document; empty where there is none."""
    if not os.path.lexists(root / reading.MARK):
        return "", []
    return reading.read_text(root, reading.MARK)


def _ratings(document: Document) -> tuple[dict[str, Rating] | None, list[Problem]]:
    """Read the scale, in the order in which it is written."""
    ratings: dict[str, Rating] = {}
    problems: list[Problem] = []
    for id_, value in document.data.items():
        at = document.at((id_,), key=True)
        if said := id_fault(id_):
            problems.append(Problem("not-an-id", at, said))
        elif not isinstance(value, dict):
            said = f"'{id_}' needs its fields on indented lines below it"
            problems.append(Problem("wrong-type", at, said))
        else:
            rating, trouble = validate(Rating, value, document, at=(id_,), id=id_)
            problems += trouble
            if rating is not None:
                ratings[id_] = rating
    return (None if problems else ratings), problems
