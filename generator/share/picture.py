"""What a share picture shows."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 630  # pixels: the shape that Open Graph's readers show whole


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """Whose picture it is; ``mark`` is an SVG document of a square, empty for none."""

    name: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimPicture:
    """One check; every value is plain text.

    ``who`` says it in ways that grow shorter, of which the first that fits is shown. ``colour`` is
    one of ``records.Colour``, ``icon`` one of ``records.Icon`` or empty.
    """

    publisher: Publisher
    kind: str
    claim: str
    who: tuple[str, ...]
    question: str
    verdict: str
    colour: str
    icon: str


@dataclass(frozen=True, kw_only=True)
class SitePicture:
    """The publisher, for every page that is no claim's."""

    publisher: Publisher
    tagline: str
