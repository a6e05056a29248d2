"""A headline is quoted as a headline.

Headlines are seldom written by who wrote the report, and they shorten: words of a headline
prove less than words of the text. A passage that says the same as the title of its source,
word for word, is of ``kind: headline``. Quotation marks around the whole are not compared.

Change the kind, or quote the sentence of the report that says it. Can be excused, on the
passage or on its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, passages
from generator.passages.tokens import QUOTATION_MARKS, folded
from generator.problems import Problem, Severity
from generator.records import Kind, PassageKind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "headline-quote"
SEVERITY = Severity.ERROR
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare each passage with the title of its source."""
    titles = {id_: _words(source.title or "") for id_, source in corpus.sources.items()}
    for source, passage_id, passage in passages(corpus):
        if source.title is None or passage.kind is PassageKind.HEADLINE:
            continue
        if _words(passage.quote) == titles[source.id]:
            at = corpus.at(Kind.SOURCE, source.id, "passages", passage_id, "kind")
            said = f"the headline is quoted as {passage.kind}"
            hint = "write 'kind: headline', or quote the sentence of the report that says it"
            place = Place(Kind.SOURCE, source.id, passage_id)
            yield Finding(place, Problem(CODE, at, said, hint))


def _words(text: str) -> list[str]:
    words = folded(text)
    if words and words[0] in QUOTATION_MARKS:
        del words[0]
    if words and words[-1] in QUOTATION_MARKS:
        del words[-1]
    return words
