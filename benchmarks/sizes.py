"""Compares an invented project with the records of this checkout.

``python -m benchmarks.sizes DIR`` prints a row for each measure, so that anyone sees
what is like real claims and what is not.
"""

from __future__ import annotations

import re
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator import corpus, publication, reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.corpus import Corpus

ROOT = Path(__file__).parent.parent
_TRANSLATIONS = re.compile(r"(?m)^translations:\n(?:(?: .*)?\n)*")


def sizes(root: Path) -> dict[str, float]:
    """Return medians over the published claims and sources of a project, by what is measured."""
    loaded, problems = corpus.load(root)
    if loaded is None:
        raise ValueError(f"{root} cannot be read: {problems}")
    return {**_of_claims(root, publication.public(loaded)), **_of_sources(root, loaded)}


def _of_claims(root: Path, public: Corpus) -> dict[str, float]:
    claims = [c for c in public.claims.values() if c.evidence]
    texts = [Path(root, f).read_text("utf-8") for f in _files(root, {c.id for c in claims})]
    quotes = [
        len(public.sources[row.passage.partition("#")[0]].passages[_key(row.passage)].quote.split())
        for claim in claims
        for row in claim.evidence
        if row.passage
    ]
    median = statistics.median
    return {
        "bytes of a claim's file": median(len(text.encode()) for text in texts),
        "the same without translations": median(
            len(_TRANSLATIONS.sub("", text).encode()) for text in texts
        ),
        "pieces of evidence": statistics.mean(len(claim.evidence) for claim in claims),
        "words of a quotation": median(quotes),
        "letters of the analysis": median(len(claim.analysis or "") for claim in claims),
        "letters of the summary": median(len(claim.summary or "") for claim in claims),
        "topics, people and events": statistics.mean(
            len(claim.topics) + len(claim.people) + len(claim.events) for claim in claims
        ),
    }


def _key(passage: str) -> str:
    return passage.partition("#")[2]


def _files(root: Path, ids: set[str]) -> list[str]:
    found = sorted((root / "claims").rglob("*.yml"))
    return [str(f.relative_to(root)) for f in found if f.stem in ids]


def _of_sources(root: Path, loaded: Corpus) -> dict[str, float]:
    seals = {id_: (root / reading.seal_of(id_)).stat().st_size for id_ in loaded.sources}
    passages = {id_: len(source.passages) for id_, source in loaded.sources.items()}
    return {
        "passages of a source": statistics.mean(passages.values()),
        "bytes of a seal for a passage": sum(seals.values()) / sum(passages.values()),
    }


def main(arguments: Sequence[str]) -> int:
    """Print both projects side by side, in Markdown."""
    invented, real = (sizes(root) for root in (Path(arguments[0]), ROOT))
    print("| | this checkout | invented |\n|---|---|---|")
    for name, size in real.items():
        print(f"| {name} | {size:,.4g} | {invented[name]:,.4g} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
