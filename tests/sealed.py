"""Seals for corpora that tests make or change: each source gets a text that its quotes fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import corpus, files, reading, sealing
from generator.passages.archive import Archived
from generator.passages.seal import Captured, dump

if TYPE_CHECKING:
    from pathlib import Path

    from generator.records import Source


def seal_again(root: Path) -> None:
    """Seal every source of a corpus, from a text made of its passages."""
    sources, problems = corpus.load_sources(root)
    assert [p for p in problems if p.code != "bad-seal"] == []
    for source in sources.sources.values():
        seal, problems = sealing.make(sources, source, archived(source))
        assert seal is not None, problems
        files.write(root / reading.seal_of(source.id), dump(seal))


def archived(source: Source) -> Archived:
    """Return a text in which every passage of a source stands once."""
    rows = [f"{p.prefix or ''} {p.quote} {p.suffix or ''}" for p in source.passages.values()]
    # Words that no quote has, so that enough of the text stays hidden.
    filler = " ".join(f"filler{number}" for number in range(60 + 5 * len(" ".join(rows).split())))
    raw = "\n\n".join([*rows, filler]).replace("[…]", "and")
    captured = Captured(sha256="0" * 64, bytes=len(raw.encode()))
    return Archived(source=source.id, raw=raw, extractor="plain/1", captured=captured)
