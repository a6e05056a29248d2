"""BibTeX, which biblatex reads too.

``@misc``, ``howpublished``, ``year`` and ``note`` are of BibTeX (Patashnik, BibTeXing, 1988);
``date``, ``origdate``, ``urldate``, ``language`` and ``url`` are of biblatex, and BibTeX leaves
them out. The publisher stands in ``howpublished``, which both print of this type. The inner
braces keep capitals in a title, and the words in the name of a desk together.
"""

from __future__ import annotations

from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from generator import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.citations.citation import Citation


def bibtex(citations: Iterable[Citation]) -> str:
    """Write entries in UTF-8, a blank line between two."""
    return "\n\n".join(map(_entry, citations))


@lru_cache(maxsize=256)  # the page of a check shows what its file holds, which is made next
def _entry(citation: Citation) -> str:
    stream = StringIO()
    entries = BibliographyData({citation.key: Entry("misc", _fields(citation))})
    _Writer(encoding="utf-8").write_stream(entries, stream)
    return stream.getvalue().strip("\n")


def _fields(citation: Citation) -> dict[str, str]:
    fields = {
        "author": _whole(citation.author),
        "title": _whole(citation.title),
        "howpublished": _whole(citation.publisher),
        "year": f"{citation.dated.year:04}" if citation.dated else "",
        "date": str(citation.dated or ""),
        "origdate": str(citation.first or ""),
        "url": citation.address,
        "urldate": str(citation.accessed or ""),
        "language": citation.language,
        "note": _whole(citation.note),
    }
    return {name: value for name, value in fields.items() if value}


def _whole(text: str) -> str:
    return f"{{{escape.latex(text)}}}" if text else ""


_ENCODED = ("author", "title", "howpublished", "note")
_MARKS = {ord(mark): f"\\{mark}" for mark in "#%&_"}


class _Writer(Writer):  # type: ignore[misc]  # pybtex has no types
    def _encode(self, text: str) -> str:
        """Encode as the codec of pybtex does, at once; it goes from character to character.

        In UTF-8 it changes four marks, and the tilde, which asks what stands behind it.
        """
        encoded: str = super()._encode(text) if "~" in text else text.translate(_MARKS)
        return encoded

    def check_braces(self, s: str) -> None:
        """Look closer at what has braces besides those around it: the library walks through all."""
        inner = s[1:-1] if s.startswith("{") and s.endswith("}") else s
        if "{" in inner or "}" in inner:
            super().check_braces(s)

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:  # noqa: A002
        """Write what is no text as it is: biblatex reads an address letter by letter."""
        if type in _ENCODED:
            super()._write_field(stream, type, value)
        else:
            stream.write(f",\n    {type} = {self.quote(value)}")
