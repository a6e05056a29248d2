"""The records as their authors wrote them: YAML (RFC 9512), which this program reads again.

A file is published as it is, comments and layout too. Where it tells of a draft, what the public
site leaves out is left out here, and the file is written anew.
"""

from __future__ import annotations

from functools import partial
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
    from generator.exports.export import Makers
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.yamltext import Data, Document

STANDARD = Standard(name="YAML", url="https://yaml.org/spec/1.2.2/")
TYPE = "application/yaml"
SHORTENED = "# Without what is not published yet.\n"


def outputs(site: Published) -> Iterator[Output]:
    """Make the file of all verdicts."""
    document = site.corpus.rating_document
    if document:
        yield Output(urls.raw(Kind.RATING, ""), document.text)


def of_records(edition: Edition) -> Makers:
    """Make the file of any other record, once for all languages."""
    kinds = [kind for kind in urls.FOLDERS if kind is not Kind.RATING] if edition.is_first else ()
    return {kind: partial(_of_record, edition.corpus, kind) for kind in kinds}


def _of_record(corpus: Corpus, kind: Kind, record_id: str) -> Iterator[Output]:
    yield Output(urls.raw(kind, record_id), _text(corpus, kind, record_id))


def _text(corpus: Corpus, kind: Kind, record_id: str) -> str:
    document = corpus.documents[kind, record_id]
    data = _public(corpus, kind, record_id, document)
    if data == document.data and (kind, record_id) not in corpus.drafts_named:
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
