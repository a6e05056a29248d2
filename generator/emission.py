"""Data to YAML text in the one layout of the records, by ruamel.yaml: its only importer.

Texts stand plain where YAML reads them back the same, else in single quotes, or in double ones
when they hold an apostrophe. What does not fit its line is folded behind ``>-``.
"""

from __future__ import annotations

from io import StringIO
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver, implicit_resolvers
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from generator import yamltext

if TYPE_CHECKING:
    from collections.abc import Collection

STEP = 2  # columns by which a level is indented; an item's text stands behind its "- "
NULL = "null"

# What other programs may take an unquoted word for, as JSON Schema names it.
_KINDS = {"bool": "boolean", "int": "integer", "float": "number", "null": "null"}


class _TextOnly(VersionedResolver):
    """Takes no word for a number, date or flag: in records every scalar is text."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def dump(data: Any) -> str:  # noqa: ANN401 - mappings, lists and the texts made below
    """Write mappings and lists of texts as YAML."""
    yaml = YAML()
    yaml.Resolver = _TextOnly
    yaml.width = 10**6  # lines are broken where ``one_line`` says, and nowhere else
    yaml.indent(mapping=STEP, sequence=2 * STEP, offset=STEP)
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def one_line(text: str, column: int, indent: int, kinds: Collection[str]) -> str:
    """Choose the form of a text whose line ends are layout.

    It would start at ``column``; a folded one has its lines at ``indent``. ``kinds`` are the
    JSON types that the field takes: a word that YAML would read as another is quoted.
    """
    form = quoted_where_needed(text, kinds)
    width = len(text) + 2 * (type(form) is not str)
    if column + width <= yamltext.WIDTH or " " not in text:
        return form
    rows = yamltext.wrapped(text, indent)
    if " ".join(rows) != text:
        return form
    folded: str = FoldedScalarString(text)
    ends = accumulate(len(row) + 1 for row in rows[:-1])
    folded.fold_pos = [end - 1 for end in ends]  # type: ignore[attr-defined]
    return folded


def lines(text: str) -> str:
    """Choose the form of a text whose line ends count: behind ``|``, as it is."""
    fits = (
        text.strip()
        and text[0] not in " \t\n"
        and text == text.rstrip() + "\n" * text.endswith("\n")
    )
    return LiteralScalarString(text) if fits else quoted_where_needed(text, ())


def key(name: str) -> str:
    """Choose the form of a key."""
    return quoted_where_needed(name, ())


def quoted_where_needed(text: str, kinds: Collection[str]) -> str:
    """Put a text in quotes unless it reads back the same without."""
    if yamltext.plain(text) == text and not _is_misread(text, kinds):
        return text
    if set("\n\t") & set(text) or ("'" in text and not set('"\\') & set(text)):
        double: str = DoubleQuotedScalarString(text)
        return double
    single: str = SingleQuotedScalarString(text)
    return single


def _is_misread(text: str, kinds: Collection[str]) -> bool:
    """Whether other programs would take a word for what the field does not hold."""
    tags = (tag.rpartition(":")[2] for _, tag, form, _ in implicit_resolvers if form.match(text))
    read = {_KINDS[tag] for tag in tags if tag in _KINDS}
    allowed = {*kinds, "integer"} if "number" in kinds else {*kinds}
    return bool(kinds) and bool(read - allowed)
