"""Edits of claims that exist: their words, what they lead to, and what becomes of them."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading
from generator.records import Kind
from tests.edits.drawing import NotHere, choose, new_id, other_word, word, words

if TYPE_CHECKING:
    from random import Random

    from tests.edits.project import Project, Record

TOLD = ("title", "claim", "claim_short", "summary", "said_in", "analysis")
# Verdicts of a question that ask for no evidence, so that any claim may have them.
OPEN = {"said": "unconfirmed", "fact": "unproven"}
LISTS = {"topics": Kind.TOPIC, "people": Kind.PERSON, "events": Kind.EVENT}
RELATIONS = ("repeats", "contradicts", "updates", "part-of")


def next_day(project: Project) -> str:
    """Return the day after the newest one of the records."""
    return (date.fromisoformat(project.newest()) + timedelta(days=1)).isoformat()


def _chosen(project: Project, random: Random) -> tuple[str, Record]:
    file = choose(random, project.claims())
    return file, project.data(file)


def a_word(project: Project, random: Random) -> str:
    """Change a word of what a claim says."""
    file, data = _chosen(project, random)
    key = choose(random, [key for key in TOLD if data.get(key)])
    data[key] = other_word(random, data[key])
    project.save(file, data)
    return f"{file}: a word of '{key}'"


def a_quiet_word(project: Project, random: Random) -> str:
    """Change letters of a summary so that neither the size nor the time of the file changes."""
    file = choose(random, project.claims())
    path, text = project.root / file, project.text(file)
    time = path.stat().st_mtime_ns
    start = text.index("\nsummary:")
    place = text.index(" ", start + len("\nsummary: >-\n  ")) - 1
    letter = choose(random, [one for one in "aeiou" if one != text[place]])
    project.write(file, f"{text[:place]}{letter}{text[place + 1 :]}")
    os.utime(path, ns=(time, time))
    return f"{file}: a letter, in a file of the same size and time"


def a_version(project: Project, random: Random) -> str:
    """Freeze a claim as it stands."""
    file = choose(random, project.claims())
    project.freeze(file)
    return f"{file}: frozen"


def a_note(project: Project, random: Random) -> str:
    """Give a piece of evidence another note."""
    file, data = _chosen(project, random)
    choose(random, data["evidence"])["note"] = f"{words(random, 6)}."
    project.save(file, data)
    return f"{file}: a note on evidence"


def a_look(project: Project, random: Random) -> str:
    """Look at a claim again, which makes the newest date of all records newer."""
    file, data = _chosen(project, random)
    data["reviewed_on"] = next_day(project)
    project.save(file, data)
    return f"{file}: looked at on {data['reviewed_on']}"


def _logged(project: Project, file: str, data: Record, kind: str, **more: str) -> None:
    """Freeze what readers were told, and write the change with its entry."""
    project.freeze(file)
    day = next_day(project)
    note = "What was said before is told here."
    data["history"].append({"date": day, "kind": kind, **more, "note": note})
    data["reviewed_on"] = day
    project.save(file, data)


def a_verdict(project: Project, random: Random) -> str:
    """Change a verdict, with its entry and the former version."""
    file, data = _chosen(project, random)
    before, data["verdict"] = data["verdict"], OPEN[data["asks"]]
    if before == data["verdict"]:
        raise NotHere
    _logged(project, file, data, "verdict-change", verdict_before=before)
    return f"{file}: {before} became {data['verdict']}"


def a_correction(project: Project, random: Random) -> str:
    """Correct a claim, with its entry and the former version."""
    file, data = _chosen(project, random)
    data["summary"] = f"{words(random, 12)}."
    _logged(project, file, data, "correction")
    return f"{file}: corrected"


def a_withdrawal(project: Project, random: Random) -> str:
    """Withdraw a claim, which the home page must not feature."""
    featured = project.data(reading.PUBLISHER)["featured"]
    files = [file for file in project.claims() if PurePosixPath(file).stem not in featured]
    file = choose(random, files)
    data = project.data(file)
    data["status"] = "withdrawn"
    _logged(project, file, data, "withdrawn")
    project.freeze(file)
    return f"{file}: withdrawn"


def a_link(project: Project, random: Random) -> str:
    """Let a claim belong to one more, or one less, topic, person or event."""
    file, data = _chosen(project, random)
    key = choose(random, list(LISTS))
    id_ = PurePosixPath(choose(random, project.files(LISTS[key]))).stem
    ids = set(data.get(key, [])) ^ {id_}
    if not ids and key == "topics":
        raise NotHere
    data.pop(key, None)
    if ids:
        data[key] = sorted(ids)
    project.save(file, data)
    return f"{file}: '{key}' with or without {id_}"


def a_relation(project: Project, random: Random) -> str:
    """Relate a claim to another, or take the relation away."""
    file, data = _chosen(project, random)
    if data.pop("related", None) is None:
        others = [one for one in project.claims() if one != file]
        other = PurePosixPath(choose(random, others)).stem
        data["related"] = [{"claim": other, "as": choose(random, list(RELATIONS))}]
    project.save(file, data)
    return f"{file}: related {data.get('related', 'to nothing')}"


def a_translation(project: Project, random: Random) -> str:
    """Translate a claim, or change its translation."""
    file, data = _chosen(project, random)
    told = {"title": f"Чи {words(random, 4)}?", "summary": f"Так: {words(random, 5)}."}
    by = {"by": "Claims desk", "date": project.newest()}
    data["translations"] = {"uk": {**told, **by}}
    project.save(file, data)
    return f"{file}: translated"


def another_id(project: Project, random: Random) -> str:
    """Rename a claim; its versions stay where they were frozen."""
    file, data = _chosen(project, random)
    old, name = PurePosixPath(file).stem, new_id(random)
    new = str(PurePosixPath(file).with_stem(name))
    project.delete(file)
    project.save(new, data)
    project.rename(old, name)
    project.save(new, {**data, "former_ids": [*data.get("former_ids", []), old]})
    return f"{file}: renamed to {name}"


def another_folder(project: Project, random: Random) -> str:
    """Move the file of a claim, whose id stays."""
    file = choose(random, project.claims())
    new = f"{reading.FOLDERS[Kind.CLAIM]}/{word(random)}/{PurePosixPath(file).name}"
    text = project.text(file)
    project.delete(file)
    project.write(new, text)
    return f"{file}: moved to {new}"


def no_more(project: Project, random: Random) -> str:
    """Delete a claim that nothing names, with its versions."""
    ids = {PurePosixPath(file).stem: file for file in project.claims()}
    id_ = choose(random, [id_ for id_ in ids if not project.naming(id_)])
    folders = (id_, *project.data(ids[id_]).get("former_ids", []))
    for folder in folders:
        for version in (project.root / reading.VERSIONS / folder).glob("*"):
            version.unlink()
    project.delete(ids[id_])
    return f"{ids[id_]}: deleted"
