"""Edits that no build may accept: it must say so and leave the site as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import reading
from generator.records import Kind
from tests.edits.drawing import choose, words

if TYPE_CHECKING:
    from random import Random

    from tests.edits.project import Project


def no_yaml(project: Project, random: Random) -> str:
    """Break the YAML of a record."""
    kinds = [Kind.CLAIM, Kind.SOURCE, Kind.PERSON, Kind.TOPIC]
    file = choose(random, project.files(choose(random, kinds)))
    project.write(file, f"{project.text(file)}no key\n")
    return f"{file}: no YAML"


def no_such_topic(project: Project, random: Random) -> str:
    """Let a claim name a topic that is not there."""
    file = choose(random, project.claims())
    data = project.data(file)
    data["topics"] = [*data["topics"], "no-such-topic"]
    project.save(file, data)
    return f"{file}: a topic that is not there"


def other_words(project: Project, random: Random) -> str:
    """Quote what the source does not say."""
    file = choose(random, project.files(Kind.SOURCE))
    data = project.data(file)
    choose(random, list(data["passages"].values()))["quote"] = words(random, 7)
    project.save(file, data)
    return f"{file}: words that are not in the seal"


def no_rating(project: Project, random: Random) -> str:
    """Delete a rating that a claim has."""
    data = project.data(reading.RATINGS)
    given = {project.data(file)["verdict"] for file in project.claims()}
    id_ = choose(random, sorted(given & data.keys()))
    del data[id_]
    project.save(reading.RATINGS, data)
    return f"{reading.RATINGS}: without {id_}"


def no_template(project: Project, random: Random) -> str:  # noqa: ARG001 - there is one
    """Leave a block of the theme open, which is found when pages are made already."""
    file = f"{reading.SITE_CONFIG}/theme/main.html"
    project.write(file, project.text(file) + "{% block open %}\n")
    return f"{file}: a block without an end"
