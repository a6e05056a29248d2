"""What a site is made of, part by part: records, lists, hand-written pages, then the exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator import checks, exports, making, publication
from generator.edition import editions
from generator.exports import markup
from generator.exports.published import Published
from generator.pages import handwritten, leaf
from generator.pages.agreement import agreement_pages
from generator.pages.corrections import corrections_pages
from generator.pages.data import data_page
from generator.pages.example import example_page
from generator.pages.indexes import indexes
from generator.pages.problems import problem_pages
from generator.pages.quality import quality_pages
from generator.pages.rules import rule_pages
from generator.pages.search import search_page
from generator.pages.transparency import transparency_page
from generator.pages.verification import verification_page
from generator.parts import Part
from generator.records import Kind
from generator.watched import Digests, digest, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.edition import Edition
    from generator.exports.published import Page
    from generator.inputs import Inputs
    from generator.output import Output
    from generator.pages.handwritten import HandwrittenPage
    from generator.pages.leaf import Leaf
    from generator.pages.views import View
    from generator.parts import Made
    from generator.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The parts of a site: first its pages, then what is made knowing which there are.

    ``shown`` are the editions that pages are made of, ``site`` is what is published of them.
    """

    parts: tuple[Part, ...]
    shown: tuple[Edition, ...]
    site: Published
    digests: Digests
    written: frozenset[str]
    left_out: frozenset[str] = frozenset()

    def rest(self, pages: Iterable[Page]) -> Iterator[Part]:
        """Return the parts that are made when all ``pages`` are known."""
        site = replace(self.site, pages=tuple(pages))
        told = digest(*(repr(page.facts) for page in site.pages))
        for name, export in exports.made(self.left_out).items():
            make = partial(making.exported, partial(export.outputs, site))
            yield Part(name=f"export {name}", make=make, digests=self.digests, beside=told)

    def problems(self) -> list[Problem]:
        """Return what programs would object to in the site, besides what its parts tell."""
        return list(markup.of_site(self.site.first, self.written))


@dataclass(frozen=True, kw_only=True, eq=False)
class Recipe:
    """What a plan follows from: another process makes the same plan of it."""

    inputs: Inputs
    drafts: bool
    left_out: frozenset[str] = frozenset()

    @cached_property
    def plan(self) -> Plan:
        """The plan, made once."""
        return plan(self.inputs, drafts=self.drafts, left_out=self.left_out)

    def __getstate__(self) -> dict[str, object]:
        """Leave out the plan, whose parts are functions."""
        return {key: value for key, value in vars(self).items() if key != "plan"}


def plan(inputs: Inputs, *, drafts: bool, left_out: frozenset[str] = frozenset()) -> Plan:
    """Return what the site of ``inputs`` is made of; nothing is made yet.

    ``drafts`` shows unfinished claims too. Exports see what is published all the same. Those of
    the formats ``left_out`` (see ``exports.FORMATS``) are not made; pages speak of them still.
    """
    public = publication.public(inputs.corpus)
    hidden = publication.hidden(inputs.corpus, public)
    published = [_Told.of(edition) for edition in editions(public)]
    shown = published
    if drafts and hidden:
        shown = [_Told.of(edition) for edition in editions(inputs.corpus, hidden)]
    site = Published(editions=tuple(told.edition for told in published))
    parts = [
        part
        for told, known in zip(shown, published, strict=True)
        for part in _Parts(told=told, known=known, inputs=inputs, left_out=left_out).all()
    ]
    digests = published[0].digests
    return Plan(
        parts=tuple(parts),
        shown=tuple(told.edition for told in shown),
        site=site,
        digests=digests,
        written=inputs.written,
        left_out=left_out,
    )


@dataclass(frozen=True, kw_only=True)
class _Told:
    """An edition that tells what is read of it, and what such reads are judged by."""

    edition: Edition
    digests: Digests

    @classmethod
    def of(cls, edition: Edition) -> _Told:
        told = replace(edition, corpus=watched(edition.corpus))
        return cls(edition=told, digests=Digests(corpus=edition.corpus))


@dataclass(frozen=True, kw_only=True)
class _Parts:
    """The parts of one edition; ``known`` is what is published of it."""

    told: _Told
    known: _Told
    inputs: Inputs
    left_out: frozenset[str]

    @property
    def edition(self) -> Edition:
        return self.told.edition

    def all(self) -> Iterator[Part]:
        yield from self._records()
        yield from self._lists()
        yield from self._handwritten()

    def _part(self, name: str, make: Callable[[], Iterable[Made]], *beside: str) -> Part:
        edition = self.edition
        return Part(
            name=f"{edition.prefix}{name}",
            make=partial(making.placed, edition, make),
            digests=self.told.digests,
            beside=digest(*beside, self._beside_all),
        )

    @cached_property
    def _beside_all(self) -> str:
        """The digest of what every part of the edition is made of besides the records."""
        hidden = sorted(map(repr, self.edition.hidden))
        return digest(*hidden, repr(self.edition.trees), *sorted(self.left_out))

    def _views(self, name: str, make: Callable[[Edition], Iterable[View]], *beside: str) -> Part:
        return self._part(name, partial(making.views, self.edition, make), *beside)

    def _leaves(self, name: str, leaves: Iterable[Leaf], *beside: str) -> Iterator[Part]:
        """Name a part for each page, so that an edit renews those that show it."""
        for page in leaves:
            make = partial(leaf.views, leaves=[page])
            yield self._views(f"{name} {page.path}", make, page.given, *beside)

    def _records(self) -> Iterator[Part]:
        made = partial(making.record, with_cards="records" not in self.left_out)
        published = self.known.digests.corpus.by_kind
        files = exports.of_records(self.known.edition, self.left_out)
        for kind, records in self.told.digests.corpus.by_kind.items():
            for id_ in records:
                make = partial(made, self.edition, kind, id_)
                yield self._part(f"{kind} {id_}", make)
                # Next to the page, which shows some of the same: so it is made once.
                if id_ in published[kind]:
                    yield self._exported(kind, id_, partial(files, kind, id_))

    def _exported(self, kind: Kind, id_: str, make: Callable[[], Iterable[Output]]) -> Part:
        edition, digests = self.known.edition, self.known.digests
        # The review of a claim stands on its page in the language of the checks alone.
        is_judged = kind is Kind.CLAIM and edition.is_first
        return Part(
            name=f"{edition.prefix}export {kind} {id_}",
            make=partial(making.exported, make),
            digests=digests,
            beside=self._beside_exports,
            judge=partial(markup.of_claim, edition, id_) if is_judged else tuple,
        )

    @cached_property
    def _beside_exports(self) -> str:
        return digest(repr(self.known.edition.trees), *sorted(self.left_out))

    def _lists(self) -> Iterator[Part]:
        written = repr(sorted(self.inputs.written))
        found = repr(self.inputs.found)
        yield from self._leaves("list", indexes(self.edition))
        yield from self._leaves("agreement", agreement_pages(self.edition))
        yield self._views("search", _one(search_page))
        yield self._views("verification", _one(verification_page))
        yield from self._leaves("quality", self._quality(self.edition), found)
        yield from self._leaves("corrections", corrections_pages(self.edition))
        yield self._views("transparency", self._transparency, written)
        if self.edition.is_first:
            # What contributors look up, which is in English and lies in the first tree.
            yield self._views("rules", partial(rule_pages, known=checks.RULES))
            yield self._views("problems", partial(problem_pages, known=checks.RULES))
            yield self._views("example", _one(example_page))
        yield self._views("data", self._data, *self._published)
        yield self._part("interface", partial(making.words, self.edition))
        if self.told.digests.corpus.is_filtered:
            yield self._part("rows", partial(making.searched, self.edition))

    @property
    def _published(self) -> tuple[str, str]:
        # In a preview, what is offered is of another corpus than what is shown.
        digests = self.known.digests
        return digests.of(("claims", None)), digests.of(("sources", None))

    def _quality(self, edition: Edition) -> Iterable[Leaf]:
        return quality_pages(edition, checks.RULES, self.inputs.found)

    def _transparency(self, edition: Edition) -> Iterable[View]:
        return [transparency_page(edition, self.inputs.written)]

    def _data(self, edition: Edition) -> Iterable[View]:
        return [data_page(edition, exports.offers(self.known.edition))]

    def _handwritten(self) -> Iterator[Part]:
        edition, pages = self.edition, self.inputs.pages
        written = repr(sorted(self.inputs.written))
        own = {
            page.path.removeprefix(edition.prefix): page
            for page in pages
            if handwritten.in_edition(page, edition)
        }
        for path, page in own.items():
            make = partial(making.written, edition, path, page, self.inputs.written)
            yield self._part(f"written {path}", make, written, page.text)
        if edition.is_first:
            return
        first = replace(edition, prefix="")
        for page in pages:
            if handwritten.in_edition(page, first) and page.path not in own:
                make_view = partial(_untranslated, page)
                yield self._views(f"untranslated {page.path}", make_view, page.text)


def _untranslated(page: HandwrittenPage, edition: Edition) -> Iterable[View]:
    return [handwritten.untranslated(page, edition)]


def _one(make: Callable[[Edition], View]) -> Callable[[Edition], Iterable[View]]:
    return lambda edition: [make(edition)]
