"""The view of the example: a whole claim, with a line about each of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, explanation, urls
from generator.escape import Safe
from generator.pages.blocks import blocks
from generator.pages.linking import Linker
from generator.pages.views import ExamplePage

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.explanation import Part

FILE = "claims/ferry-until-april.yml"


def example_page(edition: Edition) -> ExamplePage:
    """Make the page of the example."""
    intro = "A whole claim as it is written, with a line about each of its fields."
    part: Part = explanation.Example(text=explanation.example(), language="yaml", file=FILE)
    to = Linker(edition, urls.EXAMPLE)
    more = to.to("What the messages of the machine mean", urls.PROBLEMS)
    return ExamplePage(
        path=urls.EXAMPLE,
        title="A claim with every field",
        description=intro,
        intro=f"{intro} Otterby and all who live there are invented.",
        blocks=blocks([part]),
        more=Safe(f"{more}{escape.text(', with an example of each.')}"),
    )
