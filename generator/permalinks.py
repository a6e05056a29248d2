"""The pages of a claim's frozen versions.

Each keeps its address for good: it is made of the id under which the version was frozen and of
its digest, so that neither a later version nor a new id moves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.corpus import Corpus
    from generator.versions.frozen import Version


@dataclass(frozen=True, kw_only=True)
class Permalink:
    """One version and its page. ``is_current``: the claim still says just that."""

    version: Version
    path: str
    is_current: bool


def permalinks(corpus: Corpus, claim_id: str) -> tuple[Permalink, ...]:
    """Return the versions of a claim, oldest first; none for one that never was frozen."""
    versions = corpus.versions.get(claim_id, ())
    if not versions:
        return ()
    today = corpus.digests[claim_id]
    current = next((v for v in reversed(versions) if v.says(today)), None)
    return tuple(
        Permalink(
            version=version,
            path=urls.version(version.frozen_as, version.digest),
            is_current=version is current,
        )
        for version in versions
    )


def current(links: Sequence[Permalink]) -> Permalink | None:
    """Return the version that says what the claim says today, if it is frozen."""
    return next((link for link in links if link.is_current), None)


def made_by(links: Sequence[Permalink], number: int) -> Permalink | None:
    """Return the newest version whose history ends with the entry of that number, from 0."""
    ending = [link for link in links if len(link.version.record.history) == number + 1]
    return ending[-1] if ending else None
