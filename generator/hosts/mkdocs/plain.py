"""A page as MkDocs makes it: for what is refused, and to compare the first of each kind with."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.commands import build
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from generator.hosts.mkdocs.known import KnownFiles
    from generator.output import Output


class Plain:
    """Makes single pages with MkDocs' own functions, and remembers those that it wrote."""

    def __init__(
        self, config: MkDocsConfig, files: KnownFiles, env: Environment, nav: Navigation
    ) -> None:
        self._config, self._files, self._env, self._nav = config, files, env, nav
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
        context = build.get_context(self._nav, self._pages, self._config, page)
        return self._env.get_template("main.html").render(context)

    def write(self, output: Output) -> frozenset[str]:
        """Write the page; return the ids on it."""
        page = self._read(output)
        build._build_page(page, self._config, self._pages, self._nav, self._env)  # noqa: SLF001
        self.made.append(page)
        return frozenset(page.present_anchor_ids or ())

    def _read(self, output: Output) -> Page:
        file = self._files.made(output.path, output.data)
        file.edit_uri = quote(output.origin) or None
        page = Page(None, file, self._config)
        build._populate_page(page, self._config, self._files)  # noqa: SLF001
        return page
