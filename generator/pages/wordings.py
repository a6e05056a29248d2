"""How the sources worded it: the evidence of a claim that carries one statement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import collation, escape, urls, words
from generator.collation import Judgement
from generator.pages.linking import source_label
from generator.pages.views import Wordings
from generator.pages.witnesses import Witness, quotations
from generator.passages.tokens import FOLD
from generator.records import Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.collation import Collation, Run
    from generator.escape import Safe
    from generator.pages.linking import Linker
    from generator.records import Claim, Evidence, Reference
    from generator.words import Words

_LONGEST = 40  # letters of a title that names a source here
_EDGES = ' ,;:"“”„«»'  # marks that belong to the sentence around the words that differ


def wordings(to: Linker, claim: Claim) -> Iterator[Wordings]:
    """Compare what says the same in different sources; a captured text is among them.

    What a reference says beside the matter is left out: it may be of another day.
    """
    known = to.corpus.lexicon
    every = [witness for item in claim.evidence for witness in _witnesses(to, item)]
    texts, holders = [w.text for w in every], [w.holder for w in every]
    found = [every[at] for at in collation.candidates(texts, holders, known)]
    rows = [collation.words(witness.text, known) for witness in found]
    aside = {at for at, witness in enumerate(found) if witness.is_aside}
    for group in collation.groups(rows, [witness.holder for witness in found], aside):
        members = _named([found[at] for at in group])
        if any(member.passage for member in members):
            compared = collation.collate([rows[at] for at in group], known)
            yield _wordings(to, members, compared)


def _witnesses(to: Linker, item: Evidence) -> Iterator[Witness]:
    is_aside = item.stance is Stance.CONTEXT
    if item.passage:
        source, passage = to.corpus.passage(item.passage)
        yield Witness(
            holder=source.url or source.id,
            passage=item.passage,
            text=passage.quote,
            name=_short(source.publisher or source_label(source, to.words)),
            what=to.words.t(words.PASSAGE_KIND[passage.kind]),
            day=to.words.day(source.published) if source.published else "",
            language=to.foreign(source),
            is_aside=is_aside,
        )
    elif item.reference and not is_aside:
        yield from (_reference(to, item.reference, text) for text in item.reference.quote)


def _reference(to: Linker, reference: Reference, text: str) -> Witness:
    return Witness(
        holder=reference.url,
        text=text,
        # Titles of references begin with who published it.
        name=_short(reference.title.partition(": ")[0]),
        what=to.words.t(words.NOT_COMPARED),
        address=reference.url,
        language=to.rest,
    )


def _short(title: str) -> str:
    """Name a source by its first words where its title is long."""
    if len(title) <= _LONGEST:
        return title
    return f"{title[:_LONGEST].rsplit(' ', 1)[0].rstrip(_EDGES)} …"


def _named(members: Sequence[Witness]) -> list[Witness]:
    """Tell apart those that have one name: a headline from the speech in its text."""
    names = Counter(member.name for member in members)
    return [member.told_apart() if names[member.name] > 1 else member for member in members]


def _wordings(to: Linker, members: Sequence[Witness], compared: Collation) -> Wordings:
    say = to.words
    places = [_place(to, member) for member in members if member.passage]
    return Wordings(
        summary=_summary(say, members, compared),
        notes=tuple(_notes(say, compared)),
        quotations=quotations(say, members, compared),
        differences=tuple(_difference(say, members, run) for run in compared.large),
        places=escape.join(places, " · "),
    )


def _place(to: Linker, member: Witness) -> Safe:
    source, _, passage = member.passage.partition("#")
    return to.to(member.name, urls.page(Kind.SOURCE, source), passage)


def _summary(say: Words, members: Sequence[Witness], compared: Collation) -> str:
    if compared.large:
        return say.n(
            "The wordings differ in {n} place.",
            "The wordings differ in {n} places.",
            len(compared.large),
        )
    count = len({member.holder for member in members})
    if all(run.judgement is not Judgement.ALONE for run in compared.runs):
        both = say.t("The same words in both reports.")
        many = say.n("The same words in {n} report.", "The same words in {n} reports.", count)
    else:
        both = say.t("The same words in both reports, as far as both are quoted.")
        many = say.n(
            "The same words in {n} report, as far as it is quoted.",
            "The same words in {n} reports, as far as all are quoted.",
            count,
        )
    return both if count == 2 else many  # noqa: PLR2004 - a word of its own


def _notes(say: Words, compared: Collation) -> Iterator[str]:
    judgements = {run.judgement for run in compared.runs}
    if Judgement.SMALL in judgements:
        yield say.t("A dotted line: only capitals, hyphens or punctuation differ.")
    if Judgement.ALONE in judgements:
        yield say.t(
            "Pale words: only one of the quotations reaches so far. The other reports may have "
            "these words too."
        )


def _difference(say: Words, members: Sequence[Witness], run: Run) -> str:
    """Say what stands where: ``“cede” in zmi.st; “concede” in Newsmax``."""
    texts: dict[str, str] = {}
    holders: dict[str, dict[str, None]] = {}
    for member, cell in zip(members, run.cells, strict=True):
        if cell.text or cell.lacks:
            text = cell.text.strip(_EDGES)
            # Kinds of one mark are one reading.
            key = text.translate(FOLD)
            texts.setdefault(key, text)
            holders.setdefault(key, {})[member.name] = None
    written = sorted(holders, key=lambda key: not key)  # who has no word comes last
    readings = "; ".join(_reading(say, texts[key], ", ".join(holders[key])) for key in written)
    if run.judgement is Judgement.NAME:
        return say.t("Spelling of a name: {readings}.", readings=readings)
    if run.judgement is Judgement.FIGURE:
        return say.t("Figure or date: {readings}.", readings=readings)
    return f"{readings}."


def _reading(say: Words, text: str, reports: str) -> str:
    if text:
        return say.t("“{words}” in {reports}", words=text, reports=reports)
    return say.t("no word here in {reports}", reports=reports)
