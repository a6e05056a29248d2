"""Measures the first search on a built site: bytes over the wire, and time to the first result.

``python -m benchmarks.searching SITE [--page search/]`` serves the built site, compressed, on
this machine and puts words into its search page, each time in a fresh profile without a cache.
The words come from the site's own titles, chosen by a fixed seed.
"""

from __future__ import annotations

import argparse
import statistics
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from tests.browser import chromium
from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tests.served import Served

SEED = 20261122
QUERIES = 8  # of each number of words
SHORTEST = 5  # letters of a word: what a reader looks for is rarely shorter

# Puts words into the field at once and waits for the first result; milliseconds by the clock of
# the page, with the pause in which the page waits for more letters.
_ASK = """words => new Promise(done => {
  const field = document.querySelector("#fc-q");
  const watch = new MutationObserver(() => {
    if (document.querySelector(".fc-results a")) done(performance.now() - start);
  });
  watch.observe(document.querySelector(".fc-search"), { childList: true, subtree: true });
  field.value = words;
  const start = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One search: kilobytes and seconds to the first result, and kilobytes with the filters."""

    words: str
    first: float
    seconds: float
    whole: float


def queries(site: Path, length: int) -> list[str]:
    """Return words that stand side by side in titles of claims."""
    random = Random(SEED)
    pages = sorted((site / "claims").glob("*/index.html"))
    made: list[str] = []
    while len(made) < QUERIES:
        heading = LexborHTMLParser(random.choice(pages).read_text("utf-8")).css_first("h1")
        title = heading.text() if heading else ""
        words = [w for w in title.strip("¶? ").split() if len(w) >= SHORTEST]
        if len(words) >= length:
            first = random.randrange(len(words) - length + 1)
            made.append(" ".join(words[first : first + length]))
    return made


def measure(browser: Browser, served: Served, page: str, words: str) -> Run:
    """Search once with a cold cache. The page itself is loaded before the bytes are counted."""
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(served.address + page)
    tab.wait_for_selector("#fc-q")
    tab.wait_for_load_state("networkidle")
    served.sent.clear()
    seconds = tab.evaluate(_ASK, words) / 1000
    # Numbers behind filters are asked for after the results are shown.
    first = sum(sent.size for sent in served.sent if not sent.path.endswith(".pf_filter"))
    tab.wait_for_selector(".fc-filters__count", state="attached")
    tab.wait_for_load_state("networkidle")
    whole = sum(sent.size for sent in served.sent)
    context.close()
    return Run(words=words, first=first / 1000, seconds=seconds, whole=whole / 1000)


def main() -> None:
    """Print a row for each number of words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--page", default="search/")
    parser.add_argument("--each", action="store_true", help="print each search too")
    given = parser.parse_args()
    print("words | KB to the first result, median, most | s, median, most | KB with the filters")
    with chromium() as browser, serve(given.site) as served:
        for length in (1, 2, 3):
            asked = queries(given.site, length)
            runs = [measure(browser, served, given.page, words) for words in asked]
            if given.each:
                print(*runs, sep="\n")
            _row(length, runs)


def _row(length: int, runs: Sequence[Run]) -> None:
    first = [run.first for run in runs]
    seconds = [run.seconds for run in runs]
    whole = [run.whole for run in runs]
    print(
        f"{length} | {statistics.median(first):.0f}, {max(first):.0f}"
        f" | {statistics.median(seconds):.2f}, {max(seconds):.2f} | {statistics.median(whole):.0f}"
    )


if __name__ == "__main__":
    main()
