"""Problems printed: one format per module, and the dict that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.report.github import as_github
from generator.report.structured import as_json
from generator.report.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Problem

__all__ = ["FORMATS", "as_github", "as_json", "as_text"]

FORMATS: dict[str, Callable[[Sequence[Problem], Callable[[str], str | None]], str]] = {
    "text": as_text,
    "github": lambda found, _read: as_github(found),
    "json": lambda found, _read: as_json(found),
}
