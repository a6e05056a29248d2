"""The files of one export, of no record and of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edition import editions
from generator.exports.published import Published

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.output import Output


def files(export: Any, public: Corpus) -> list[Output]:
    """Make all files; ``public`` has no drafts."""
    site = Published(editions=tuple(editions(public)))
    made = [*export.outputs(site)]
    for edition in site.editions:
        for kind, make in export.of_records(edition).items():
            made += [file for id_ in edition.corpus.by_kind[kind] for file in make(id_)]
    return made
