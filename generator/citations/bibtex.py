"""BibTeX, which biblatex reads too.

``@misc`` and ``year`` are of BibTeX (Patashnik, BibTeXing, 1988); ``date``, ``origdate``,
``organization``, ``language`` and ``url`` are of biblatex, and BibTeX leaves them out. The inner
braces keep capitals in a title, and the words in the name of a desk together.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, TextIO

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from generator import escape

if TYPE_CHECKING:
    from generator.citations.citation import Citation


def bibtex(citation: Citation) -> str:
    """Write an entry in UTF-8."""
    fields = {
        "author": _whole(citation.author),
        "title": _whole(citation.title),
        "organization": _whole(citation.publisher),
        "year": f"{citation.dated.year:04}",
        "date": citation.dated.isoformat(),
        "url": citation.address,
        "language": citation.language,
    }
    if citation.published != citation.dated:
        fields["origdate"] = citation.published.isoformat()
    stream = StringIO()
    entry = Entry("misc", fields)
    _Writer(encoding="utf-8").write_stream(BibliographyData({citation.key: entry}), stream)
    return stream.getvalue().strip("\n")


def _whole(text: str) -> str:
    return f"{{{escape.latex(text)}}}"


_ENCODED = ("author", "title", "organization")


class _Writer(Writer):  # type: ignore[misc]  # pybtex has no types
    def _write_field(self, stream: TextIO, type: str, value: str) -> None:  # noqa: A002
        """Write what is no text as it is: biblatex reads an address letter by letter."""
        if type in _ENCODED:
            super()._write_field(stream, type, value)
        else:
            stream.write(f",\n    {type} = {self.quote(value)}")
