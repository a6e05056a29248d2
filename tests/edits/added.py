"""Edits that add records, and what is done to a draft."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading
from generator.records import Kind
from tests.edits.claims import LISTS, next_day
from tests.edits.drawing import choose, new_id, words
from tests.edits.project import SUBJECTS

if TYPE_CHECKING:
    from random import Random

    from tests.edits.project import Project, Record

_OF_ITS_OWN = ("former_ids", "related", "translations", "claim_short")


def _copied(project: Project, random: Random) -> tuple[str, Record]:
    data = project.data(choose(random, project.claims()))
    for key in _OF_ITS_OWN:
        data.pop(key, None)

    data["claim"] = f"{words(random, 6)}."
    data["title"] = f"Is it so that {words(random, 9).lower()}?"
    data["history"] = [{"date": next_day(project), "kind": "published", "note": "First check."}]
    data["reviewed_on"] = data["history"][0]["date"]
    return f"{reading.FOLDERS[Kind.CLAIM]}/{new_id(random)}.yml", data


def a_claim(project: Project, random: Random) -> str:
    """Publish a new claim, frozen as it is."""
    file, data = _copied(project, random)
    project.save(file, data)
    project.freeze(file)
    return f"{file}: published"


def a_draft(project: Project, random: Random) -> str:
    """Begin a new claim, which no reader sees."""
    file, data = _copied(project, random)
    data["status"] = "draft"
    del data["history"], data["response"]
    project.save(file, data)
    return f"{file}: a draft"


def a_publication(project: Project, random: Random) -> str:
    """Publish a draft, or begin one where there is none."""
    drafts = project.claims("draft")
    if not drafts:
        return a_draft(project, random)
    file = choose(random, drafts)
    data, day = project.data(file), next_day(project)
    data |= {"status": "published", "reviewed_on": day}
    data["response"] = {"none_because": "The words are invented."}
    data["history"] = [{"date": day, "kind": "published", "note": "First check."}]
    project.save(file, data)
    project.freeze(file)
    return f"{file}: a draft published"


def a_subject(project: Project, random: Random) -> str:
    """Add a person, a topic or an event, and a claim that belongs to it."""
    key = choose(random, list(LISTS))
    id_ = new_id(random)
    made = {"name": words(random, 2), "description": f"{words(random, 7)}."}
    if LISTS[key] is Kind.PERSON:
        made = {"kind": "group", **made}
    elif LISTS[key] is Kind.EVENT:
        made["date"] = "2019-05"
    project.save(f"{reading.FOLDERS[LISTS[key]]}/{id_}.yml", made)
    file = choose(random, project.claims())
    data = project.data(file)
    data[key] = [*data.get(key, []), id_]
    project.save(file, data)
    return f"{id_}: one more of '{key}', for {file}"


def no_subject(project: Project, random: Random) -> str:
    """Delete a person, a topic or an event that nothing names; first make one where none is."""
    files = [file for kind in SUBJECTS for file in project.files(kind)]
    free = [file for file in files if not project.naming(PurePosixPath(file).stem)]
    if not free:
        file = f"{reading.FOLDERS[Kind.TOPIC]}/{new_id(random)}.yml"
        project.save(file, {"name": words(random, 2)})
        return f"{file}: a topic without claims"
    file = choose(random, free)
    project.delete(file)
    return f"{file}: deleted"
