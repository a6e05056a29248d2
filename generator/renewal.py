"""A site made again: the parts whose reads changed are made, the others are kept.

Kept is a part of the former build whose digest is the same today, as long as the host still has
every file that came of it. Whatever is doubtful is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from generator.former import Entry, Former, MadeFile, MadePage
from generator.headed import Headed
from generator.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from generator.output import Output
    from generator.parts import Part
    from generator.plan import Recipe
    from generator.problems import Problem
    from generator.reads import Read
    from generator.work import Work

_DIGEST_BYTES = 16
_LEAST = 200  # parts; a process for fewer takes longer to start than they take


@dataclass
class Renewal:
    """A build in the making.

    The parts ``late``, by name, may be those of any former build: a preview has what nobody reads.
    ``files`` are all files of the site; ``outputs`` those that were made now, by path, whose
    content waits in the spool, and ``drawn`` those that are still to be drawn; ``made`` counts the
    parts that were made, and ``problems`` is what they tell.
    """

    former: Former
    has: Callable[[MadeFile], bool]
    late: Collection[str] = ()
    files: list[MadeFile] = field(default_factory=list)
    outputs: dict[str, Output] = field(default_factory=dict)
    drawn: dict[str, Output] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    made: int = 0
    _flawed: set[str] = field(default_factory=set)
    _reads: dict[Read, Read] = field(default_factory=dict)
    _pictures: set[str] = field(default_factory=set)
    _spool: Spool = field(default_factory=Spool)

    def run(self, recipe: Recipe, work: Work) -> None:
        """Make or keep every part."""
        plan = recipe.plan
        editions = {edition.prefix: edition for edition in plan.shown}
        self._renew(plan.parts, lambda lacking: _mapped(recipe, lacking, work))
        pages = [
            page.page(editions, plan.written)
            for entry in self.entries.values()
            for page in entry.pages
        ]
        rest = list(plan.rest(pages))
        self._renew(rest, lambda lacking: map(_parcel, map(rest.__getitem__, lacking)))

    @property
    def result(self) -> Former:
        """What the next build can keep: not what is wrong, which it so tells again."""
        entries = {n: entry for n, entry in self.entries.items() if n not in self._flawed}
        return Former(program=self.former.program, entries=entries)

    def _renew(
        self, parts: Sequence[Part], make: Callable[[Sequence[int]], Iterable[Parcel]]
    ) -> None:
        """Keep or make ``parts``; ``make`` is given the numbers of those that are to be made."""
        kept = [self._kept(part) for part in parts]
        lacking = [number for number, entry in enumerate(kept) if entry is None]
        self.made += len(lacking)
        for number, (entry, outputs, problems) in zip(lacking, make(lacking), strict=True):
            # Each process has tuples of its own for what many parts read: here all share one.
            reads = tuple(self._reads.setdefault(read, read) for read in entry.reads)
            kept[number] = replace(entry, reads=reads)
            for output in outputs:
                self._put_aside(output)
            if problems:
                self.problems += problems
                self._flawed.add(parts[number].name)
        for part, done in zip(parts, kept, strict=True):
            if done is not None:
                self.entries[part.name] = done
                self._list(done)

    def _kept(self, part: Part) -> Entry | None:
        entry = self.former.entries.get(part.name)
        return entry if entry is not None and self._is_good(part, entry) else None

    def _is_good(self, part: Part, entry: Entry) -> bool:
        is_same = part.name in self.late or part.stamp(entry.reads) == entry.stamp
        return is_same and all(map(self.has, entry.files))

    def _list(self, entry: Entry) -> None:
        for file in entry.files:
            # What looks the same has one name, and is drawn once.
            if file.is_drawn and file.path in self._pictures:
                continue
            self.files.append(file)
            if file.is_drawn:
                self._pictures.add(file.path)

    def _put_aside(self, output: Output) -> None:
        if output.make is not None:
            self.drawn[output.path] = output
        else:
            content = self._aside(output.made)
            self.outputs[output.path] = replace(output, text="", raw=None, make=content)

    def _aside(self, made: bytes | Headed) -> Callable[[], bytes | Headed]:
        if isinstance(made, bytes):
            return self._spool.put(made)
        content = self._spool.put(made.packed())
        return lambda: Headed.unpacked(content())


class Parcel(NamedTuple):
    """The digest of a part with what came of it, and that itself."""

    entry: Entry
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


def _mapped(recipe: Recipe, lacking: Sequence[int], work: Work) -> Iterator[Parcel]:
    return work.mapped("pages", _parcels, lacking, recipe, least=_LEAST)


def _parcels(recipe: Recipe, numbers: Sequence[int]) -> Iterator[Parcel]:
    """Make some parts of a plan, in whichever process."""
    return (_parcel(recipe.plan.parts[number]) for number in numbers)


def _parcel(part: Part) -> Parcel:
    result = part.made()
    outputs = tuple(output for output, _ in result.made)
    pages = tuple(MadePage.of(page) for _, page in result.made if page is not None)
    files = tuple(map(_file, outputs))
    entry = Entry(stamp=result.stamp, reads=result.reads, files=files, pages=pages)
    return Parcel(entry, outputs, result.problems)


def _file(output: Output) -> MadeFile:
    if output.make is not None:
        # Its path says by a digest what it shows, and it is drawn when all pages are done.
        return MadeFile(path=output.path, digest=output.path, origin=output.origin)
    made = output.made
    data = made if isinstance(made, bytes) else made.packed()
    digest = blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()
    return MadeFile(path=output.path, digest=digest, origin=output.origin)
