"""Quotations against the captured texts themselves, where the archive is at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator import quotations, reading, verification, yamltext
from generator.passages import closed, opened
from generator.passages.nearest import as_quoted, mended, nearest, word_diff
from generator.passages.quotation import Result, State
from generator.passages.seal import ClosedSeal, OpenSeal
from generator.passages.surroundings import Doubt, doubts
from generator.passages.verify import compare
from generator.problems import Position, Problem, Severity
from generator.records import Kind, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.passages.captured import CapturedText
    from generator.passages.seal import Seal
    from generator.records import Passage, Source
    from generator.yamltext import Document

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


def is_sealed_text(seal: Seal | None, archived: Archived) -> bool:
    """Whether the archive holds the text that was sealed; true where there is no seal."""
    return seal is None or seal.canonical.sha256 == archived.text.sha256


def another_text(source: str) -> Problem:
    """Return the problem that the archive holds another text than the one that was sealed."""
    at = Position(reading.seal_of(source))
    said = "the archive holds another text than the one that was sealed: it was not compared"
    return Problem("seal-of-another-text", at, said)


def problems(
    sources: SourceSet,
    source: Source,
    archived: Archived,
    found: Mapping[str, Result],
    names: Mapping[str, frozenset[str]],
    today: date,
) -> Iterator[Problem]:
    """Yield what the text shows: broken quotations, seals that do not agree, and doubts.

    ``names`` are the spellings of every person's name, by id; excuses count until ``today``.
    """
    document = sources.documents[Kind.SOURCE, source.id]
    seal = sources.seals.get(source.id)
    if seal is None:
        yield from verification.of_source(document, source, _unsealed(source), sources.rules)
    elif not _is_of(seal, archived):
        said = "the seal is not the one that the captured text gives"
        yield Problem("bad-seal", Position(reading.seal_of(source.id)), said)
    for key, passage in source.passages.items():
        result = found[key]
        if not result.state.holds:
            problem = verification.problem(document, key, passage, result, sources.rules)
            yield replace(problem, **_mend(passage, archived))
            continue
        if seal is not None:
            sealed = sources.verified[f"{source.id}#{key}"]
            yield from _disagreement(sources, source, key, result, sealed)
            yield from _misplaced(seal, source, key, archived.text, result)
        yield from _doubts(document, source, key, (result, archived), names, today)


def _unsealed(source: Source) -> dict[str, Result]:
    return {key: Result(State.UNSEALED) for key in source.passages}


def _is_of(seal: Seal, archived: Archived) -> bool:
    """Whether the text gives this very seal, its proofs apart: they are compared one by one."""
    if isinstance(seal, OpenSeal):
        return seal == opened.seal(archived.text, **archived.head)
    tree = closed.Tree(archived.text)
    return seal == closed.seal(archived.text, seal.passages, tree, **archived.head)


def _disagreement(
    sources: SourceSet, source: Source, key: str, result: Result, sealed: Result
) -> Iterator[Problem]:
    document, passage = sources.documents[Kind.SOURCE, source.id], source.passages[key]
    at = document.at(("passages", key, "quote"))
    if sealed.state is State.NOT_FOUND:
        said = "the quotation stands in the captured text, and the seal proves other words"
        hint = f"run 'factcheck seal {source.id}'"
        yield Problem("needs-archive", at, said, hint)
    elif not sealed.state.holds:
        yield verification.problem(document, key, passage, sealed, sources.rules)
    elif (sealed.state, sealed.covered) != (result.state, result.covered):
        said = f"the seal says '{sealed.state}' and the captured text '{result.state}'"
        yield Problem("bad-seal", at, said)


def _misplaced(
    seal: Seal, source: Source, key: str, text: CapturedText, result: Result
) -> Iterator[Problem]:
    """Yield a proof that tells another place than that of its words."""
    if not isinstance(seal, ClosedSeal) or key not in seal.passages:
        return
    told = [(run.place.start, run.place.end) for run in seal.passages[key].runs if run.place]
    if told and told != [text.place(*span) for span in result.ranges]:
        said = f"the proof of '{key}' tells another place than that of its words"
        yield Problem("bad-seal", Position(reading.seal_of(source.id)), said)


def _doubts(
    document: Document,
    source: Source,
    key: str,
    where: tuple[Result, Archived],
    names: Mapping[str, frozenset[str]],
    today: date,
) -> Iterator[Problem]:
    passage, (result, archived) = source.passages[key], where
    if passage.kind is PassageKind.HEADLINE:
        return
    others: frozenset[str] = frozenset()
    if len(result.ranges) > 1:
        others = others.union(*(n for id_, n in names.items() if id_ != passage.speaker))
    for doubt, word in doubts(result, archived.text, source.language, others):
        if not is_excused(source, key, doubt.value, today):
            at = document.at(("passages", key, "quote"))
            hint = "quote more of the sentence, or less; or excuse it in the record"
            yield Problem(doubt.value, at, _DOUBTS[doubt].format(word), hint, Severity.WARNING)


def is_excused(source: Source, key: str, code: str, today: date) -> bool:
    """Whether a passage, or its source, is excused from a rule on that day."""
    excuses = (*source.excused, *source.passages[key].excused)
    return any(excuse.rule == code and excuse.until >= today for excuse in excuses)


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
