"""The answers of a search index to fixed questions, without a browser."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from generator.hosts.searching import FOLDER
from generator.records import Kind
from tests import node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.edits.project import Project

    # {"language", "text", "filters"}, as ask.mjs takes them; a text of None finds every page.
    Question = dict[str, Any]

HERE = Path(__file__).parent
COUNT = 50
SEED = 20261122
SHOWN = 400  # characters of an answer that is another
LANGUAGES = ("en", "uk")


def questions(project: Project) -> list[Question]:
    """Ask for words of the records as they stand now, each third time with a filter."""
    random = Random(SEED)
    files = [*project.files(Kind.CLAIM), *project.files(Kind.SOURCE)]
    texts = [re.findall(r"[a-z]{2,}", project.text(file).lower()) for file in files]
    claims = [project.data(file) for file in project.claims()]
    everything = [_question(language, None) for language in LANGUAGES]
    made = []
    for number in range(COUNT - len(everything)):
        found = random.choice(texts)
        start = random.randrange(len(found) - 3)
        asked = " ".join(found[start : start + 1 + number % 3])
        filters = _filters(random.choice(claims), random) if number % 3 == 0 else {}
        made.append(_question(LANGUAGES[number % 4 == 3], asked, filters))
    return everything + made


def _question(language: str, text: str | None, filters: object = None) -> Question:
    return {"language": language, "text": text, "filters": filters or {}}


def _filters(claim: dict[str, Any], random: Random) -> dict[str, list[str]]:
    every = {
        "kind": ["claim", "source"],
        "verdict": [claim["verdict"]],
        "topic": claim["topics"],
        "claimant": [claim["claimant"]],
    }
    name = random.choice(list(every))
    return {name: every[name]}


def answers(site: Path, asked: Sequence[Question]) -> list[dict[str, Any]]:
    """Put the questions to the index of a site.

    Results of one score have no order: that of the index depends on chance.
    """
    index = f"{(site / FOLDER).resolve().as_uri()}/"
    done = subprocess.run(
        [node.node(), str(HERE / "ask.mjs")],
        input=json.dumps({"index": index, "questions": asked}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    for answer in found:
        answer["results"].sort(key=lambda one: (-round(one["score"], 6), one["url"]))
    return found


def differing(warm: Path, cold: Path, asked: Sequence[Question]) -> list[str]:
    """Return each question that two indexes answer otherwise, with both answers."""
    said = []
    pairs = zip(answers(warm, asked), answers(cold, asked), strict=True)
    for question, (one, other) in zip(asked, pairs, strict=True):
        if one != other:
            shown = "\n".join(_shown(one, other))
            said.append(f"{question}\n{shown}")
    return said


def _shown(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    key = next(key for key in one if one[key] != other[key])
    if key != "results":
        return [
            f"{name} {key}: {str(a[key])[:SHOWN]}" for name, a in (("warm", one), ("cold", other))
        ]
    rows = [[json.dumps(row, ensure_ascii=False) for row in a[key]] for a in (one, other)]
    only_warm = [f"warm only: {row[:SHOWN]}" for row in rows[0] if row not in rows[1]]
    return [*only_warm, *(f"cold only: {row[:SHOWN]}" for row in rows[1] if row not in rows[0])]
