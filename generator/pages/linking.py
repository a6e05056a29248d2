"""Links from one page to others, ready for Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages import reporting
from generator.records import Kind, Status

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.records import Claim, Rating, Source

NO_VERDICT = Safe("*not rated yet*")


def source_label(source: Source) -> str:
    """Name a source: its headline, or what else is known of it."""
    if source.title:
        return source.title
    return f"{words.MEDIA[source.media].capitalize()} without a headline" + (
        f" ({source.publisher})" if source.publisher else ""
    )


def source_short(source: Source) -> str:
    """Name a source where its headline would be too long: publisher and date."""
    if source.publisher is None:
        return source_label(source)
    return f"{source.publisher}, {words.day(source.published)}"


@dataclass(frozen=True)
class Linker:
    """Makes the links that stand on the page ``path``."""

    corpus: Corpus
    path: str

    def to(self, label: str, page: str, anchor: str = "", *classes: str) -> Safe:
        """Link to any page of the site."""
        return escape.link(label, urls.relative(self.path, page, anchor), *classes)

    def claim(self, claim: Claim) -> Safe:
        """Link to a claim by its title."""
        return self.to(claim.title, urls.page(Kind.CLAIM, claim.id))

    def source(self, source: Source, anchor: str = "") -> Safe:
        """Link to a source, or to one of its passages."""
        return self.to(source_label(source), urls.page(Kind.SOURCE, source.id), anchor)

    def source_short(self, source: Source, anchor: str = "") -> Safe:
        """Link to a source, or to one of its passages, by publisher and date."""
        return self.to(source_short(source), urls.page(Kind.SOURCE, source.id), anchor)

    def person(self, person_id: str) -> Safe:
        """Link to a person or body by name."""
        return self.to(self.corpus.people[person_id].name, urls.page(Kind.PERSON, person_id))

    def topic(self, topic_id: str) -> Safe:
        """Link to a topic by name."""
        return self.to(self.corpus.topics[topic_id].name, urls.page(Kind.TOPIC, topic_id))

    def event(self, event_id: str) -> Safe:
        """Link to an event by name."""
        return self.to(self.corpus.events[event_id].name, urls.page(Kind.EVENT, event_id))

    def verdict(self, rating: Rating | None) -> Safe:
        """Link to a verdict: sign and label, in its colour."""
        if rating is None:
            return NO_VERDICT
        label = f"{words.ICON[rating.icon]} {rating.label}"
        page = urls.page(Kind.RATING, rating.id)
        return self.to(label, page, "", "fc-verdict", f"fc-{rating.colour}")

    def verdict_of(self, claim: Claim) -> Safe:
        """Link to the verdict of a claim, with a mark before drafts and withdrawn claims."""
        chip = self.verdict(self.corpus.ratings[claim.verdict] if claim.verdict else None)
        if claim.status is Status.PUBLISHED:
            return chip
        return Safe(f"**{claim.status.capitalize()}** {chip}")

    def actions(self, file: str, title: str, what: str) -> Safe:
        """Links to edit a record's file and to report an error, with and without an account."""
        publisher = self.corpus.publisher
        links = []
        if publisher.edit_url:
            url = publisher.edit_url + quote(file)
            links.append(escape.link(f"Edit this {what}", url, "fc-action"))
        page = urls.published(publisher.url, self.path)
        if url := reporting.error(publisher, title, page):
            links.append(escape.link("Report an error", url, "fc-action"))
        subject, body = (quote(s, safe="") for s in (f"Error: {title}", f"The page: {page}\n\n"))
        mail = f"mailto:{publisher.contact}?subject={subject}&body={body}"
        links.append(escape.link("Report an error by e-mail", mail, "fc-action"))
        return Safe(" ".join(links))
