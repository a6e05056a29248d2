"""Problems printed: one format per module, and the dict that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.problems import summary
from generator.report.github import as_github
from generator.report.marked import Paint, Role, unpainted
from generator.report.sarif import as_sarif
from generator.report.structured import as_json
from generator.report.text import as_mended, as_text
from generator.report.unified import as_unified

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Problem

__all__ = [
    "DOCUMENTS",
    "FORMATS",
    "Paint",
    "Role",
    "as_github",
    "as_json",
    "as_mended",
    "as_sarif",
    "as_text",
    "as_unified",
    "unpainted",
    "with_count",
]

Read: TypeAlias = "Callable[[str], str | None]"
About: TypeAlias = "Callable[[str], str]"

# From problems, the reader of a file's text and the address of a code's page to what is printed.
FORMATS: dict[str, Callable[[Sequence[Problem], Read, About], str]] = {
    "text": lambda found, read, _about: as_text(found, read),
    "github": lambda found, _read, _about: as_github(found),
    "json": lambda found, _read, _about: as_json(found),
    "sarif": as_sarif,
}
# Of these, which are one document, printed without problems too and with nothing behind it.
DOCUMENTS = frozenset({"json", "sarif"})


def with_count(
    problems: Sequence[Problem], read: Callable[[str], str | None], paint: Paint = unpainted
) -> str:
    """Print problems for a person, and below them how many there are."""
    return f"{as_text(problems, read, paint)}\n\n{summary(problems)}".lstrip("\n")
