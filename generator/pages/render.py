"""View to Markdown, through one template a view."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound

from generator import escape, urls, words
from generator.escape import Safe
from generator.headed import Headed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from generator.edition import Edition
    from generator.pages.views import Row, View

Head = dict[str, object]

_DESCRIPTION_LIMIT = 300
# What templates leave where an optional part is absent. It begins as a plain text does, for which
# a page is searched ten times faster.
_BLANK = re.compile(r"\n\n\n+")


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.pages"),
        # What is printed goes through the encoder unless it is `Safe`: HTML escaping would
        # let Markdown through, so the choke point is here and not in autoescape.
        autoescape=False,  # noqa: S701
        finalize=escape.finalize,
        undefined=StrictUndefined,
        # Templates are part of the program: no file is looked at again for each include.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    say = words.of(language)
    environment.globals.update(_=say.t, n=say.n)
    return environment


@cache
def _template(name: str, language: str) -> Template:
    """Load a template; long prose has one of its own in another language, where it is told so."""
    environment = _environment(language)
    try:
        return environment.get_template(f"{language}/{name}")
    except TemplateNotFound:
        return environment.get_template(name)


def render(view: View, edition: Edition, told: str = "") -> Headed:
    """Render a page: front matter, which the theme prints as it is, and Markdown.

    ``told`` is what stands in the head of the page for programs, as finished HTML.
    """
    body = _template(view.template, edition.language).render(page=view)
    head = _head(view, edition) | ({"head": told} if told else {})
    return Headed(head, _BLANK.sub("\n\n", body))


def _head(view: View, edition: Edition) -> Head:
    head: Head = {
        "title": escape.html(view.named or view.title),
        "description": escape.html(_shortened(view.description)),
        "kind": str(view.kind),
        # The side menu of a page out of the navigation is empty.
        "hide": ["navigation"] if view.has_toc else ["navigation", "toc"],
        **languages(view.path, edition),
    }
    if view.noindex:
        head["noindex"] = True
    if view.canonical:
        head["canonical"] = urls.published("", view.canonical)
    if view.facets:
        head["facets"] = {
            name: [escape.html(text) for text in texts] for name, texts in view.facets.items()
        }
    return head


def languages(path: str, edition: Edition) -> Head:
    """Return what the head of a page says of its language and of the same page in others.

    Addresses are relative to the site's root; that of its home page is empty.
    """
    head: Head = {"language": edition.language}
    if others := edition.alternates(path):
        head["alternate"] = {code: urls.published("", page) for code, page in others.items()}
    return head


def render_rows(rows: Sequence[Row], language: str) -> Safe:
    """Render rows of a list alone, for a hand-written page."""
    return Safe(_template("_rows.md.j2", language).render(rows=rows).strip("\n"))


def _shortened(text: str) -> str:
    """Cut at a word: this is the text of a search result, never of the page."""
    if len(text) <= _DESCRIPTION_LIMIT:
        return text
    return text[:_DESCRIPTION_LIMIT].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
