"""The same site for Hugo: data pages without Markdown, laid out by loops alone.

Every page of ours is one file of front matter, in JSON: a claim with the fields of its record,
every other page with the links that it lists. The layouts of ``benchmarks/hugo`` print them with
JSON-LD in the head, and Hugo makes its sitemap.
It validates nothing, verifies no quotation and makes no feed.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Corpus
    from generator.output import Output
    from generator.records import Claim

FILES = Path(__file__).parent / "hugo"
SHELL = "<!-- shell -->"
_BLOCK = (
    '<div class="md-header md-grid"><span class="md-header__topic">Word for Word</span></div>\n'
)
CLOSE = 0.05  # by how much the median page may differ from ours
_LINK = re.compile(r"\[([^\]\[]+)\]\(([^):\s]+\.md)(?:#[^)]*)?\)")
_TITLE = re.compile(r"(?m)^title: (.+)$")


def write(folder: Path, outputs: Iterable[Output], corpus: Corpus, shell: str = "") -> int:
    """Write the project, ``shell`` on each page; return how many pages it has, with that of 404."""
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    pages = [page(output, corpus) for output in outputs if output.is_page]
    pages.append({"title": "Not found", "url": "/404.html", "rows": []})
    for number, made in enumerate(pages):
        name = "_index.md" if made["url"] == "/" else f"{number}.md"
        text = json.dumps(made, ensure_ascii=False)
        (folder / "content" / name).write_text(text, "utf-8")
    pad(folder, shell)
    return len(pages)


def pad(folder: Path, shell: str) -> None:
    """Put the static text of the theme into the layouts."""
    for layout in sorted(FILES.rglob("*.html")):
        text = layout.read_text("utf-8").replace(SHELL, shell)
        (folder / layout.relative_to(FILES)).write_text(text, "utf-8")


def shell(size: int) -> str:
    """Return so many bytes of static markup, as the shell of a theme is."""
    return _BLOCK * (size // len(_BLOCK)) + " " * (size % len(_BLOCK))


def page(output: Output, corpus: Corpus) -> dict[str, Any]:
    """Return the front matter of a page."""
    text = output.content
    found = _TITLE.search(text)
    address = urls.published("", output.path)
    made: dict[str, Any] = {
        "title": found[1].strip("'\"") if found else output.path,
        "url": f"/{address}",
        "date": "2026-11-20",
    }
    folder, _, rest = output.path.removesuffix(".md").partition("/")
    if folder == "claims" and (claim := corpus.claims.get(rest)):
        return made | {"type": "claim", **_claim(corpus, claim)}
    return made | {"rows": list(_rows(output.path, text))}


def _rows(path: str, text: str) -> Iterator[dict[str, str]]:
    for label, target in _LINK.findall(text):
        yield {"label": label, "href": f"/{urls.published('', _from(path, target))}"}


def _from(path: str, target: str) -> str:
    parts = path.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _claim(corpus: Corpus, claim: Claim) -> dict[str, Any]:
    rating = corpus.ratings[claim.verdict] if claim.verdict else None
    return {
        "claim": claim.claim,
        "short": claim.claim_short,
        "claimant": _named(corpus, "people", claim.claimant),
        "said": str(claim.said_on),
        "said_in": claim.said_in,
        "verdict": {"label": rating.label if rating else "", "href": f"/verdicts/{claim.verdict}/"},
        "summary": claim.summary,
        "analysis": (claim.analysis or "").split("\n\n"),
        "evidence": [
            _evidence(corpus, row.passage, row.stance, row.note)
            for row in claim.evidence
            if row.passage
        ],
        "topics": [_named(corpus, "topics", id_) for id_ in claim.topics],
        "people": [_named(corpus, "people", id_) for id_ in claim.people],
        "events": [_named(corpus, "events", id_) for id_ in claim.events],
        "checked_by": claim.checked_by,
        "reviewed_by": claim.reviewed_by,
        "reviewed_on": str(claim.reviewed_on),
        "history": [{"date": str(e.date), "note": e.note} for e in claim.history],
    }


def _named(corpus: Corpus, folder: str, id_: str | None) -> dict[str, str]:
    return {"label": getattr(corpus, folder)[id_].name if id_ else "", "href": f"/{folder}/{id_}/"}


def _evidence(corpus: Corpus, place: str, stance: object, note: str | None) -> dict[str, Any]:
    source_id, _, key = place.partition("#")
    source = corpus.sources[source_id]
    return {
        "stance": str(stance),
        "quote": source.passages[key].quote,
        "note": note or "",
        "source": source.title,
        "publisher": source.publisher,
        "published": str(source.published),
        "href": f"/sources/{source_id}/#{key}",
        "url": source.url,
    }
