"""One language of the site: its records, its words, and where its pages lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import translated, urls, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Kind
    from generator.references import Key
    from generator.words import Words


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The pages of one language. ``prefix`` is the folder of its tree, empty for the first.

    ``hidden`` are the records that previews alone show.
    """

    corpus: Corpus
    words: Words
    prefix: str
    trees: tuple[tuple[str, str], ...]  # language and folder of every edition
    hidden: frozenset[Key] = frozenset()

    @property
    def language(self) -> str:
        """The language that the pages are in, as a BCP 47 tag."""
        return self.words.language

    @property
    def is_first(self) -> bool:
        """Whether its tree is the root of the site, where what is in one language lies too."""
        return not self.prefix

    def is_public(self, kind: Kind, record_id: str) -> bool:
        """Whether the published site has a record."""
        return (kind, record_id) not in self.hidden

    def alternates(self, path: str) -> dict[str, str]:
        """Return the same page in every language, each from the site's root; none for one in one.

        ``path`` is within a tree.
        """
        if len(self.trees) == 1 or urls.is_in_first_tree(path):
            return {}
        return {language: folder + path for language, folder in self.trees}


def editions(corpus: Corpus, hidden: frozenset[Key] = frozenset()) -> Iterator[Edition]:
    """Make the edition of each language, that of the checks first."""
    first, *others = corpus.publisher.spoken
    trees = ((first, ""), *((language, f"{language}/") for language in others))
    for language, prefix in trees:
        yield Edition(
            corpus=translated.translated(corpus, language),
            words=words.of(language),
            prefix=prefix,
            trees=trees,
            hidden=hidden,
        )
