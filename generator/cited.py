"""How the checks and the sources are cited: what pages show and files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import permalinks, translated, urls, words
from generator.citations.citation import Citation
from generator.records import Basis, Kind, Status

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.records import Claim, Source


def claim(edition: Edition, record: Claim) -> Citation | None:
    """Cite the version of today of a check; None for a draft, which nobody should cite."""
    if record.changed_on is None or record.published_on is None or not record.is_public:
        return None
    publisher = edition.corpus.publisher
    language = translated.language_of(record, "title", edition.language, publisher.language)
    author = publisher.staff[record.checked_by].name if record.checked_by else ""
    return Citation(
        key=_key(edition, record),
        title=_title(record, language),
        author=author or publisher.name,
        publisher=publisher.name,
        dated=record.changed_on,
        published=record.published_on,
        address=urls.published(publisher.url, _path(edition, record)),
        language=language,
    )


def _key(edition: Edition, record: Claim) -> str:
    # A library that holds a check in two languages needs two keys.
    language = "" if edition.is_first else f"-{edition.language}"
    return f"{record.id}-{record.changed_on}{language}"


def _title(record: Claim, language: str) -> str:
    """Tell in the title itself that a check was taken back: no format has a place for it."""
    if record.status is not Status.WITHDRAWN:
        return record.title
    return words.of(language).t("{title} (withdrawn)", title=record.title)


def _path(edition: Edition, record: Claim) -> str:
    """Return the page of the version, which is in the language of the checks, or of the check."""
    links = permalinks.permalinks(edition.corpus, record.id) if edition.is_first else ()
    link = permalinks.current(links)
    return link.path if link else edition.prefix + urls.page(Kind.CLAIM, record.id)


def source(edition: Edition, record: Source) -> Citation:
    """Cite a source as it is known: what nobody knows is left out."""
    say, publisher = edition.words, edition.corpus.publisher
    page = urls.published(publisher.url, edition.prefix + urls.page(Kind.SOURCE, record.id))
    return Citation(
        key=record.id,
        title=record.title or "",
        publisher=record.publisher or "",
        dated=record.published,
        accessed=record.accessed,
        address=record.url or record.archive_url or "",
        language=record.language,
        media=record.media,
        note=(
            say.t("Some of these facts are inferred. How each is known: {page}", page=page)
            if _is_inferred(record)
            else say.t("The passages quoted from it: {page}", page=page)
        ),
    )


def _is_inferred(record: Source) -> bool:
    known = (getattr(record, f"{field}_basis") for field in record.INFERABLE)
    return Basis.INFERRED in known
