"""The open seal: a hash of every run of tokens, for texts that may be published.

A stranger's new quotation is checked at once, without the archive. The text can be rebuilt from
such a seal with a word list, so it counts as publication.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.characters import blanks_as_one
from generator.passages.captured import leading_of, rows_of
from generator.passages.quotation import Result, State
from generator.passages.seal import SHINGLE_BYTES, WRITTEN_BYTES, OpenSeal
from generator.passages.tokens import tokenize
from generator.passages.verify import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from generator.passages.captured import CapturedText
    from generator.passages.quotation import Quotation, Span

SHINGLE = 5  # tokens


def shingles(words: Sequence[str], length: int, canonical: str) -> Iterator[bytes]:
    """Yield the hash of every run of ``length`` words, for a text of that canonical SHA-256."""
    # The hash of the text stands in front, so that no table made for one source fits another.
    start = b"\x03" + bytes.fromhex(canonical)
    for at in range(len(words) - length + 1):
        yield sha256(start + " ".join(words[at : at + length]).encode()).digest()[:SHINGLE_BYTES]


def _written(text: str) -> Iterator[tuple[bytes, bytes]]:
    end = 0
    for token in tokenize(text):
        raw = text[token.start : token.end]
        spaced = blanks_as_one(text[end : token.start]) + raw
        yield sha256(raw.encode()).digest()[:2], sha256(spaced.encode()).digest()[:2]
        end = token.end


def seal(text: CapturedText, **head: Any) -> OpenSeal:  # noqa: ANN401 - the shared keys
    """Make the open seal of a text; ``head`` are the keys that ``seal.head`` returns."""
    return OpenSeal(
        **head,
        kind="open",
        tokens=len(text.words),
        shingle=SHINGLE,
        shingles=b"".join(shingles(text.words, SHINGLE, text.sha256)),
        written=b"".join(raw + spaced for raw, spaced in _written(text.text)),
        inner=sorted(text.inner),
    )


class Index:
    """An open seal made ready for look-ups, once for all quotations of its source."""

    def __init__(self, seal: OpenSeal) -> None:
        self.seal = seal
        self.inner = frozenset(seal.inner)
        raw = seal.shingles
        self.hashes = [raw[at : at + SHINGLE_BYTES] for at in range(0, len(raw), SHINGLE_BYTES)]

    @cached_property
    def places(self) -> dict[bytes, list[int]]:
        """Every hash and the positions at which it stands."""
        places = defaultdict(list)
        for at, value in enumerate(self.hashes):
            places[value].append(at)
        return dict(places)

    def compare(self, quotation: Quotation) -> Result:
        """Compare any quotation with the sealed text."""
        runs = [quotation.covering(number) for number in range(len(quotation.runs))]
        if any(0 < len(words) < self.seal.shingle for words in runs):
            return Result(State.TOO_SHORT)
        return compare(quotation, self)

    def find(self, words: list[str], start: int = 0) -> list[int]:
        """Return the positions from ``start`` at which ``words`` stand in a row, at most MANY."""
        return rows_of(self._hashed(words), self.hashes, self.places, start)

    def leading(self, words: list[str], start: int = 0) -> int:
        """Count the leading words that stand in a row somewhere behind ``start``."""
        found = leading_of(self._hashed(words), self.hashes, self.places, start)
        return found + self.seal.shingle - 1 if found else 0

    def _hashed(self, words: Sequence[str]) -> list[bytes]:
        return list(shingles(words, self.seal.shingle, self.seal.canonical.sha256))

    def is_written(self, part: str, span: Span) -> bool:
        """Whether the tokens of ``span`` are written with these very characters."""
        for number, (raw, spaced) in enumerate(_written(part), span[0]):
            at = number * WRITTEN_BYTES
            if number == span[0]:
                if self.seal.written[at : at + 2] != raw:
                    return False
            elif self.seal.written[at + 2 : at + 4] != spaced:
                return False
        return True
