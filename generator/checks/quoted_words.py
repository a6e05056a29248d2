"""Words in quotation marks are words that a source prints.

The sentences of a check are its writer's own. What stands in them between double quotation
marks, from three words on, is compared as well: with the passages of the evidence, with the
passages and headlines of the sources that the check names, with the claim itself, and with what
``quote`` of a public reference records. What counts as the same is what counts for a passage; a
full stop or comma at the end is the writer's, and ``[…]`` leaves words out. Drafts, code and
words between single quotation marks are not looked at.

Copy the words from the passage, or write them without quotation marks. Words that only a public
reference prints are recorded in its ``quote``, which the page shows as not compared. Can be
excused, on the claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import prose
from generator.checks import marks
from generator.checks.finding import Finding, claims, of_claim
from generator.checks.near_words import near
from generator.checks.quotable import Texts, parts_of
from generator.evidence import sources
from generator.problems import Mend, Problem, Severity, position_of
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.near_words import Near
    from generator.corpus import Corpus
    from generator.problems import Position
    from generator.records import Claim
    from generator.yamltext import Document, Path

CODE = "quoted-words"
SEVERITY = Severity.ERROR
EXCUSABLE = True

SHORTEST = 3  # words: two are a name or a term as often as a quotation
SHOWN = 100  # characters of the quotation in a message
LOOKED_FOR = 20  # quotations of one claim whose nearest words are shown
OWN = (("claim",), ("claim_short",))
_SIGNS = "'\"\\:#\n"  # of YAML: none may come or go with the words
_WORD = re.compile(r"[^\W_]+")


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare the quotations in the sentences of every public claim."""
    texts = Texts(corpus)
    for claim in claims(corpus):
        if not claim.is_public or any(id_ not in corpus.sources for id_ in sources(claim)):
            continue
        document = corpus.documents[Kind.CLAIM, claim.id]
        for number, (path, mark, quoted) in enumerate(_unfounded(claim, texts)):
            at = _place(document, document.at(path), mark + quoted)
            found = near(corpus, claim, quoted) if number < LOOKED_FOR else None
            said = f"“{_cut(quoted)}” stands in no passage of this check's evidence"
            details = (found.line,) if found else ()
            mend = _mend(document, at, mark, found) if found else None
            yield of_claim(
                claim, Problem(CODE, at, said, severity=SEVERITY, details=details, mend=mend)
            )


def _unfounded(claim: Claim, texts: Texts) -> Iterator[tuple[Path, str, str]]:
    """Yield what the sentences of a claim quote and no text has."""
    for path, mark, quoted in _quoted(claim):
        parts = parts_of(quoted)
        if not _is_short(parts) and not texts.have(claim, parts, with_own=path not in OWN):
            yield path, mark, quoted


def _quoted(claim: Claim) -> Iterator[tuple[Path, str, str]]:
    """Yield what the sentences of a claim quote: the field, the mark and the words."""
    for path, text in _sentences(claim):
        for mark, quoted in marks.between(text):
            yield path, mark, quoted


def _sentences(claim: Claim) -> Iterator[tuple[Path, str]]:
    """Yield every text that the writer of a claim made, a block of the analysis at a time."""
    found: list[tuple[Path, str | None]] = [
        ((name,), getattr(claim, name))
        for name in ("title", "claim", "claim_short", "claimant_note", "said_in", "summary")
    ]
    for number, item in enumerate(claim.evidence):
        found.append((("evidence", number, "note"), item.note))
        found.append((("evidence", number, "why_counts"), item.why_counts))
    if claim.analysis and marks.may_stand_in(claim.analysis):
        found += [(("analysis",), text) for text in prose.texts(claim.analysis)]
    found.append((("single_source_reason",), claim.single_source_reason))
    if claim.response:
        found.append((("response", "answer"), claim.response.answer))
        found.append((("response", "none_because"), claim.response.none_because))
    found += [(("history", n, "note"), entry.note) for n, entry in enumerate(claim.history)]
    return ((path, text) for path, text in found if text)


def _is_short(parts: list[str]) -> bool:
    words = (word for part in parts for word in part.split())
    return sum(any(map(str.isalpha, word)) for word in words) < SHORTEST


def _place(document: Document, at: Position, quoted: str) -> Position:
    """Return the place of a quotation in its field; that of the field where it is escaped."""
    start, end = document.offsets(at)
    # Line ends and Markdown may stand between two words of a file, too.
    words = r"[\W_]+".join(_WORD.findall(quoted))
    found = re.compile(rf"{quoted[0]}[\W_]*{words}").search(document.text, start, end)
    if not found:
        return at
    length = len(found[0].partition("\n")[0])
    return position_of(at.file, document.text, found.start(), length)


def _mend(document: Document, at: Position, mark: str, found: Near) -> Mend | None:
    """Offer the words of the passage where one token is wrong and the file has just these."""
    start, end = document.offsets(at)
    old, new = found.quoted, found.words
    if (
        not found.one_off
        or not document.text.startswith(mark + old, start)
        or at.line != at.end_line
    ):
        return None
    if start + len(mark + old) > end or any(old.count(sign) != new.count(sign) for sign in _SIGNS):
        return None
    return Mend(position_of(at.file, document.text, start + len(mark), len(old)), new)


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
