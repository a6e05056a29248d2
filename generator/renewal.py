"""A site made again: the parts whose reads changed are made, the others are kept.

Kept is a part of the former build whose digest is the same today, as long as the host still has
every file that came of it. Whatever is doubtful is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from generator.former import Entry, Former, MadeFile, MadePage
from generator.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.output import Output
    from generator.parts import Part, Result
    from generator.plan import Plan

_DIGEST_BYTES = 16


@dataclass
class Renewal:
    """A build in the making.

    ``files`` are all files of the site; ``outputs`` those that were made now, by path, whose
    content waits in the spool, and ``drawn`` those that are still to be drawn; ``made`` counts the
    parts that were made.
    """

    former: Former
    has: Callable[[MadeFile], bool]
    files: list[MadeFile] = field(default_factory=list)
    outputs: dict[str, Output] = field(default_factory=dict)
    drawn: dict[str, Output] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    made: int = 0
    _pictures: set[str] = field(default_factory=set)
    _spool: Spool = field(default_factory=Spool)

    def run(self, plan: Plan) -> None:
        """Make or keep every part."""
        editions = {edition.prefix: edition for edition in plan.shown}
        for part in plan.parts:
            self._renew(part)
        pages = [
            page.page(editions, plan.written)
            for entry in self.entries.values()
            for page in entry.pages
        ]
        for part in plan.rest(pages):
            self._renew(part)

    @property
    def result(self) -> Former:
        """What the next build can keep."""
        return Former(program=self.former.program, entries=self.entries)

    def _renew(self, part: Part) -> None:
        entry = self.former.entries.get(part.name)
        if entry is None or not self._is_good(part, entry):
            entry = self._make(part)
        self.entries[part.name] = entry
        for file in entry.files:
            # What looks the same has one name, and is drawn once.
            if file.is_drawn and file.path in self._pictures:
                continue
            self.files.append(file)
            if file.is_drawn:
                self._pictures.add(file.path)

    def _is_good(self, part: Part, entry: Entry) -> bool:
        return part.stamp(entry.reads) == entry.stamp and all(map(self.has, entry.files))

    def _make(self, part: Part) -> Entry:
        result = part.made()
        self.made += 1
        made = [self._put_aside(output) for output, _ in result.made]
        return Entry(
            stamp=result.stamp,
            reads=result.reads,
            files=tuple(made),
            pages=tuple(_pages(result)),
        )

    def _put_aside(self, output: Output) -> MadeFile:
        if output.make is not None:
            # Its path says by a digest what it shows, and it is drawn when all pages are done.
            self.drawn[output.path] = output
            return MadeFile(path=output.path, digest=output.path, origin=output.origin)
        content = output.data
        self.outputs[output.path] = replace(
            output, content="", raw=None, make=self._spool.put(content)
        )
        digest = blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
        return MadeFile(path=output.path, digest=digest, origin=output.origin)


def _pages(result: Result) -> Iterable[MadePage]:
    return (MadePage.of(page) for _, page in result.made if page is not None)
