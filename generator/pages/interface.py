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
    message("Add a word to search, or read these lists:"),
    message("All"),
    message("Check the spelling, or try fewer words or another form of a word."),
    message("Claim"),
    message("Claims shown: {found} of {all}"),
    message("Claims with this choice"),
    message("Claims"),
    message("Copied"),
    message("Copy link"),
    message("Copy"),
    message("Filter and sort"),
    message("Filter claims by words of the title or by name"),
    message("Filter claims"),
    message("Filters"),
    message("Filters: {n} chosen"),
    message("Kind of page"),
    message("Newest check first"),
    message("Next"),
    message("No claim fits."),
    message("None"),
    message("Not copied. The text is selected: copy it by hand."),
    message("Nothing found for “{words}”."),
    message("Order"),
    message("Page {page} of {pages}"),
    message("Pages"),
    message("Previous"),
    message("Remove the filter {name}"),
    message("Remove the marks"),
    message("Reset"),
    message("Results for “{words}”: {n}"),
    message("Said first"),
    message("Said last"),
    message("Said on"),
    message("Search the checks"),
    message("Search without the filters"),
    message("Search “{words}” in another language:"),
    message("Searching …"),
    message("Share"),
    message("Show more of {n}"),
    message("Show more results"),
    message("Source"),
    message("The filter cannot be loaded. The list below is whole; try again later."),
    message("The search index could not be loaded; a preview of the site has none."),
    message("Title, A to Z"),
    message("Topic"),
    message("Verdict"),
    message("Who said it"),
    message("Words of your search on this page: {n}"),
    message("Year"),
    message("{name}: {n} chosen"),
)


def interface(say: Words) -> str:
    """Return the messages of all scripts as JSON: an object from English to the language."""
    said = {text: say.t(text) for text in MESSAGES}
    return json.dumps(said, ensure_ascii=False, sort_keys=True) + "\n"
