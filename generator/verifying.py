"""Every quotation of every source: against its seal, and against the archive where it is."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from generator import (
    against_archive,
    confirmation,
    corpus,
    problems,
    reading,
    report,
    verification,
    words,
)
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.quotation import State
from generator.passages.surroundings import reads
from generator.problems import Position, Problem
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Executor
    from datetime import date
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.passages.quotation import Span
    from generator.revisions import Revision

PART = 25  # sources that a process takes at a time, or more


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was compared, and what was found."""

    states: Mapping[str, State]  # by <source>#<passage>: the worse of seal and text
    ranges: Mapping[str, tuple[Span, ...]]  # the same keys: where the seal has the words
    sources: frozenset[str]
    seals: frozenset[str]  # the sources that have one
    texts: frozenset[str]  # the sources whose captured text is at hand
    languages: frozenset[str]  # of these texts
    problems: list[Problem]
    signers: Mapping[str, str | None] = field(default_factory=dict)
    unread: int = 0  # sources whose record has an error


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
    # Each part lists the folders once: a few for each core are enough to keep all of them busy.
    size = max(PART, len(ids) // (4 * (os.cpu_count() or 1)))
    parts = [ids[at : at + size] for at in range(0, len(ids), size)]
    found = _whole(list(pool.map(one, parts))) if pool else one(ids)
    confirmed = confirmation.confirm(root, found.seals, base)
    told = problems.ordered([*found.problems, *confirmed.problems])
    unread = len(ids) - len(found.sources)
    return replace(found, signers=confirmed.signers, problems=told, unread=unread)


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
    for source_id in [id_ for id_, text in texts.items() if not _is_sealed(sources, id_, text)]:
        found.append(against_archive.another_text(source_id))
        del texts[source_id]
    states = {}
    for source in sources.sources.values():
        sealed = {key: sources.verified[f"{source.id}#{key}"] for key in source.passages}
        archived = texts.get(source.id)
        results = against_archive.results(source, archived) if archived else sealed
        if archived:
            found += against_archive.problems(sources, source, archived, results, names, today)
        else:
            document = sources.documents[Kind.SOURCE, source.id]
            found += verification.of_source(document, source, sealed, sources.rules)
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
        languages=frozenset(sources.sources[id_].language for id_ in texts),
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
        languages=frozenset().union(*(part.languages for part in parts)),
        problems=problems.ordered(list(told)),
    )


def _is_sealed(sources: SourceSet, source_id: str, archived: Archived) -> bool:
    return against_archive.is_sealed_text(sources.seals.get(source_id), archived)


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
    """Count the quotations so that it cannot be misread; what there is none of is not named."""
    states = Counter(found.states.values())
    skipped = sum(states[state] for state in State if state.is_skipped)
    failed = len(found.states) - states[State.VERBATIM] - states[State.TYPOGRAPHY] - skipped
    counts = {
        "verbatim": states[State.VERBATIM],
        "with the same words in other typography": states[State.TYPOGRAPHY],
        "failed": failed,
        "not compared": skipped,
    }
    parts = [f"{number:,} {said}" for said, number in counts.items() if number]
    text = f"{words.count(len(found.states), 'quotation')}: {', '.join(parts) or 'none to compare'}"
    if found.unread:
        text += f"; those of {words.count(found.unread, 'source')} could not be read"
    return text + _unsigned(found)


def _unsigned(found: Verified) -> str:
    resting = sum(
        state.holds and found.signers.get(passage.partition("#")[0]) is None
        for passage, state in found.states.items()
    )
    signed = "; nobody has signed for the captured texts of"
    return f"{signed} {resting:,} of them" if resting else ""


def compared(found: Verified) -> str:
    """Say what the quotations were compared with."""
    seals, texts, every = len(found.seals), len(found.texts), len(found.sources)
    parts = [f"compared with {words.count(seals, 'seal')}"]
    if texts:
        rest = words.count(every - texts, "other is", "others are")
        of_all = "" if texts == every else f"{rest} not at hand, or not sealed"
        parts.append(f"and with {words.count(texts, 'captured text')}")
        parts += [of_all] if of_all else []
    else:
        parts.append("the captured texts are not at hand")
    deaf = sorted(language for language in found.languages if not reads(language))
    parts += [f"no list of negations for: {', '.join(deaf)}"] if deaf else []
    return "; ".join(parts).replace("; and with", ", and with")


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
    told = json.loads(report.as_json(found.problems))
    return json.dumps(
        {"summary": summary(found), "quotations": rows, **told}, ensure_ascii=False, indent=2
    )
