"""The parts of a site: what is kept over an edit is what would have been made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator import plan, site

if TYPE_CHECKING:
    from pathlib import Path

    from generator.parts import Part
    from generator.plan import Plan

# A file of the toy corpus, what stands in it and what is put in its place; then parts that are
# made anew by it, and parts that are kept.
EDITS = {
    "the title of a claim": (
        ("claims/ferry-cost.yml", "What the ferry cost", "How much the ferry cost"),
        {
            "claim ferry-cost",
            "person bram-tolliver",
            "topic town-budget",
            "list claims/index.md",
            "rows",
        }
        | {"export claim ferry-cost", "export topic town-budget"},
        {"person ada-quill", "verification", "problems"},
    ),
    "the summary of a claim": (
        ("claims/ferry-cost.yml", "The minutes give the same", "The minutes have the same"),
        {"claim ferry-cost", "export claim ferry-cost", "export tables"},
        {"person ada-quill", "problems", "interface", "export claim vote-was-unanimous"}
        | {"export source otterby-herald-ferry", "export person ada-quill"},
    ),
    "the description of a person": (
        ("content/people/ada-quill.yml", "description: ", "description: Now, "),
        {"person ada-quill"},
        {"claim ferry-cost", "problems"},
    ),
    "the day of a look": (
        ("claims/ferry-cost.yml", "reviewed_on: 2031-03-11", "reviewed_on: 2031-03-12"),
        {"claim ferry-cost", "export claim ferry-cost"},
        {"person ada-quill", "problems", "export person ada-quill"},
    ),
    "the note of a source": (
        ("content/sources/otterby-herald-ferry.yml", "title: ", "title: Now, "),
        {"source otterby-herald-ferry", "claim mayor-keeps-ferry"},
        {"problems", "interface"},
    ),
    "the name of a rating": (
        ("site_config/ratings.yml", "label: Accurate", "label: Quite accurate"),
        {"claim ferry-cost", "problems", "interface"},
        set(),
    ),
}


def _plan(root: Path) -> Plan:
    inputs, problems = site.read(root)
    assert inputs is not None, problems
    return plan.plan(inputs, drafts=False)


def _every(planned: Plan) -> list[Part]:
    pages = [page for part in planned.parts for _, page in part.make() if page]
    return [*planned.parts, *planned.rest(pages)]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_kept_is_what_would_be_made(
    edit: tuple[tuple[str, str, str], set[str], set[str]], toy: Path
) -> None:
    (file, old, new), renewed, kept = edit
    former = {part.name: part.made() for part in _every(_plan(toy))}
    text = (toy / file).read_text("utf-8")
    assert old in text
    (toy / file).write_text(text.replace(old, new, 1), "utf-8")
    valid = set()
    for part in _every(_plan(toy)):
        before, now = former[part.name], part.made()
        if part.stamp(before.reads) == before.stamp:
            valid.add(part.name)
            assert [o for o, _ in before.made] == [o for o, _ in now.made], part.name
            assert now.reads == before.reads
    assert (renewed | kept) <= former.keys()
    assert not renewed & valid
    assert kept <= valid


def test_nothing_is_made_twice_under_one_name(toy: Path) -> None:
    planned = _plan(toy)
    parts = [*planned.parts, *planned.rest([])]
    assert len({part.name for part in parts}) == len(parts)


def test_a_plan_has_every_page_that_is_built(toy: Path) -> None:
    inputs, _ = site.read(toy)
    assert inputs is not None
    outputs, _ = site.build(inputs, drafts=False)
    planned = plan.plan(inputs, drafts=False)
    made = [pair for part in planned.parts for pair in part.made().made]
    rest = [pair for part in planned.rest([p for _, p in made if p]) for pair in part.made().made]
    assert [o.path for o, _ in (*made, *rest)] == [output.path for output in outputs]


def test_reads_are_in_one_order(toy: Path) -> None:
    for part in _plan(toy).parts[:3]:
        reads = part.made().reads
        assert list(reads) == sorted(reads, key=repr)
        assert any(re.match(r"claims|sources|people", place) for place, _ in reads)


def test_a_new_draft_renews_the_file_that_names_it_alone(toy: Path) -> None:
    claims = toy / "claims"
    named, draft = claims / "ferry-cost.yml", claims / "timetable-in-april.yml"
    named.write_text(f"# See unseen-claim.\n{named.read_text('utf-8')}", "utf-8")
    former = {part.name: part.made() for part in _plan(toy).parts}
    (claims / "unseen-claim.yml").write_text(draft.read_text("utf-8"), "utf-8")
    exported = [part for part in _plan(toy).parts if part.name.startswith("export claim")]
    renewed = [p for p in exported if p.stamp(former[p.name].reads) != former[p.name].stamp]
    assert [part.name for part in renewed] == ["export claim ferry-cost"]
    assert len(exported) > 1
