"""The files of a site to MkDocs: those it builds now, and those it only has to know of."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs.config.defaults import MkDocsConfig


class Known(Files):
    """Finds also what it does not hold: pages may link to files that are kept as they are.

    MkDocs asks by path for each link, and goes through what it holds to build it. So a file
    that is only asked for is made on demand, and is never built.
    """

    def __init__(self, files: Iterable[File], config: MkDocsConfig, kept: Collection[str]) -> None:
        super().__init__(files)
        self._config = config
        self._kept = kept
        self._asked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of a path, if the site has it."""
        uri = PurePath(path).as_posix()
        return super().get_file_from_path(uri) or self._found(uri)

    def _found(self, uri: str) -> File | None:
        if uri not in self._kept:
            return None
        if uri not in self._asked:
            file = File.generated(self._config, uri, content="")
            file.inclusion = InclusionLevel.INCLUDED
            self._asked[uri] = file
        return self._asked[uri]


def nav_pages(nav: object) -> set[str]:
    """Return the paths that a navigation names, in all its depth."""
    if isinstance(nav, str):
        return {nav}
    if isinstance(nav, dict):
        nav = list(nav.values())
    return {path for entry in nav for path in nav_pages(entry)} if isinstance(nav, list) else set()
