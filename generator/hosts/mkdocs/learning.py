"""Markdown itself makes the form of each skeleton, once: no rule of it is written down here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.hosts.mkdocs.forms import NUMBERED, Form, Heading, pattern
from generator.hosts.mkdocs.skeletons import BLOCK, HOLE, LINK, WORD, filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from mkdocs.config.defaults import MkDocsConfig

BEGIN, END, BODY = (f"{WORD}{letter}{WORD}" for letter in "beo")
_EXTERNAL = re.compile(r"(?:https?://|mailto:|#)")
# A definition of a link, a fence, lines that look empty, and ids outside of lists of attributes.
_REFUSED = re.compile(
    r"\]:|^ *(?:```|~~~)|\n +(?=\n)|\n\n\n|\A\s|\s\Z|<[^<>]*\s(?:id|name)=",
    re.MULTILINE,
)
# Where a hole may be part of a list of attributes, and where it is part of something else than
# text: code, attributes, a tag, the classes of a box, a title of a link.
_SOUND = re.compile(rf' data-(?:toc-label|only)="{WORD}"|\{{: #{WORD}')
_UNSOUND = re.compile(
    rf"`|\{{[^{{}}]*[{WORD}{LINK}]|<[^<>]*[{WORD}{LINK}]|<(?![^<>]*>)|!!! [^\"\n]*{WORD}"
    rf"|\]\((?!{LINK}\))"
)


class Refused(Exception):  # noqa: N818 - no error: MkDocs makes the page
    """A page has something that was not shown to be sound; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text is converted: what is around it in Markdown, and in the HTML of it."""

    before: str = f"{BEGIN}\n\n"
    behind: str = f"\n\n{END}"
    start: str = f"<p>{BEGIN}</p>\n"
    end: str = f"<p>{END}</p>"
    is_nested: bool = False

    def markdown(self, text: str) -> str:
        """Return a page with ``text`` at this place."""
        whole = f"{self.before}{text}{self.behind}"
        if not self.is_nested:
            return whole
        return '!!! x ""\n\n' + re.sub(r"^(?=.)", "    ", whole, flags=re.MULTILINE)

    def html(self, page: str) -> str:
        """Return what of the HTML of a page is the text's."""
        if self.is_nested:
            page = page.removeprefix('<div class="admonition x">\n').removesuffix("\n</div>")
        start, end = page.find(self.start), page.rfind(self.end)
        if min(start, end) < 0 or start + len(self.start) > end:
            raise Refused("a block that does not stand for itself")
        return page[start + len(self.start) : end]


class _Seen(Treeprocessor):
    """Notes ids and addresses of elements, where MkDocs looks at them."""

    ids: list[str]
    addresses: list[str]

    def run(self, root: Element) -> None:
        """Take what MkDocs' own processors take."""
        elements = list(root.iter())
        self.ids = [found for one in elements if (found := one.get("id"))]
        self.ids += [found for one in elements if one.tag == "a" and (found := one.get("name"))]
        self.addresses = [one.get("href") or "" for one in elements if one.tag == "a"]
        self.addresses += [one.get("src") or "" for one in elements if one.tag == "img"]


class Learner:
    """Makes forms with the extensions and settings of a site."""

    def __init__(self, config: MkDocsConfig) -> None:
        configs = dict(config.mdx_configs or {})
        toc = {**configs.get("toc", {}), "slugify": self._numbered}
        self._markdown: Any = Markdown(
            extensions=list(config.markdown_extensions), extension_configs={**configs, "toc": toc}
        )
        self._seen = _Seen()
        self._markdown.treeprocessors.register(self._seen, "factcheck_seen", 0)
        self._made = 0

    def form(self, skeleton: str, holes: Sequence[str], places: Sequence[Place]) -> Form:
        """Learn what ``skeleton`` becomes, the same at all ``places``.

        ``holes`` are of the first page that has it: with them, the form must make what Markdown
        makes. Raises Refused where that is not so.
        """
        if _REFUSED.search(skeleton):
            raise Refused(f"{skeleton[:60]!r} has a form of its own")
        is_exact = bool(_UNSOUND.search(_SOUND.sub("", skeleton)))
        text = _numbered(skeleton, holes if is_exact else ())
        form, *others = [self._learnt(text, len(holes), place) for place in places]
        made = [f"{WORD}s{n}{WORD}" for n in range(self._made)]
        wanted = self._html(filled(skeleton, holes), places[0])
        if any(other != form for other in others) or form.html.filled([*holes, *made]) != wanted:
            raise Refused(f"{skeleton[:60]!r} is not the same with other words or neighbours")
        return form

    def is_exact(self, skeleton: str) -> bool:
        """Tell whether a form holds for the words of one page alone."""
        return bool(_UNSOUND.search(_SOUND.sub("", skeleton)))

    def _learnt(self, text: str, count: int, place: Place) -> Form:
        html = self._html(text, place)
        for number in re.findall(f"<div>({WORD}[0-9]+{WORD})</div>", html):
            html = html.replace(f"<div>{number}</div>", number)
        self._check_addresses(text, html)
        return Form(
            html=pattern(html, count),
            count=count,
            headings=tuple(_headings(self._markdown.toc_tokens, count)),
            ids=tuple(pattern(i, count) for i in self._seen.ids if f"{WORD}s" not in i),
        )

    def _html(self, text: str, place: Place) -> str:
        self._made = 0
        self._markdown.reset()
        return place.html(self._markdown.convert(place.markdown(text)))

    def _numbered(self, value: str, separator: str) -> str:
        """Stand for the id of a heading, so that it can be found in the HTML."""
        del value, separator
        self._made += 1
        return f"{WORD}s{self._made - 1}{WORD}"

    def _check_addresses(self, text: str, html: str) -> None:
        """Make sure that every address is either resolved later or none of ours."""
        found = self._seen.addresses
        for link in re.findall(rf"(?<=\]\(){WORD}[0-9]+{WORD}(?=\))", text):
            if html.count(link) != found.count(link) or not found.count(link):
                raise Refused("an address that is no link")
        for address in found:
            if not NUMBERED.fullmatch(address) and not _EXTERNAL.match(address):
                raise Refused(f"a link of another form: {address}")


def _numbered(skeleton: str, holes: Sequence[str]) -> str:
    """Number the holes; with ``holes``, only addresses and blocks of HTML stay open."""
    count = iter(range(len(skeleton)))

    def number(found: re.Match[str]) -> str:
        at = next(count)
        if found[0] == BLOCK:
            return f"<div>{WORD}{at}{WORD}</div>"
        return holes[at] if found[0] == WORD and holes else f"{WORD}{at}{WORD}"

    return HOLE.sub(number, skeleton)


def _headings(tokens: list[dict[str, Any]], count: int) -> Iterator[Heading]:
    for token in tokens:
        is_made = f"{WORD}s" in token["id"]
        if is_made and token["data-toc-label"]:
            raise Refused("a heading with two names")
        yield Heading(
            level=token["level"],
            name=pattern(token["name"], count),
            id=None if is_made else pattern(token["id"], count),
        )
        yield from _headings(token["children"], count)
