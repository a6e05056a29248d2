"""Share pictures, as Pillow sees them."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import resvg_py
from PIL import Image, ImageChops

from generator.records.rating import Colour, Icon
from generator.share import drawing, face
from generator.share.lines import LEADING, block
from generator.share.picture import HEIGHT, WIDTH, ClaimPicture, Publisher, SitePicture
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = (ROOT / "site_config/theme/assets/images/mark.svg").read_text("utf-8")
PUBLISHER = Publisher(name="Otterby Checks", mark=MARK)
SITE = SitePicture(publisher=PUBLISHER, tagline="What the council said, word for word.")
CLAIM = ClaimPicture(
    publisher=PUBLISHER,
    kind="Fact check",
    claim="The mayor said: “The ferry stays in service.”",
    who=("Ada Quill · Council meeting · 4 March 2031", "Ada Quill · 4 March 2031"),
    question="Was it said?",
    verdict="Confirmed quotation",
    colour="teal",
    icon="check",
)
LONG = (
    "Міський голова заявив, що «п’ятсот метрів об’їзду» — це ціна, яку місто заплатило за рішення, "
    "ухвалене без обговорення, і що ні рада, ні жителі не отримали відповіді на запитання, "
    "поставлене ще торік — або, як він сказав, «за царя Гороха», коли не було мосту, а дороги "
    "стояли порожні й у снігу."
)
TEXTS = [
    LONG,
    "So.",
    "Ґанок, їжак і об'єкт: м\u02bcята, м’ята, п\u02bcять — «й» „і“ “ї” ‘є’",
    "Mayor ‑ “1,200 – 1,300 crowns”, 5 %, №\u00a07 … Ångström, Łódź, Dvořák, œuvre, ß",
    "Well-known half-truths/other-truths—and a dash – here",
]


def opened(picture: ClaimPicture | SitePicture) -> Image.Image:
    document = drawing.document(picture)
    assert document
    return Image.open(io.BytesIO(drawing.png(document))).convert("RGB")


def colours(image: Image.Image) -> dict[str, int]:
    found = image.getcolors(WIDTH * HEIGHT)
    assert found is not None
    return {"#{:02x}{:02x}{:02x}".format(*rgb): count for count, rgb in found}  # type: ignore[misc]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink(image: Image.Image, ground: str) -> tuple[int, int, int, int]:
    """Return the box of all that differs from the ground."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, ground)).getbbox()
    assert box is not None
    return box


def test_a_picture_shows_claim_and_verdict() -> None:
    image = opened(CLAIM)
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    found = colours(image)
    assert found[drawing.COLOURS["teal"]] > 0.15 * WIDTH * HEIGHT
    assert found[drawing.COLOURS["paper"]] > 0.5 * WIDTH * HEIGHT
    assert found[drawing.COLOURS["ink"]] > 5_000
    assert found["#d9b13b"] > 100  # of the publisher's mark
    left, top, right, bottom = ink(image.crop((0, 0, WIDTH, 458)), drawing.COLOURS["paper"])
    assert (left, top) >= (60, 36)
    assert (right, bottom) <= (1140, 440)


@pytest.mark.parametrize("width", [600, 300])
def test_the_verdict_is_read_when_the_picture_is_small(width: int) -> None:
    small = opened(CLAIM).resize((width, width * HEIGHT // WIDTH))
    scale = width / WIDTH
    words = small.crop(tuple(int(edge * scale) for edge in (190, 530, 1140, 612)))  # type: ignore[arg-type]
    left, top, right, bottom = ink(words, drawing.COLOURS["teal"])
    assert bottom - top >= 0.06 * width  # capitals and descenders
    assert right - left >= 0.5 * width


@pytest.mark.parametrize("colour", list(Colour))
def test_every_text_has_contrast(colour: Colour) -> None:
    assert contrast(drawing.COLOURS[colour], drawing.COLOURS["paper"]) >= 5.5
    assert contrast(drawing.COLOURS["quiet"], drawing.COLOURS["paper"]) >= 5.5
    assert colours(opened(replace(CLAIM, colour=colour)))[drawing.COLOURS[colour]] > 100_000


def test_colours_are_those_of_the_site() -> None:
    css = (ROOT / "site_config/theme/assets/stylesheets/factcheck.css").read_text("utf-8")
    light = dict(re.findall(r"--fc-([a-z]+): light-dark\((#\w+),", css))
    assert {name: light[name] for name in drawing.COLOURS} == drawing.COLOURS
    assert set(Colour) <= set(drawing.COLOURS)


def test_each_verdict_has_its_sign() -> None:
    signs = {icon: opened(replace(CLAIM, icon=icon)).crop((64, 490, 160, 600)) for icon in Icon}
    assert len({image.tobytes() for image in signs.values()}) == len(Icon)
    assert all(image.getcolors() for image in signs.values())


@pytest.mark.parametrize("claim", TEXTS)
def test_no_word_is_lost(claim: str) -> None:
    document = drawing.document(replace(CLAIM, claim=claim))
    written = " ".join(re.findall(r"Citation Serif[^>]*>([^<]*)<", document))
    written = written.replace("&#x27;", "'")
    assert written.replace(" ", "") == claim.replace(" ", "").replace("\u2011", "-")


@pytest.mark.parametrize("claim", TEXTS)
def test_text_stays_in_its_box(claim: str) -> None:
    image = opened(replace(CLAIM, claim=claim)).crop((0, 112, WIDTH, 458))
    left, _, right, bottom = ink(image, drawing.COLOURS["paper"])
    assert left >= 60
    assert right <= WIDTH - 60
    assert bottom <= 458 - 112 - 10


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("of", [face.serif, face.sans, face.strong])
def test_widths_are_those_that_are_drawn(text: str, of: type[face.Face]) -> None:
    font = of()  # type: ignore[call-arg]
    line = text[:60].strip().replace("\u2011", "-")
    reckoned = 30 * font.width(line)
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="80"><rect width="2000" '
        f'height="80" fill="#fff"/><text x="40" y="50" font-size="30" font-family="{font.family}">'
        f"{line}</text></svg>"
    )
    image = Image.open(io.BytesIO(drawing.png(document))).convert("RGB")
    left, _, right, _ = ink(image, "#fff")
    assert right - left == pytest.approx(reckoned, rel=0.04, abs=4)


def test_lines_are_even_and_break_where_words_end() -> None:
    made = block(
        "The rockets travel about forty miles and no further.", face.serif(), (60,), 1072, 250
    )
    assert made is not None
    assert made.lines == ("The rockets travel about", "forty miles and no further.")
    assert made.height == 2 * 60 * LEADING
    dash = block("Так — це ціна", face.serif(), (100,), 500, 500)
    assert dash is not None
    assert all(not line.startswith("—") for line in dash.lines)


@pytest.mark.parametrize("claim", ["قال العمدة", "渡轮", "ferry 🛳", "x" * 90, LONG * 5])
def test_what_cannot_be_shown_whole_is_not_drawn(claim: str) -> None:
    assert drawing.document(replace(CLAIM, claim=claim)) == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"claim": "The ferry stays."},
        {"who": ("Ada Quill",)},
        {"question": "Is it so?"},
        {"verdict": "Misquoted"},
        {"colour": "red"},
        {"icon": "cross"},
        {"publisher": Publisher(name="Otterby Checks")},
    ],
)
def test_the_name_is_of_all_that_is_drawn(changed: dict[str, object]) -> None:
    other = replace(CLAIM, **changed)  # type: ignore[arg-type]
    assert drawing.digest(CLAIM) != drawing.digest(other)
    assert drawing.digest(CLAIM) == drawing.digest(replace(CLAIM))


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [(drawing, "VERSION", 0), (face, "digest", lambda: "fonts"), (resvg_py, "__version__", "0")],
)
def test_the_name_is_of_how_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, value: object
) -> None:
    before = drawing.digest(CLAIM)
    monkeypatch.setattr(module, name, value)
    assert drawing.digest(CLAIM) != before


# The SHA-256 of SITE and of CLAIM with each sign, drawn without the pixels of the mark. Where the
# second is another one, raise the first: kept and published pictures are known by it.
DRAWN = (1, "91edbd8847aa5abe696a7cd60796d2a0362bf2d48aecf55285c7953a06d223b6")


def test_what_is_drawn_in_another_way_has_another_version() -> None:
    signs = (replace(CLAIM, icon=icon) for icon in ("", *Icon))
    colours = (replace(CLAIM, colour=colour) for colour in Colour)
    texts = (replace(CLAIM, claim=text) for text in TEXTS)
    pictures: list[ClaimPicture | SitePicture] = [SITE, *signs, *colours, *texts]
    drawn = "".join(drawing.document(picture) for picture in pictures)
    bare = re.sub(r"(?<=base64,)[^\"]+", "", drawn)
    assert (drawing.VERSION, hashlib.sha256(bare.encode()).hexdigest()) == DRAWN


def test_the_mark_is_drawn_as_it_is() -> None:
    drawn = drawing.png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" '
        f'height="60" fill="{drawing.COLOURS["paper"]}"/>{MARK}</svg>'
    )
    alone = Image.open(io.BytesIO(drawn)).convert("RGB")
    difference = ImageChops.difference(opened(CLAIM).crop((64, 40, 124, 100)), alone)
    assert max(high for _, high in difference.getextrema()) <= 2  # type: ignore[misc]


def test_a_mark_that_is_no_drawing_does_no_harm() -> None:
    broken = replace(PUBLISHER, mark="<svg")
    assert opened(replace(CLAIM, publisher=broken)).size == (WIDTH, HEIGHT)


SCRIPT = """
import hashlib
from tests.test_share import CLAIM, SITE, drawing
print([hashlib.sha256(drawing.png(drawing.document(p))).hexdigest() for p in (CLAIM, SITE)])
"""


def test_every_process_draws_the_same() -> None:
    def run(**environment: str) -> str:
        command = [sys.executable, "-c", SCRIPT]
        return subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        ).stdout

    path = {"PYTHONPATH": str(ROOT)}
    assert run(**path, PYTHONHASHSEED="1", HOME="/nowhere", LC_ALL="C") == run(
        **path, PYTHONHASHSEED="2", TZ="Pacific/Apia"
    )


def shown(families: Iterable[str], *, system: bool) -> list[bool]:
    """Whether a letter that our fonts lack is drawn in the fonts named."""
    drawn = []
    for family in families:
        document = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text x="9" y="40" '
            f'font-size="30" font-family="{family}">ع</text></svg>'
        )
        raw = resvg_py.svg_to_bytes(svg_string=document) if system else drawing.png(document)
        drawn.append(Image.open(io.BytesIO(raw)).getchannel("A").getbbox() is not None)
    return drawn


def test_no_font_of_the_system_is_used() -> None:
    families = ("DejaVu Sans", "sans-serif", "Noto Sans")
    if not any(shown(families, system=True)):
        pytest.skip("the system has no font to be mistaken for ours")
    assert not any(shown(("DejaVu Sans", "Noto Naskh Arabic", "sans-serif"), system=False))


def test_fonts_are_small_and_have_their_licences() -> None:
    assert sum(file.stat().st_size for file in face.FONTS.iterdir()) < 400_000
    for name in ("inter", "citation-serif"):
        licence = (face.FONTS / f"LICENSE-{name}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
