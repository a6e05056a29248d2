"""Data as the lines of a YAML record: block style, long text folded, every text read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import yamltext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.yamltext import Data


def entry(key: str, value: Data, indent: int = 0) -> list[str]:
    """Write one key with its value, each line indented by ``indent`` spaces.

    Texts are one line each, as ``characters.collapse`` makes them.
    """
    return [" " * indent + row for row in _rows(f"{key}:", value, indent)]


def _rows(head: str, value: Data, indent: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(head, value, indent)
    elif value is None:
        yield f"{head} null"
    elif not value:
        yield f"{head} {'{}' if isinstance(value, dict) else '[]'}"
    else:
        yield head
        yield from (f"  {row}" for row in _inner(value, indent + 2))


def _inner(value: list[Data] | dict[str, Data], indent: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _rows(f"{key}:", inner, indent)
        return
    for item in value:
        if isinstance(item, dict):
            first, *more = _inner(item, indent + 2)
            yield from (f"- {first}", *(f"  {row}" for row in more))
        else:
            yield from _rows("-", item, indent)


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    row = f"{head} {yamltext.plain(text)}"
    folded = [f"{head} >-", *(f"  {line}" for line in yamltext.wrapped(text, indent + 2))]
    # Python breaks lines at blanks that YAML does not join again, such as a no-break space.
    if len(row) + indent > yamltext.WIDTH and _says("\n".join(folded), head, text):
        yield from folded
    else:
        yield row


def _says(rows: str, head: str, text: str) -> bool:
    in_list = head == "-"
    document, _ = yamltext.parse(f"list:\n{rows}\n" if in_list else f"{rows}\n", "")
    wanted: Data = {"list": [text]} if in_list else {head.removesuffix(":"): text}
    return document is not None and document.data == wanted
