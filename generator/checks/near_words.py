"""What words between quotation marks may have meant: the nearest ones of a check's evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import wording
from generator.passages.alike import OMISSION
from generator.passages.captured import CapturedText
from generator.passages.nearest import nearest
from generator.passages.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim

LONGEST = 600  # characters of a quotation that is looked for: one left open goes on to the end
_EDGES = " .,;:!?"  # at the ends, they are the writer's


@dataclass(frozen=True)
class Near:
    """Where the nearest words stand, both wordings, and whether one token is all between them."""

    where: str
    quoted: str
    words: str
    one_off: bool

    @property
    def line(self) -> str:
        """The words with what differs marked, as ``git diff --word-diff`` does."""
        found = wording.marked(wording.runs(self.quoted, self.words))
        return f"nearest, in {self.where}: {found}"

    @property
    def far(self) -> tuple[bool, int]:
        """Sorts the nearest first: one token off, then the fewest characters that differ."""
        found = wording.runs(self.quoted, self.words)
        return not self.one_off, sum(
            len(run.text) for run in found if run.mark is not wording.Mark.SAME
        )


def near(corpus: Corpus, claim: Claim, quoted: str) -> Near | None:
    """Return the words of the claim's evidence that are nearest to a quotation, if any are."""
    bare = quoted.strip(_EDGES)
    if len(bare) > LONGEST:
        return None
    quotation = Quotation.of(bare)
    found = (
        Near(where, bare, words.quote.strip(_EDGES), words.one_off)
        for where, text in _texts(corpus, claim)
        if (words := nearest(quotation, CapturedText.of(text)))
    )
    return min(found, key=lambda one: one.far, default=None)


def _texts(corpus: Corpus, claim: Claim) -> Iterator[tuple[str, str]]:
    for item in claim.evidence:
        if item.passage:
            _, passage = corpus.passage(item.passage)
            yield item.passage, OMISSION.join(Quotation.of(passage.quote).parts)
        if item.reference:
            yield from ((f"“{item.reference.title}”", quote) for quote in item.reference.quote)
