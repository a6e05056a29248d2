"""Markdown to a skeleton, its form without its words, and the words that stood in it.

Pages are written by templates, so that thousands of them have few skeletons. A hole is cut only
where no rule of Markdown looks: what contributors write is encoded (``escape``), and of that only
letters, digits, spaces, commas, references and marks beyond ASCII go into a hole. Whatever is not
recognised stays in the skeleton as it is, which costs time and is never wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters that no page has: a page with one of them is refused. As letters they are part of a
# word to every rule of Markdown, as the first and last character of a hole always are.
WORD, LINK, BLOCK = "ǅ", "ǈ", "ǋ"
HOLE = re.compile(f"[{WORD}{LINK}{BLOCK}]")
MARKS = f"{WORD}{LINK}{BLOCK}\x02\x03\r\t\ufeff"

# Runs are taken whole: a choice for each letter takes longer than all that is done with it.
_ALNUM = r"(?:[A-Za-z0-9]++|[^\W_]++)"
# A mark between two words. The line ends of Unicode are none: some of Python splits there.
_BETWEEN = (
    r"(?:[ ,]|&\#\d+;|(?<=[A-Za-z]{2})[.?](?=\ )|(?<=[A-Za-z0-9])['-](?=[A-Za-z0-9])"
    r"|[^\x00-\xa0\u2028\u2029\w])"
)
_TOKEN = re.compile(
    rf"""
    # An address in the brackets of a link, with all its references written out.
      ( (?<=\]\() (?: [\w\-.~:/?\#@!$*+,;=%]++ | &amp; )++ (?=\)) )
    # The id of a heading, its label in the table of contents, and what a list is of.
    | ( (?<=\{{:\ \#) [a-z0-9][a-z0-9-]*+ (?=\ (?:\}}|data-toc-label=))
      | (?<=\ data-toc-label=") [\w.,…?-]++ (?: \ [\w.,…?-]++ )*+ (?="\ \}})
      | (?<=\ data-only=") [\w=-]++ (?=") )
    # Structure: lists of attributes, tags, the head of a box up to its title, references at
    # the edge of words, and marks. It ends where an address or an id begins.
    | (
        (?: [^\w\]{{<!&\ "]++ | \ +(?=\ )
          | \{{:[^{{}}\n\#]*?\ data-only="(?=[\w=-]++") | \ data-toc-label="
          | "\ data-name="[a-z-]*"\ \}} | \{{[^{{}}\n\#]*(?:\#_[^{{}}\n\#]*)?\}}
          | <(?!(?<=\n\n<)(?:div|details|figure|pre)\b)[^<>]*>
          | !!!\ [^"\n]*"? | &\#?\w+; | [^\w\]{{<!&] | \](?!\() | _ )++
        (?: \]\( | \{{:\ \#(?=[a-z0-9]) )?
      | \]\( | \{{:\ \#(?=[a-z0-9])
    )
    # A block of HTML: it is taken whole, up to the end tag that a blank line follows.
    | (?: (?<=\n\n) | \A ) ( <(div|details|figure|pre)\b [^<]*+
          (?: <(?!/\5>(?:\n\n|\n*\Z))[^<]*+ )*+ </\5> )
    # Words. A number with a full stop would begin a list.
    | ( (?!\d+[.)]) {_ALNUM}++ (?: {_BETWEEN}++ {_ALNUM}++ )*+ )
    # Anything else is structure.
    | ( . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A text as its skeleton, and what stood in its holes, in order."""

    skeleton: str
    holes: list[str]
    links: list[int]  # the numbers of the holes that held an address
    blocks: list[int]  # and of those that held a block of HTML


def cut(text: str) -> Cut:
    """Cut the holes of ``text``, which has none of ``MARKS``."""
    parts: list[str] = []
    holes: list[str] = []
    links: list[int] = []
    blocks: list[int] = []
    for address, name, structure, block, _, words, other in _TOKEN.findall(text):
        if structure or other:
            parts.append(structure or other)
            continue
        if words or name:
            parts.append(WORD)
        elif address:
            parts.append(LINK)
            links.append(len(holes))
        else:
            parts.append(BLOCK)
            blocks.append(len(holes))
        holes.append(words or name or address or block)
    return Cut(skeleton="".join(parts), holes=holes, links=links, blocks=blocks)


def filled(skeleton: str, holes: Sequence[str]) -> str:
    """Put ``holes`` back."""
    values = iter(holes)
    return HOLE.sub(lambda _: next(values), skeleton)
