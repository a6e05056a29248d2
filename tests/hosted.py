"""Built sites: making them, and reading their pages."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[1]
# Links that a browser does not follow.
NAMED = (
    *("canonical", "prev", "next", "alternate", "license", "cite-as"),
    *("describedby", "service-desc", "schema.DC", "schema.DCTERMS"),
)
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass
class Page:
    """What a link checker needs of one page."""

    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    doubles: set[str] = field(default_factory=set)


def read_page(file: Path) -> Page:
    """Read links, loaded resources and anchors of a page."""
    page = Page()
    for node in LexborHTMLParser(file.read_text("utf-8")).css("*"):
        attributes = node.attributes
        if name := attributes.get("id"):
            (page.doubles if name in page.anchors else page.anchors).add(name)
        href, src = attributes.get("href") or attributes.get("xlink:href"), attributes.get("src")
        is_resource = node.tag != "a" and attributes.get("rel") not in NAMED
        if href is not None:
            (page.resources if is_resource else page.links).append(href)
        if src is not None:
            page.resources.append(src)
    return page


def dead_links(site: Path) -> list[str]:
    """Return every link and resource of a built site that leads nowhere within it."""
    pages = {file: read_page(file) for file in sorted(site.rglob("*.html"))}
    dead = []
    for file, page in pages.items():
        for link in [*page.links, *page.resources]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            # 404.html is served at any address and links from the root of the site.
            base = site if parts.path.startswith("/") else file.parent
            target = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else file
            if target.is_dir():
                target /= "index.html"
            anchors = pages[target].anchors if target in pages else set()
            if not target.is_file() or (
                parts.fragment and target in pages and unquote(parts.fragment) not in anchors
            ):
                dead.append(f"{file.relative_to(site)}: {link}")
    return dead


def foreign_resources(site: Path) -> list[str]:
    """Return everything that a page would load from another host."""
    return [
        f"{file.relative_to(site)}: {resource}"
        for file in sorted(site.rglob("*.html"))
        for resource in read_page(file).resources
        if urlsplit(resource).netloc
    ]
