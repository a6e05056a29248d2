"""Problems as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.problems import Problem


def as_json(problems: Sequence[Problem]) -> str:
    """Print problems as one JSON object, for other programs."""
    rows = [
        {
            "code": p.code,
            "severity": p.severity.value,
            "file": visible(p.position.file),
            "line": p.position.line,
            "column": p.position.column,
            "end_line": p.position.end_line,
            "end_column": p.position.end_column,
            "message": p.message,
            "hint": p.hint,
            "details": list(p.details),
        }
        for p in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)
