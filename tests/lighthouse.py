"""Lighthouse, run on pages that a server of this machine has."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests import browser, node

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 180  # seconds a page
CATEGORIES = ("accessibility", "best-practices", "seo")
KINDS = ("", "claims/*/", "sources/*/", "search/")  # of the pages that are judged


@dataclass(frozen=True, kw_only=True)
class Score:
    """A page as Lighthouse judged it: points from 0 to 100, and what costs points."""

    points: Mapping[str, int]
    faults: tuple[str, ...]
    measured: Mapping[str, float]


METRICS = {
    "first-contentful-paint": "First contentful paint, ms",
    "largest-contentful-paint": "Largest contentful paint, ms",
    "total-blocking-time": "Total blocking time, ms",
    "cumulative-layout-shift": "Layout shift",
    "speed-index": "Speed index, ms",
    "total-byte-weight": "Bytes",
}


def judge(address: str, categories: Sequence[str]) -> Score:
    """Judge a page on Lighthouse's mobile profile: a slow phone and a slow network, simulated."""
    chrome = browser.executable()
    command = [
        *(node.node(), str(node.installed("web") / "lighthouse" / "cli" / "index.js"), address),
        *("--quiet", "--output=json", "--no-enable-error-reporting"),
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(['--headless=new', *browser.FLAGS])}",
    ]
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chrome},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return _read(json.loads(done.stdout))


def _read(report: dict[str, Any]) -> Score:
    assert report.get("runtimeError") is None, report["runtimeError"]
    audits = report["audits"]
    faults = [
        f"{category}: {_said(audits[part['id']])}"
        for category, judged in report["categories"].items()
        for part in judged["auditRefs"]
        if part["weight"] and (audits[part["id"]]["score"] or 0) < 1
        if audits[part["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]
    return Score(
        points={k: round(100 * (c["score"] or 0)) for k, c in report["categories"].items()},
        faults=tuple(faults),
        measured={k: round(audits[k]["numericValue"], 4) for k in METRICS if k in audits},
    )


def _said(audit: dict[str, Any]) -> str:
    items = (audit.get("details") or {}).get("items") or []
    shown = "; ".join(json.dumps(item, ensure_ascii=False)[:200] for item in items[:3])
    return f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')} {shown}".strip()
