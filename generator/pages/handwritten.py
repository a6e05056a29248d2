"""Hand-written pages: Markdown with live figures from a closed set of placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator import escape, prose, urls, yamltext
from generator.escape import Safe
from generator.fields import Line, Prose
from generator.headed import Headed
from generator.pages import front, reporting
from generator.pages.linking import Linker
from generator.pages.render import languages
from generator.pages.views import UntranslatedPage
from generator.problems import Position, Problem, nearest
from generator.records import Kind, Model
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.edition import Edition

HOME = "index.md"
# As MkDocs reads it; what is no front matter by this is text, because `fill` writes its own.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_STRAY = re.compile(r"\{\{|\}\}")
_CODE = re.compile(r"`[^`\n]*`")
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True)
class HandwrittenPage:
    """A Markdown file of ``content/pages``: its path there, its file, its text."""

    path: str
    file: str
    text: str


class Part(StrEnum):
    """What a page can leave out."""

    NAVIGATION = "navigation"
    TOC = "toc"


class Head(Model):
    """The front matter of a hand-written page."""

    title: Line | None = None
    description: Prose | None = None
    hide: tuple[Part, ...] = ()


def _licence(to: Linker) -> Safe:
    licence = to.corpus.publisher.licence
    return escape.link(licence.name, licence.url)


def _contact(to: Linker) -> Safe:
    contact = to.corpus.publisher.contact
    return escape.link(contact, f"mailto:{contact}")


def _repository(to: Linker) -> Safe:
    address = to.corpus.publisher.repository
    return (
        escape.link(address, address)
        if address
        else escape.text(to.words.t("the repository of this site"))
    )


def _forms(to: Linker) -> Safe:
    publisher = to.corpus.publisher
    if not reporting.has_forms(publisher):
        line = to.words.safe("Write to {contact}", contact=_contact(to))
        return Safe(f"- {line}")
    forms = {
        to.words.t(label): reporting.new_issue(publisher, template=f"{name}.yml")
        for name, label in reporting.FORMS.items()
    }
    return Safe("\n".join(f"- {escape.link(label, url)}" for label, url in forms.items()))


def _organisation(to: Linker) -> Safe:
    said = to.corpus.publisher.organisation
    return escape.text(said or to.words.t("This site does not say who is legally answerable."))


def _funding(to: Linker) -> Safe:
    said = to.corpus.publisher.funding
    return escape.text(said or to.words.t("This site does not say who pays for it."))


def _address(to: Linker) -> Safe:
    address = to.corpus.publisher.url
    return escape.link(address, address)


def _staff(to: Linker) -> Safe:
    staff = to.corpus.publisher.staff.values()
    return Safe(
        "\n".join(
            f"- **{escape.text(s.name)}:** {escape.text(s.role or '')}".rstrip() for s in staff
        )
    )


def _two_people(to: Linker) -> Safe:
    rule = to.corpus.publisher.review
    if rule.two_people:
        return escape.text(
            to.words.t("No check is published before somebody other than its author reviewed it.")
        )
    return to.words.safe(
        "The rule that two people see each check is off: {reason}", reason=to.own(rule.reason)
    )


def _quotations(to: Linker) -> Safe:
    number = sum(len(source.passages) for source in to.corpus.sources.values())
    return escape.text(to.words.n("{n} quotation", "{n} quotations", number))


def _claims(to: Linker) -> Safe:
    return escape.text(to.words.n("{n} claim", "{n} claims", len(to.corpus.claims)))


def _sources(to: Linker) -> Safe:
    return escape.text(to.words.n("{n} source", "{n} sources", len(to.corpus.sources)))


def _people(to: Linker) -> Safe:
    number = len(to.corpus.people)
    return escape.text(to.words.n("{n} person or body", "{n} people and bodies", number))


PLACEHOLDERS: dict[str, Callable[[Linker], Safe]] = {
    "publisher": lambda to: escape.text(to.corpus.publisher.name),
    "tagline": lambda to: escape.text(to.corpus.publisher.tagline),
    "claims": _claims,
    "sources": _sources,
    "people": _people,
    "quotations": _quotations,
    "newest_claims": front.newest,
    "important_claims": front.important,
    "figures": front.figures,
    "search_form": front.search_form,
    "verdict_distribution": front.verdicts,
    "as_of": lambda to: escape.text(to.words.day(to.corpus.as_of)),
    "contact": _contact,
    "repository": _repository,
    "forms": _forms,
    "licence": _licence,
    "staff": _staff,
    "organisation": _organisation,
    "funding": _funding,
    "address": _address,
    "two_people": _two_people,
    "verdicts": lambda to: to.to(to.words.t("rating scale"), urls.index(Kind.RATING)),
}


def check(page: HandwrittenPage) -> Iterator[Problem]:
    """Find wrong front matter, live figures that do not exist, and what is not Markdown."""
    _, problems = _head(page)
    yield from problems
    body, first = _body(page)
    for number, row in enumerate(body.split("\n"), first):
        for found in _PLACEHOLDER.finditer(row):
            if found[1] not in PLACEHOLDERS:
                at = Position(page.file, number, found.start(1) + 1, number, found.end(1) + 1)
                said = f"there is no live figure '{found[1]}'"
                yield Problem("unknown-placeholder", at, said, _hint(found[1]))
        if stray := _STRAY.search(_PLACEHOLDER.sub(_blank, _CODE.sub(_blank, row))):
            at = Position(page.file, number, stray.start() + 1, number, stray.end() + 1)
            said = "a live figure stands between '{{' and '}}', and one of them is missing"
            yield Problem("unknown-placeholder", at, said, "write it as {{ claims }}")
    for number, html in prose.raw_html(_PLACEHOLDER.sub("x", body)):
        at = Position(page.file, number + first - 1)
        said = f"hand-written pages are Markdown without HTML or scripts: {html}"
        yield Problem("raw-html", at, said, "write it in Markdown; classes and ids are allowed")


def _hint(name: str) -> str:
    return nearest(name, PLACEHOLDERS) or "known: " + ", ".join(PLACEHOLDERS)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _body(page: HandwrittenPage) -> tuple[str, int]:
    """Return the Markdown below the front matter, and the number of its first line."""
    found = _FRONT_MATTER.match(page.text)
    if not found:
        return page.text, 1
    return page.text[found.end() :], found[0].count("\n") + 1


def _head(page: HandwrittenPage) -> tuple[Head, list[Problem]]:
    """Read the front matter: a closed set of keys, each of which the theme prints."""
    found = _FRONT_MATTER.match(page.text)
    if not found:
        return Head(), []
    # The line of the dashes stays, empty, so that lines are counted from the page's first.
    document, problems = yamltext.parse("\n" + found[1], page.file)
    if document is None:
        return Head(), problems
    head, problems = validate(Head, document.data, document)
    return head or Head(), problems


def in_edition(page: HandwrittenPage, edition: Edition) -> bool:
    """Whether a page is of the tree of ``edition``: pages in other languages have a folder."""
    folders = [folder for _, folder in edition.trees if folder]
    if edition.prefix:
        return page.path.startswith(edition.prefix)
    return not page.path.startswith(tuple(folders))


def named(page: HandwrittenPage, edition: Edition) -> tuple[str, str]:
    """Return the title and the description of a page of the tree of ``edition``.

    What the front matter does not give is the heading, else the name of the publisher, and the
    tagline.
    """
    head, _ = _head(page)
    publisher = edition.corpus.publisher
    title = head.title or prose.heading(_filled(page, edition)) or publisher.name
    return title, head.description or publisher.tagline


def fill(page: HandwrittenPage, edition: Edition, told: str = "") -> Headed:
    """Put the figures of ``edition`` into a page of its tree that ``check`` found sound.

    ``told`` is what stands in the head of the page for programs, as finished HTML.
    """
    path = page.path.removeprefix(edition.prefix)
    head, _ = _head(page)
    texts = {"title": head.title, "description": head.description}
    values: dict[str, object] = {k: escape.html(v) for k, v in texts.items() if v}
    values |= {"kind": "home" if path == HOME else "text", **languages(path, edition)}
    if head.hide:
        values["hide"] = [part.value for part in head.hide]
    if told:
        values["head"] = told
    # Always, if only "{}": a host would read lines such as "template: x" for a head.
    return Headed(values, _filled(page, edition))


def _filled(page: HandwrittenPage, edition: Edition) -> str:
    to = Linker(edition, page.path.removeprefix(edition.prefix))
    body, _ = _body(page)
    return _PLACEHOLDER.sub(lambda found: PLACEHOLDERS[found[1]](to), body).lstrip()


def untranslated(page: HandwrittenPage, edition: Edition) -> UntranslatedPage:
    """Make the page that stands in a tree for one which is in the first language alone."""
    head, _ = _head(page)
    own = edition.trees[0][0]
    say = edition.words
    return UntranslatedPage(
        path=page.path,
        title=head.title or say.t("Not translated"),
        description=say.t("This page is not translated yet."),
        noindex=True,
        language=Safe(own),
        text=say.t("This page is not translated yet."),
        link=escape.link(
            say.t("Read it in its own language: {language}", language=say.language_name(own)),
            urls.relative(edition.prefix + page.path, page.path),
        ),
    )
