"""What changed in the API, and what a program may rely on. Kept by hand, the newest first.

A change that adds a field, a word or a kind of file raises the second number. A field that goes,
gets another name, another type or another meaning breaks programs: it needs a second API at
``/api/v2/``, beside this one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.exports.api.contract.entry import Change, ChangeLog

if TYPE_CHECKING:
    from generator.exports.api.making.naming import Namer

PROMISE = (
    "No field of version 1 is removed or renamed, and none changes its type or meaning.",
    "Every field that a schema names is there in every answer; what is not known is null.",
    "An address of a record stays as long as its id; a withdrawn claim keeps its file.",
    "What may be added: fields, words where a schema lists words, kinds of files.",
    "A program ignores fields, words and files that it does not know.",
    "Anything else is version 2, at another address, and version 1 stays beside it.",
)
CHANGES = (
    Change(
        version="1.0",
        date=date(2026, 11, 22),
        text="Claims, sources, people, topics, events and verdicts; collections; schemas.",
    ),
)
VERSION = CHANGES[0].version


def change_log(to: Namer) -> ChangeLog:
    """Make the file."""
    return ChangeLog(described_by=to.schema("changes"), promise=PROMISE, changes=CHANGES)
