"""All outputs of the site to the pages that link to them, without a File of MkDocs for each."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from mkdocs.config.defaults import MkDocsConfig

# A path from a page and an id at most, in which nothing is quoted: nearly every link of ours.
_WAY = re.compile(r"([A-Za-z0-9_.][A-Za-z0-9_./-]*)(?:#([A-Za-z0-9_-]*))?")
_WEB = ("https://", "http://")
_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


class KnownFiles(Files):
    """The files of MkDocs, and our own outputs when a link asks for one of them."""

    def __init__(self, files: Files, config: MkDocsConfig, paths: Collection[str]) -> None:
        super().__init__(files)
        self._config = config
        self._paths = paths
        self._asked: dict[str, File] = {}
        self._urls: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a path of ``docs_dir``, of ours one without content or page."""
        # MkDocs would first make a path of it, and most are in that form: it asks for each link.
        file = self.src_uris.get(path) or self._asked.get(path) or super().get_file_from_path(path)
        if file is None and path in self._paths:
            file = self._asked[path] = self.made(path, "")
        return file

    def made(self, path: str, content: str | bytes) -> File:
        """Make a file that is no part of MkDocs' own loop."""
        # Without a level of its own, MkDocs would list every record page that is out of
        # the navigation, on each build.
        level = InclusionLevel.INCLUDED
        return File.generated(self._config, path, content=content, inclusion=level)

    def url(self, path: str) -> str | None:
        """Return the address of an output or file that a page may link to, else None."""
        found = self._urls.get(path)
        if found is None:
            file = self._light(path) if path in self._paths else super().get_file_from_path(path)
            if file is None or file.inclusion in _LEFT_OUT:
                return None
            found = self._urls[path] = file.url
        return found

    def place(self, path: str) -> str:
        """Return where the page of an output is written, below the folder of the site."""
        return self._light(path).dest_uri

    def _light(self, path: str) -> File:
        return File(path, None, self._config.site_dir, self._config.use_directory_urls)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What one page links to that is still to be checked."""

    lost: list[str] = field(default_factory=list)  # links that lead to no file
    anchors: list[tuple[str, str, str]] = field(default_factory=list)  # path, id, link


class Resolver:
    """Links of Markdown to addresses of the built site, each once for a folder."""

    def __init__(self, files: KnownFiles) -> None:
        self._files = files
        self._folders: dict[tuple[str, bool], dict[str, tuple[str, str, str] | None]] = {}

    def of(self, path: str, url: str, links: Links) -> Callable[[str], str]:
        """Return what says where a link leads from the page ``path`` at ``url``.

        What is to be checked of it is noted in ``links``.
        """
        folder, _, name = path.rpartition("/")
        stem = name.removesuffix(".md")
        known = self._folders.setdefault((folder, stem in ("index", "README")), {})

        def address(link: str) -> str:
            if link.startswith(_WEB):
                return link
            # From a page to itself and what lies below it, the way is another than from its
            # neighbours.
            if stem in link:
                found = self._resolved(path, url, link)
            elif link in known:
                found = known[link]
            else:
                found = known[link] = self._resolved(path, url, link)
            if found is None:
                links.lost.append(link)
                return link
            made, target, anchor = found
            if anchor:
                links.anchors.append((target or path, anchor, link))
            return made

        return address

    def _resolved(self, path: str, url: str, link: str) -> tuple[str, str, str] | None:
        """Do what MkDocs' ``path_to_url`` does for a link that leads somewhere."""
        if way := _WAY.fullmatch(link):
            target, query, anchor = way[1], "", way[2] or ""
        else:
            scheme, netloc, target, query, anchor = urlsplit(link)
            if scheme or netloc:
                return link, "", ""
        if not target:
            return link, "", anchor
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(folder, unquote(target)).lstrip("/"))
        own = None if link.startswith(("/", "\\")) else self._files.url(target)
        if own is None:
            return None
        return urlunsplit(("", "", get_relative_url(own, url), query, anchor)), target, anchor
