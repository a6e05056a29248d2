"""Problems as SARIF 2.1.0, for GitHub's code scanning and other viewers.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0; the numbers are its sections.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator import __version__
from generator.characters import one_line, visible
from generator.codes import CODES, HINTS
from generator.problems import Surety

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Mend, Position, Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"  # 3.14.14: whoever reads the file knows where the checkout lies


def as_sarif(
    problems: Sequence[Problem],
    read: Callable[[str], str | None],
    about: Callable[[str], str] = lambda _: "",
) -> str:
    """Print problems as one SARIF log with one run.

    ``read`` returns the text of a file by the name that positions use, or None: a problem is
    known again by the text of its line, wherever that line stands by then. ``about`` returns the
    whole address of the page that explains a code; empty where there is none.
    """
    rules = sorted({problem.code for problem in problems})
    prints = _fingerprints(problems, read)
    run = {
        "tool": {"driver": _driver([_rule(code, about(code)) for code in rules])},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": _text("The folder that holds claims/.")}},
        "results": [
            _result(problem, rules.index(problem.code), known)
            for problem, known in zip(problems, prints, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "factcheck",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }


def _rule(code: str, page: str) -> dict[str, Any]:
    said, hint = CODES[code], HINTS.get(code, "")
    rule: dict[str, Any] = {"id": code, "shortDescription": _text(said)}
    if page:
        rule["helpUri"] = page
    return {**rule, "help": _text(f"{said} To mend it: {hint}." if hint else said)}


def _result(problem: Problem, index: int, fingerprint: str) -> dict[str, Any]:
    said = [f"{problem.message} ({problem.hint})" if problem.hint else problem.message]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": _text("\n".join([*said, *problem.details])),
        "locations": [_location(problem.position)],
        # The one name that GitHub compares: "SARIF support for code scanning".
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if problem.mend and problem.mend.surety is not Surety.OUTLINE:
        result["fixes"] = [_fix(problem, problem.mend)]
    return result


def _location(at: Position) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(at), "region": _region(at)}}


def _artifact(at: Position) -> dict[str, str]:
    return {"uri": quote(at.file.encode("utf-8", "surrogateescape")), "uriBaseId": _ROOT}


def _region(at: Position) -> dict[str, int]:
    """Return a span; 3.30.8: its end is the column behind the last character."""
    region = {"startLine": at.line, "startColumn": at.column}
    if (at.end_line, at.end_column) >= (at.line, at.column):
        region |= {"endLine": at.end_line, "endColumn": at.end_column}
    return region


def _fix(problem: Problem, mend: Mend) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(mend.at), "insertedContent": _text(mend.text)}
    change = {"artifactLocation": _artifact(mend.at), "replacements": [replacement]}
    return {"description": _text(problem.hint or "mend it"), "artifactChanges": [change]}


def _fingerprints(problems: Sequence[Problem], read: Callable[[str], str | None]) -> list[str]:
    """Name each problem by file, code and line of text, and number those that are alike."""
    rows: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    found = []
    for problem in problems:
        at = problem.position
        if at.file not in rows:
            rows[at.file] = (read(at.file) or "").split("\n")
        line = "".join(rows[at.file][at.line - 1 : at.line]).strip()
        told = "\n".join([visible(at.file), problem.code, one_line(line)])
        known = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[known] += 1
        found.append(f"{known}:{seen[known]}")
    return found


def _text(text: str) -> dict[str, str]:
    return {"text": text}
