"""The pages of a corpus, and questions that tests ask of them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs.utils import meta
from selectolax.lexbor import LexborHTMLParser

from generator import site, urls
from generator.problems import has_errors
from tests import dom

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from generator.output import Output

HEADINGS = ("h1", "h2", "h3")


def outputs(root: Path, *, drafts: bool = False) -> dict[str, Output]:
    """Return the outputs by path, of a corpus that has no error."""
    made, _, problems = site.outputs_of(root, drafts=drafts)
    assert not has_errors(problems), problems
    assert len({output.path for output in made}) == len(made)
    return {output.path: output for output in made}


class Page:
    """A built page: its front matter, and its HTML by CSS selectors."""

    def __init__(self, output: Output) -> None:
        body, self.meta = meta.get_data(output.content)
        if "head" in self.meta:
            self.meta["head"] = read_head(self.meta["head"], output.path)
        self.tree = LexborHTMLParser(dom.render(body))

    @classmethod
    def of(cls, root: Path, path: str, *, drafts: bool = False) -> Page:
        return cls(outputs(root, drafts=drafts)[path])

    def texts(self, selector: str) -> list[str]:
        return [flat(node) for node in self.tree.css(selector)]

    def text(self, selector: str) -> str:
        (found,) = self.texts(selector)
        return found

    def links(self, selector: str) -> list[tuple[str, str]]:
        """Return label and address of the links in what ``selector`` finds."""
        found = self.tree.css(f"{selector} a:not(.headerlink)")
        return [(flat(a), a.attributes["href"] or "") for a in found]

    def section(self, anchor: str) -> Page:
        """Return what stands below the heading with ``anchor``, up to the next as high."""
        heading = self.tree.css_first(f"#{anchor}")
        assert heading is not None, f"no heading #{anchor}"
        parts = []
        node = heading.next
        while node is not None and (node.tag not in HEADINGS or node.tag > (heading.tag or "")):
            parts.append(node.html or "")
            node = node.next
        inner = object.__new__(Page)
        inner.meta, inner.tree = {}, LexborHTMLParser("".join(parts))
        return inner

    def facts(self, selector: str = "dl") -> list[tuple[str, str]]:
        """Return the labels and values of definition lists."""
        labels = self.texts(f"{selector} > dt")
        return list(zip(labels, self.texts(f"{selector} > dd"), strict=True))


def read_head(html: str, path: str) -> dict[str, list[Any]]:
    """Return links, metas and JSON-LD texts of a head; addresses from the root of the site."""
    found: dict[str, list[Any]] = {"links": [], "metas": [], "markup": []}
    for node in LexborHTMLParser(f"<head>{html}</head><body></body>").css("head > *"):
        if node.tag == "script":
            found["markup"].append(node.text())
        else:
            found[f"{node.tag}s"].append(dict(node.attributes))
    for link in found["links"]:
        if ":" not in link["href"]:
            joined = posixpath.join(posixpath.dirname(urls.published("", path)), link["href"])
            end = "/" if link["href"].endswith("/") else ""
            link["href"] = posixpath.normpath(joined) + end
    return found


def flat(node: LexborNode) -> str:
    return " ".join(node.text().replace("¶", "").split())


def dead_links(made: Iterable[Output]) -> list[tuple[str, str]]:
    """Return page and address of every relative link that leads to no output or no anchor."""
    pages = {o.path: dom.of_page(o.content if o.is_page else "") for o in made}
    served = {urls.published("", path) or "./": path for path in pages}
    dead = []
    for path, page in pages.items():
        # A host resolves links in Markdown, a browser those in HTML of our own.
        leads = [
            (
                href,
                found if (found := _source(path, href)) in pages else _served(path, href, served),
            )
            for href in page.values("href")
        ]
        leads += [(href, _served(path, href, served)) for href in page.values("xlink:href")]
        for href, file in leads:
            anchor = href.partition("#")[2]
            is_ours = ":" not in href.partition("#")[0]
            gone = file not in pages or (anchor and anchor not in pages[file].values("id"))
            if is_ours and gone:
                dead.append((path, href))
    return dead


def _source(path: str, href: str) -> str:
    target = href.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path


def _served(path: str, href: str, served: dict[str, str]) -> str:
    here, target = posixpath.dirname(urls.published("", path)), href.partition("#")[0]
    address = posixpath.normpath(posixpath.join(here, target))
    return served.get(f"{address}/" if target.endswith("/") else address, "")
