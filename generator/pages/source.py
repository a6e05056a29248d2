"""The view of a source's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.linking import Linker, source_label
from generator.pages.lists import claim_pages
from generator.pages.proof import proof_line
from generator.pages.views import Banner, Fact, PassageCard, SourcePage, View
from generator.records import Basis, Kind, SealKind, SourceStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Passage, Source


def source_pages(corpus: Corpus, source: Source) -> list[View]:
    """Make the page of a source, and the pages that continue its list of claims."""
    path = urls.page(Kind.SOURCE, source.id)
    to = Linker(corpus, path)
    label = source_label(source)
    leaning = corpus.links.claims_of_source.get(source.id, ())
    claims, more = claim_pages(corpus, path, label, leaning)
    one = len(source.passages) == 1
    intro = (
        f"{words.count(len(source.passages), 'passage')} of this {words.MEDIA[source.media]} "
        f"{'is' if one else 'are'} quoted here, and "
        f"{words.count(len(leaning), 'claim leans', 'claims lean')} on {'it' if one else 'them'}."
    )
    page = SourcePage(
        path=path,
        title=label,
        description=f"What is known about the source, and what is quoted from it. {intro}",
        intro=intro,
        banners=tuple(_banners(source)),
        known=tuple(_known(to, source)),
        unknown=tuple(_unknown(source)),
        passages=tuple(_passages(to, source)),
        claims=claims,
        actions=to.actions(corpus.file_of(Kind.SOURCE, source.id), label, "source"),
    )
    return [page, *more]


def _banners(source: Source) -> Iterator[Banner]:
    if source.status not in (None, SourceStatus.LIVE):
        title = f"This source is {words.SOURCE_STATUS[source.status]}"
        text = "Every check that leans on it says so."
        yield Banner(style=Safe("fc-status"), title=title, text=text)


def _known(to: Linker, source: Source) -> Iterator[Fact]:
    if source.title:
        yield Fact(label="Headline", value=source.title)
    if source.publisher:
        yield Fact(
            label="Publisher",
            value=source.publisher + _inferred(source.publisher_basis),
            note=source.publisher_note or "",
        )
    if source.published:
        yield Fact(
            label="Published",
            value=words.day(source.published) + _inferred(source.published_basis),
            note=source.published_note or "",
        )
    if source.url:
        value = escape.link(source.url, source.url)
        inferred = escape.text(_inferred(source.url_basis))
        yield Fact(label="Address", value=Safe(f"{value} {inferred}"), note=source.url_note or "")
    if source.archive_url:
        value = escape.link(source.archive_url, source.archive_url)
        yield Fact(label="Stable copy", value=value)
    if source.accessed:
        yield Fact(label="Captured on", value=words.day(source.accessed))
    if source.status:
        yield Fact(label="Status", value=words.SOURCE_STATUS[source.status])
    language = words.LANGUAGE.get(source.language, source.language)
    yield Fact(label="Kind", value=f"{words.MEDIA[source.media].capitalize()} in {language}")
    yield from _seal(to, source)
    others = [s for s in to.corpus.links.sources_of_origin[source.origin] if s != source.id]
    if others:
        value = escape.join((to.source_short(to.corpus.sources[s]) for s in others), " · ")
        note = source.origin_note or ""
        yield Fact(label="Counts as one source with", value=value, note=note)
    if source.note:
        yield Fact(label="About the capture", value=source.note)


def _seal(to: Linker, source: Source) -> Iterator[Fact]:
    seal = to.corpus.seals.get(source.id)
    if seal is None:
        return
    quoted = len(to.corpus.quoted_tokens(source))
    share = words.share(quoted, seal.tokens)
    is_signed = source.id in to.corpus.signed
    confirmed = "A signature lies beside it." if is_signed else "Nobody has signed it."
    note = f"{quoted:,} of its {seal.tokens:,} words and marks are quoted ({share}). {confirmed}"
    value = to.to(words.SEAL[source.seal], urls.VERIFICATION, "_seal")
    yield Fact(label="Seal", value=value, note=note)
    if source.seal is SealKind.OPEN:
        yield Fact(label="Why the text may be published", value=source.seal_basis or "")


def _inferred(basis: Basis) -> str:
    return " (inferred)" if basis is Basis.INFERRED else ""


def _unknown(source: Source) -> Iterator[Fact]:
    checks = (
        (source.title, "Headline", "The capture has none."),
        (source.publisher, "Publisher", "The capture does not state it."),
        (source.published, "Published", "The capture does not state a date."),
        (source.url, "Address", "The capture does not state it."),
        (source.archive_url, "Stable copy", "None is recorded."),
        (source.accessed, "Captured on", "The day of the capture is not recorded."),
        (source.status, "Status", "Nobody has recorded whether it is still online."),
    )
    notes = {"Publisher": source.publisher_note, "Published": source.published_note}
    notes["Address"] = source.url_note
    for value, label, sentence in checks:
        if value is None:
            yield Fact(label=label, value=sentence, note=notes.get(label) or "")


def _passages(to: Linker, source: Source) -> Iterator[PassageCard]:
    for number, (passage_id, passage) in enumerate(source.passages.items(), 1):
        kind = words.PASSAGE_KIND[passage.kind]
        speaker = to.corpus.people[passage.speaker].name if passage.speaker else ""
        yield PassageCard(
            number=f"{number}.",
            anchor=Safe(passage_id),
            heading=f"{speaker}, {kind}" if speaker else kind[0].upper() + kind[1:],
            quote=passage.quote,
            proof=proof_line(to, f"{source.id}#{passage_id}"),
            details=tuple(_details(to, source, passage_id, passage)),
        )


def _details(to: Linker, source: Source, passage_id: str, passage: Passage) -> Iterator[Fact]:
    if passage.speaker:
        yield Fact(label="Speaker", value=to.person(passage.speaker))
    if passage.at:
        yield Fact(label="Place", value=passage.at)
    for language, translation in passage.translations.items():
        name = words.LANGUAGE.get(language, language)
        note = f"Translation by {translation.by}, {words.day(translation.date)}; not verbatim."
        yield Fact(label=f"In {name}", value=translation.text, note=note)
    if passage.note:
        yield Fact(label="Note", value=passage.note)
    claims = to.corpus.links.claims_of_passage.get(f"{source.id}#{passage_id}", ())
    links = [to.claim(to.corpus.claims[id_]) for id_ in claims[: urls.PER_PAGE]]
    if more := len(claims) - len(links):
        links.append(to.to(f"and {words.count(more, 'more claim')}", to.path, "_claims"))
    if links:
        yield Fact(label="Leaned on by", items=tuple(links))
