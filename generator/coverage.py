"""Which sentences of a captured text the checks lean on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sentencex import segment

from generator.passages.tokens import is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.passages.captured import CapturedText
    from generator.passages.quotation import Span
    from generator.records import Source

_SHORTEST = 3  # words: less is a label or a signature, and no sentence


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """The sentences of a source, and those without a claim; quoted and all tokens."""

    source: str
    sentences: int
    bare: tuple[str, ...]
    quoted: int
    tokens: int

    @property
    def covered(self) -> int:
        """How many sentences a claim leans on."""
        return self.sentences - len(self.bare)


def of(corpus: Corpus, source: Source, text: CapturedText) -> Coverage:
    """Compare the sentences of a text with the passages that published claims lean on."""
    used = corpus.links.claims_of_passage
    spans = [
        span
        for key in source.passages
        if f"{source.id}#{key}" in used
        for span in corpus.verified[f"{source.id}#{key}"].ranges
    ]
    sentences = list(_sentences(text, source.language))
    bare = [text.as_written(*sentence) for sentence in sentences if not _meets(sentence, spans)]
    return Coverage(
        source=source.id,
        sentences=len(sentences),
        bare=tuple(bare),
        quoted=len(corpus.quoted_tokens(source)),
        tokens=len(text.words),
    )


def _meets(sentence: Span, spans: list[Span]) -> bool:
    return any(start < sentence[1] and sentence[0] < end for start, end in spans)


def _sentences(text: CapturedText, language: str) -> Iterator[Span]:
    """Yield the token numbers of each sentence; a line end ends one too."""
    starts = [start for start, _ in text.spans]
    offset = 0
    for line in text.text.split("\n"):
        place = offset
        for sentence in segment(language.partition("-")[0], line):
            if sum(is_word(token.text) for token in tokenize(sentence)) >= _SHORTEST:
                yield bisect_left(starts, place), bisect_left(starts, place + len(sentence))
            place += len(sentence)
        offset += len(line) + 1
