"""Words of a captured text to the YAML of a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator import yamltext
from generator.passages.alike import OMISSION
from generator.passages.nearest import nearest
from generator.passages.quotation import Quotation, State
from generator.passages.verify import compare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.passages.archive import Archived
    from generator.passages.quotation import Result

_REACH = 12  # tokens of prefix or suffix that are tried
_PLACES = 5  # of a quotation that stands more often
_ID_WORDS = 4


@dataclass(frozen=True)
class Found:
    """A quotation as captured, with what tells it from others like it."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    at: int = 0  # number of the first token
    result: Result | None = field(default=None, compare=False)


def find(words: str, archived: Archived) -> tuple[list[Found], bool]:
    """Return the places at which ``words`` stand, and whether they stand there as given.

    When they do not, the nearest words are returned, if any are near.
    """
    text = archived.text
    quotation = Quotation.of(words)
    result = compare(quotation, text)
    if result.state is State.AMBIGUOUS and len(quotation.runs) == 1:
        return list(_told_apart(quotation, archived)), True
    if result.state.holds or result.state is State.AMBIGUOUS:
        quote = OMISSION.join(text.as_written(*span) for span in result.ranges)
        return [Found(quote, at=result.ranges[0][0], result=result)], result.state.holds
    near = nearest(quotation, text)
    return (find(near.quote, archived)[0], False) if near else ([], False)


def _told_apart(quotation: Quotation, archived: Archived) -> Iterator[Found]:
    text, run = archived.text, quotation.runs[0]
    places = [at for at in text.find(run) if not text.inner & {at, at + len(run)}]
    for at in places[:_PLACES]:
        end = at + len(run)
        quote = text.as_written(at, end)
        for reach in range(1, _REACH):
            behind = text.as_written(end, min(end + reach, len(text.words)))
            before = text.as_written(max(0, at - reach), at)
            tried = (Found(quote, suffix=behind, at=at), Found(quote, prefix=before, at=at))
            sure = [f for f in tried if (f.prefix or f.suffix) and _decides(f, archived)]
            if sure:
                yield sure[0]
                break


def _decides(found: Found, archived: Archived) -> bool:
    quotation = Quotation.of(found.quote, found.prefix, found.suffix)
    return compare(quotation, archived.text).state.holds


def as_yaml(found: Found, archived: Archived, taken: Collection[str]) -> str:
    """Write a passage to paste below ``passages:``; its id is not among ``taken``."""
    rows = [f"  {_id_of(found.quote, taken)}:", *_text("quote", found.quote)]
    rows += _text("prefix", found.prefix) + _text("suffix", found.suffix)
    rows += ["    # who speaks: an id of content/people/, or null", "    speaker: null"]
    rows += [
        "    # direct-speech, reported-speech, narration, headline or caption",
        "    kind: narration",
    ]
    place = archived.place_of(found.at)
    if place:
        rows.append(f"    at: {yamltext.plain(place)}")
    return "\n".join(rows)


def _text(key: str, text: str) -> list[str]:
    if not text:
        return []
    plain = yamltext.plain(text)
    if len(plain) <= yamltext.WIDTH - 4 - len(key) - 2:
        return [f"    {key}: {plain}"]
    return [f"    {key}: >-", *(f"      {row}" for row in yamltext.wrapped(text, 6))]


def _id_of(quote: str, taken: Collection[str]) -> str:
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", quote.lower()))[:_ID_WORDS]
    stem = "-".join(words)[:60].strip("-") or "passage"
    number, name = 2, stem
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
