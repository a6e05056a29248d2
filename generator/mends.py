"""Changes of a file that a problem offers: a word for another, an entry, lines for lost keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import outline, yamltext
from generator.problems import Mend, Position, Surety

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.records import Model
    from generator.yamltext import Document, Path

_DASH = "- "  # before the first key of an entry


def word(
    document: Document, path: Path, new: str, *, key: bool = False, is_sure: bool = False
) -> Mend | None:
    """Offer ``new`` for the text at ``path``, in the quotes that it has.

    None for a text of several lines, and where the path names no text of the file.
    """
    at = document.span(path, key=key)
    if not new or at is None or at.line != at.end_line:
        return None
    start, end = document.offsets(at)
    old = document.text[start:end]
    if not old or old[0] in ">|":
        return None
    return Mend(at, yamltext.in_style(old, new), Surety.CERTAIN if is_sure else Surety.LIKELY)


def null(document: Document, path: Path, *, is_sure: bool) -> Mend | None:
    """Offer null, which stands without quotes, for the text at ``path``."""
    at = document.span(path)
    if at is None or at.line != at.end_line:
        return None
    return Mend(at, "null", Surety.CERTAIN if is_sure else Surety.LIKELY)


def entries(document: Document, path: Path, items: Sequence[str], *, is_sure: bool) -> Mend | None:
    """Offer a list, each entry on a line of its own, for the text at ``path``."""
    at, own = document.span(path), document.span(path, key=True)
    if at is None or own is None or not at.line == at.end_line == own.line:
        return None
    row = document.text.split("\n")[at.line - 1]
    if row[: own.column - 1].strip(" -") or row[at.end_column - 1 :].strip():
        return None
    # Behind the colon, so that no blank is left there.
    colon = len(row[: at.column - 1].rstrip()) + 1
    indent = "\n" + " " * (own.column + 1)
    span = Position(at.file, at.line, colon, at.end_line, at.end_column)
    text = "".join(f"{indent}- {yamltext.plain(item)}" for item in items)
    return Mend(span, text, Surety.CERTAIN if is_sure else Surety.LIKELY)


def marked_entries(document: Document, path: Path) -> Mend | None:
    """Offer "- " before each line of a list that YAML took for one text."""
    at = document.span(path)
    if at is None:
        return None
    start, end = document.offsets(at)
    old = document.text[start:end]
    is_marked = all(re.match(r"\s*[-•][^-]", row) for row in old.split("\n"))
    is_words = "\n" in old and all(re.fullmatch(r"\s*[\w#-]+", row) for row in old.split("\n"))
    if not is_marked and not is_words:
        return None
    new = re.sub(r"(^|\n)(\s*)(?:[-•][ \t]*)?(?=\S)", r"\1\2- ", old)
    return Mend(at, new, Surety.CERTAIN if is_marked else Surety.LIKELY)


def joined(document: Document, path: Path) -> Mend | None:
    """Offer blanks for the "- " before the key at ``path``: its entry goes on from the last."""
    at = document.span(path, key=True)
    if at is None or document.text.split("\n")[at.line - 1][: at.column - 1].strip() != "-":
        return None
    dash = document.text.split("\n")[at.line - 1].index("-") + 1
    span = Position(at.file, at.line, dash, at.line, dash + 1)
    return Mend(span, " ", Surety.LIKELY)


def keys(document: Document, path: Path, model: type[Model], missing: Iterable[str]) -> Mend | None:
    """Offer lines for the keys that the mapping at ``path`` lacks, behind its last line."""
    found = document.end_of(path)
    rows = outline.lines(model, missing)
    if found is None or not rows:
        return None
    line, column = found
    return _lines(document, line, [f"{' ' * (column - 1)}{row}" for row in rows])


def entry(document: Document, path: Path, rows: Sequence[str]) -> Mend | None:
    """Offer one more entry of a list, of the keys ``rows``, behind the one at ``path``."""
    found = document.end_of(path)
    if found is None or found[1] <= len(_DASH):
        return None
    line, column = found
    indent = " " * (column - 1)
    first, *others = rows
    dashed = f"{indent[: -len(_DASH)]}{_DASH}{first}"
    return _lines(document, line, [dashed, *(f"{indent}{row}" for row in others)])


def _lines(document: Document, line: int, rows: Sequence[str]) -> Mend:
    """Offer whole lines before the one of that number."""
    written, text = document.text.split("\n"), "".join(f"{row}\n" for row in rows)
    if line > len(written):  # the file's last line has no end
        last = len(written[-1]) + 1
        at, text = Position(document.file, len(written), last), "\n" + text[:-1]
        return Mend(_empty(at), text, Surety.OUTLINE)
    return Mend(_empty(Position(document.file, line)), text, Surety.OUTLINE)


def _empty(at: Position) -> Position:
    return Position(at.file, at.line, at.column, at.line, at.column)
