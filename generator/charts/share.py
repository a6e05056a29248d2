"""A small bar in a line of text: a share, and the limit that it keeps to."""

from __future__ import annotations

from generator.charts.elements import svg
from generator.charts.markup import written
from generator.escape import Safe

_WIDTH, _HEIGHT, _BEYOND = 72, 10, 1.25


def share(part: float, limit: float) -> Safe:
    """Draw a share of 1 beside the tick of its limit; the text beside it says the same.

    The bar ends a quarter beyond the limit, or at the share if that is more.
    """
    end = max(limit * _BEYOND, part) or 1
    bar, tick = (round(_WIDTH * value / end, 1) for value in (part, limit))
    over = ["fc-bar", "fc-red" if part > limit else "fc-part"]
    drawing = svg.SVG(
        xmlns=None,
        viewBox=svg.ViewBoxSpec(0, 0, _WIDTH, _HEIGHT),
        width=_WIDTH,
        height=_HEIGHT,
        class_=["fc-share"],
        elements=[
            svg.Rect(y=2, width=_WIDTH, height=6, rx=1, class_=["fc-track"]),
            svg.Rect(y=2, width=bar, height=6, rx=1, class_=over),
            svg.Line(x1=tick, x2=tick, y1=0, y2=_HEIGHT, class_=["fc-tick"]),
        ],
        extra={"aria-hidden": "true", "focusable": "false"},
    )
    return Safe(written(drawing).replace("\n", ""))
