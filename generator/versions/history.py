"""How the histories of two versions of a claim stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.records import Claim


def departure(claim: Claim, former: Claim) -> int | None:
    """Return the number of the first entry of ``former`` that the claim does not have there.

    None means that the history of the claim continues that of the former version.
    """
    for number, entry in enumerate(former.history):
        if claim.history[number : number + 1] != (entry,):
            return number
    return None


def rewritten(claim: Claim, number: int, former: str) -> str:
    """Say that the entry of that number is not what the file ``former`` has."""
    lost = number >= len(claim.history)
    said = "is missing" if lost else "is not what was published"
    return f"entry {number + 1} of the history {said}: see {former}"
