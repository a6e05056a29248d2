"""All that may happen to a project, each by its name."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.edits import added, claims, faults, frame, sources, subjects
from tests.edits.drawing import NotHere

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.edits.project import Project

EDITS: dict[str, Callable[[Project, Random], str]] = {
    "claim-word": claims.a_word,
    "claim-quietly": claims.a_quiet_word,
    "claim-frozen": claims.a_version,
    "claim-note": claims.a_note,
    "claim-look": claims.a_look,
    "claim-verdict": claims.a_verdict,
    "claim-correction": claims.a_correction,
    "claim-withdrawal": claims.a_withdrawal,
    "claim-link": claims.a_link,
    "claim-relation": claims.a_relation,
    "claim-translation": claims.a_translation,
    "claim-id": claims.another_id,
    "claim-folder": claims.another_folder,
    "claim-deleted": claims.no_more,
    "claim-added": added.a_claim,
    "draft-added": added.a_draft,
    "draft-published": added.a_publication,
    "subject-added": added.a_subject,
    "subject-deleted": added.no_subject,
    "subject-told": subjects.a_subject,
    "subject-id": subjects.another_id,
    "person": subjects.a_person,
    "event-day": subjects.an_event,
    "rating": subjects.a_rating,
    "source-told": sources.a_source,
    "passage-told": sources.a_passage,
    "source-sealed": sources.a_seal,
    "passage-added": sources.a_quotation,
    "source-signed": sources.a_signature,
    "source-id": sources.another_id,
    "publisher": frame.a_publisher,
    "language": frame.a_language,
    "rule": frame.a_rule,
    "page": frame.a_page,
    "page-added": frame.another_page,
    "template": frame.a_template,
    "mark": frame.a_mark,
    "style": frame.a_style,
    "setting": frame.a_setting,
}
FAULTS: dict[str, Callable[[Project, Random], str]] = {
    "fault-yaml": faults.no_yaml,
    "fault-reference": faults.no_such_topic,
    "fault-quotation": faults.other_words,
    "fault-rating": faults.no_rating,
    "fault-template": faults.no_template,
}


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One edit: the same name and seed do the same to the same project."""

    name: str
    seed: str

    @property
    def is_fault(self) -> bool:
        """Whether no build may accept it."""
        return self.name in FAULTS

    def apply(self, project: Project) -> str:
        """Edit the project; return what was done. Raises NotHere where nothing can be."""
        edit = FAULTS[self.name] if self.is_fault else EDITS[self.name]
        return edit(project, Random(f"{self.name} {self.seed}"))


def fitting(project: Project, names: list[str], seed: str) -> tuple[Edit, str]:
    """Do the first of the edits named that this project has a place for."""
    for name in names:
        edit = Edit(name=name, seed=seed)
        try:
            return edit, edit.apply(project)
        except NotHere:
            continue
    raise NotHere
