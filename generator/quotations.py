"""Every quotation of the records against the seal of its source."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator import reading
from generator.passages import closed, opened, seal
from generator.passages.quotation import Quotation, Result, State
from generator.passages.seal import ClosedSeal, OpenSeal, SealError
from generator.passages.tokens import is_word
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.passages.seal import Seal
    from generator.records import Passage, Source


def read_seal(root: Path, source: Source) -> tuple[Seal | None, list[Problem]]:
    """Read the seal of a source; None without a problem when it has none."""
    file = reading.seal_of(source.id)
    if not (root / file).is_file():
        return None, []
    raw, problems = reading.read_bytes(root, file, seal.MAX_BYTES)
    if raw is None:
        return None, problems
    try:
        found = seal.parse(raw)
    except SealError as error:
        at = Position(file, error.line, error.column)
        return None, [Problem("bad-seal", at, f"the seal cannot be read: {error}")]
    if found.source != source.id:
        said = f"the seal is that of '{found.source}'"
        return None, [Problem("bad-seal", Position(file), said)]
    if found.kind != source.seal.value:
        said = f"the record says 'seal: {source.seal}' and the seal is {found.kind}"
        return None, [Problem("bad-seal", Position(file), said)]
    return found, []


def read_seals(root: Path, sources: Mapping[str, Source]) -> tuple[dict[str, Seal], list[Problem]]:
    """Read the seals of all sources that have one."""
    found: dict[str, Seal] = {}
    problems: list[Problem] = []
    for source in sources.values():
        one, trouble = read_seal(root, source)
        problems += trouble
        if one is not None:
            found[source.id] = one
    return found, problems


def _comparer(found: Seal | None) -> Callable[[str, Quotation], Result]:
    """Make a seal ready, once for all passages of its source."""
    if isinstance(found, ClosedSeal):
        return lambda passage_id, quotation: closed.compare(quotation, passage_id, found)
    if isinstance(found, OpenSeal):
        index = opened.Index(found)
        return lambda _, quotation: index.compare(quotation)
    return lambda _, __: Result(State.UNSEALED)


def of(passage: Passage) -> Quotation:
    """Take the quotation of a passage apart."""
    return Quotation.of(passage.quote, passage.prefix, passage.suffix)


def compare(source: Source, found: Seal | None, shortest: int) -> dict[str, Result]:
    """Compare every passage of a source with its seal; ``shortest`` counts words."""
    compared = _comparer(found)
    results = {}
    for passage_id, passage in source.passages.items():
        quotation = of(passage)
        result = compared(passage_id, quotation)
        if _is_short(source, passage, quotation, shortest) and not result.state.is_skipped:
            result = Result(State.TOO_SHORT)
        results[passage_id] = result
    return results


def count_words(quotation: Quotation) -> int:
    """Count the words of a quotation, without marks."""
    return sum(map(is_word, quotation.tokens))


def _is_short(source: Source, passage: Passage, quotation: Quotation, shortest: int) -> bool:
    words = islice(filter(is_word, quotation.tokens), shortest)
    if len(list(words)) == shortest:
        return False
    # Whether an excuse still holds is for the rule to say: it has a clock.
    return not may_be_short(source, passage)


def may_be_short(source: Source, passage: Passage) -> bool:
    """Whether a record excuses that a quotation is short."""
    return any(e.rule == State.TOO_SHORT for e in (*source.excused, *passage.excused))


def compare_all(
    sources: Mapping[str, Source], seals: Mapping[str, Seal], shortest: int
) -> dict[str, Result]:
    """Compare every passage of every source; keys are ``<source>#<passage>``."""
    return {
        f"{source.id}#{passage_id}": result
        for source in sources.values()
        for passage_id, result in compare(source, seals.get(source.id), shortest).items()
    }
