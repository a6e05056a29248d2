"""Markdown of the site's own pages to HTML: of each block only the words are new.

A page is a row of blocks, each of which Markdown makes into HTML whatever its neighbours are;
entries of a list and what is in a box are such blocks too.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING
from xml.parsers import expat

from markdown.extensions.toc import slugify, unique

from generator.hosts.mkdocs import skeletons
from generator.hosts.mkdocs.forms import Content, Form, Pattern, Token
from generator.hosts.mkdocs.learning import BEGIN, BODY, END, Learner, Place, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

# The extensions that make of each block what they make of it on a page; the last is MkDocs' own.
KNOWN = {"admonition", "attr_list", "def_list", "tables", "toc", "fenced_code"}
_APART = re.compile(r"\n\n(?! )")
_BOX = re.compile(r"(!!! [^\n]*)((?:\n\n    [^\n]*(?:\n    [^\n]*)*)+)")
# What goes together with a neighbour of its kind: entries of lists, whatever their mark is,
# quotations and definitions.
_MARKED = re.compile(r"(?:[-*+]|\d+\.) |(>)")
_DEFINED = re.compile(r"[^\n]+(?:\n[^\n]+)*?\n {0,3}: ")
# A line that is less indented than the one before it may end what that is part of.
_LAZY = re.compile(r"\n\n [^\n]*(?:\n [^\n]*)*\n[^ \n]")
# The element of a list, and an entry of it as Markdown and HTML.
_LISTS = {
    ":": ("dl", "%s\n:   x", "<dt>%s</dt>\n<dd>x</dd>\n"),
    "-": ("ul", "-   %s\n\n    x", "<li>\n<p>%s</p>\n<p>x</p>\n</li>\n"),
}


class Markdown:
    """Makes the content of pages; it learns the form of each block when it first comes."""

    def __init__(self, config: MkDocsConfig) -> None:
        toc = (config.mdx_configs or {}).get("toc", {})
        self._slugify: Callable[[str, str], str] = toc.get("slugify") or slugify
        self._separator = str(toc.get("separator", "-"))
        self._marker = str(toc.get("marker", "[TOC]"))
        self._learner = Learner(config)
        self._kinds: dict[str, str] = {}
        self._known: dict[tuple[bool, str], tuple[Form, ...]] = {}
        self._one: dict[tuple[object, ...], Form] = {}

    def content(self, text: str, address: Callable[[str], str]) -> Content:
        """Convert the Markdown of a page; ``address`` says where a link of it leads.

        Raises Refused for what was not shown to be sound.
        """
        text = text.rstrip("\n")
        # One after the other, as texts: a pattern of all looks at each letter by itself.
        has_marks = any(mark in text for mark in skeletons.MARKS)
        if has_marks or (self._marker and self._marker in text):
            raise Refused("marks that stand for something here")
        cut = skeletons.cut(text)
        forms = list(self._forms(cut.skeleton, cut.holes, is_nested=False))
        values = cut.holes
        for number in cut.links:
            values[number] = address(values[number])
        content = self._filled(forms, values)
        for number in cut.blocks:
            content.ids.update(_ids(values[number]))
        return content

    def _filled(self, forms: Iterable[Form], values: list[str]) -> Content:
        pairs: list[tuple[Form, list[str]]] = []
        ids: set[str] = set()
        at = 0
        for form in forms:
            own = values[at : at + form.count]
            at += form.count
            if form.ids:
                ids.update([found.filled(own) for found in form.ids])
            pairs.append((form, own))
        headings: list[Token] = []
        for form, own in pairs:
            if form.headings:
                own.extend(self._made(form, own, headings, ids))
        html = "".join([form.html.filled(own) for form, own in pairs])
        return Content(html=html.strip(), headings=headings, ids=ids)

    def _made(
        self, form: Form, values: Sequence[str], headings: list[Token], ids: set[str]
    ) -> list[str]:
        """Add the headings of a form; return the ids that Markdown makes of their words."""
        made = []
        for heading in form.headings:
            name = " ".join(heading.name.filled(values).split())
            if heading.id:
                own = heading.id.filled(values)
            else:
                own = unique(self._slugify(unescape(name), self._separator), ids)
                made.append(own)
            headings.append({"level": heading.level, "id": own, "name": name, "children": []})
        return made

    def _forms(self, skeleton: str, holes: Sequence[str], *, is_nested: bool) -> Iterator[Form]:
        at = 0
        for kind, run in groupby(_APART.split(skeleton), self._kind):
            blocks = list(run)
            if kind and len(blocks) > 1:
                forms = self._listed(kind, blocks, holes[at:], is_nested=is_nested)
                at += sum(form.count for form in forms)
                yield from forms
                continue
            for block in blocks:
                forms = self._known.get((is_nested, block), ())
                if not forms:
                    forms = self._block(block, holes[at:], is_nested=is_nested)
                at += sum([form.count for form in forms])
                yield from forms

    def _kind(self, block: str) -> str:
        kind = self._kinds.get(block)
        if kind is None:
            is_defined = _DEFINED.match(block) is not None
            found = _MARKED.match(block)
            is_other = block.startswith((" ", ":", "{")) or _LAZY.search(block)
            if is_other or (found and is_defined):
                raise Refused("a block that belongs to the one before")
            kind = ":" if is_defined else "" if found is None else found[1] or "-"
            self._kinds[block] = kind
        return kind

    def _block(self, block: str, holes: Sequence[str], *, is_nested: bool) -> tuple[Form, ...]:
        if box := _BOX.fullmatch(block):
            forms = self._box(box[1], box[2], holes, is_nested=is_nested)
        else:
            forms = (self._form(block, holes, (Place(is_nested=is_nested),)),)
        if not any(self._learner.is_exact(part) for part in block.split("\n\n")):
            self._known[is_nested, block] = forms
        return forms

    def _box(
        self, head: str, body: str, holes: Sequence[str], *, is_nested: bool
    ) -> tuple[Form, ...]:
        inside = f"<p>{BODY}</p>"
        place = Place(
            behind=f"\n\n    {BODY}\n\n{END}",
            end=f"{inside}\n</div>\n<p>{END}</p>",
            is_nested=is_nested,
        )
        first = self._form(head, holes, (place,))
        text = re.sub(r"^    ", "", body.lstrip("\n"), flags=re.MULTILINE)
        forms = list(self._forms(text, holes[first.count :], is_nested=True))
        return _merged([first, *forms, _constant("</div>\n")])

    def _listed(
        self, kind: str, blocks: list[str], holes: Sequence[str], *, is_nested: bool
    ) -> tuple[Form, ...]:
        """Make the entries of a list one by one; where that cannot be, all at once."""
        try:
            return self._entries(kind, blocks, holes, is_nested=is_nested)
        except Refused:
            place = Place(is_nested=is_nested)
            return (self._form("\n\n".join(blocks), holes, (place,)),)

    def _entries(
        self, kind: str, blocks: list[str], holes: Sequence[str], *, is_nested: bool
    ) -> tuple[Form, ...]:
        if kind == ">" or (kind == "-" and not all(block.startswith("- ") for block in blocks)):
            raise Refused("quotations in a row are one, and so are lists of two kinds")
        tag, entry, shown = _LISTS[kind]
        places = _places(tag, entry, shown, is_nested=is_nested)
        forms, at = [_constant(f"<{tag}>\n")], 0
        for block in blocks:
            forms.append(self._form(block, holes[at:], places))
            at += forms[-1].count
        return _merged([*forms, _constant(f"</{tag}>\n")])

    def _form(self, skeleton: str, holes: Sequence[str], places: tuple[Place, ...]) -> Form:
        # With no words in the key: the form holds for all. Nearly every entry has one.
        form = self._one.get((skeleton, places))
        if form is None:
            own = holes[: len(skeletons.HOLE.findall(skeleton))]
            key = (skeleton, places, *(own if self._learner.is_exact(skeleton) else ()))
            form = self._one.get(key)
            if form is None:
                form = self._one[key] = self._learner.form(skeleton, own, places)
        return form


@cache
def _places(tag: str, entry: str, shown: str, *, is_nested: bool) -> tuple[Place, ...]:
    """Return the three places that an entry can have in a list: between others, first, last."""
    before = {"before": f"{entry % BEGIN}\n\n", "start": shown % BEGIN}
    behind = {"behind": f"\n\n{entry % END}", "end": shown % END}
    start, end = {"before": "", "start": f"<{tag}>\n"}, {"behind": "", "end": f"</{tag}>"}
    pairs = (before | behind, start | behind, before | end)
    return tuple(Place(**pair, is_nested=is_nested) for pair in pairs)


def _constant(text: str) -> Form:
    return Form(html=Pattern(text=text.replace("%", "%%")))


def _merged(forms: Sequence[Form]) -> tuple[Form, ...]:
    """Join neighbours that have nothing but text, so that they are filled at once."""
    merged: list[Form] = []
    for form in forms:
        if merged and _is_plain(form) and _is_plain(merged[-1]):
            last = merged.pop()
            joined = Pattern(text=last.html.text + form.html.text)
            merged.append(Form(html=joined, count=last.count + form.count))
        else:
            merged.append(form)
    return tuple(merged)


def _is_plain(form: Form) -> bool:
    return form.html.order is None and not form.headings and not form.ids


def _ids(block: str) -> list[str]:
    """Return the ids in a block of HTML, whose end must be that of its first element.

    As XML is stricter, what it takes is one element to Markdown's parser too, and stays as it is.
    """
    head, mark, rest = block.partition(">")
    parser = expat.ParserCreate()
    found: list[str] = []
    if ' id="' in block or ' name="' in block:
        parser.StartElementHandler = lambda tag, attributes: found.extend(
            value for name, value in attributes.items() if name in _named(tag)
        )
    try:
        parser.Parse(head.removesuffix(" open") + mark + rest, True)  # noqa: FBT003 - it takes no keyword
    except expat.ExpatError as error:
        raise Refused(f"HTML that is no XML: {error}") from error
    return found


def _named(tag: str) -> tuple[str, ...]:
    return ("id", "name") if tag == "a" else ("id",)
