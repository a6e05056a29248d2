"""The records as their authors wrote them: YAML (RFC 9512), which this program reads again.

A file is published as it is, comments and layout too. Where it tells of a draft, what the public
site leaves out is left out here, and the file is written anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import urls, yamltext
from generator.exports.head import Link
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.yamltext import Data, Document

STANDARD = Standard(name="YAML", url="https://yaml.org/spec/1.2.2/")
TYPE = "application/yaml"
SHORTENED = "# Without what is not published yet.\n"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def outputs(site: Published) -> Iterator[Output]:
    """Make the files; all verdicts are in one."""
    corpus = site.corpus
    drafts = frozenset(
        id_ for kind, id_ in corpus.documents if kind is Kind.CLAIM and id_ not in corpus.claims
    )
    for kind, members in corpus.by_kind.items():
        if kind is not Kind.RATING:
            for id_ in members:
                yield Output(urls.raw(kind, id_), _text(corpus, kind, id_, drafts))
    if corpus.rating_document:
        yield Output(urls.raw(Kind.RATING, ""), corpus.rating_document.text)


def _text(corpus: Corpus, kind: Kind, record_id: str, drafts: frozenset[str]) -> str:
    document = corpus.documents[kind, record_id]
    if not drafts:
        return document.text
    data = _public(corpus, kind, record_id, document)
    if data == document.data and drafts.isdisjoint(_ID.findall(document.text)):
        return document.text
    return SHORTENED + yamltext.dump_record(data)


def _public(corpus: Corpus, kind: Kind, record_id: str, document: Document) -> dict[str, Data]:
    """Return the data of a record without links to drafts and passages that only drafts use."""
    data = dict(document.data)
    related, passages = data.get("related"), data.get("passages")
    if kind is Kind.CLAIM and isinstance(related, list):
        kept = [row for row in related if isinstance(row, dict) and row["claim"] in corpus.claims]
        data["related"] = [*kept]
    if kind is Kind.SOURCE and isinstance(passages, dict):
        known = corpus.sources[record_id].passages
        data["passages"] = {key: row for key, row in passages.items() if key in known}
    return data


def offers(edition: Edition) -> Iterator[Offer]:
    """List the files with what a program can do with them."""
    say, site = edition.words, edition.corpus.publisher.url
    yield Offer(
        group=Group.RECORDS,
        name=say.t("Records as they were written"),
        text=say.t(
            "The YAML file of each record, with its comments. It is what contributors edit and "
            "what this site is made from."
        ),
        files=(OfferedFile(label=say.t("All verdicts"), path=urls.raw(Kind.RATING, "")),),
        patterns=(urls.published(site, urls.raw(Kind.CLAIM, "<id>")),),
        standard=STANDARD,
        sample=_sample(edition),
    )


def _sample(edition: Edition) -> str:
    """Show the first lines of a verdict."""
    document = edition.corpus.rating_document
    return "\n".join(document.text.splitlines()[:_LINES]) if document else ""


_LINES = 8


def in_head(page: Page) -> Iterator[Element]:
    """Link each record's page to its file."""
    if page.kind and page.is_public:
        yield Link(rel="alternate", path=urls.raw(page.kind, page.record_id), type=TYPE)
