"""Makes a project of any size, of invented claims whose quotations really hold.

``python -m benchmarks.corpus N DIR`` writes N published claims with three quotations each, N/20
sources with the seals of invented texts, 50 people, 40 topics and 60 events. Pages, theme,
ratings and rules are those of this checkout. The same N gives the same bytes. ``--languages 1``
makes a site in the language of the checks alone; else it has those of this checkout.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import textwrap
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.invented import Language
from generator import corpus, reading, sealing, yamltext
from generator.passages.archive import Archived
from generator.passages.seal import Captured, dump
from generator.records import Kind
from generator.versions.canonical import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
SEED = 20261122
PEOPLE, TOPICS, EVENTS = 50, 40, 60
CLAIMS_PER_SOURCE = 20
SENTENCES = 100  # of a source; every fifth may be quoted, 20 per cent of the text
EVERY = 5
CHANGED_EVERY = 30  # claims, of which one has a changed verdict
LAST_DAY = date(2026, 11, 20)  # of the records
_COPIED = ("content/pages", "site_config", "mkdocs.yml")
FEATURED = 5
_FEATURED = re.compile(r"(?m)^featured:\n(?:  - .*\n)*")
_LISTED = re.compile(r"(?m)^  - (\S+)$")
_LANGUAGES = re.compile(r"(?m)^languages:\n(?:  - .*\n)+")

# What a claim asks, its verdict, the verdict before a change, and the stance of each quotation.
# The first quotation is speech of the claimant, which proves nothing where the question is "fact".
_VERDICTS = (
    ("said", "confirmed-quotation", "unconfirmed", ("supports", "supports", "context")),
    ("said", "confirmed-quotation", "unconfirmed", ("supports", "supports", "supports")),
    ("said", "reworded", "confirmed-quotation", ("supports", "refutes", "supports")),
    ("said", "misquoted", "unconfirmed", ("refutes", "refutes", "context")),
    ("said", "unconfirmed", "misquoted", ("context", "context", "context")),
    ("fact", "accurate", "unproven", ("context", "supports", "supports")),
    ("fact", "mostly-accurate", "accurate", ("context", "supports", "supports")),
    ("fact", "mostly-inaccurate", "unproven", ("context", "refutes", "refutes")),
    ("fact", "inaccurate", "mostly-inaccurate", ("context", "refutes", "refutes")),
    ("fact", "sources-disagree", "unproven", ("context", "supports", "refutes")),
    ("fact", "unproven", "sources-disagree", ("context", "context", "context")),
)


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A passage as claims name it; ``speaker`` is empty where the source speaks itself."""

    source: str
    published: date
    key: str
    words: str
    speaker: str


@dataclass(frozen=True, kw_only=True)
class Cast:
    """The ids of what claims lead to, and the names of the people."""

    people: dict[str, str]
    topics: list[str]
    events: list[str]
    speech: list[Quoted]
    narration: list[Quoted]


class Maker:
    """Writes the records of one project; every random number comes from one row."""

    def __init__(self, root: Path, count: int, languages: int | None = None) -> None:
        self.root = root
        self.count = count
        self.languages = languages
        self.random = Random(SEED)
        self.language = Language(self.random)

    def make(self) -> None:
        """Write everything."""
        for name in _COPIED:
            _copy(ROOT / name, self.root / name)
        if self.languages is not None:
            self._keep_languages()
        people = self._people()
        topics = self._subjects("topics", TOPICS, "")
        events = self._subjects("events", EVENTS, "date")
        speech, narration = self._sources(list(people))
        cast = Cast(people=people, topics=topics, events=events, speech=speech, narration=narration)
        made = [self._claim(number, cast) for number in range(self.count)]
        self._feature(made[:FEATURED])

    def _write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def _feature(self, claims: Sequence[str]) -> None:
        """Let the publisher feature invented claims in place of those of this checkout."""
        file = reading.PUBLISHER
        rows = "".join(f"  - {id_}\n" for id_ in claims)
        text = (self.root / file).read_bytes().decode()
        self._write(file, _FEATURED.sub(f"featured:\n{rows}", text))

    def _keep_languages(self) -> None:
        """Leave out the languages that are not wanted, and the pages written in them."""
        file = reading.PUBLISHER
        text = (self.root / file).read_bytes().decode()
        for language in _LISTED.findall(_LANGUAGES.findall(text)[0])[self.languages :]:
            text = text.replace(f"  - {language}\n", "", 1)
            shutil.rmtree(self.root / reading.PAGES / language, ignore_errors=True)
        self._write(file, text)

    def _people(self) -> dict[str, str]:
        made = {}
        for number in range(PEOPLE):
            name = self.language.name()
            id_ = f"{_slug(name)}-{number}"
            made[id_] = name
            role = self.language.clause(3)
            told = _folded("description", self.language.prose(1))
            row = f"kind: person\nname: {name}\nroles:\n  - title: {role}\n{told}"
            self._write(f"content/people/{id_}.yml", row)
        return made

    def _subjects(self, folder: str, count: int, dated: str) -> list[str]:
        made = []
        for number in range(count):
            name = " ".join(self.language.rare(3)).capitalize()
            made.append(f"{_slug(name)}-{number}")
            told = _folded("description", self.language.prose(1))
            day = f"{dated}: {self._day()}\n" if dated else ""
            self._write(f"content/{folder}/{made[-1]}.yml", f"name: {name}\n{day}{told}")
        return made

    def _day(self) -> date:
        return date(2010, 1, 1) + timedelta(days=self.random.randrange(5_600))

    # --- sources ---------------------------------------------------------------------------

    def _sources(self, people: Sequence[str]) -> tuple[list[Quoted], list[Quoted]]:
        """Write sources and seals; return what is quoted, neighbours from different sources."""
        number_of = max(3, self.count // CLAIMS_PER_SOURCE)
        quotes = 2 * -(-self.count // (2 * number_of))
        texts, rows = {}, []
        for number in range(number_of):
            sentences = [self.language.sentence() for _ in range(max(SENTENCES, EVERY * quotes))]
            name = f"{_slug(' '.join(self.language.rare(3)))}-{number}"
            texts[name] = ".\n\n".join(sentences) + "."
            rows.append(self._source(name, sentences[: EVERY * quotes : EVERY], people))
        self._seal(texts)
        speech, narration = (
            [row[place] for place in range(first, quotes, 2) for row in rows] for first in (0, 1)
        )
        return speech, narration

    def _source(self, name: str, quotes: Sequence[str], people: Sequence[str]) -> list[Quoted]:
        day = self._day()
        rows = [
            *(f"title: {self.language.sentence()}", f"publisher: {self.language.name()}"),
            *(f"published: {day}", "published_basis: stated"),
            *(f"url: https://{name}.example/{day.year}/{name}", "archive_url: null"),
            *(f"accessed: {day + timedelta(days=9)}", "language: en", f"origin: {name}"),
            *("status: live", "media: article", "passages:"),
        ]
        made = []
        for place, words in enumerate(quotes):
            key = f"{_slug(' '.join(words.replace(',', '').split()[:3]))}-{place}"
            speaker = "" if place % 2 else self._one_of(people)
            told = f"    speaker: {speaker}\n    kind: direct-speech" if speaker else NARRATION
            rows.append(f"  {key}:\n{_folded('quote', words, 4)}{told}")
            made.append(Quoted(source=name, published=day, key=key, words=words, speaker=speaker))
        self._write(f"content/sources/{name}.yml", "\n".join(rows) + "\n")
        return made

    def _one_of(self, ids: Sequence[str]) -> str:
        """Choose one, the first ones more often: few people say much, many say little."""
        return ids[int(len(ids) * self.random.random() ** 2)]

    def _seal(self, texts: dict[str, str]) -> None:
        sources, problems = corpus.load_sources(self.root)
        wrong = [p for p in problems if p.code != "bad-seal"]
        for name, text in texts.items():
            captured = Captured(sha256="0" * 64, bytes=len(text.encode()))
            archived = Archived(source=name, raw=text, extractor="plain/1", captured=captured)
            seal, trouble = sealing.make(sources, sources.sources[name], archived)
            if seal is None or wrong:
                raise ValueError(f"an invented source cannot be sealed: {[*wrong, *trouble]}")
            (self.root / reading.seal_of(name)).write_bytes(dump(seal))

    # --- claims ----------------------------------------------------------------------------

    def _claim(self, number: int, cast: Cast) -> str:
        """Write a claim; return its id."""
        asks, verdict, before, stances = _VERDICTS[number % len(_VERDICTS)]
        first = cast.speech[number % len(cast.speech)]
        others = [cast.narration[(number + step) % len(cast.narration)] for step in (1, 2)]
        quoted = [first, *others]
        day = min(one.published for one in quoted) - timedelta(days=self.random.randrange(9))
        opening = " ".join(first.words.replace(",", "").split()[:2]).lower()
        id_ = f"{_slug(opening)}-{number}"
        verb = "say" if asks == "said" else "rightly say"
        short = " ".join(self.language.words(7))
        end = LAST_DAY - timedelta(days=self.random.randrange(360))
        is_changed = number % CHANGED_EVERY == CHANGED_EVERY // 2
        text = "".join(
            (
                "format: 1\n",
                f"title: Did {cast.people[first.speaker]} {verb} that {short}?\n",
                _folded("claim", f"{self.language.sentence()}."),
                f"claim_short: {short.capitalize()}\n",
                f"asks: {asks}\nclaimant: {first.speaker}\nsaid_on: {day}\n",
                f"said_in: {self.language.clause(4).capitalize()}\n",
                f"appearances:\n  - {first.source}\nverdict: {verdict}\n",
                _folded("summary", self.language.prose(2)),
                "evidence:\n",
                *(self._evidence(q, s) for q, s in zip(quoted, stances, strict=True)),
                self._analysis(quoted),
                self._links(cast, first.speaker, number),
                "response:\n  none_because: The invented words are all there is.\n",
                "status: published\nchecked_by: claims-desk\nreviewed_by: review-desk\n",
                f"history:\n  - date: {end - timedelta(days=40 * is_changed)}\n",
                "    kind: published\n    note: First check of this statement.\n",
            )
        )
        last = f"reviewed_on: {end}\n"
        if is_changed:
            former = text.replace(f"verdict: {verdict}\n", f"verdict: {before}\n")
            self._freeze(id_, former + last)
            note = self.language.sentence()
            text += f"  - date: {end}\n    kind: verdict-change\n"
            text += f"    verdict_before: {before}\n    note: {note}.\n"
        self._write(f"claims/{day.year}/{id_}.yml", text + last)
        return id_

    def _evidence(self, quoted: Quoted, stance: str) -> str:
        row = f"  - passage: {quoted.source}#{quoted.key}\n    stance: {stance}\n"
        has_note = self.random.random() < 0.4
        return row + (_folded("note", f"{self.language.sentence()}.", 4) if has_note else "")

    def _analysis(self, quoted: Sequence[Quoted]) -> str:
        """Write two paragraphs, each with words of a quotation."""
        rows = []
        for one in quoted[:2]:
            words = " ".join(one.words.split()[1:6]).rstrip(",")
            told = f"{self.language.prose(1)} {self.language.clause(5).capitalize()} “{words}”"
            rows.append(f"{told} {self.language.clause(9)}.")
        paragraphs = ["\n".join(_wrapped(row, 2)) for row in rows]
        return "analysis: |-\n" + "\n\n".join(paragraphs) + "\n"

    def _links(self, cast: Cast, claimant: str, number: int) -> str:
        topics = {self._one_of(cast.topics): None, self._one_of(cast.topics): None}
        rows = ["topics:", *(f"  - {id_}" for id_ in topics), "people:", f"  - {claimant}"]
        if number % 2:
            rows += ["events:", f"  - {self._one_of(cast.events)}"]
        return "\n".join(rows) + "\n"

    def _freeze(self, id_: str, text: str) -> None:
        document, problems = yamltext.parse(text, reading.FOLDERS[Kind.CLAIM])
        if document is None:
            raise ValueError(f"an invented claim cannot be read: {problems}")
        self._write(reading.version_file(id_, digest(document.data)), text)


NARRATION = "    kind: narration"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-")


def _folded(key: str, text: str, indent: int = 0) -> str:
    pad = " " * indent
    return "\n".join([f"{pad}{key}: >-", *_wrapped(text, indent + 2)]) + "\n"


def _wrapped(text: str, indent: int) -> list[str]:
    pad = " " * indent
    return textwrap.wrap(text, 98, initial_indent=pad, subsequent_indent=pad)


def main(arguments: Sequence[str]) -> int:
    """Write a project into a new folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("root", type=Path, metavar="DIR")
    parser.add_argument("--languages", type=int, metavar="L")
    options = parser.parse_args(arguments)
    Maker(options.root, options.count, options.languages).make()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
