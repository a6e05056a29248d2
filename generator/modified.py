"""When what a record's page shows last changed, as the records say it.

No file date and no clock: two builds of the same records date every page alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.links import Index, Links
    from generator.records import Claim, Source

Days = Mapping[tuple[Kind, str], "date"]


def days(claims: Mapping[str, Claim], sources: Mapping[str, Source], links: Links) -> Days:
    """Return the newest day of each record that has one, and under the id '' that of its kind.

    A claim changes with its history and when somebody looked at it again; a source when it was
    captured; and everything with the claims that stand on its page.
    """
    found: dict[tuple[Kind, str], date] = {}
    for claim in claims.values():
        _note(found, Kind.CLAIM, claim.id, (claim.changed_on, claim.reviewed_on))
    for source in sources.values():
        _note(found, Kind.SOURCE, source.id, (source.accessed,))
    for kind, index in _listed(links):
        for target, ids in index.items():
            _note(found, kind, target, (found.get((Kind.CLAIM, id_)) for id_ in ids))
    for speaker, passages in links.passages_of_speaker.items():
        where = (passage.partition("#")[0] for passage in passages)
        _note(found, Kind.PERSON, speaker, (sources[source].accessed for source in where))
    return found


def _listed(links: Links) -> Iterable[tuple[Kind, Index]]:
    return (
        (Kind.SOURCE, links.claims_of_source),
        (Kind.PERSON, links.claims_by_claimant),
        (Kind.PERSON, links.claims_naming_person),
        (Kind.TOPIC, links.claims_of_topic),
        (Kind.EVENT, links.claims_of_event),
        (Kind.RATING, links.claims_of_verdict),
    )


def _note(
    found: dict[tuple[Kind, str], date], kind: Kind, record_id: str, known: Iterable[date | None]
) -> None:
    newest = max((day for day in known if day), default=None)
    for key in ((kind, record_id), (kind, "")):
        if newest:
            found[key] = max(found.get(key, newest), newest)
