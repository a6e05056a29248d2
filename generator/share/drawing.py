"""Pictures as SVG documents, and these as PNG.

The light colours of ``factcheck.css``: whoever shows a picture gives no scheme. The verdict stands
in a field of its colour, with its sign and its words in white, so that they are read at a quarter
of the size.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import resvg_py

from generator.charts.elements import svg
from generator.charts.markup import written
from generator.charts.signs import sign
from generator.share import face
from generator.share.lines import LEADING, Block, block
from generator.share.picture import HEIGHT, WIDTH, ClaimPicture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.share.picture import Publisher, SitePicture

COLOURS = {
    "green": "#1a6a3a",
    "teal": "#0b6570",
    "amber": "#805400",
    "orange": "#9c410a",
    "red": "#ab2328",
    "violet": "#61389a",
    "grey": "#505b67",
    "paper": "#fdfcf9",
    "ink": "#17202b",
    "quiet": "#535e6a",
    "line": "#e0dbcf",
}

_EDGE = 64  # pixels free at the left and the right
_WIDE = WIDTH - 2 * _EDGE
_FIELD = 172  # height of the verdict's field
_TOP, _BOTTOM = 124, HEIGHT - _FIELD - 24  # between which claim and speaker stand
_SIGN = 96
_BESIDE = _EDGE + _SIGN + 32  # where the words begin that stand beside a sign
_CAP = 0.36  # of the size: half the height of a capital

_CLAIM_SIZES = (64, 58, 52, 48, 44, 40, 37, 34, 32, 30)
_WHO_SIZES = (32, 28, 24)
_VERDICT_SIZES = (72, 64, 56, 48, 40)
_NAME_SIZES = (36, 32, 28, 24)


# Part of every picture's name. Raised when the same picture is drawn in another way; the tests hold
# what was drawn in this one.
VERSION = 1


def is_shown(picture: ClaimPicture | SitePicture) -> bool:
    """Whether the fonts and the room suffice for the texts of a picture."""
    return _elements(picture) is not None


def digest(picture: ClaimPicture | SitePicture) -> str:
    """Name a picture by all that its pixels depend on, without drawing it.

    These are what it shows, the way it is drawn, the fonts and the program.
    """
    shown = (type(picture).__name__, picture)
    parts = (shown, VERSION, face.digest(), resvg_py.__version__)
    return hashlib.sha256(json.dumps(parts, default=vars).encode()).hexdigest()


def document(picture: ClaimPicture | SitePicture) -> str:
    """Return a picture as SVG, empty where the fonts or the room do not suffice for its texts."""
    drawn = _elements(picture)
    if drawn is None:
        return ""
    ground = svg.Rect(width=WIDTH, height=HEIGHT, fill=COLOURS["paper"])
    whole = svg.SVG(width=WIDTH, height=HEIGHT, elements=[ground, *drawn])
    return str(written(whole))


def png(document: str) -> bytes:
    """Draw a document, with the fonts of this package and none of the system."""
    return resvg_py.svg_to_bytes(
        svg_string=document, skip_system_fonts=True, font_files=face.files()
    )


def _elements(picture: ClaimPicture | SitePicture) -> Iterable[svg.Element] | None:
    """Set the texts; None when one does not fit. Elements are made as they are drawn.

    The page of each claim asks whether there is a picture, and few pictures are drawn anew.
    """
    return _claim(picture) if isinstance(picture, ClaimPicture) else _site(picture)


def _claim(picture: ClaimPicture) -> Iterable[svg.Element] | None:
    kind = block(picture.kind, face.sans(), _WHO_SIZES, _WIDE / 3, 40)
    top = _head(picture.publisher, _WIDE * 0.62)
    who = _first(picture.who)
    if kind is None or top is None or who is None:
        return None
    room = _BOTTOM - _TOP - who.height - _GAP
    claim = block(picture.claim, face.serif(), _CLAIM_SIZES, _WIDE, room)
    field = _field(picture)
    if claim is None or field is None:
        return None
    start = _TOP + (room - claim.height) / 2
    return chain(
        top,
        _text(kind, WIDTH - _EDGE, _HEAD, COLOURS["quiet"], anchor="end"),
        _text(claim, _EDGE, start + claim.height / 2, COLOURS["ink"]),
        _text(who, _EDGE, start + claim.height + _GAP + who.height / 2, COLOURS["quiet"]),
        field,
    )


_GAP = 22  # between the claim and who made it
_HEAD = 70  # the middle of the line of the publisher
_MARK = 60


def _head(publisher: Publisher, width: float) -> Iterable[svg.Element] | None:
    beside = _MARK + 20 if publisher.mark else 0
    name = block(publisher.name, face.strong(), _NAME_SIZES, width - beside, 50)
    if name is None:
        return None
    return chain(
        _mark(publisher, _EDGE, _HEAD, _MARK),
        _text(name, _EDGE + beside, _HEAD, COLOURS["ink"]),
    )


def _mark(publisher: Publisher, x: float, middle: float, size: float) -> Iterator[svg.Element]:
    if publisher.mark:
        href = _pixels(publisher.mark, size)
        yield svg.Image(x=x, y=middle - size / 2, width=size, height=size, href=href)


@lru_cache(maxsize=8)  # two sizes for each publisher: a third of the time of a picture otherwise
def _pixels(mark: str, size: float) -> str:
    """Draw a mark once, in the pixels that it fills; nothing is drawn of what is no SVG."""
    href = _inline("image/svg+xml", mark.encode())
    image = svg.Image(width=size, height=size, href=href)
    whole = written(svg.SVG(width=size, height=size, elements=[image]))
    return _inline("image/png", png(whole))


def _inline(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def _first(ways: tuple[str, ...]) -> Block | None:
    """Set the first that fits in full size, else the last as it fits."""
    large = (block(way, face.sans(), _WHO_SIZES[:1], _WIDE, 40) for way in ways)
    found = next((made for made in large if made), None)
    return found or block(ways[-1], face.sans(), _WHO_SIZES[1:], _WIDE, 70)


def _field(picture: ClaimPicture) -> Iterable[svg.Element] | None:
    width = WIDTH - _EDGE - _BESIDE
    question = block(picture.question, face.sans(), _WHO_SIZES, width, 40)
    verdict = block(picture.verdict, face.strong(), _VERDICT_SIZES, width, 100)
    if question is None or verdict is None:
        return None
    top = HEIGHT - _FIELD
    return chain(
        _ground(picture),
        _text(question, _BESIDE, top + 46, COLOURS["paper"]),
        _text(verdict, _BESIDE, top + 112, COLOURS["paper"]),
    )


def _ground(picture: ClaimPicture) -> Iterator[svg.Element]:
    colour, middle = COLOURS[picture.colour], HEIGHT - _FIELD / 2
    yield svg.Style(text=_style(colour, COLOURS["paper"]))
    yield svg.Rect(y=HEIGHT - _FIELD, width=WIDTH, height=_FIELD, fill=colour)
    yield sign(picture.icon, _EDGE + _SIGN / 2, middle, _SIGN)


def _style(ground: str, line: str) -> str:
    """Colour a sign: in the field of a verdict, what is of its colour on a page is white."""
    return " ".join(
        (
            ".fc-mark { fill: none; stroke-linecap: round; stroke-linejoin: round }",
            f".fc-solid circle, .fc-half {{ fill: {line} }}",
            f".fc-solid path {{ stroke: {ground}; stroke-width: 2.6 }}",
            f".fc-hollow circle, .fc-hollow path {{ stroke: {line}; stroke-width: 2.3 }}",
        )
    )


def _site(picture: SitePicture) -> Iterable[svg.Element] | None:
    beside = 132 + 36 if picture.publisher.mark else 0
    name = block(picture.publisher.name, face.strong(), (96, 80, 64, 48, 36), _WIDE - beside, 130)
    tagline = block(picture.tagline, face.serif(), (56, 50, 44, 38, 32), _WIDE, 250)
    if name is None or tagline is None:
        return None
    line = svg.Rect(x=_EDGE, y=312, width=_WIDE, height=2, fill=COLOURS["line"])
    return chain(
        _mark(picture.publisher, _EDGE, 190, 132),
        _text(name, _EDGE + beside, 190, COLOURS["ink"]),
        (line,),
        _text(tagline, _EDGE, 360 + tagline.height / 2, COLOURS["quiet"]),
    )


def _text(
    block: Block, x: float, middle: float, colour: str, anchor: str = "start"
) -> Iterator[svg.Element]:
    """Write lines around the height ``middle``."""
    first = middle - (len(block.lines) - 1) / 2 * block.size * LEADING + block.size * _CAP
    for number, line in enumerate(block.lines):
        yield svg.Text(
            x=x,
            y=round(first + number * block.size * LEADING, 1),
            text=line,
            fill=colour,
            font_family=block.face.family,
            font_size=block.size,
            text_anchor="end" if anchor == "end" else "start",
        )
