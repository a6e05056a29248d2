"""Reads the catalogues of messages: ``generator/locales/<language>.po``.

The format is that of GNU gettext; the plural forms are those of the catalogue's head.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.deferred import deferred

if TYPE_CHECKING:
    from babel.messages import mofile, pofile
else:
    mofile, pofile = map(deferred, ("babel.messages.mofile", "babel.messages.pofile"))

FOLDER = Path(__file__).parent / "locales"
SOURCE = "en"  # the language of the messages themselves


def languages() -> list[str]:
    """Return the languages that the interface can speak, the source language first."""
    return [SOURCE, *sorted(file.stem for file in FOLDER.glob("*.po"))]


@cache
def messages(language: str) -> gettext.NullTranslations:
    """Return the messages in ``language``; for the source language, each as it is."""
    if language not in languages()[1:]:
        return gettext.NullTranslations()
    text = (FOLDER / f"{language}.po").read_bytes()
    compiled = io.BytesIO()
    mofile.write_mo(compiled, pofile.read_po(io.BytesIO(text), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
