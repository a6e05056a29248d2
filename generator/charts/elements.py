"""The elements of SVG, loaded with the first picture: svg.py makes ninety classes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.deferred import deferred

if TYPE_CHECKING:
    import svg
else:
    svg = deferred("svg")

__all__ = ["svg"]
