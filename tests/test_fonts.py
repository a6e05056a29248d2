"""What the site brings from others, with its licence; the fonts, which are small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.hosted import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "site_config/theme/assets/fonts"
STYLES = ROOT / "site_config/theme/assets/stylesheets"


def test_fonts_are_small_and_have_their_licences() -> None:
    files = {file.name for file in FONTS.glob("*.woff2")}
    css = (STYLES / "fonts.css").read_text("utf-8")
    assert set(re.findall(r"\.\./fonts/([\w-]+\.woff2)", css)) == files
    assert {name.split("-")[0] for name in files} == {"inter", "citation"}
    for name in ("inter", "citation-serif"):
        text = (FONTS / f"LICENSE-{name}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert "Copyright" in text
        assert (FONTS / f"{name}-latin.woff2").stat().st_size <= 30_000
    # The licence of the serif keeps this name for the unchanged font.
    assert "Reserved Font Name ‘Source’" in (FONTS / "LICENSE-citation-serif.txt").read_text(
        "utf-8"
    )
    assert "Source" not in css


def test_licences_of_fonts_are_published(own_site: Path) -> None:
    published = {file.name for file in (own_site / "assets/fonts").iterdir()}
    assert {"LICENSE-inter.txt", "LICENSE-citation-serif.txt"} <= published


def test_licence_of_the_style_of_the_theme_is_published(own_site: Path) -> None:
    text = (own_site / "assets/stylesheets/LICENSE-material.txt").read_text("utf-8")
    assert text.startswith("Copyright (c) 2016-")
    assert "Permission is hereby granted, free of charge" in text
