"""One style sheet for readers out of many for those who write them: one request, better packed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

THEME = "site_config/theme"
FOLDER = "assets/stylesheets/"
JOINED = f"{FOLDER}site.css"


def joined(root: Path, sheets: Sequence[str]) -> tuple[str, list[str]]:
    """Join the sheets of the theme below ``root``, in their order.

    Returns their text, and the sheets that a page names then. Only sheets of one folder are
    joined, so that addresses in them stay right; any other, of another folder or host, follows.
    """
    ours = [sheet for sheet in sheets if _is_ours(root, sheet)]
    if not ours:
        return "", list(sheets)
    text = "\n".join((root / THEME / sheet).read_text("utf-8").strip("\n") for sheet in ours)
    return f"{text}\n", [JOINED, *(sheet for sheet in sheets if sheet not in ours)]


def _is_ours(root: Path, sheet: str) -> bool:
    name = sheet.removeprefix(FOLDER)
    return name != sheet and "/" not in name and (root / THEME / sheet).is_file()
