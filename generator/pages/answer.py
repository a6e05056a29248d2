"""The answer of a check: its verdict, where that stands on its scale, and what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape
from generator.escape import Safe

if TYPE_CHECKING:
    from generator.pages.linking import Linker
    from generator.records import Claim, Rating


def before(to: Linker, claim: Claim) -> Safe:
    """Tell the verdict that the present one replaced; empty where there was none."""
    changed = [entry for entry in claim.history if entry.verdict_before]
    if not changed or changed[-1].verdict_before is None:
        return Safe("")
    chip = to.rating(changed[-1].verdict_before, "fc-former")
    return to.words.safe(
        "Until {date}: {verdict}", date=to.words.day(changed[-1].date), verdict=chip
    )


def scale(to: Linker, rating: Rating | None) -> Safe:
    """Name the steps of the scale from least to most true, and mark that of the verdict.

    Empty where the verdict is not rated on truth: it has no place among the steps.
    """
    if rating is None or rating.value is None:
        return Safe("")
    steps = sorted(
        (r for r in to.corpus.ratings.values() if r.asks is rating.asks and r.value is not None),
        key=lambda step: step.value or 0,
    )
    said = to.words.t("On the scale:")
    title = f"*{escape.text(said)}*{{ .fc-unseen }}"
    marks = [_marks(step, rating, steps) for step in steps]
    named = [f"*{escape.text(s.label)}*{mark}" for s, mark in zip(steps, marks, strict=True)]
    return Safe(" ".join([title, *named]))


def _marks(step: Rating, here: Rating, steps: list[Rating]) -> str:
    marks = [".fc-least"] * (step is steps[0]) + [".fc-most"] * (step is steps[-1])
    marks += [".fc-here", "aria-current=true"] * (step.id == here.id)
    return f"{{ {' '.join(marks)} }}" if marks else ""
