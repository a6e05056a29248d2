"""What comparing quotations found, as problems at the very word where a quotation breaks."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import quotations, reading
from generator.passages.quotation import Fault, Quotation, Result, State
from generator.passages.tokens import is_word, shown, tokenize
from generator.problems import Position, Problem, Severity, position_of
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.passages.seal import Seal
    from generator.records import Passage, Rules, Source
    from generator.references import Key
    from generator.work import Work
    from generator.yamltext import Document

AGAIN = "compare it with the source"
NEWER = "; if the source does say this, whoever holds its text runs 'factcheck seal'"
_MAY_WAIT = frozenset({State.NEEDS_ARCHIVE.value, State.UNSEALED.value})
STAGE = "quotations"
_LEAST = 1_000  # sources, of a millisecond or two each; another process has memory of its own too
RESTORE = "put the file back (git restore); else whoever holds the text makes it again"


def compare(corpus: Corpus, work: Work) -> None:
    """Compare all quotations with their seals now, by whoever works; else the first who asks does.

    The results are those of ``Corpus.verified``, which has them from here.
    """
    sources = corpus.sources.values()
    sealed = [(source, corpus.seals.get(source.id)) for source in sources]
    shortest = corpus.rules.shortest_quotation
    with work.stage(STAGE, len(sealed)):
        results = work.mapped(STAGE, _compared, sealed, shortest, least=_LEAST)
        vars(corpus)["verified"] = {
            f"{source.id}#{passage_id}": result
            for source, found in zip(sources, results, strict=True)
            for passage_id, result in found.items()
        }


def _compared(
    shortest: int, sealed: Sequence[tuple[Source, Seal | None]]
) -> Iterator[dict[str, Result]]:
    for source, seal in sealed:
        yield quotations.compare(source, seal, shortest)


def problems(corpus: Corpus, *, preview: bool = False) -> Iterator[Problem]:
    """Yield every quotation that may not be published.

    In a preview, one that nobody could compare yet is a warning: whoever adds a passage sees the
    page, with the mark that it is not verified.
    """
    for source in corpus.sources.values():
        results = {key: corpus.verified[f"{source.id}#{key}"] for key in source.passages}
        document = corpus.documents[Kind.SOURCE, source.id]
        for found in of_source(document, source, results, corpus.rules):
            may_wait = preview and found.code in _MAY_WAIT
            yield replace(found, severity=Severity.WARNING) if may_wait else found


def of_source(
    document: Document, source: Source, results: Mapping[str, Result], rules: Rules
) -> Iterator[Problem]:
    """Yield what does not hold of one source; what is wrong with its seal is told once."""
    states = [result.state for result in results.values()]
    if State.UNSEALED in states:
        said = "the source has no seal that can be read, so that nobody can verify "
        said += "its quotation" if len(states) == 1 else f"its {len(states)} quotations"
        yield Problem("unsealed", document.at(("passages",), key=True), said, RESTORE)
        return
    for key, result in results.items():
        if not result.state.holds:
            yield problem(document, key, source.passages[key], result, rules)


def problem(
    document: Document, passage_id: str, passage: Passage, result: Result, rules: Rules
) -> Problem:
    """Tell why a passage does not hold, at the place in its record."""
    if result.fault is Fault.SEAL:
        at = Position(reading.seal_of(PurePosixPath(document.file).stem))
        said = "the seal does not add up: its file was changed after it was made"
        return Problem("bad-seal", at, said, RESTORE)
    quotation = quotations.of(passage)
    at = document.at(("passages", passage_id, "quote"))
    said, hint = _SENTENCES[result.state](quotation, result, rules)
    if result.fault in (Fault.WORDS, Fault.LONGER):
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
    tokens = quotation.tokens
    if result.fault in _FAULTS:
        return _FAULTS[result.fault]
    if result.matched >= len(tokens):
        return "the quotation has no words", "write the words of the source"
    following = shown(tokens[result.matched])
    if mixed := _mixed(following):
        return f"'{following}' mixes alphabets: {mixed}", "type the word again"
    count = sum(map(is_word, tokens[: result.matched]))
    words = "the first word" if count == 1 else f"the first {count} words"
    if result.fault is Fault.LONGER:
        said = f"the sealed words end behind {words}, before '{following}'"
        return said, "take out what was added" + NEWER
    if not count:
        return f"the source does not have it so from '{following}' on", AGAIN + NEWER
    said = f"the quotation matches {words}, then the source does not continue with '{following}'"
    return said, AGAIN + NEWER


_FAULTS = {
    Fault.CUT: (
        "the quotation begins or ends inside a word or a number of the source",
        "quote the whole word",
    ),
    Fault.AROUND: (
        "the words are there, but not between this prefix and this suffix",
        "put 'prefix' and 'suffix' back as they were" + NEWER,
    ),
    Fault.SHORTER: (
        "the words are the sealed ones as far as they go, and the sealed quotation goes on",
        "put back what was left out at the end" + NEWER,
    ),
    Fault.OMISSIONS: (
        "the quotation has more or fewer parts between […] than the sealed one",
        "put […] back where words were left out, and nowhere else" + NEWER,
    ),
}


def _mixed(word: str) -> str:
    """Name the letter of another alphabet in a word, such as a Cyrillic one among Latin ones."""
    names = [(char, unicodedata.name(char, "")) for char in word if char.isalpha()]
    scripts = Counter(name.partition(" ")[0] for _, name in names)
    if len(scripts) < 2:  # noqa: PLR2004 - one alphabet
        return ""
    rare = min(scripts, key=lambda script: scripts[script])
    char, name = next((c, n) for c, n in names if n.startswith(rare))
    return f"U+{ord(char):04X} is {name}"


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


_SENTENCES = {
    State.NOT_FOUND: _not_found,
    State.AMBIGUOUS: _ambiguous,
    State.TOO_SHORT: _too_short,
    State.NEEDS_ARCHIVE: _needs_archive,
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
