"""The evidence mentions whoever is said to have made the claim.

A claim that is laid at somebody's door shows at least one passage that names them: the name, a
spelling of it or its last word stands in the passage or in the words around it, they are the
speaker, or they published the source. A government goes by the name of its country too. Without
that, nothing shown ties the claim to them.

Add the passage that names them, give the passage its ``speaker``, or lengthen its ``prefix``.
Add the spelling of the source to ``variants`` of the person. Can be excused, on the claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.finding import Finding, of_claim, published
from generator.evidence import quoted
from generator.problems import Problem, Severity
from generator.records import Kind, PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Corpus
    from generator.records import Claim, Passage, Person, Source

CODE = "claimant-not-mentioned"
SEVERITY = Severity.WARNING
EXCUSABLE = True

SHORTEST = 4  # letters of a short name that tells people apart
# Behind what the short name stands: "Quill" in "Ada Quill", "Otterby" in "Council of Otterby".
_SHORT = {PersonKind.PERSON: " ", PersonKind.GOVERNMENT: " of "}
_WORDS = re.compile(r"\w+(?:[-'’]\w+)*")


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look for the claimant in the passages of each published claim."""
    for claim in published(corpus):
        found = _quoted(corpus, claim)
        claimant = corpus.people.get(claim.claimant or "")
        if claimant is None or not found:
            continue
        names = _names(claimant)
        if not any(_mentions(source, passage, claimant, names) for source, passage in found):
            at = corpus.at(Kind.CLAIM, claim.id, "claimant")
            said = f"no passage of the evidence mentions '{claimant.name}'"
            hint = "add one that does, or name the speaker or a spelling that the source uses"
            yield of_claim(claim, Problem(CODE, at, said, hint, SEVERITY))


def _quoted(corpus: Corpus, claim: Claim) -> list[tuple[Source, Passage]]:
    """Return what is quoted; nothing when a source of it is broken and cannot be read."""
    items = [item for item in claim.evidence if item.passage]
    found = [pair for item in items if (pair := quoted(corpus, item))]
    return found if len(found) == len(items) else []


def _names(person: Person) -> set[str]:
    """Return what they are called: every spelling, and the part of it that reports use alone."""
    whole = {_plain(name) for name in (person.name, *person.variants)}
    before = _SHORT.get(person.kind)
    short = {name.rpartition(before)[2] for name in whole} if before else set()
    return whole | {name for name in short if len(name) >= SHORTEST}


def _mentions(source: Source, passage: Passage, person: Person, names: Iterable[str]) -> bool:
    if passage.speaker == person.id or _plain(source.publisher or "") in names:
        return True
    around = (passage.prefix, passage.quote, passage.suffix)
    text = f" {_plain(' '.join(filter(None, around)))} "
    return any(f" {name} " in text for name in names)


def _plain(text: str) -> str:
    words = (word.removesuffix("'s").removesuffix("’s") for word in _WORDS.findall(text))
    return " ".join(words).casefold()
