"""What comparing quotations found, as problems at the very word where a quotation breaks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator import quotations
from generator.passages.quotation import Fault, Quotation, Result, State
from generator.passages.tokens import is_word, tokenize
from generator.problems import Problem, Severity, position_of
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.corpus import Corpus
    from generator.problems import Position
    from generator.records import Passage, Rules, Source
    from generator.references import Key
    from generator.yamltext import Document

AGAIN = "copy the words from the source again"
NEWER = "; if it does say this, whoever holds the captured text runs 'factcheck seal'"


def problems(corpus: Corpus, *, preview: bool = False) -> Iterator[Problem]:
    """Yield every quotation that may not be published.

    In a preview, one that nobody could compare yet is a warning: whoever adds a passage sees the
    page, with the mark that it is not verified.
    """
    for source in corpus.sources.values():
        document = corpus.documents[Kind.SOURCE, source.id]
        for passage_id, passage in source.passages.items():
            result = corpus.verified[f"{source.id}#{passage_id}"]
            if not result.state.holds:
                found = problem(document, passage_id, passage, result, corpus.rules)
                may_wait = preview and result.state.is_skipped
                yield replace(found, severity=Severity.WARNING) if may_wait else found


def problem(
    document: Document, passage_id: str, passage: Passage, result: Result, rules: Rules
) -> Problem:
    """Tell why a passage does not hold, at the place in its record."""
    quotation = quotations.of(passage)
    at = document.at(("passages", passage_id, "quote"))
    said, hint = _SENTENCES[result.state](quotation, result, rules)
    if result.fault is Fault.WORDS:
        at = _at_token(document, at, quotation, result.matched)
    return Problem(result.state.value, at, said, hint)


def omissions(
    sources: Mapping[str, Source],
    documents: Mapping[Key, Document],
    verified: Mapping[str, Result],
    rules: Rules,
) -> Iterator[tuple[Source, str, Problem]]:
    """Yield each passage that leaves out more than the rules allow: source, id, problem."""
    limit = rules.longest_omission
    for source in sources.values():
        for passage_id in source.passages:
            ranges = verified[f"{source.id}#{passage_id}"].ranges
            longest = max((b[0] - a[1] for a, b in pairwise(ranges)), default=0)
            if longest > limit:
                at = documents[Kind.SOURCE, source.id].at(("passages", passage_id, "quote"))
                said = f"[…] leaves out {longest} words and marks, and {limit} may be left out"
                hint = "quote the two parts as passages of their own"
                yield source, passage_id, Problem("long-omission", at, said, hint, Severity.WARNING)


def _not_found(quotation: Quotation, result: Result, _: Rules) -> tuple[str, str]:
    if result.fault is Fault.CUT:
        said = "the quotation begins or ends inside a word or a number of the source"
        return said, "quote the whole word"
    if result.fault is Fault.AROUND:
        said = (
            "the words match as far as they go, but not with what stands around them: "
            "a prefix, a suffix, an omission or the end differs from the source"
        )
        return said, AGAIN + NEWER
    tokens = quotation.tokens
    if result.matched >= len(tokens):
        return "the quotation has no words", "write the words of the source"
    count = sum(map(is_word, tokens[: result.matched]))
    following = tokens[result.matched]
    if not count:
        return f"the source does not have it so from '{following}' on", AGAIN + NEWER
    words = "the first word" if count == 1 else f"the first {count} words"
    said = f"the quotation matches {words}, then the source does not continue with '{following}'"
    return said, AGAIN + NEWER


def _ambiguous(_: Quotation, result: Result, __: Rules) -> tuple[str, str]:
    said = f"the quotation can be read at {result.places} places of the source"
    return said, "add 'prefix' or 'suffix', the words before or behind it; or quote more words"


def _too_short(quotation: Quotation, _: Result, rules: Rules) -> tuple[str, str]:
    count, shortest = quotations.count_words(quotation), rules.shortest_quotation
    if count >= shortest:
        said = f"the quotation, or a part of it, is too short for an open seal: {count} words"
        return said, "quote more words between the omissions"
    said = f"the quotation has {count} {'word' if count == 1 else 'words'}; at least {shortest}"
    return said, "quote more of the sentence"


def _needs_archive(*_: object) -> tuple[str, str]:
    return "nobody has sealed this quotation yet: there is no proof of it", ""


def _unsealed(*_: object) -> tuple[str, str]:
    return "the source has no seal, so that nobody can verify this quotation", ""


_SENTENCES = {
    State.NOT_FOUND: _not_found,
    State.AMBIGUOUS: _ambiguous,
    State.TOO_SHORT: _too_short,
    State.NEEDS_ARCHIVE: _needs_archive,
    State.UNSEALED: _unsealed,
}


def _at_token(document: Document, at: Position, quotation: Quotation, number: int) -> Position:
    """Return the place of a token of the quotation; that of the whole where it is escaped."""
    start, end = document.offsets(at)
    raw = [part[t.start : t.end] for part in quotation.parts for t in tokenize(part)]
    for word in raw[: number + 1]:
        found = document.text.find(word, start, end)
        if found < 0:
            return at
        start, last = found + len(word), found
    if number >= len(raw):
        return at
    return position_of(at.file, document.text, last, len(raw[number]))
