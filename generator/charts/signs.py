"""The signs of verdicts, drawn: the same shapes that ``factcheck.css`` puts before a verdict.

They tell verdicts apart without colour and need no font. A solid sign is a disc with a line
through which the ground is seen; a hollow one is a ring.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.elements import svg


@dataclass(frozen=True)
class _Shape:
    solid: bool
    line: str
    part: str = ""


# By the name of the icon, in a box of 24 units.
_SHAPES = {
    "check": _Shape(solid=True, line="m6.8 12.6 3.7 3.8 6.9-8.2"),
    "almost": _Shape(solid=False, line="m7.4 12.5 3.2 3.4 6-7.1"),
    "half": _Shape(solid=False, line="", part="M12 1.6a10.4 10.4 0 0 1 0 20.8z"),
    "mostly-not": _Shape(solid=False, line="m8.4 8.4 7.2 7.2m0-7.2-7.2 7.2"),
    "cross": _Shape(solid=True, line="m8 8 8 8m0-8-8 8"),
    "question": _Shape(
        solid=False, line="M9 9.4a3.05 3.05 0 1 1 4.6 2.6c-1 .6-1.6 1.1-1.6 2.2M12 17.4v.01"
    ),
    "disagree": _Shape(solid=True, line="M17.5 9.2h-11L9 6.7M6.5 14.8h11L15 17.3"),
    "reworded": _Shape(solid=True, line="M6 13.6c1.4-3.2 3.6-3.4 6-1.6s4.6 1.6 6-1.6"),
    # What is no verdict: something that happened, and a report of it.
    "event": _Shape(solid=True, line="M12 6.8 17.2 12 12 17.2 6.8 12z"),
    "report": _Shape(solid=False, line="M8 8.5h8M8 12h8M8 15.5h5"),
}
_NONE = _Shape(solid=False, line="")


def sign(name: str, x: float, y: float, size: float, *style: str) -> svg.SVG:
    """Draw the sign of an icon with its middle at ``x`` and ``y``; an empty ring for no name."""
    shape = _SHAPES.get(name, _NONE)
    drawn: list[svg.Element] = [svg.Circle(cx=12, cy=12, r=11.5 if shape.solid else 10.4)]
    if shape.part:
        drawn.append(svg.Path(extra={"d": shape.part}, class_=["fc-half"]))
    if shape.line:
        drawn.append(svg.Path(extra={"d": shape.line}))
    return svg.SVG(
        xmlns=None,
        x=round(x - size / 2, 1),
        y=round(y - size / 2, 1),
        width=size,
        height=size,
        viewBox=svg.ViewBoxSpec(0, 0, 24, 24),
        class_=["fc-mark", "fc-solid" if shape.solid else "fc-hollow", *style],
        elements=drawn,
    )
