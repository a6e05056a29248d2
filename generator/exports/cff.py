"""``CITATION.cff``: how the whole site is cited, as a data set (Citation File Format 1.2.0)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator import urls, words, yamltext
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.exports.published import Published
    from generator.records import Licence

STANDARD = Standard(
    name="Citation File Format 1.2.0",
    url="https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md",
)

# The addresses of Creative Commons' licences hold what SPDX names them by.
_COMMONS = re.compile(
    r"https?://creativecommons\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)/([1-4]\.0|2\.5)/"
)
_ZERO = re.compile(r"https?://creativecommons\.org/publicdomain/zero/1\.0/")


TRANSLATED = ("abstract", "keywords")


def outputs(site: Published) -> Iterator[Output]:
    """Make the file, which is in the language of the checks."""
    yield Output(urls.CITATION_FILE, yamltext.dump_settings(_settings(site.corpus)))


def _settings(corpus: Corpus) -> dict[str, Any]:
    publisher, date = corpus.publisher, str(corpus.as_of or "")
    settings: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": words.of(publisher.language).t("Cite the data of this site as follows."),
        "type": "dataset",
        "title": publisher.name,
        "abstract": publisher.tagline,
        "authors": [{"name": publisher.name, "website": publisher.url}],
        "url": publisher.url,
        **_licence(publisher.licence),
        "version": date,
        "date-released": date,
        "keywords": list({topic.name: None for topic in corpus.topics.values()}),
    }
    return {key: value for key, value in settings.items() if value}


def _licence(licence: Licence) -> dict[str, str]:
    """Name the licence by its SPDX id, if it is one of Creative Commons, else by its address."""
    if found := _COMMONS.fullmatch(licence.url):
        return {"license": f"CC-{found[1].upper()}-{found[2]}"}
    if _ZERO.fullmatch(licence.url):
        return {"license": "CC0-1.0"}
    return {"license-url": licence.url}


def offers(edition: Edition) -> Iterator[Offer]:
    """List it with the references; the sample leaves out what other languages have otherwise."""
    say, told = edition.words, _settings(edition.corpus)
    shown = {key: value for key, value in told.items() if key not in TRANSLATED}
    yield Offer(
        group=Group.CITATIONS,
        name=say.t("How to cite the site"),
        text=say.t("One reference to the whole site, as a data set of the day that it names."),
        files=(OfferedFile(label=urls.CITATION_FILE, path=urls.CITATION_FILE),),
        standard=STANDARD,
        sample=yamltext.dump_settings(shown),
    )
