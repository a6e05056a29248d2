"""Links to what is not there, in the words of MkDocs: it says them itself."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page, _RelativePathTreeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from generator.hosts.mkdocs.known import KnownFiles
    from generator.hosts.mkdocs.writing import Facts

_SAID = logging.getLogger("mkdocs.structure.pages")


def check(config: MkDocsConfig, files: KnownFiles, made: Sequence[Page], facts: Facts) -> set[str]:
    """Warn of the links of our pages, and of links from those of MkDocs to an id of ours.

    Returns the paths of the pages that were warned of.
    """
    lost = [(path, link) for path, links in facts.links.items() for link in links.lost]
    warned = {path for path, _ in lost}
    # MkDocs looks for what each may have meant; with -q, nobody is told.
    if _SAID.isEnabledFor(logging.WARNING):
        for path, link in lost:
            _RelativePathTreeprocessor(_file(files, path), files, config).path_to_url(link)
    theirs = [file.page for file in files.documentation_pages() if file.page]
    ids = {page.file.src_uri: page.present_anchor_ids for page in theirs} | facts.ids
    for path, target, anchor, link in _anchors(theirs, made, facts):
        known = ids.get(target)
        if known is not None and anchor not in known:
            warned.add(path)
            _warn(config, files, (path, target, anchor, link))
    return warned


def _anchors(
    theirs: Sequence[Page], made: Sequence[Page], facts: Facts
) -> Iterator[tuple[str, str, str, str]]:
    """Return pages, targets, ids and links; what links a page of MkDocs with another is its own."""
    for path, links in facts.links.items():
        for target, anchor, link in dict.fromkeys(links.anchors):
            yield path, target, anchor, link
    for page in [*theirs, *made]:
        for file, found in (page.links_to_anchors or {}).items():
            if page in made or file.src_uri in facts.ids:
                for anchor, link in found.items():
                    yield page.file.src_uri, file.src_uri, anchor, link


def _warn(config: MkDocsConfig, files: KnownFiles, found: tuple[str, str, str, str]) -> None:
    path, target, anchor, link = found
    to = _file(files, target)
    own = to if path == target else _file(files, path)
    page: Any = SimpleNamespace(file=own, links_to_anchors={to: {anchor: link}})
    before, to.page = to.page, SimpleNamespace(present_anchor_ids=set())
    Page.validate_anchor_links(page, files=files, log_level=config.validation.links.anchors)
    to.page = before


def _file(files: KnownFiles, path: str) -> Any:  # noqa: ANN401 - it is there
    return files.get_file_from_path(path)
