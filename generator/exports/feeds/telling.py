"""What the entries of one edition say of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import translated, urls
from generator.exports.feeds.entry import Line, Tag
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.records import Claim
    from generator.words import Words


@dataclass(frozen=True)
class Telling:
    """Tells of claims in the language of an edition, and of texts that are in another."""

    edition: Edition

    @property
    def corpus(self) -> Corpus:
        """The records, in the language of the edition as far as they are translated."""
        return self.edition.corpus

    @property
    def say(self) -> Words:
        """The words of the edition."""
        return self.edition.words

    def address(self, path: str) -> str:
        """Return the whole address of a page or file of the edition."""
        return urls.published(self.corpus.publisher.url, self.edition.prefix + path)

    def page(self, claim: Claim) -> str:
        """Return the address of the page of a claim."""
        return self.address(urls.page(Kind.CLAIM, claim.id))

    def id(self, claim: Claim) -> str:
        """Return the id of a claim's entry: the address under which the claim first appeared.

        A new id of the claim does not change it (RFC 4287, 4.2.6), and no other claim has it: a
        former id belongs to one claim alone. It holds no date, which somebody may put right.
        """
        return self.address(urls.page(Kind.CLAIM, (*claim.former_ids, claim.id)[0]))

    def language(self, claim: Claim, field: str) -> str:
        """Return the language of a claim's text, empty where it is that of the edition."""
        own = self.corpus.publisher.language
        found = translated.language_of(claim, field, self.edition.language, own)
        return "" if found == self.edition.language else found

    @property
    def rest(self) -> str:
        """The language of what nobody translates, empty where it is that of the edition."""
        own = self.corpus.publisher.language
        return "" if own == self.edition.language else own

    def author(self, claim: Claim) -> str:
        """Return the byline."""
        publisher = self.corpus.publisher
        return publisher.staff[claim.checked_by].name if claim.checked_by else publisher.name

    def verdict(self, rating_id: str | None) -> str:
        """Return the label of a verdict; an id that is no more stands for itself."""
        rating = self.corpus.ratings.get(rating_id or "")
        return rating.label if rating else rating_id or ""

    def tags(self, claim: Claim) -> Iterator[Tag]:
        """File a claim under its verdict and its topics."""
        if claim.verdict and not claim.withdrawal:
            label, scheme = self.verdict(claim.verdict), self.address(urls.index(Kind.RATING))
            yield Tag(id=claim.verdict, label=label, scheme=scheme)
        scheme = self.address(urls.index(Kind.TOPIC))
        for topic in claim.topics:
            yield Tag(id=topic, label=self.corpus.topics[topic].name, scheme=scheme)

    def lines(self, claim: Claim) -> Iterator[Line]:
        """Tell the claim, who said it, the verdict and why, and where to read the check."""
        say = self.say
        yield Line(label=say.t("Claim"), text=claim.claim, language=self.language(claim, "claim"))
        yield Line(label=say.t("Who said it"), text=self._who(claim))
        # What was taken back is not told again.
        if not claim.withdrawal:
            yield Line(label=say.t("Verdict"), text=self.verdict(claim.verdict))
        if claim.summary and not claim.withdrawal:
            yield Line(text=claim.summary, language=self.language(claim, "summary"))
        yield Line(text=say.t("Read the whole check"), address=self.page(claim))

    def _who(self, claim: Claim) -> str:
        say = self.say
        if claim.claimant is None:
            name = say.t("No claimant named")
        else:
            name = self.corpus.people[claim.claimant].name
        return f"{name}, {say.day(claim.said_on) if claim.said_on else say.t('day not known')}"
