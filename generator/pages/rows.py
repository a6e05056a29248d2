"""All claims as columns of one file, from which a script makes tables to filter and sort.

No page needs it, and a browser fetches it only for a reader who filters or sorts. Names stand
once, in ``names``; the columns in ``rows`` hold their numbers, -1 where there is none. Claims
stand newest check first, so that the number of a row is its place in that order.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator import urls, words
from generator.pages.linking import Linker, source_label
from generator.records import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.corpus import Corpus
    from generator.edition import Edition

Name = list[str]  # id and label; of a verdict its classes too
_LINKED = {"claim": Kind.CLAIM, "claimant": Kind.PERSON, "verdict": Kind.RATING}


def rows(edition: Edition) -> str:
    """Return the claims of an edition as JSON, drafts too where it has any."""
    names = _names(edition)
    made = {
        "at": {name: urls.pattern(urls.ROWS, kind) for name, kind in _LINKED.items()},
        "names": names,
        "rows": _columns(Linker(edition, urls.ROWS), names),
        "marks": _marks(edition),
    }
    # A file of its own and no part of a page: nothing in it needs escaping.
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _names(edition: Edition) -> dict[str, list[Name]]:
    """List what claims point at, ratings in the order of the scale, all else by label."""
    corpus, say = edition.corpus, edition.words
    ratings = corpus.ratings.values()
    return {
        "verdict": [[r.id, r.label, f"fc-{r.colour} fc-sign-{r.icon}"] for r in ratings],
        "claimant": _by_label((p.id, p.name) for p in corpus.people.values()),
        "topic": _by_label((t.id, t.name) for t in corpus.topics.values()),
        "event": _by_label((e.id, e.name) for e in corpus.events.values()),
        "source": _by_label((s.id, source_label(s, say)) for s in corpus.sources.values()),
    }


def _by_label(pairs: Iterable[tuple[str, str]]) -> list[Name]:
    return [list(pair) for pair in sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0]))]


def _columns(to: Linker, names: Mapping[str, list[Name]]) -> dict[str, list[Any]]:
    place = {facet: {n[0]: i for i, n in enumerate(known)} for facet, known in names.items()}
    verdict, person, topic, event, source = place.values()
    claims, sources = to.corpus.newest_claims, _sources(to.corpus)
    return {
        "id": [claim.id for claim in claims],
        "title": [claim.title for claim in claims],
        "language": [to.language_of(claim, "title") for claim in claims],
        "said": [str(claim.said_on or "") for claim in claims],
        "verdict": [verdict.get(claim.verdict or "", -1) for claim in claims],
        "claimant": [person.get(claim.claimant or "", -1) for claim in claims],
        # Whoever made the claim is not named in it as well: so it is on the person's page.
        "named": [[person[id_] for id_ in c.people if id_ != c.claimant] for c in claims],
        "topic": [[topic[id_] for id_ in claim.topics] for claim in claims],
        "event": [[event[id_] for id_ in claim.events] for claim in claims],
        "source": [sorted(source[id_] for id_ in sources[claim.id]) for claim in claims],
    }


def _sources(corpus: Corpus) -> dict[str, list[str]]:
    """Turn round which claims lean on each source."""
    found: dict[str, list[str]] = {claim_id: [] for claim_id in corpus.claims}
    for source_id, claims in corpus.links.claims_of_source.items():
        for claim_id in claims:
            found[claim_id].append(source_id)
    return found


def _marks(edition: Edition) -> dict[int, str]:
    """Name what is not simply published, by number of the row."""
    return {
        number: edition.words.t(words.STATUS[claim.status])
        for number, claim in enumerate(edition.corpus.newest_claims)
        if claim.status is not Status.PUBLISHED
    }
