"""The words that scripts say: one file a language, fetched by a script that needs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.words import message

if TYPE_CHECKING:
    from generator.words import Words

PATH = "interface.json"

# Each in the words of the script that says it; a number is put in for {n}.
MESSAGES = (
    message("Search"),
    message("Copy"),
    message("Copy link"),
    message("Copied"),
    message("Not copied. The text is selected: copy it by hand."),
    message("Share"),
    # Lists that are filtered and sorted.
    message("All"),
    message("Claim"),
    message("Claims"),
    message("Claims shown: {found} of {all}"),
    message("Filter and sort"),
    message("Filter claims"),
    message("Filter claims by words of the title or by name"),
    message("Newest check first"),
    message("Next"),
    message("No claim fits."),
    message("Order"),
    message("Page {page} of {pages}"),
    message("Pages"),
    message("Previous"),
    message("Remove the filter {name}"),
    message("Reset"),
    message("Said first"),
    message("Said last"),
    message("Said on"),
    message("Source"),
    message("The filter cannot be loaded. The list below is whole; try again later."),
    message("Title, A to Z"),
    message("Topic"),
    message("Verdict"),
    message("Who said it"),
    message("Year"),
)


def interface(say: Words) -> str:
    """Return the messages of all scripts as JSON: an object from English to the language."""
    said = {text: say.t(text) for text in MESSAGES}
    return json.dumps(said, ensure_ascii=False, sort_keys=True) + "\n"
