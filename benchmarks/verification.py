"""Times the verification of 30,000 quotations by their seals, and the sealing of a long text.

``python -m benchmarks.verification`` makes 500 sources of 60 passages in a folder that it
removes again. ``--profile`` prints where the time of one run goes instead.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import platform
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from generator import corpus, quotations, reading
from generator.passages import closed
from generator.passages.archive import Archived
from generator.passages.quotation import Quotation
from generator.passages.seal import Captured, ClosedSeal, dump
from generator.passages.verify import compare
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCES, PASSAGES, WORDS = 500, 60, 16  # a quotation of 16 words has some 18 tokens
SEED = 20261122
_RECORD = """\
title: Report {number}
publisher: The Example
published: 2031-01-01
published_basis: stated
url: null
archive_url: null
accessed: 2031-01-02
language: en
origin: report-{number}
status: live
media: article
passages:
"""
_PASSAGE = """\
  passage-{number}:
    quote: >-
      {quote}
    kind: narration
"""


def vocabulary(random: Random) -> list[str]:
    """Return 8,000 made-up words of about five letters."""
    vowels, consonants = "aeiou", "bcdfghklmnprstvw"
    sizes = random.choices(range(1, 6), weights=(2, 10, 6, 3, 1), k=8_000)
    return [
        "".join(random.choice(consonants) + random.choice(vowels) for _ in range(size))
        + random.choice(["", "", "s", "n", "r"])
        for size in sizes
    ]


def prose(random: Random, words: list[str], count: int) -> str:
    """Write ``count`` words in sentences and paragraphs, with the marks of a news text."""
    found = []
    for number, word in enumerate(random.choices(words, k=count)):
        chance = random.random()
        if chance < 0.05:
            found.append(f"{word}. ")
        elif chance < 0.06:
            found.append(f"{word}.\n\n")
        elif chance < 0.11:
            found.append(f"{word}, ")
        elif chance < 0.12:
            found.append(f"“{word}’s {number},000,” ")
        elif chance < 0.13:
            found.append(f"{word}-{word} ")
        else:
            found.append(f"{word} ")
    return "".join(found)


def make(root: Path) -> int:
    """Write the records and seals of the corpus below ``root``; return the number of tokens."""
    (root / reading.SITE_CONFIG).mkdir(parents=True)
    random, tokens = Random(SEED), 0
    words = vocabulary(random)
    for number in range(SOURCES):
        raw = prose(random, words, random.randint(1_500, 2_500))
        captured = Captured(sha256="0" * 64, bytes=len(raw.encode()))
        name = f"report-{number}"
        archived = Archived(source=name, raw=raw, extractor="plain/1", captured=captured)
        tree, proofs = closed.Tree(archived.text), {}
        rows = [_RECORD.format(number=number)]
        for place, quote in enumerate(_quotes(random, raw)):
            quotation = Quotation.of(quote)
            proofs[f"passage-{place}"] = tree.prove(quotation, compare(quotation, archived.text))
            rows.append(_PASSAGE.format(number=place, quote=quote))
            tokens += len(quotation.tokens)
        file = root / reading.FOLDERS[Kind.SOURCE] / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(rows), "utf-8")
        seal = closed.seal(archived.text, proofs, tree, **archived.head)
        (root / reading.seal_of(name)).write_bytes(dump(seal))
    return tokens


def _quotes(random: Random, raw: str) -> list[str]:
    words = raw.split()
    starts = random.sample(range(0, len(words) - WORDS, WORDS), PASSAGES)
    return [" ".join(words[start : start + WORDS]) for start in starts]


def timed(task: Callable[[], object], runs: int) -> str:
    """Run a task and return its shortest and its median time in seconds."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        task()
        seconds.append(time.perf_counter() - begun)
    return f"{min(seconds):.2f} | {statistics.median(seconds):.2f}"


def command(root: Path) -> None:
    """Run ``factcheck verify`` as a contributor does."""
    program = "import sys; from generator.cli import main; sys.exit(main())"
    subprocess.run(
        [sys.executable, "-c", program, "verify", "--root", str(root)],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def seal_text(raw: str) -> ClosedSeal:
    """Seal a text with one quotation, as ``factcheck seal`` does, up to the bytes of the file."""
    captured = Captured(sha256="0" * 64, bytes=len(raw.encode()))
    archived = Archived(source="long", raw=raw, extractor="plain/1", captured=captured)
    quotation = Quotation.of(" ".join(raw.split()[1_000:1_020]))
    result = compare(quotation, archived.text)
    tree = closed.Tree(archived.text)
    proofs = {"one": tree.prove(quotation, result)}
    seal = closed.seal(archived.text, proofs, tree, **archived.head)
    dump(seal)
    return seal


def main(arguments: list[str]) -> int:
    """Print a table of times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verification")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args(arguments)
    random = Random(SEED)
    megabyte = prose(random, vocabulary(random), 210_000).encode()[:1_000_000].decode()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        tokens = make(root)
        sources, problems = corpus.load_sources(root)
        assert problems == []  # noqa: S101 - the corpus is this module's own

        def compare_all() -> None:
            found = quotations.compare_all(sources.sources, sources.seals, 3)
            assert all(result.state.holds for result in found.values())  # noqa: S101

        tasks: dict[str, Callable[[], object]] = {
            "compare, records and seals loaded": compare_all,
            "read the seals": lambda: quotations.read_seals(root, sources.sources),
            "read records and seals": lambda: corpus.load_sources(root),
            "`factcheck verify`, the whole command": lambda: command(root),
            f"seal a text of 1 MB, {seal_text(megabyte).tokens:,} tokens": lambda: seal_text(
                megabyte
            ),
        }
        if options.profile:
            for name, task in tasks.items():
                _profile(name, task)
            return 0
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, "
            f"load {os.getloadavg()[0]:.1f}; {SOURCES * PASSAGES:,} quotations of "
            f"{tokens / SOURCES / PASSAGES:.1f} tokens; {options.runs} runs"
        )
        print("| | min s | median s |\n|---|---|---|")
        for name, task in tasks.items():
            print(f"| {name} | {timed(task, options.runs)} |", flush=True)
    return 0


def _profile(name: str, task: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(task)
    print(name)
    pstats.Stats(profile).sort_stats("tottime").print_stats(18)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
