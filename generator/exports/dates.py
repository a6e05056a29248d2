"""On which day what a page shows last changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.records import Kind
from generator.translated import translation

if TYPE_CHECKING:
    from datetime import date

    from generator.edition import Edition

# They show something of every record.
_WHOLE = (
    urls.HOME,
    urls.TIMELINE,
    urls.AGREEMENT,
    urls.VERIFICATION,
    urls.QUALITY,
    urls.CORRECTIONS,
    urls.TRANSPARENCY,
)


def modified(edition: Edition, path: str, of: tuple[Kind, str] | None = None) -> date | None:
    """Return the day of a page within the tree of ``edition``, None where no record says it.

    ``of`` is the record whose page it is or continues. Hand-written pages and the contributors'
    manual change with their files, whose days are not the same in every clone.
    """
    corpus = edition.corpus
    if of is not None:
        return _of_record(edition, *of)
    if any(urls.is_list_of(path, page) for page in _WHOLE):
        return corpus.as_of
    listed = (kind for kind in urls.FOLDERS if urls.is_list_of(path, urls.index(kind)))
    return next((corpus.modified.get((kind, "")) for kind in listed), None)


def _of_record(edition: Edition, kind: Kind, record_id: str) -> date | None:
    day = edition.corpus.modified.get((kind, record_id))
    claim = edition.corpus.claims.get(record_id) if kind is Kind.CLAIM else None
    told = translation(claim, edition.language) if claim else None
    return max(day, told.date) if day and told else day
