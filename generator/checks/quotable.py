"""The texts that a check may quote, made ready to look words up in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator import quotations
from generator.evidence import sources
from generator.passages.quotation import Quotation
from generator.passages.tokens import folded, inner, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim

_EDGE = frozenset({".", ",", ";", ":", "...", "'", '"'})  # at the ends, they are the writer's


@dataclass(frozen=True)
class Run:
    """A text that leaves nothing out, its words joined by blanks to look others up in."""

    part: str
    text: str

    @classmethod
    def of(cls, part: str) -> Run:
        """Take a text apart that leaves nothing out."""
        return cls(part, _joined(folded(part)))

    @cached_property
    def barred(self) -> frozenset[int]:
        """The places in ``text`` where no quotation begins or ends; asked for at a find only."""
        places = [0, *accumulate(len(token) + 1 for token in folded(self.part))]
        return frozenset(places[number] for number in inner(self.part, spans(self.part)))

    def find(self, words: str, start: int) -> int:
        """Return where ``words`` end at or behind ``start``, or -1."""
        while (found := self.text.find(words, start)) >= 0:
            end = found + len(words) - 1
            if not {found, end} & self.barred:
                return end
            start = found + 1
        return -1


@dataclass(frozen=True)
class Texts:
    """What may be quoted, each text taken apart once."""

    corpus: Corpus
    runs: dict[str, tuple[Run, ...]] = field(default_factory=dict)

    def have(self, claim: Claim, parts: list[str], *, with_own: bool) -> bool:
        """Whether one text that the claim may quote has all parts, in their order."""
        return any(_stand_in(parts, runs) for runs in self._of(claim, with_own=with_own))

    def _of(self, claim: Claim, *, with_own: bool) -> Iterator[tuple[Run, ...]]:
        for item in claim.evidence:
            if item.passage:
                yield self._passage(item.passage)
            for quote in item.reference.quote if item.reference else ():
                yield self._text(quote)
        for id_ in claim.appearances:
            for passage_id in self.corpus.sources[id_].passages:
                yield self._passage(f"{id_}#{passage_id}")
        own = (claim.claim, claim.claim_short) if with_own else ()
        for text in (*own, *(self.corpus.sources[id_].title for id_ in sources(claim))):
            if text:
                yield self._text(text)

    def _passage(self, reference: str) -> tuple[Run, ...]:
        if reference not in self.runs:
            _, passage = self.corpus.passage(reference)
            self.runs[reference] = tuple(map(Run.of, quotations.of(passage).parts))
        return self.runs[reference]

    def _text(self, text: str) -> tuple[Run, ...]:
        # No reference of a passage has a blank before it.
        key = f" {text}"
        if key not in self.runs:
            self.runs[key] = tuple(map(Run.of, Quotation.of(text).parts))
        return self.runs[key]


def _stand_in(parts: list[str], runs: tuple[Run, ...]) -> bool:
    number = start = 0
    for words in parts:
        while number < len(runs) and (end := runs[number].find(words, start)) < 0:
            number, start = number + 1, 0
        if number == len(runs):
            return False
        start = end
    return True


def _joined(tokens: list[str]) -> str:
    # A quotation within a quotation has the other kind of marks.
    return f" {' '.join(tokens)} ".replace(' " ', " ' ").replace(' " ', " ' ")


def parts_of(quoted: str) -> list[str]:
    """Take a quotation apart at what it leaves out, without the marks at its ends."""
    runs = (_bare(list(run)) for run in Quotation.of(quoted).runs)
    return [_joined(run) for run in runs if run]


def _bare(tokens: list[str]) -> list[str]:
    while tokens and tokens[0] in _EDGE:
        del tokens[0]
    while tokens and tokens[-1] in _EDGE:
        del tokens[-1]
    return tokens
