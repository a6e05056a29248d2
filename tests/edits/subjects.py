"""Edits of people, topics, events and the rating scale."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading
from generator.records import Kind
from tests.edits.drawing import choose, new_id, words
from tests.edits.project import SUBJECTS

if TYPE_CHECKING:
    from random import Random

    from tests.edits.project import Project

COLOURS = ("green", "teal", "amber", "orange", "red", "violet", "grey")


def a_person(project: Project, random: Random) -> str:
    """Change the name of a person, the spellings, the sort or the roles."""
    file = choose(random, project.files(Kind.PERSON))
    data = project.data(file)
    key = choose(random, ["name", "name", "variants", "kind", "roles"])
    if key == "name":
        data["name"] = words(random, 2).title()
    elif key == "variants":
        data["variants"] = [*data.get("variants", []), words(random, 2).title()]
    elif key == "kind":
        data["kind"] = "group" if data["kind"] == "person" else "person"
    else:
        data["roles"] = [{"title": words(random, 2), "from": "2011"}]
    project.save(file, data)
    return f"{file}: '{key}'"


def a_subject(project: Project, random: Random) -> str:
    """Change the name, the description or the translation of a person, topic or event."""
    kind = choose(random, list(SUBJECTS))
    file = choose(random, project.files(kind))
    data = project.data(file)
    key = choose(random, ["name", "description", "translations"])
    data[key] = {
        "name": words(random, 2).title(),
        "description": f"{words(random, 8)}.",
        "translations": {"uk": {"name": f"Пан {words(random, 1)}"}},
    }[key]
    project.save(file, data)
    return f"{file}: '{key}'"


def an_event(project: Project, random: Random) -> str:
    """Give an event another day, which moves it in the timeline."""
    file = choose(random, project.files(Kind.EVENT))
    data = project.data(file)
    data["date"] = f"{random.randint(2009, 2026)}-{random.randint(1, 12):02}"
    data["place"] = words(random, 1)
    project.save(file, data)
    return f"{file}: in {data['date']} at {data['place']}"


def another_id(project: Project, random: Random) -> str:
    """Rename a person, topic or event wherever it is named."""
    file = choose(random, project.files(choose(random, list(SUBJECTS))))
    old, new = PurePosixPath(file).stem, new_id(random)
    text = project.text(file)
    project.delete(file)
    project.write(str(PurePosixPath(file).with_stem(new)), text)
    project.rename(old, new)
    return f"{file}: renamed to {new}"


def a_rating(project: Project, random: Random) -> str:
    """Change a rating: its label, definition, colour, value or place in the scale."""
    data = project.data(reading.RATINGS)
    id_ = choose(random, list(data))
    key = choose(random, ["label", "definition", "colour", "value", "order"])
    if key == "order":
        data = {**{k: v for k, v in data.items() if k != id_}, id_: data[id_]}
    else:
        data[id_][key] = {
            "label": words(random, 2),
            "definition": f"{words(random, 9)}.",
            "colour": choose(random, [c for c in COLOURS if c != data[id_]["colour"]]),
            "value": choose(random, ["1", "2", "3", "4", "5"]),
        }[key]
    project.save(reading.RATINGS, data)
    return f"{reading.RATINGS}: '{key}' of {id_}"
