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
    message("Add a word to search, or read these lists:"),
    message("Check the spelling, or try fewer words or another form of a word."),
    message("Claims with this choice"),
    message("Filters"),
    message("Filters: {n} chosen"),
    message("Kind of page"),
    message("Next"),
    message("None"),
    message("Nothing found for “{words}”."),
    message("Remove the marks"),
    message("Results for “{words}”: {n}"),
    message("Search the checks"),
    message("Search without the filters"),
    message("Search “{words}” in another language:"),
    message("Searching …"),
    message("Show more of {n}"),
    message("Show more results"),
    message("Source"),
    message("The search index could not be loaded; a preview of the site has none."),
    message("Topic"),
    message("Verdict"),
    message("Who said it"),
    message("Words of your search on this page: {n}"),
    message("Year"),
    message("{name}: {n} chosen"),
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
