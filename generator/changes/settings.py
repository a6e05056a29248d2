"""What changes in the settings of the site, and what records are newly excused from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator import reading, rules
from generator.changes.fields import FieldChange, compare, flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus


class SettingChange(NamedTuple):
    """A value of a file of ``site_config/``."""

    file: str
    field: FieldChange


class Excused(NamedTuple):
    """An excuse: the file of the record, the passage that it is about, and what it says."""

    file: str
    passage: str
    rule: str
    reason: str
    until: str


def of(before: Corpus, after: Corpus) -> Iterator[SettingChange]:
    """Yield every value of the ratings, the limits of the rules and the publisher that differs."""
    files = {
        reading.RATINGS: (_ratings(before), _ratings(after)),
        reading.RULES: (flat(before.rules), flat(after.rules)),
        reading.PUBLISHER: (flat(before.publisher), flat(after.publisher)),
    }
    for file, (one, other) in files.items():
        yield from (SettingChange(file, change) for change in compare(one, other))


def _ratings(corpus: Corpus) -> dict[str, str]:
    """Take the scale apart."""
    return {
        f"{id_}.{name}": text
        for id_, rating in corpus.ratings.items()
        for name, text in flat(rating).items()
    }


def excuses(before: Corpus, after: Corpus) -> tuple[tuple[Excused, ...], tuple[Excused, ...]]:
    """Return the excuses that are new, and those that are gone."""
    old, new = Counter(_excuses(before)), Counter(_excuses(after))
    return tuple((new - old).elements()), tuple((old - new).elements())


def _excuses(corpus: Corpus) -> Iterator[Excused]:
    for (kind, id_, passage), _, excuse in rules.excuses(corpus):
        file = corpus.file_of(kind, id_)
        yield Excused(file, passage, excuse.rule, excuse.reason, str(excuse.until))
