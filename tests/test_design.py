"""The tokens of the look: contrast in both schemes, a sign and a colour for every verdict."""

from __future__ import annotations

import re

import pytest

from generator.records import Colour, Icon
from tests.hosted import ROOT

SHEETS = sorted((ROOT / "site_config/theme/assets/stylesheets").glob("*.css"))
TOKENS = (ROOT / "site_config/theme/assets/stylesheets/factcheck.css").read_text("utf-8")
GROUNDS = ("paper", "card", "raised")
TINT = 0.09  # the strongest share of a verdict's colour in a ground on which its label stands


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme by name: ``{"paper": "#fdfcf9"}``."""
    both = re.findall(r"--fc-([a-z]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);", TOKENS)
    assert both
    return {name: {"light": light, "dark": dark}[scheme] for name, light, dark in both}


def rgb(colour: str) -> tuple[float, ...]:
    short = len(colour) == len("#fff")
    digits = [c * 2 for c in colour[1:]] if short else re.findall("..", colour[1:])
    return tuple(int(pair, 16) / 255 for pair in digits)


def luminance(colour: tuple[float, ...]) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    """Return the contrast ratio (WCAG 2.2), from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, ground: str) -> tuple[float, ...]:
    pairs = zip(rgb(colour), rgb(ground), strict=True)
    return tuple(TINT * a + (1 - TINT) * b for a, b in pairs)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(rgb("#000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#fff")) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "link", *map(str, Colour)])
def test_text_reads_on_every_ground(scheme: str, name: str) -> None:
    colours = tokens(scheme)
    low = {
        ground: ratio
        for ground in GROUNDS
        if (ratio := contrast(rgb(colours[name]), rgb(colours[ground]))) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", list(map(str, Colour)))
def test_a_verdict_reads_on_its_own_tint(scheme: str, name: str) -> None:
    colours = tokens(scheme)
    ground = mixed(colours[name], colours["paper"])
    assert contrast(rgb(colours[name]), ground) >= 4.5
    assert contrast(rgb(colours["ink"]), ground) >= 4.5
    assert contrast(rgb(colours["quiet"]), ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_are_seen(scheme: str) -> None:
    colours = tokens(scheme)
    assert min(contrast(rgb(colours["edge"]), rgb(colours[g])) for g in GROUNDS) >= 3


def test_a_marked_word_reads() -> None:
    for scheme in ("light", "dark"):
        colours = tokens(scheme)
        assert contrast(rgb(colours["ink"]), rgb(colours["mark"])) >= 4.5, scheme


def test_no_ground_takes_more_of_a_verdict_than_was_measured() -> None:
    shares = [
        int(share)
        for sheet in SHEETS
        for share in re.findall(
            r"background: color-mix\(in srgb, var\(--fc-accent\) (\d+)%", sheet.read_text("utf-8")
        )
    ]
    assert shares
    assert max(shares) <= TINT * 100


def test_no_colour_is_of_one_scheme_alone() -> None:
    assert re.findall(r"--fc-[a-z]+: #.*", TOKENS) == []


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_has_a_class(colour: Colour) -> None:
    assert f".fc-{colour} {{ --fc-accent: var(--fc-{colour}); }}" in TOKENS


@pytest.mark.parametrize("icon", [icon for icon in Icon if icon is not Icon.CHECK])
def test_every_sign_is_drawn(icon: Icon) -> None:
    assert TOKENS.count(f".fc-sign-{icon} {{\n  --fc-sign: url(") == 1


def test_signs_differ() -> None:
    drawn = re.findall(r"--fc-sign: (url\(.*?\));", TOKENS)
    assert len(set(drawn)) == len(drawn) == len(Icon)


def test_every_token_that_is_used_is_defined() -> None:
    text = "".join(sheet.read_text("utf-8") for sheet in SHEETS)
    used = set(re.findall(r"var\((--fc-[a-z-]+)\)", text))
    assert used - set(re.findall(r"(--fc-[a-z-]+):", text)) == set()
