"""The view of a person's or body's page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.pages import facets, following
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.lists import of_claims, some
from generator.pages.pictures import verdicts
from generator.pages.pictures.claims import by_date, told
from generator.pages.pictures.contradictions import standing
from generator.pages.stretch import stretches
from generator.pages.views import Fact, PersonPage, SaidRow, named
from generator.records import Kind, Question, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.escape import Safe
    from generator.fields import PartialDate
    from generator.pages.stretch import Stretch
    from generator.records import Person, Role
    from generator.words import Words


SHOWN = 10  # claims named beside one quotation; its own place lists the rest


def person_pages(edition: Edition, person: Person) -> Iterator[Leaf]:
    """Find the pages of a person."""
    path, links, say = urls.page(Kind.PERSON, person.id), edition.corpus.links, edition.words
    made = links.claims_by_claimant.get(person.id, ())
    # A claim that the person made is listed once, as theirs.
    own = set(made)
    others = [id_ for id_ in links.claims_naming_person.get(person.id, ()) if id_ not in own]
    said = _said(edition, person, path)
    by = of_claims(
        edition,
        path,
        say.t("Claims by {name}", name=person.name),
        made,
        list_first=urls.sub_list(path, "by"),
        only=f"claimant={person.id}",
    )
    naming = of_claims(
        edition,
        path,
        say.t("Claims that name {name}", name=person.name),
        others,
        list_first=urls.sub_list(path, "named"),
        only=f"named={person.id}",
    )
    make = partial(_page, person_id=person.id)
    yield Leaf(path=path, make=make, stretches=(said[0], by[0], naming[0]))
    yield from by_date(edition, path, _over_time(say, person), made, person.id)
    yield from rest(said, by, naming)


def _page(
    edition: Edition, said: Stretch, by: Stretch, naming: Stretch, person_id: str
) -> PersonPage:
    corpus, say, to = edition.corpus, edition.words, Linker(edition, said.path)
    person = corpus.people[person_id]
    made = corpus.links.claims_by_claimant.get(person_id, ())
    over_time = told(to, _over_time(say, person), made, person_id)
    return PersonPage(
        path=to.path,
        title=person.name,
        description=person.description
        or say.t("What the checks say about {name}.", name=person.name),
        intro=person.description or "",
        facets=facets.of_kind(Kind.PERSON, say),
        facts=(*_facts(say, person), *following.fact(to, Kind.PERSON, person_id)),
        spellings=tuple(_spellings(to, person)),
        pictures=named(
            over_time.picture,
            verdicts.of_claims(to, say.t("Claims they made, by verdict"), standing(corpus, made)),
        ),
        said=said.listing(edition),
        contradictions=over_time.contradictions,
        claims_by=by.listing(edition),
        claims_naming=naming.listing(edition),
        actions=to.actions(
            corpus.file_of(Kind.PERSON, person_id), person.name, (Kind.PERSON, person_id)
        ),
    )


def _over_time(say: Words, person: Person) -> str:
    return say.t("{name} over time", name=person.name)


def _facts(say: Words, person: Person) -> Iterator[Fact]:
    yield Fact(label=say.t("Kind"), value=say.t(words.PERSON_KIND[person.kind]))
    if person.roles:
        roles = "; ".join(_role(say, role) for role in person.roles)
        yield Fact(label=say.t("Roles in the sources"), value=roles)
    for url in person.same_as:
        yield Fact(label=say.t("Elsewhere"), value=escape.link(url, url))


def _role(say: Words, role: Role) -> str:
    since, until = say.day(role.since), say.day(role.until)
    if role.since and role.until:
        return say.t("{role} ({since} to {until})", role=role.title, since=since, until=until)
    if role.since:
        return say.t("{role} (from {since})", role=role.title, since=since)
    return (
        say.t("{role} (until {until})", role=role.title, until=until) if role.until else role.title
    )


def _spellings(to: Linker, person: Person) -> Iterator[Fact]:
    """List each spelling with the quoted passages in which it stands."""
    if not person.variants:
        return
    own = to.edition.corpus.spellings
    for spelling in (person.name, *person.variants):
        if spelling not in own:
            continue  # the name in the language of the page, which no source prints
        seen = escape.join(_seen_in(to, spelling), " · ")
        yield Fact(label=spelling, value=seen or to.words.t("in no quoted passage"))


def _seen_in(to: Linker, spelling: str) -> list[Safe]:
    """Link to the first passage of each source that spells the name so."""
    first: dict[str, str] = {}
    for reference in to.corpus.spellings[spelling]:
        source_id, _, passage_id = reference.partition("#")
        first.setdefault(source_id, passage_id)

    def link(source_id: str) -> Safe:
        return to.source_short(to.corpus.sources[source_id], first[source_id])

    return some(to, list(first), link)


def _said(edition: Edition, person: Person, path: str) -> tuple[Stretch, ...]:
    corpus, say = edition.corpus, edition.words
    references = corpus.links.passages_of_speaker.get(person.id, ())
    when = {reference: _when(corpus, person.id, reference)[0] for reference in references}
    ordered = sorted(when, key=lambda ref: (when[ref] is None, str(when[ref]), ref))
    return stretches(
        path,
        say.t("What {name} said", name=person.name),
        ordered,
        partial(_quotation, person_id=person.id),
        say.n("{n} quotation", "{n} quotations", len(ordered)),
        list_first=urls.sub_list(path, "said"),
    )


def _quotation(to: Linker, reference: str, person_id: str) -> SaidRow:
    corpus, say = to.corpus, to.words
    source, passage = corpus.passage(reference)
    date, is_report = _when(corpus, person_id, reference)
    claims = corpus.links.claims_of_passage.get(reference, ())
    links = [to.claim(corpus.claims[id_]) for id_ in claims[:SHOWN]]
    if more := len(claims) - len(links):
        page = urls.page(Kind.SOURCE, source.id)
        label = say.n("{n} more claim", "{n} more claims", more)
        links.append(to.to(label, page, reference.partition("#")[2]))
    return SaidRow(
        when=say.t("reported {date}", date=say.day(date)) if is_report and date else say.day(date),
        where=to.source_short(source, reference.partition("#")[2]),
        quote=passage.quote,
        language=to.foreign(source),
        claims=escape.join(links, " · "),
    )


def _when(corpus: Corpus, person_id: str, reference: str) -> tuple[PartialDate | None, bool]:
    """Return the day on which a passage was said, or, marked true, when it was reported."""
    for id_ in corpus.links.claims_of_passage.get(reference, ()):
        claim = corpus.claims[id_]
        own = claim.claimant == person_id and claim.asks is Question.SAID
        # Context may be from another day than the statement that the claim is about.
        stances = [item.stance for item in claim.evidence if item.passage == reference]
        if claim.said_on and own and Stance.SUPPORTS in stances:
            return claim.said_on, False
    return corpus.passage(reference)[0].published, True
