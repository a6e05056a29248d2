"""A page as MkDocs makes it: for what is refused, and to compare the first of each kind with."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.commands import build
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from generator.hosts.mkdocs.known import KnownFiles
    from generator.hosts.mkdocs.shells import Theme
    from generator.output import Output


class Plain:
    """Makes single pages with MkDocs' own functions, and remembers those that it wrote."""

    def __init__(self, theme: Theme, files: KnownFiles) -> None:
        self._theme, self._files = theme, files
        self._pages = files.documentation_pages()
        self.made: list[Page] = []

    def text(self, output: Output) -> str:
        """Return the whole page, without a warning: who compares has its own."""
        said = logging.getLogger("mkdocs.structure.pages")
        said.disabled = True
        try:
            page = self._read(output)
        finally:
            said.disabled = False
        theme = self._theme
        context = build.get_context(theme.nav, self._pages, theme.config, page)
        return theme.env.get_template("main.html").render(context)

    def write(self, output: Output) -> frozenset[str]:
        """Write the page; return the ids on it."""
        page = self._read(output)
        theme = self._theme
        build._build_page(page, theme.config, self._pages, theme.nav, theme.env)  # noqa: SLF001
        self.made.append(page)
        return frozenset(page.present_anchor_ids or ())

    def _read(self, output: Output) -> Page:
        file = self._files.made(output.path, output.data)
        file.edit_uri = quote(output.origin) or None
        page = Page(None, file, self._theme.config)
        build._populate_page(page, self._theme.config, self._files)  # noqa: SLF001
        return page
