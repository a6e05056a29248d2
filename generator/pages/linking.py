"""Links from one page to others, ready for Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator import escape, translated, urls, words
from generator.catalogue import SOURCE
from generator.escape import Safe
from generator.pages import reporting
from generator.records import Kind, Status

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.records import Claim, Rating, Source
    from generator.references import Key
    from generator.words import Words


def source_label(source: Source, say: Words) -> str:
    """Name a source: its headline, or what else is known of it."""
    if source.title:
        return source.title
    what = say.t(words.MEDIA[source.media])
    if source.publisher:
        return say.t("No headline: {what}, {publisher}", what=what, publisher=source.publisher)
    return say.t("No headline: {what}", what=what)


def source_short(source: Source, say: Words) -> str:
    """Name a source where its headline would be too long: publisher and date."""
    if source.publisher is None:
        return source_label(source, say)
    return f"{source.publisher}, {say.day(source.published)}"


@dataclass(frozen=True)
class Linker:
    """Makes the links that stand on the page ``path``."""

    edition: Edition
    path: str

    @property
    def corpus(self) -> Corpus:
        """The records, in the language of the page."""
        return self.edition.corpus

    @property
    def words(self) -> Words:
        """The words of the page's language."""
        return self.edition.words

    def to(self, label: str, page: str, anchor: str = "", *classes: str) -> Safe:
        """Link to any page of this language, or to one that is in the first tree alone."""
        return escape.link(label, self.address(page, anchor), *classes)

    def address(self, page: str, anchor: str = "") -> str:
        """Return the relative address of a page, as Markdown hosts resolve it."""
        prefix = self.edition.prefix
        here = prefix + self.path if prefix and urls.is_in_first_tree(page) else self.path
        return urls.relative(here, page, anchor)

    def asked(self, label: str, query: str) -> Safe:
        """Link to the search, asked for something: "kind=claim&topic=crimea"."""
        return escape.link(label, f"{self.address(urls.SEARCH)}?{query}")

    def root(self, label: str, file: str) -> Safe:
        """Link to a page or file by its path from the root of the site."""
        return escape.link(label, urls.relative(self.edition.prefix + self.path, file))

    def published(self, page: str) -> str:
        """Return the whole address of a page on the published site."""
        prefix = "" if urls.is_in_first_tree(page) else self.edition.prefix
        return urls.published(self.corpus.publisher.url, prefix + page)

    def manual(self, label: str, page: str) -> Safe:
        """Link to a page of the manual, which is in the language of the program."""
        link = self.to(label, page)
        return escape.in_language(link, "" if self.edition.language == SOURCE else SOURCE)

    def final(self, page: str) -> str:
        """Return the relative address of a page or file, as browsers resolve it."""
        return urls.final(self.path, page)

    def language_of(self, claim: Claim, field: str) -> str:
        """Return the language of a claim's text, empty where it is that of the page."""
        own = self.corpus.publisher.language
        spoken = self.edition.language
        found = translated.language_of(claim, field, spoken, own)
        return "" if found == spoken else found

    @property
    def rest(self) -> str:
        """The language of what records say and nobody translates, empty where it is the page's."""
        own = self.corpus.publisher.language
        return "" if own == self.edition.language else own

    def foreign(self, source: Source) -> Safe:
        """Name the language of a source, empty where it is that of the page."""
        return Safe("" if source.language == self.edition.language else source.language)

    def own(self, text: str | None) -> Safe:
        """Show a text of a record that nobody translates."""
        return self.told(text, self.corpus.publisher.language)

    def told(self, text: str | None, language: str) -> Safe:
        """Show a text that is in ``language``, which is said where the page has another."""
        if not text:
            return Safe("")
        return escape.in_own(text, "" if language == self.edition.language else language)

    def claim(self, claim: Claim) -> Safe:
        """Link to a claim by its title."""
        link = self.to(claim.title, urls.page(Kind.CLAIM, claim.id))
        return escape.in_language(link, self.language_of(claim, "title"))

    def statement(self, claim: Claim) -> Safe:
        """Link to a claim by the statement under review."""
        link = self.to(claim.claim, urls.page(Kind.CLAIM, claim.id))
        return escape.in_language(link, self.language_of(claim, "claim"))

    def source(self, source: Source, anchor: str = "") -> Safe:
        """Link to a source, or to one of its passages."""
        link = self.to(source_label(source, self.words), urls.page(Kind.SOURCE, source.id), anchor)
        return escape.in_language(link, self.foreign(source) if source.title else "")

    def source_short(self, source: Source, anchor: str = "") -> Safe:
        """Link to a source, or to one of its passages, by publisher and date."""
        return self.to(source_short(source, self.words), urls.page(Kind.SOURCE, source.id), anchor)

    def person(self, person_id: str) -> Safe:
        """Link to a person or body by name.

        A frozen version may name one that is no more: its id stands for it, here and below.
        """
        if person_id not in self.corpus.people:
            return escape.text(person_id)
        return self.to(self.corpus.people[person_id].name, urls.page(Kind.PERSON, person_id))

    def topic(self, topic_id: str) -> Safe:
        """Link to a topic by name."""
        if topic_id not in self.corpus.topics:
            return escape.text(topic_id)
        return self.to(self.corpus.topics[topic_id].name, urls.page(Kind.TOPIC, topic_id))

    def event(self, event_id: str) -> Safe:
        """Link to an event by name."""
        if event_id not in self.corpus.events:
            return escape.text(event_id)
        return self.to(self.corpus.events[event_id].name, urls.page(Kind.EVENT, event_id))

    def rating(self, rating_id: str | None, *classes: str) -> Safe:
        """Link to a verdict by its id."""
        if rating_id and rating_id not in self.corpus.ratings:
            return escape.text(rating_id)
        return self.verdict(self.corpus.ratings[rating_id] if rating_id else None, *classes)

    def verdict(self, rating: Rating | None, *classes: str) -> Safe:
        """Link to a verdict by its label; the style draws sign and colour."""
        if rating is None:
            said = self.words.t("not rated yet")
            return Safe(f"*{escape.text(said)}*")
        page = urls.page(Kind.RATING, rating.id)
        marks = ("fc-verdict", f"fc-{rating.colour}", f"fc-sign-{rating.icon}", *classes)
        return self.to(rating.label, page, "", *marks)

    def verdict_of(self, claim: Claim) -> Safe:
        """Link to the verdict of a claim, with a mark before drafts and withdrawn claims."""
        chip = self.verdict(self.corpus.ratings[claim.verdict] if claim.verdict else None)
        if claim.status is Status.PUBLISHED:
            return chip
        return Safe(f"**{escape.text(self.words.t(words.STATUS[claim.status]))}** {chip}")

    def actions(self, file: str, title: str, of: Key | None = None) -> Safe:
        """Links to edit a record's file, to report an error in two ways, and to its data.

        ``file`` is empty and ``of`` None where a page shows no record of today.
        """
        publisher, say = self.corpus.publisher, self.words
        links = []
        if publisher.edit_url and file:
            url = publisher.edit_url + quote(file)
            links.append(escape.link(say.t("Edit this page"), url, "fc-action"))
        page = self.published(self.path)
        if url := reporting.error(publisher, title, page):
            links.append(escape.link(say.t("Report an error"), url, "fc-action"))
        texts = (say.t("Error: {title}", title=title), say.t("The page: {page}", page=page))
        subject, body = (quote(text, safe="") for text in (texts[0], f"{texts[1]}\n\n"))
        mail = f"mailto:{publisher.contact}?subject={subject}&body={body}"
        links.append(escape.link(say.t("Report an error by e-mail"), mail, "fc-action"))
        row = " ".join(links)
        if of and self.edition.is_public(*of):
            # The template gives the last paragraph its class.
            return Safe(f"{row}\n{{: .fc-actions }}\n\n{self._data(*of)}")
        return Safe(row)

    def _data(self, kind: Kind, record_id: str) -> Safe:
        return self.words.safe(
            "This record as data: {yaml}, {json}",
            yaml=self.root("YAML", urls.raw(kind, record_id)),
            json=self.root("JSON", urls.resource(kind, record_id)),
        )
