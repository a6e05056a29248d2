"""Edits of sources, their passages and their seals."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import corpus, reading, sealing
from generator.passages import archive
from generator.passages.seal import dump
from generator.records import Kind
from tests.edits.drawing import choose, new_id, word, words
from tests.edits.project import ARCHIVE

if TYPE_CHECKING:
    from random import Random

    from tests.edits.project import Project, Record

STATES = ("live", "corrected", "superseded", "retracted", "paywalled", "gone")


def _chosen(project: Project, random: Random) -> tuple[str, Record]:
    file = choose(random, project.files(Kind.SOURCE))
    return file, project.data(file)


def a_source(project: Project, random: Random) -> str:
    """Change what is told of a source."""
    file, data = _chosen(project, random)
    key = choose(random, ["title", "publisher", "note", "accessed", "status", "archive_url"])
    data[key] = {
        "title": words(random, 5),
        "publisher": words(random, 2).title(),
        "note": f"{words(random, 5)}.",
        "accessed": f"2026-10-{random.randint(10, 30)}",
        "status": choose(random, [state for state in STATES if state != data["status"]]),
        "archive_url": f"https://archive.example/{word(random)}",
    }[key]
    project.save(file, data)
    return f"{file}: '{key}'"


def a_passage(project: Project, random: Random) -> str:
    """Change what is told of a passage, whose words stay."""
    file, data = _chosen(project, random)
    passage = choose(random, list(data["passages"].values()))
    key = choose(random, ["note", "at", "translations"])
    passage[key] = {
        "note": f"{words(random, 5)}.",
        "at": f"paragraph {random.randint(2, 40)}",
        "translations": {
            "uk": {"text": f"Ось {words(random, 5)}.", "by": "Desk", "date": project.newest()}
        },
    }[key]
    project.save(file, data)
    return f"{file}: '{key}' of a passage"


def a_seal(project: Project, random: Random) -> str:
    """Capture a source again: its text has one more sentence, and its seal is another."""
    file = choose(random, project.files(Kind.SOURCE))
    text = f"{ARCHIVE}/{PurePosixPath(file).stem}.txt"
    project.write(text, f"{project.text(text)}\n\n{words(random, 9)}.")
    seal(project, file)
    return f"{file}: sealed anew"


def a_quotation(project: Project, random: Random) -> str:
    """Quote one more sentence of a source, seal it, and lean a claim on it."""
    file, data = _chosen(project, random)
    source = PurePosixPath(file).stem
    text = f"{ARCHIVE}/{source}.txt"
    said, key = words(random, 8), new_id(random)
    project.write(text, f"{project.text(text)}\n\n{said}.")
    data["passages"][key] = {"quote": said, "kind": "narration"}
    project.save(file, data)
    seal(project, file)
    claim = choose(random, project.claims())
    leaning = project.data(claim)
    leaning["evidence"].append({"passage": f"{source}#{key}", "stance": "context"})
    project.save(claim, leaning)
    return f"{file}: one more passage, for {claim}"


def a_signature(project: Project, random: Random) -> str:
    """Lay a signature beside a seal, or take it away; a build does not ask whose it is."""
    id_ = PurePosixPath(choose(random, project.files(Kind.SOURCE))).stem
    signature = reading.seal_of(id_) + reading.SIGNED
    if (project.root / signature).is_file():
        project.delete(signature)
        return f"{signature}: deleted"
    project.write(signature, "-----BEGIN SSH SIGNATURE-----\n")
    return f"{signature}: added"


def another_id(project: Project, random: Random) -> str:
    """Rename a source, whose seal says its name too."""
    file, data = _chosen(project, random)
    old, new = PurePosixPath(file).stem, new_id(random)
    for before, after in ((file, _named(new)), (_text(old), _text(new))):
        text = project.text(before)
        project.delete(before)
        project.write(after, text)
    for ending in ("", reading.SIGNED):
        (project.root / f"{reading.seal_of(old)}{ending}").unlink(missing_ok=True)
    data["origin"] = new if data["origin"] == old else data["origin"]
    project.save(_named(new), data)
    project.rename(old, new)
    seal(project, _named(new))
    return f"{file}: renamed to {new}"


def _named(source: str) -> str:
    return f"{reading.FOLDERS[Kind.SOURCE]}/{source}.yml"


def _text(source: str) -> str:
    return f"{ARCHIVE}/{source}.txt"


def seal(project: Project, file: str) -> None:
    """Seal a source as ``factcheck seal`` does."""
    id_ = PurePosixPath(file).stem
    sources, _ = corpus.load_sources(project.root)
    archived = archive.read(project.root / ARCHIVE, id_)
    assert archived is not None
    made, problems = sealing.make(sources, sources.sources[id_], archived)
    assert made is not None, problems
    (project.root / reading.seal_of(id_)).write_bytes(dump(made))
