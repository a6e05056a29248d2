"""The view of a source's page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages import facets
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker, source_label, source_short
from generator.pages.lists import SHOWN, of_claims, some
from generator.pages.proof import proof_line
from generator.pages.views import Banner, Fact, PassageCard, SourcePage
from generator.records import Basis, Kind, SealKind, SourceStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.pages.stretch import Stretch
    from generator.records import Passage, Source
    from generator.words import Words

BEGINNING = 6  # words of a quotation that name it in the table of contents


def source_pages(edition: Edition, source: Source) -> Iterator[Leaf]:
    """Find the pages of a source."""
    path, label = urls.page(Kind.SOURCE, source.id), source_label(source, edition.words)
    leaning = edition.corpus.links.claims_of_source.get(source.id, ())
    claims = of_claims(edition, path, label, leaning, only=f"source={source.id}")
    yield Leaf(path=path, make=partial(_page, source_id=source.id), stretches=claims[:1])
    yield from rest(claims)


def _page(edition: Edition, claims: Stretch, source_id: str) -> SourcePage:
    corpus, say, to = edition.corpus, edition.words, Linker(edition, claims.path)
    source = corpus.sources[source_id]
    label = source_label(source, say)
    leaning = corpus.links.claims_of_source.get(source_id, ())
    quoted = say.n(
        "{n} passage is quoted here", "{n} passages are quoted here", len(source.passages)
    )
    used = say.n("{n} claim rests on it", "{n} claims rest on it", len(leaning))
    intro = f"{quoted}; {used}."
    return SourcePage(
        path=to.path,
        title=label,
        language=to.foreign(source) if source.title else Safe(""),
        description=say.t(
            "What is known about the source, and what is quoted from it: {intro}", intro=intro
        ),
        intro=intro,
        facets=facets.of_kind(Kind.SOURCE, say, source_short(source, say)),
        banners=tuple(_banners(say, source)),
        known=tuple(_known(to, source)),
        unknown=tuple(_unknown(to, source)),
        passages=tuple(_passages(to, source)),
        claims=claims.listing(edition),
        actions=to.actions(corpus.file_of(Kind.SOURCE, source.id), label, (Kind.SOURCE, source.id)),
    )


def _banners(say: Words, source: Source) -> Iterator[Banner]:
    if source.status not in (None, SourceStatus.LIVE):
        status = say.t(words.SOURCE_STATUS[source.status])
        title = say.t("The status of this source: {status}", status=status)
        text = say.t("Every check that rests on it says so.")
        yield Banner(style=Safe("fc-status"), title=title, text=text)


def _known(to: Linker, source: Source) -> Iterator[Fact]:
    say = to.words
    if source.title:
        yield Fact(label=say.t("Headline"), value=to.told(source.title, source.language))
    if source.publisher:
        yield Fact(
            label=say.t("Publisher"),
            value=_inferred(say, source.publisher, source.publisher_basis),
            note=to.own(source.publisher_note),
        )
    if source.published:
        yield Fact(
            label=say.t("Published"),
            value=_inferred(say, say.day(source.published), source.published_basis),
            note=to.own(source.published_note),
        )
    if source.url:
        link = escape.link(source.url, source.url)
        value = _inferred(say, link, source.url_basis)
        yield Fact(label=say.t("Address"), value=value, note=to.own(source.url_note))
    if source.archive_url:
        value = escape.link(source.archive_url, source.archive_url)
        yield Fact(label=say.t("Stable copy"), value=value)
    if source.accessed:
        yield Fact(label=say.t("Captured on"), value=say.day(source.accessed))
    if source.status:
        yield Fact(label=say.t("Status"), value=say.t(words.SOURCE_STATUS[source.status]))
    yield Fact(label=say.t("Kind"), value=say.t(words.MEDIA[source.media]))
    yield Fact(label=say.t("Language"), value=say.language_name(source.language))
    yield from _seal(to, source)
    others = [s for s in to.corpus.links.sources_of_origin[source.origin] if s != source.id]
    if others:
        links = some(to, others, lambda id_: to.source_short(to.corpus.sources[id_]))
        value = escape.join(links, " · ")
        note = to.own(source.origin_note)
        yield Fact(label=say.t("Counts as one source with"), value=value, note=note)
    if source.note:
        yield Fact(label=say.t("About the capture"), value=to.own(source.note))


def _seal(to: Linker, source: Source) -> Iterator[Fact]:
    seal, say = to.corpus.seals.get(source.id), to.words
    if seal is None:
        return
    quoted = len(to.corpus.quoted_tokens(source))
    is_signed = source.id in to.corpus.signed
    confirmed = (
        say.t("A signature lies beside it.") if is_signed else say.t("Nobody has signed it.")
    )
    share = say.t(
        "{quoted} of its {all} words and marks are quoted ({share}).",
        quoted=say.number(quoted),
        all=say.number(seal.tokens),
        share=say.share(quoted, seal.tokens),
    )
    value = to.to(say.t(words.SEAL[source.seal]), urls.VERIFICATION, "_seal")
    yield Fact(label=say.t("Seal"), value=value, note=f"{share} {confirmed}")
    if source.seal is SealKind.OPEN:
        yield Fact(label=say.t("Why the text may be published"), value=to.own(source.seal_basis))


def _inferred(say: Words, value: str, basis: Basis) -> str:
    return say.t("{value} (inferred)", value=value) if basis is Basis.INFERRED else value


def _unknown(to: Linker, source: Source) -> Iterator[Fact]:
    say = to.words
    checks = (
        (source.title, say.t("Headline"), say.t("The capture has none."), None),
        (
            source.publisher,
            say.t("Publisher"),
            say.t("The capture does not state it."),
            to.own(source.publisher_note),
        ),
        (
            source.published,
            say.t("Published"),
            say.t("The capture does not state a date."),
            to.own(source.published_note),
        ),
        (
            source.url,
            say.t("Address"),
            say.t("The capture does not state it."),
            to.own(source.url_note),
        ),
        (source.archive_url, say.t("Stable copy"), say.t("None is recorded."), None),
        (
            source.accessed,
            say.t("Captured on"),
            say.t("The day of the capture is not recorded."),
            None,
        ),
        (
            source.status,
            say.t("Status"),
            say.t("Nobody has recorded whether it is still online."),
            None,
        ),
    )
    for value, label, sentence, note in checks:
        if value is None:
            yield Fact(label=label, value=sentence, note=note or "")


def _passages(to: Linker, source: Source) -> Iterator[PassageCard]:
    for number, (passage_id, passage) in enumerate(source.passages.items(), 1):
        kind = to.words.t(words.PASSAGE_KIND[passage.kind])
        speaker = to.corpus.people[passage.speaker].name if passage.speaker else ""
        yield PassageCard(
            number=f"{number}.",
            begins=_begins(number, passage.quote),
            anchor=Safe(passage_id),
            heading=f"{speaker}, {kind}" if speaker else kind[0].upper() + kind[1:],
            quote=passage.quote,
            language=to.foreign(source),
            proof=proof_line(to, f"{source.id}#{passage_id}"),
            details=tuple(_details(to, source, passage_id, passage)),
        )


def _begins(number: int, quote: str) -> Safe:
    """Name a passage in the table of contents by its first words, which no two share.

    The host takes the name from an attribute, where marks would end it: they are left out.
    """
    kept = "".join(c if c.isalnum() or c in ",-’" else " " for c in quote).split()
    more = " …" if len(kept) > BEGINNING else ""
    return Safe(f"{number}. {' '.join(kept[:BEGINNING])}{more}")


def _details(to: Linker, source: Source, passage_id: str, passage: Passage) -> Iterator[Fact]:
    say = to.words
    if passage.speaker:
        yield Fact(label=say.t("Speaker"), value=to.person(passage.speaker))
    if passage.at:
        yield Fact(label=say.t("Place"), value=to.own(passage.at))
    for language, translation in passage.translations.items():
        note = say.t(
            "Translation by {by}, {date}; not verbatim.",
            by=translation.by,
            date=say.day(translation.date),
        )
        label = say.t("In {language}", language=say.language_name(language))
        yield Fact(label=label, value=to.told(translation.text, language), note=note)
    if passage.note:
        yield Fact(label=say.t("Note"), value=to.own(passage.note))
    claims = to.corpus.links.claims_of_passage.get(f"{source.id}#{passage_id}", ())
    links = [to.claim(to.corpus.claims[id_]) for id_ in claims[:SHOWN]]
    if more := len(claims) - len(links):
        label = say.n("and {n} more claim", "and {n} more claims", more)
        links.append(to.to(label, to.path, "_claims"))
    if links:
        yield Fact(label=say.t("Quoted in"), items=tuple(links))
