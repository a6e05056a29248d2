"""Every quotation of every source: against its seal, and against the archive where it is."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from generator import against_archive, confirmation, corpus, problems, reading, verification
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.quotation import State
from generator.problems import Position, Problem
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Executor
    from datetime import date
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.passages.quotation import Result, Span
    from generator.revisions import Revision

PART = 25  # sources that a process takes at a time


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was compared, and what was found."""

    states: Mapping[str, State]  # by <source>#<passage>: the worse of seal and text
    ranges: Mapping[str, tuple[Span, ...]]  # the same keys: where the seal has the words
    sources: frozenset[str]
    seals: frozenset[str]  # the sources that have one
    texts: frozenset[str]
    signers: Mapping[str, str | None]
    problems: list[Problem]


def verify(
    root: Path,
    folder: Path,
    ids: Sequence[str],
    today: date,
    *,
    base: Revision | None = None,
    pool: Executor | None = None,
) -> Verified:
    """Verify the sources of ``ids``, with the texts that the archive ``folder`` holds.

    Excuses count until ``today``. With ``base``, seals that are new or changed since then must be
    signed. No source needs another one: a ``pool`` takes them in parts.
    """
    one = partial(_part, root, folder, corpus.names(root), today)
    parts = [ids[at : at + PART] for at in range(0, len(ids), PART)]
    found = _whole(list(pool.map(one, parts))) if pool else one(ids)
    if base is None:
        return found
    unconfirmed = confirmation.unconfirmed(root, sorted(found.seals), base)
    return replace(found, problems=problems.ordered([*found.problems, *unconfirmed]))


def _part(
    root: Path,
    folder: Path,
    names: Mapping[str, frozenset[str]],
    today: date,
    ids: Sequence[str],
) -> Verified:
    """Verify some sources; ``names`` are the spellings of every person's name."""
    sources, found = corpus.load_sources(root, frozenset(ids))
    texts, trouble = texts_of(folder, sources)
    found += trouble
    states = {}
    for source in sources.sources.values():
        sealed = {key: sources.verified[f"{source.id}#{key}"] for key in source.passages}
        archived = texts.get(source.id)
        results = against_archive.results(source, archived) if archived else sealed
        if archived:
            found += against_archive.problems(sources, source, archived, results, names, today)
        else:
            found += _unproven(sources, source.id, sealed)
        for key in source.passages:
            states[f"{source.id}#{key}"] = _worse(sealed[key].state, results[key].state)
    for source, key, problem in verification.omissions(
        sources.sources, sources.documents, sources.verified, sources.rules
    ):
        if not against_archive.is_excused(source, key, problem.code, today):
            found.append(problem)
    return Verified(
        states=states,
        ranges={passage: result.ranges for passage, result in sources.verified.items()},
        sources=frozenset(sources.sources),
        seals=frozenset(sources.seals),
        texts=frozenset(texts),
        signers=sources.signers,
        problems=problems.ordered(found),
    )


def _whole(parts: list[Verified]) -> Verified:
    """Put parts together; what is wrong with a folder or the rules is told by each of them."""
    told = dict.fromkeys(problem for part in parts for problem in part.problems)
    return Verified(
        states={key: state for part in parts for key, state in part.states.items()},
        ranges={key: ranges for part in parts for key, ranges in part.ranges.items()},
        sources=frozenset().union(*(part.sources for part in parts)),
        seals=frozenset().union(*(part.seals for part in parts)),
        texts=frozenset().union(*(part.texts for part in parts)),
        signers={id_: name for part in parts for id_, name in part.signers.items()},
        problems=problems.ordered(list(told)),
    )


def _unproven(sources: SourceSet, source_id: str, results: Mapping[str, Result]) -> list[Problem]:
    source, document = sources.sources[source_id], sources.documents[Kind.SOURCE, source_id]
    return [
        verification.problem(document, key, source.passages[key], result, sources.rules)
        for key, result in results.items()
        if not result.state.holds
    ]


def _worse(sealed: State, text: State) -> State:
    """Return what may be said of a quotation: seal and text must both carry it."""
    if sealed.holds or not text.holds:
        return text
    # The words are right, and the seal is of other words.
    return State.NEEDS_ARCHIVE if sealed is State.NOT_FOUND else sealed


def texts_of(folder: Path, sources: SourceSet) -> tuple[dict[str, Archived], list[Problem]]:
    """Read the captured texts that the archive holds."""
    texts: dict[str, Archived] = {}
    problems_found = []
    for source_id in sources.sources:
        try:
            archived = archive.read(folder, source_id)
        except ArchiveError as error:
            at = Position(reading.seal_of(source_id))
            said = f"the captured text: {error}"
            problems_found.append(Problem("unreadable-file", at, said))
            continue
        if archived is not None:
            texts[source_id] = archived
    return texts, problems_found


def words_of(found: Verified, passage: str) -> str:
    """Write where a passage stands: ``, words 61-68``; nothing when that is not known."""
    ranges = found.ranges[passage]
    spans = ", ".join(f"{start + 1}-{end}" for start, end in ranges)
    return f", words {spans}" if spans else ""


def summary(found: Verified) -> str:
    """Count the quotations so that it cannot be misread."""
    states = Counter(found.states.values())
    skipped = sum(states[state] for state in State if state.is_skipped)
    failed = len(found.states) - states[State.VERBATIM] - states[State.TYPOGRAPHY] - skipped
    text = (
        f"{len(found.states):,} quotations: {states[State.VERBATIM]:,} verbatim, "
        f"{states[State.TYPOGRAPHY]:,} typography, {failed:,} failed, {skipped:,} skipped"
    )
    resting = sum(
        state.holds and found.signers.get(passage.partition("#")[0]) is None
        for passage, state in found.states.items()
    )
    verb = "rests" if resting == 1 else "rest"
    return f"{text}; {resting:,} {verb} on a seal nobody has confirmed" if resting else text


def compared(found: Verified) -> str:
    """Say what the quotations were compared with."""
    seals, texts = len(found.seals), len(found.texts)
    if not texts:
        return f"compared with {seals} seals; the captured texts are not at hand"
    of_all = "" if texts == len(found.sources) else f"of {len(found.sources)} "
    return f"compared with {seals} seals, and with {texts} {of_all}captured texts"


def as_json(found: Verified) -> str:
    """Write everything as one JSON object, for other programs."""
    rows = [
        {
            "passage": passage,
            "state": state.value,
            "words": [[a + 1, b] for a, b in found.ranges[passage]],
            "compared_with_text": passage.partition("#")[0] in found.texts,
            "signed_by": found.signers.get(passage.partition("#")[0]),
        }
        for passage, state in found.states.items()
    ]
    told = json.loads(problems.as_json(found.problems))
    return json.dumps(
        {"summary": summary(found), "quotations": rows, **told}, ensure_ascii=False, indent=2
    )
