"""The tables of sources and of the passages quoted from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.tables.dates import when
from generator.exports.tables.table import (
    Table,
    Type,
    dated,
    optional,
    ordered,
    refers,
    text,
    typed,
)
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.published import Published
    from generator.exports.tables.table import Row
    from generator.records import Passage, Source


def _sources(site: Published) -> Iterator[Row]:
    for source in ordered(site.corpus.sources):
        yield {
            "id": source.id,
            "title": source.title,
            **_published(source),
            "archive_url": source.archive_url,
            "accessed": source.accessed,
            "language": source.language,
            "origin": source.origin,
            "origin_note": source.origin_note,
            "status": source.status and source.status.value,
            "media": source.media.value,
            "seal": source.seal.value,
            "seal_basis": source.seal_basis,
            "note": source.note,
            "page": site.address(urls.page(Kind.SOURCE, source.id)),
        }


def _published(source: Source) -> Row:
    return {
        "publisher": source.publisher,
        "publisher_basis": source.publisher_basis.value,
        "publisher_note": source.publisher_note,
        **when("published", source.published),
        "published_basis": source.published_basis.value,
        "published_note": source.published_note,
        "url": source.url,
        "url_basis": source.url_basis.value,
        "url_note": source.url_note,
    }


def _quoted(site: Published) -> Iterator[tuple[str, Source, Passage]]:
    for source in ordered(site.corpus.sources):
        for key, passage in sorted(source.passages.items()):
            yield f"{source.id}#{key}", source, passage


def _passages(site: Published) -> Iterator[Row]:
    for id_, source, passage in _quoted(site):
        page = site.address(urls.page(Kind.SOURCE, source.id))
        yield {
            "id": id_,
            "source_id": source.id,
            "quote": passage.quote,
            "prefix": passage.prefix,
            "suffix": passage.suffix,
            "speaker_id": passage.speaker,
            "kind": passage.kind.value,
            "at": passage.at,
            "state": site.corpus.verified[id_].state.value,
            "note": passage.note,
            "page": page + id_.removeprefix(source.id),
        }


def _translations(site: Published) -> Iterator[Row]:
    for id_, _, passage in _quoted(site):
        for language, said in sorted(passage.translations.items()):
            yield {
                "passage_id": id_,
                "language": language,
                "text": said.text,
                "translated_by": said.by,
                "translated_on": said.date,
            }


_BASIS = "'stated' in the capture, 'inferred' or 'unknown'."

SOURCES = Table(
    name="sources",
    description="The captured reports that passages are quoted from.",
    key=("id",),
    label="title",
    rows=_sources,
    columns=(
        text("id", "Identifier, which is the end of the address of its page."),
        optional("title", "Headline as captured; null when the capture has none."),
        optional("publisher", "Who published it; null when not known."),
        text("publisher_basis", f"How the publisher is known: {_BASIS}"),
        optional("publisher_note", "How an inferred publisher was worked out."),
        *dated("published", "When it was published"),
        text("published_basis", f"How that date is known: {_BASIS}"),
        optional("published_note", "How an inferred date was worked out."),
        optional("url", "Address at which it was published; null when not known."),
        text("url_basis", f"How the address is known: {_BASIS}"),
        optional("url_note", "How an inferred address was worked out."),
        optional("archive_url", "Address of a stable copy."),
        optional("accessed", "Day on which it was read at its address.", Type.DATE),
        text("language", "Language of the text (BCP 47)."),
        text("origin", "What it goes back to; sources of one origin count once."),
        optional("origin_note", "Why it has this origin."),
        optional("status", "What became of it since; null when nobody has looked."),
        text("media", "'article', 'document', 'video', 'audio' or 'post'."),
        text("seal", "Which proof stands for its text: 'closed' or 'open'."),
        optional("seal_basis", "Why the seal may be open."),
        optional("note", "What to know about the source or the capture."),
        text("page", "Address of its page."),
    ),
)
PASSAGES = Table(
    name="passages",
    description="The words quoted from sources, each compared with its source by a machine.",
    key=("id",),
    label="quote",
    searched=("quote",),
    rows=_passages,
    columns=(
        text("id", "Identifier: that of the source, a number sign, that of the passage."),
        refers("source_id", "sources", "The source that it is quoted from."),
        text("quote", "The words exactly as captured; […] marks an omission."),
        optional("prefix", "The words just before (W3C TextQuoteSelector)."),
        optional("suffix", "The words just behind (W3C TextQuoteSelector)."),
        refers("speaker_id", "people", "Whose words these are.", needed=False),
        text(
            "kind",
            "'direct-speech', 'reported-speech', 'narration', 'headline' or 'caption'.",
        ),
        optional("at", "Where in the source it stands: page, timecode or paragraph."),
        text(
            "state",
            "What comparing it with the source found: 'verbatim', or 'typography' where only "
            "the kind of quotation marks, dashes or spaces differs.",
        ),
        optional("note", "What to know about these words."),
        text("page", "Address at which it stands on this site."),
    ),
)
TRANSLATIONS = Table(
    name="passage_translations",
    description="Passages in other languages: translations, never quotations.",
    key=("passage_id", "language"),
    rows=_translations,
    columns=(
        refers("passage_id", "passages", "The passage."),
        text("language", "Language of the translation (BCP 47)."),
        text("text", "The translated words."),
        text("translated_by", "Who translated it."),
        typed("translated_on", Type.DATE, "Day of the translation."),
    ),
)
