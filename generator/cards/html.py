"""Card to HTML, through one template."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import escape

if TYPE_CHECKING:
    from jinja2 import Template

    from generator.cards.card import Card


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("generator.cards"),
        # Everything that is printed goes through the encoder of this project instead.
        autoescape=False,  # noqa: S701
        finalize=lambda value: escape.html(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("card.html.j2")


def html(card: Card) -> str:
    """Render a card as a whole HTML document."""
    return _template().render(card=card)
