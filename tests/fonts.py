"""Makes the fonts of the site and of its share pictures from the packages that they come from.

``python -m tests.fonts INTER SERIF``: the unpacked npm packages ``@fontsource-variable/inter``
and ``@fontsource-variable/source-serif-4``. Same packages, same bytes. Needs the dependency
group ``fonts`` (fontTools and brotli), which nothing else does.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.hosted import ROOT

OUT = ROOT / "site_config/theme/assets/fonts"
FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "lnum", "tnum"]

# What each file holds; the same ranges stand in fonts.css. Letters of Western Europe, and the
# marks, signs and arrows that texts and our own labels use.
LATIN = (
    "20-7E,A0-FF,131,152-153,2BC,2C6,2DA,2DC,2009-200A,2010-2015,2018-201E,2020-2022,2026,202F,"
    "2030,2032-2033,2039-203A,20AC,2122,2190-2193,2212,FFFD"
)
LATIN_EXT = "100-130,132-151,154-24F,1E00-1E9F,1EF2-1EFF"
CYRILLIC = "301,400-45F,490-491,4B0-4B1,2116"
CYRILLIC_EXT = "460-48F,492-4AF,4B2-52F,20B4"


class Face(NamedTuple):
    """One file: where it comes from, its name here, its weights and its characters."""

    source: str
    made: str
    weights: tuple[int, int]
    unicodes: str


INTER = [
    Face("inter-latin-wght-normal", "inter-latin", (400, 700), LATIN),
    Face("inter-latin-ext-wght-normal", "inter-latin-ext", (400, 700), LATIN_EXT),
    Face("inter-cyrillic-wght-normal", "inter-cyrillic", (400, 700), CYRILLIC),
    Face("inter-cyrillic-ext-wght-normal", "inter-cyrillic-ext", (400, 700), CYRILLIC_EXT),
]
_SERIF = "source-serif-4-{}-wght-normal"
SERIF = [
    Face(_SERIF.format("latin"), "citation-serif-latin", (400, 600), LATIN),
    Face(_SERIF.format("latin-ext"), "citation-serif-latin-ext", (400, 600), LATIN_EXT),
    Face(_SERIF.format("cyrillic"), "citation-serif-cyrillic", (400, 600), CYRILLIC),
]
# Its licence reserves the name 'Source': a changed version carries another one.
RENAMED = {1: "Citation Serif", 3: "Citation Serif 4.004", 4: "Citation Serif", 6: "CitationSerif"}

# Share pictures are drawn by a program that reads neither woff2 nor variable fonts, and that takes
# any other font for what one lacks: each is one weight, with all its characters in one file.
DRAWN = ROOT / "generator" / "share" / "fonts"
DRAWN_FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]


class Drawn(NamedTuple):
    """A font of the pictures: the faces that it is put together from, and its weight."""

    made: str
    faces: list[Face]
    weight: int
    names: dict[int, str]


def _drawn(name: str, family: str, faces: list[Face], weight: int) -> Drawn:
    names = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    return Drawn(name, faces, weight, names)


FOR_PICTURES = {
    "inter": [
        _drawn("inter-medium", "Inter Medium", INTER, 500),
        _drawn("inter-semibold", "Inter Semibold", INTER, 600),
    ],
    "serif": [_drawn("citation-serif-semibold", "Citation Serif Semibold", SERIF, 600)],
}


def make(file: Path, face: Face, names: dict[int, str]) -> bytes:
    """Cut a variable font down to the weights and characters of ``face``."""
    whole: Any = TTFont(file, recalcTimestamp=False)
    instantiateVariableFont(whole, {"wght": face.weights}, inplace=True)
    whole.flavor = None
    font: Any = TTFont(_saved(whole), recalcTimestamp=False)
    _cut(font, face.unicodes, FEATURES, names)
    font.flavor = "woff2"
    return _saved(font).getvalue()


def draw(package: Path, drawn: Drawn) -> bytes:
    """Put the faces of a package together in one weight, as TrueType."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for face in drawn.faces:
            part: Any = TTFont(package / "files" / f"{face.source}.woff2", recalcTimestamp=False)
            axes = {axis.axisTag: None for axis in part["fvar"].axes} | {"wght": drawn.weight}
            instantiateVariableFont(part, axes, inplace=True)
            part.flavor = None
            parts.append(Path(folder) / f"{face.made}.ttf")
            _cut(part, face.unicodes, DRAWN_FEATURES, drawn.names)
            part.save(parts[-1])
        whole: Any = Merger().merge([str(part) for part in parts])
        first: Any = TTFont(parts[0])
        for field in ("created", "modified"):  # which would be the moment of the run
            setattr(whole["head"], field, getattr(first["head"], field))
    whole.recalcTimestamp = False
    return _saved(whole).getvalue()


def advances(font: bytes) -> dict[str, Any]:
    """Return how far each character moves the line, in units of the font: runs of characters."""
    read: Any = TTFont(io.BytesIO(font))
    widths = {code: read["hmtx"][name][0] for code, name in sorted(read.getBestCmap().items())}
    runs = groupby(enumerate(widths), key=lambda pair: pair[1] - pair[0])
    groups = ([code for _, code in run] for _, run in runs)
    return {
        "units": read["head"].unitsPerEm,
        "runs": [[codes[0], *(widths[code] for code in codes)] for codes in groups],
    }


def _cut(font: Any, unicodes: str, features: list[str], names: dict[int, str]) -> None:
    options = Options()
    options.layout_features = features
    options.hinting = False
    # Copyright, family, version, trademark, licence.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    subsetter: Any = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(unicodes))
    subsetter.subset(font)
    for row in font["name"].names:
        row.string = names.get(row.nameID, str(row))


def _saved(font: Any) -> io.BytesIO:
    made = io.BytesIO()
    font.save(made)
    made.seek(0)
    return made


def main(inter: Path, serif: Path) -> int:
    """Write every file, and print its size in bytes."""
    for package, faces, names in ((inter, INTER, {}), (serif, SERIF, RENAMED)):
        for face in faces:
            made = make(package / "files" / f"{face.source}.woff2", face, names)
            (OUT / f"{face.made}.woff2").write_bytes(made)
            sys.stdout.write(f"{len(made):6} {face.made}.woff2\n")
    DRAWN.mkdir(parents=True, exist_ok=True)
    widths = {}
    for package, name in ((inter, "inter"), (serif, "serif")):
        for drawn in FOR_PICTURES[name]:
            made = draw(package, drawn)
            (DRAWN / f"{drawn.made}.ttf").write_bytes(made)
            widths[drawn.made] = advances(made)
            sys.stdout.write(f"{len(made):6} {drawn.made}.ttf\n")
    written = json.dumps(widths, separators=(",", ":")).replace("],", "],\n")
    (DRAWN / "advances.json").write_text(f"{written}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:])))
