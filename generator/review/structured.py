"""A review as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator import report
from generator.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.changes import Changes, ClaimChange, FieldChange
    from generator.review import Review
    from generator.revisions import Changed


def as_json(review: Review) -> str:
    """Write a review as one JSON object. Names are stable; lists may be empty, never absent.

    ``base``, ``head``: as named; ``head`` is null for the files as they lie on disk. ``outdated``:
    whether ``base`` got something since ``head`` left it.
    ``problems``, ``mended``: as ``factcheck check --format json`` has them.
    ``code``, ``seals``, ``pages``, ``frozen``, ``other_files``: ``{how, file, former}``, ``how`` as
    ``git diff --name-status``. ``unproven``: files of ``frozen`` that neither side has as a claim.
    ``compared``: false where neither side has settings that can be read; the rest is empty then.
    ``claims``: ``{id, step, file, title, claim, label, former, leads_to, verdict, changed,
    logged}``; ``step`` is a value of ``changes.Step``; ``verdict`` is null or ``{from, to,
    from_label, to_label, logged, note}``; ``changed`` lists ``{field, from, to}``.
    ``quotations``: ``{from, to, state_before, state_after, changed}``.
    ``entries``: ``{kind, id, turn, file, name, former, seal, signature, changed}``.
    ``addresses``: ``{from, to, redirected}``.
    ``excused``, ``no_longer_excused``: ``{file, passage, rule, reason, until}``.
    ``settings``: ``{file, field, from, to}``.
    ``unread_before``, ``unread_after``: ``{kind, id}``.
    """
    found = {
        "base": visible(review.base),
        "head": visible(review.head) or None,
        "outdated": review.outdated,
        "problems": json.loads(report.as_json(review.problems))["problems"],
        "mended": json.loads(report.as_json(review.mended))["problems"],
        "code": _files(review.files.code),
        "seals": _files(review.files.seals),
        "pages": _files(review.files.pages),
        "frozen": _files(review.files.frozen),
        "unproven": sorted(map(visible, review.unproven)),
        "other_files": _files(review.files.texts),
        "compared": review.changes is not None,
        **_of(review.changes),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _of(changes: Changes | None) -> dict[str, list[dict[str, Any]]]:
    if changes is None:
        return {name: [] for name in _NAMES}
    found = (
        [_claim(one) for one in changes.claims],
        [
            {
                "from": one.old,
                "to": one.new,
                "state_before": one.state_before,
                "state_after": one.state_after,
                "changed": _changed(one.fields),
            }
            for one in changes.quotations
        ],
        [
            {
                "kind": one.kind,
                "id": one.id,
                "turn": one.turn,
                "file": one.file,
                "name": one.name,
                "former": one.former,
                "seal": one.seal,
                "signature": one.signature,
                "changed": _changed(one.fields),
            }
            for one in changes.entries
        ],
        [{"from": a.old, "to": a.new, "redirected": a.redirected} for a in changes.addresses],
        [one._asdict() for one in changes.excused],
        [one._asdict() for one in changes.no_longer_excused],
        [{"file": one.file, **_changed([one.field])[0]} for one in changes.settings],
        [{"kind": kind, "id": id_} for kind, id_ in changes.unread_before],
        [{"kind": kind, "id": id_} for kind, id_ in changes.unread_after],
    )
    return dict(zip(_NAMES, found, strict=True))


_NAMES = (
    "claims",
    "quotations",
    "entries",
    "addresses",
    "excused",
    "no_longer_excused",
    "settings",
    "unread_before",
    "unread_after",
)


def _files(files: Iterable[Changed]) -> list[dict[str, str]]:
    return [{"how": f.how, "file": visible(f.file), "former": visible(f.former)} for f in files]


def _claim(one: ClaimChange) -> dict[str, Any]:
    verdict = one.verdict
    return {
        "id": one.id,
        "step": one.step,
        "file": one.file,
        "title": one.title,
        "claim": one.claim,
        "label": one.label,
        "former": one.former,
        "leads_to": one.leads_to,
        "verdict": verdict
        and {
            "from": verdict.old,
            "to": verdict.new,
            "from_label": verdict.old_label,
            "to_label": verdict.new_label,
            "logged": verdict.logged,
            "note": verdict.note,
        },
        "changed": _changed(one.fields),
        "logged": one.logged,
    }


def _changed(fields: Iterable[FieldChange]) -> list[dict[str, str]]:
    return [{"field": one.name, "from": one.old, "to": one.new} for one in fields]
