"""Problems as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.problems import Mend, Position, Problem


def as_json(problems: Sequence[Problem]) -> str:
    """Print problems as one JSON object, for other programs."""
    rows = [
        {
            "code": p.code,
            "severity": p.severity.value,
            "file": visible(p.position.file),
            **_span(p.position),
            "message": p.message,
            "hint": p.hint,
            "details": list(p.details),
            "mend": _mend(p.mend) if p.mend else None,
        }
        for p in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def _span(at: Position) -> dict[str, int]:
    return {
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }


def _mend(mend: Mend) -> dict[str, object]:
    return {**_span(mend.at), "text": mend.text, "surety": mend.surety.value}
