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
    message("Copied"),
)


def interface(say: Words) -> str:
    """Return the messages of all scripts as JSON: an object from English to the language."""
    said = {text: say.t(text) for text in MESSAGES}
    return json.dumps(said, ensure_ascii=False, sort_keys=True) + "\n"
