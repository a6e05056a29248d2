"""The theme around a page: rendered once for each kind of head, then filled with the pages' own.

A probe stands for the page: each of its values is a mark that shows where, and through which
filter, the theme writes it. What a probe does not know is refused, so that a theme that asks for
more of a page is noticed.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2.filters import FILTERS
from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.toc import AnchorLink

from generator.hosts.mkdocs.learning import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.toc import TableOfContents

# What the theme may read in the head of a page.
COVERED = {"title", "description", "kind", "hide", "language", "facets", "head", "noindex"}
COVERED |= {"canonical", "alternate"}
FACETS, TOC, LANGUAGE = (
    "partials/factcheck/search-meta.html",
    "partials/toc.html",
    "partials/language.html",
)
_MARK = "zqfc"  # in letters that no filter changes
_PLAIN, _ESCAPED, _QUOTED = "&:/<i>", "&amp;:/&lt;i&gt;", "%26%3A/%3Ci%3E"
_FILTERS: dict[str, Callable[[str], str]] = {
    _PLAIN: str,
    _ESCAPED: lambda value: str(FILTERS["escape"](value)),
    _QUOTED: FILTERS["urlencode"],
}
_HOLE = re.compile(f"{_MARK}([a-z]+)({'|'.join(_FILTERS)}){_MARK}")
_CONTENT = re.compile(f"{_MARK}content(?:<h1)?:(.*?){_MARK}", re.DOTALL)
_OTHER = re.compile(f"{_MARK}other-([A-Za-z-]+)-{_MARK}/")
_LATER = "\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the theme is told of a page; the toc is that of MkDocs."""

    url: str
    canonical_url: str | None
    edit_url: str | None
    meta: Mapping[str, Any]
    content: str
    first: str  # the id of the first heading, empty where there is none
    toc: TableOfContents | None  # None where the page hides it


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What MkDocs renders pages with."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation


class _Probe:
    """Stands for a page; an attribute that no marker covers is refused."""

    is_homepage = False
    previous_page = next_page = parent = None
    active = True

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - what a page has
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        raise Refused(f"the theme reads {name!r} of a page")


class _Pages:
    """Stands for all pages of MkDocs, which has not ours."""

    def __iter__(self) -> Iterator[Any]:
        """Stop: the theme would list other pages than without this module."""
        raise PluginError("the theme lists all pages: build with FACTCHECK_FAST=off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The theme for one kind of head: constant texts, and what stands between them."""

    texts: tuple[str, ...]
    holes: tuple[Callable[[Page], str], ...]

    def filled(self, page: Page) -> str:
        """Return the whole page."""
        parts = [self.texts[0]]
        for hole, text in zip(self.holes, self.texts[1:], strict=True):
            parts += (hole(page), text)
        return "".join(parts)


class Shells:
    """Makes shells of the theme, each when the first page of its kind comes."""

    def __init__(self, theme: Theme) -> None:
        self._env, self._nav, self._config = theme.env, theme.nav, theme.config
        self._shells: dict[tuple[object, ...], Shell | str] = {}
        self._folders = _folders(theme.config, theme.nav)
        self._urls = {page.url for page in theme.nav.pages}
        self._urls.update(_menu_urls(theme.config))

    def key(self, page: Page) -> tuple[object, ...]:
        """Return all that decides about a page's shell; raise Refused where a key is unknown."""
        meta = page.meta
        if not meta.keys() <= COVERED or not meta.get("title"):
            raise Refused(f"its head has {', '.join(sorted(meta.keys() - COVERED)) or 'no title'}")
        return (
            self._place(page.url),
            page.canonical_url is None,
            page.edit_url is None,
            page.first == "",
            "<h1" in page.content,
            meta.get("kind"),
            meta.get("language"),
            tuple(meta.get("hide", ())),
            meta.get("noindex"),
            bool(meta.get("facets")),
            tuple(meta.get("alternate", ())),
            *(bool(meta.get(name)) for name in ("description", "head", "canonical")),
        )

    def shell(self, key: tuple[object, ...], page: Page) -> tuple[Shell, bool]:
        """Return the shell of ``page``, and whether it was made just now."""
        found = self._shells.get(key)
        if isinstance(found, str):
            raise Refused(found)
        if found is not None:
            return found, False
        try:
            shell = self._shells[key] = self._made(page)
        except Refused as reason:
            self.refuse(key, str(reason))
            raise
        return shell, True

    def refuse(self, key: tuple[object, ...], reason: str) -> None:
        """Leave all pages of a kind to MkDocs."""
        self._shells[key] = reason

    def _place(self, url: str) -> str:
        """Return an address that has to all of the menu the relations that ``url`` has."""
        if url in self._urls:
            return url
        parts = url.split("/")
        known = max(
            (n for n in range(len(parts)) if "/".join([*parts[:n], ""]) in self._folders), default=0
        )
        return "/".join([*parts[:known], *(_MARK for _ in parts[known:-1]), parts[-1] and _MARK])

    def _made(self, page: Page) -> Shell:
        probe = self._probe(page)
        context = get_context(self._nav, _Pages(), self._config, page=probe)  # type: ignore[arg-type]
        text = self._env.get_template("main.html").render(context)
        language = self._env.get_template(LANGUAGE).make_module(dict(context))
        holes: list[Callable[[Page], str]] = []

        def put(hole: Callable[[Page], str]) -> str:
            holes.append(hole)
            return f"{_LATER}{len(holes) - 1}{_LATER}"

        if _LATER in text:
            raise Refused("the theme writes a zero byte")
        for name in (FACETS, TOC):
            template = self._env.get_template(name)
            part = template.render(page=probe, lang=language)
            if _MARK not in part:
                continue
            if text.count(part) != 1:
                if name == TOC and page.toc is None and part not in text:
                    continue
                raise Refused(f"the theme places {name} in another way")
            text = text.replace(
                part,
                put(lambda own, t=template: t.render(page=own, lang=language)),  # type: ignore[misc]
            )
        text = _CONTENT.sub(lambda found: put(_content(found[1], self._title())), text)
        whole = str(self._config.site_url)
        text = _OTHER.sub(
            lambda found: put(
                _other(found[1], is_relative=not found.string.endswith(whole, 0, found.start()))
            ),
            text,
        )
        text = _HOLE.sub(lambda found: put(_value(found[1], _FILTERS[found[2]])), text)
        if _MARK in text:
            raise Refused("the theme changes a value in a way of its own")
        texts = re.split(f"{_LATER}([0-9]+){_LATER}", text)
        return Shell(
            texts=tuple(texts[::2]), holes=tuple(holes[int(number)] for number in texts[1::2])
        )

    def _title(self) -> str:
        """Return the attribute that Markdown gives each link beside a heading."""
        title = ((self._config.mdx_configs or {}).get("toc") or {}).get("permalink_title", "")
        return f'title="{html.escape(str(title))}"'

    def _probe(self, page: Page) -> _Probe:
        meta = {
            name: _mark(name) if isinstance(value, str) and value else value
            for name, value in page.meta.items()
            if name in ("title", "description", "head", "canonical")
        }
        meta |= {n: page.meta[n] for n in ("kind", "hide", "language", "noindex") if n in page.meta}
        if page.meta.get("facets"):
            meta["facets"] = {"kind": [f"{_MARK}facet{_MARK}"]}
        if page.meta.get("alternate"):
            meta["alternate"] = {c: f"{_MARK}other-{c}-{_MARK}/" for c in page.meta["alternate"]}
        first = AnchorLink("", _mark("first"), 1)
        first.children = [AnchorLink(f"{_MARK}{n}", f"{_MARK}{n}", 2) for n in "ab"]
        return _Probe(
            url=self._place(page.url),
            canonical_url=page.canonical_url and _mark("address"),
            edit_url=page.edit_url and _mark("edit"),
            meta=meta,
            title=meta["title"],
            content=f"{_MARK}content{'<h1' * ('<h1' in page.content)}:{self._title()}{_MARK}",
            toc=[first] if page.first else [],
        )


def _mark(name: str) -> str:
    return f"{_MARK}{name}{_PLAIN}{_MARK}"


def _content(made: str, title: str) -> Callable[[Page], str]:
    if made == title:
        return lambda page: page.content
    return lambda page: page.content.replace(title, made)


def _other(code: str, *, is_relative: bool) -> Callable[[Page], str]:
    def way(page: Page) -> str:
        found = str(page.meta["alternate"][code])
        # Made relative, it is the same text for all that begin with another folder.
        is_beside = found.partition("/")[0] == page.url.partition("/")[0]
        if not re.fullmatch(r"(?:[\w-]+/)*", found) or (is_relative and is_beside):
            raise Refused("a page in another language is beside this one")
        return found

    return way


def _value(name: str, change: Callable[[str], str]) -> Callable[[Page], str]:
    if name == "first":
        return lambda page: change(page.first)
    if name == "address":
        return lambda page: change(page.canonical_url or "")
    if name == "edit":
        return lambda page: change(page.edit_url or "")
    return lambda page: change(str(page.meta[name]))


def _folders(config: MkDocsConfig, nav: Navigation) -> set[str]:
    """Return all folders that an address of the frame begins with."""
    frame = config.extra.get("factcheck", {})
    urls = [*(page.url for page in nav.pages), *_menu_urls(config), *map(str, config.extra_css)]
    for name in ("search", "formats", "homes"):
        urls += frame.get(name, {}).values()
    urls += ["assets/images/", "assets/javascripts/factcheck/", "assets/fonts/"]
    parts = [url.split("/")[:-1] for url in urls]
    return {"/".join([*own[:n], ""]) for own in parts for n in range(1, len(own) + 1)}


def _menu_urls(config: MkDocsConfig) -> list[str]:
    menus = config.extra.get("factcheck", {}).get("menus", {}).values()
    return [url for menu in menus for entry in menu for url in _entry_urls(entry)]


def _entry_urls(entry: Mapping[str, Any]) -> list[str]:
    urls = [entry["url"]] if "url" in entry else []
    return urls + [url for child in entry.get("children", ()) for url in _entry_urls(child)]
