"""Quotations against the captured texts themselves, where the archive is at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator import quotations, reading, verification, yamltext
from generator.passages.nearest import as_quoted, mended, nearest, word_diff
from generator.passages.quotation import Result, State
from generator.passages.surroundings import Doubt, doubts
from generator.passages.verify import compare
from generator.problems import Position, Problem, Severity
from generator.records import Kind, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.records import Passage, Source

_DOUBTS = {
    Doubt.NEGATION_OMITTED: "the omission jumps '{}': read whether the quotation still says it",
    Doubt.SPEAKER_OMITTED: "the omission jumps words about or of '{}'",
    Doubt.NEGATION_BEFORE: "'{}' stands just before the quotation: read whether it turns it round",
}


def results(source: Source, archived: Archived) -> dict[str, Result]:
    """Compare every passage of a source with the captured text."""
    return {
        key: compare(quotations.of(passage), archived.text)
        for key, passage in source.passages.items()
    }


def problems(
    sources: SourceSet,
    source: Source,
    archived: Archived,
    found: Mapping[str, Result],
    names: Mapping[str, frozenset[str]],
    today: date,
) -> Iterator[Problem]:
    """Yield what the text shows: broken quotations, seals of another text, and doubts.

    ``names`` are the spellings of every person's name, by id; excuses count until ``today``.
    """
    document = sources.documents[Kind.SOURCE, source.id]
    yield from _seal_problems(sources, source, archived)
    for key, passage in source.passages.items():
        result = found[key]
        sealed = sources.verified[f"{source.id}#{key}"]
        if not result.state.holds:
            problem = verification.problem(document, key, passage, result, sources.rules)
            yield replace(problem, **_mend(passage, archived))
        elif sealed.state is State.NOT_FOUND:
            at = document.at(("passages", key, "quote"))
            said = "the quotation stands in the captured text, and the seal proves other words"
            yield Problem("needs-archive", at, said)
        elif not sealed.state.holds:
            yield verification.problem(document, key, passage, sealed, sources.rules)
        elif (sealed.state, sealed.covered) != (result.state, result.covered):
            at = document.at(("passages", key, "quote"))
            said = f"the seal says '{sealed.state}' and the captured text '{result.state}'"
            yield Problem("bad-seal", at, said)
        if result.state.holds and passage.kind is not PassageKind.HEADLINE:
            others = frozenset().union(*(n for id_, n in names.items() if id_ != passage.speaker))
            for doubt, word in doubts(result, archived.text, source.language, others):
                if is_excused(source, key, doubt.value, today):
                    continue
                at = document.at(("passages", key, "quote"))
                said = _DOUBTS[doubt].format(word)
                hint = "quote more of the sentence, or less"
                yield Problem(doubt.value, at, said, hint, Severity.WARNING)


def is_excused(source: Source, key: str, code: str, today: date) -> bool:
    """Whether a passage, or its source, is excused from a rule on that day."""
    excuses = (*source.excused, *source.passages[key].excused)
    return any(excuse.rule == code and excuse.until >= today for excuse in excuses)


def _seal_problems(sources: SourceSet, source: Source, archived: Archived) -> Iterator[Problem]:
    seal = sources.seals.get(source.id)
    if seal is not None and seal.canonical.sha256 != archived.text.sha256:
        said = "the archive holds another text than the one that was sealed"
        yield Problem("seal-of-another-text", Position(reading.seal_of(source.id)), said)


def _mend(passage: Passage, archived: Archived) -> dict[str, Any]:
    """Return details and hint of a problem: what the text has instead, if anything is near."""
    details = nearest_words(passage, archived)
    if not details:
        return {}
    if mended(quotations.of(passage), archived.text) is not None:
        return {"details": details, "hint": "paste it, or let 'factcheck verify --fix' write it"}
    return {"details": details, "hint": "paste it if these words are meant"}


def nearest_words(passage: Passage, archived: Archived) -> tuple[str, ...]:
    """Return the words of the text that are nearest to a passage, marked and ready to paste."""
    found = nearest(quotations.of(passage), archived.text)
    if found is None:
        return ()
    quote = as_quoted(passage.quote, found.quote)
    return (
        f"nearest: {word_diff(passage.quote, quote)}",
        f"paste: quote: {yamltext.plain(quote)}",
    )


def mends(
    source: Source, archived: Archived, found: Mapping[str, Result]
) -> Iterator[tuple[str, str]]:
    """Yield passages whose quote is surely meant otherwise, with the quote as captured."""
    for key, passage in source.passages.items():
        if found[key].state is State.VERBATIM:
            continue
        quote = mended(quotations.of(passage), archived.text)
        if quote is not None:
            yield key, as_quoted(passage.quote, quote)
