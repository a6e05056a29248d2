"""Attacks the seals: how much of the unquoted text can be rebuilt from them.

``python -m benchmarks.attack_seals [--words FILE] [--archive DIR]`` attacks every seal of the
five sources and of the toy corpus. The attacker has the seal, the published quotations and a
dictionary: every word of the records, of FILE (one a line) and, as an upper bound, every word
of the captured texts in DIR.
"""

from __future__ import annotations

import argparse
import itertools
import math
import string
import sys
import time
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256, shake_256
from pathlib import Path
from typing import TYPE_CHECKING

from generator import corpus, quotations
from generator.passages.captured import CapturedText
from generator.passages.seal import ClosedSeal, OpenSeal
from generator.passages.tokens import FOLD, TIGHT, is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.passages.quotation import Result
    from generator.passages.seal import Seal
    from generator.records import Source

ROOT = Path(__file__).parent.parent
TOY = ROOT / "tests" / "toy"

_SALT = 16
_HASH = 32
_MOST = 100_000  # texts that are tried for one row of tokens of an open seal
_BLANKS = ("", " ", "\n", "\n\n")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What an attack brought: ``rebuilt`` are unquoted tokens by number, ``tries`` are hashes."""

    source: str
    kind: str
    unquoted: int
    rebuilt: Mapping[int, str]
    tries: int
    seconds: float

    @property
    def share(self) -> float:
        """The part of the unquoted tokens that was rebuilt, from 0 to 1."""
        return len(self.rebuilt) / self.unquoted


def attack(seal: Seal, source: Source, words: Iterable[str]) -> Outcome:
    """Rebuild what can be rebuilt of a sealed text."""
    begun = time.perf_counter()
    results = quotations.compare(source, seal, shortest=0)
    quoted = {n for found in results.values() for span in found.covered for n in range(*span)}
    if isinstance(seal, OpenSeal):
        found, tries = _open(seal, sorted(words))
    else:
        found, tries = _closed(seal, source, results, sorted(words))
    return Outcome(
        source=seal.source,
        kind=seal.kind,
        unquoted=seal.tokens - len(quoted),
        rebuilt={number: token for number, token in found.items() if number not in quoted},
        tries=tries,
        seconds=time.perf_counter() - begun,
    )


# --- open --------------------------------------------------------------------------------


def _open(seal: OpenSeal, words: list[str]) -> tuple[dict[int, str], int]:
    """Find each token by its four bytes of ``written``, and prove rows of them by shingles."""
    by_hash = defaultdict[bytes, set[str]](set)
    for word in words:
        one = sha256(word.encode()).digest()[:2]
        for blank in ("", " "):
            by_hash[one + sha256(f"{blank}{word}".encode()).digest()[:2]] |= _forms(word)
    may_be = [sorted(by_hash[seal.written[at : at + 4]]) for at in range(0, len(seal.written), 4)]
    start, tries = b"\x03" + bytes.fromhex(seal.canonical.sha256), 3 * len(words)
    found: dict[int, str] = {}
    for first in range(seal.tokens - seal.shingle + 1):
        wanted = seal.shingles[8 * first : 8 * first + 8]
        rows = [may_be[n] for n in range(first, first + seal.shingle)]
        if math.prod(map(len, rows)) > _MOST:
            continue
        for row in itertools.product(*rows):
            tries += 1
            if sha256(start + " ".join(row).encode()).digest()[:8] == wanted:
                found |= dict(enumerate(row, first))
    return found, tries


def _forms(word: str) -> set[str]:
    """Return the tokens that a word or mark may be: a mark also without a space beside it."""
    plain = word.translate(FOLD)
    forms = {plain} if is_word(plain) else {plain, TIGHT + plain}
    return forms | {plain + TIGHT} if plain == "-" else forms


# --- closed ------------------------------------------------------------------------------


def _closed(
    seal: ClosedSeal, source: Source, results: Mapping[str, Result], words: list[str]
) -> tuple[dict[int, str], int]:
    """Try every word under every known salt against every published hash, and whole texts."""
    words = sorted({form for word in words for form in _forms(word)})
    runs = [run for proof in seal.passages.values() for run in proof.runs]
    beside = {
        run.path[at : at + _HASH] for run in runs for at in range(0, len(run.path), _HASH)
    } | {bytes.fromhex(seal.root), bytes.fromhex(seal.canonical.sha256)}
    # Where two passages touch, the path of one holds a leaf of the other, which is quoted.
    beside -= set(_quoted_leaves(seal, source))
    salts = {run.salts[at : at + _SALT] for run in runs for at in range(0, len(run.salts), _SALT)}
    tries, hit = 0, set()
    for salt in [b"", bytes(_SALT), *sorted(salts)]:
        for word in words:
            if sha256(b"\x00" + salt + word.encode()).digest() in beside:
                hit.add(word)
        tries += len(words)
    # A hash in `check` is of a quoted token: what it tells is published already.
    for text in _guessed_texts(source, results):
        tries += 2
        is_text = sha256(text.encode()).hexdigest() == seal.canonical.sha256
        guessed = shake_256(b"factcheck-seal/1 salts\x00" + text.encode()).digest(
            _SALT * seal.tokens
        )
        own = {guessed[at : at + _SALT] for at in range(0, len(guessed), _SALT)}
        if is_text or own & salts:
            return dict(enumerate(CapturedText(text).words)), tries
    # The words beside a quotation, if a hash gave one away, whatever its place.
    return {-number: word for number, word in enumerate(sorted(hit), 1)}, tries


def _quoted_leaves(seal: ClosedSeal, source: Source) -> Iterator[bytes]:
    for key, proof in seal.passages.items():
        quotation = quotations.of(source.passages[key])
        for number, run in enumerate(proof.runs):
            for at, token in enumerate(quotation.covering(number)):
                salt = run.salts[at * _SALT : at * _SALT + _SALT]
                yield sha256(b"\x00" + salt + token.encode()).digest()


def _guessed_texts(source: Source, results: Mapping[str, Result]) -> Iterator[str]:
    """Yield texts that an attacker would try first: made of all that is published."""
    quotes = [passage.quote for passage in source.passages.values()]
    order = sorted(
        (span, part)
        for key, passage in source.passages.items()
        for span, part in zip(results[key].ranges, quotations.of(passage).parts, strict=False)
    )
    parts = [part for _, part in order]
    title = [source.title] if source.title else []
    for row in (quotes, parts, [*title, *quotes], [*title, *parts], title):
        for blank in _BLANKS:
            for end in ("", ".", "\n", ".\n"):
                yield unicodedata.normalize("NFC", blank.join(row) + end)
    yield from quotes


# --- the dictionary ----------------------------------------------------------------------


def words_of(*texts: str) -> set[str]:
    """Return the tokens of texts as written, in small and capital letters too."""
    found = set()
    for text in texts:
        normal = unicodedata.normalize("NFC", text)
        found |= {normal[token.start : token.end] for token in tokenize(normal)}
    forms = (str, str.lower, str.upper, str.capitalize)
    return {form(word) for word in found for form in forms} | _ALWAYS


# Marks of every kind, single letters and small numbers.
_ALWAYS = (
    {chr(code) for code in FOLD}
    | set(string.punctuation + string.ascii_letters)
    | {"..."}
    | {str(number) for number in range(2_101)}
)


def words_of_records(root: Path) -> set[str]:
    """Return the words of every record and hand-written page below ``root``."""
    files = [*root.glob("content/**/*.yml"), *root.glob("claims/**/*.yml")]
    files += root.glob("content/pages/**/*.md")
    return words_of(*(file.read_text("utf-8") for file in files))


def attack_all(root: Path, words: set[str]) -> list[Outcome]:
    """Attack every seal of a corpus with the words of its records and ``words``."""
    sources, _ = corpus.load_sources(root)
    known = words | words_of_records(root)
    return [attack(seal, sources.sources[id_], known) for id_, seal in sources.seals.items()]


def main(arguments: list[str]) -> int:
    """Attack and print a table; return 1 when a closed seal gave anything away."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attack_seals")
    parser.add_argument("--words", type=Path, help="a file with one word a line")
    parser.add_argument("--archive", type=Path, action="append", default=[])
    options = parser.parse_args(arguments)
    texts = [file.read_text("utf-8-sig") for at in options.archive for file in at.glob("*.txt")]
    words = words_of(*texts, options.words.read_text("utf-8") if options.words else "")
    found = [*attack_all(ROOT, words), *attack_all(TOY, words)]
    print("| seal | kind | unquoted | rebuilt | share | hashes tried | seconds |")
    print("|---|---|---|---|---|---|---|")
    for one in found:
        print(
            f"| {one.source} | {one.kind} | {one.unquoted:,} | {len(one.rebuilt):,} "
            f"| {one.share:.0%} | {one.tries:,} | {one.seconds:.1f} |"
        )
    return 1 if any(one.rebuilt for one in found if one.kind == "closed") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
