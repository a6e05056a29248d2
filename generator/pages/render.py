"""View to Markdown, through one template a view."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import escape
from generator.escape import Safe
from generator.yamltext import front_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from generator.pages.views import Row, View

_DESCRIPTION_LIMIT = 300
_BLANK = re.compile(r"\n{3,}")  # what templates leave where an optional part is absent


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.pages"),
        # What is printed goes through the encoder unless it is `Safe`: HTML escaping would
        # let Markdown through, so the choke point is here and not in autoescape.
        autoescape=False,  # noqa: S701
        finalize=escape.finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def render(view: View) -> str:
    """Render a page: front matter, which the theme prints as it is, and Markdown."""
    head: dict[str, str | bool | list[str]] = {
        "title": escape.html(view.title),
        "description": escape.html(_shortened(view.description)),
        # The side menu of a page out of the navigation is empty.
        "hide": ["navigation"],
    }
    if view.noindex:
        head["noindex"] = True
    body = _template(view.template).render(page=view)
    return front_matter(head) + "\n" + _BLANK.sub("\n\n", body)


def render_rows(rows: Sequence[Row]) -> Safe:
    """Render rows of a list alone, for a hand-written page."""
    return Safe(_template("_rows.md.j2").render(rows=rows).strip("\n"))


def _shortened(text: str) -> str:
    """Cut at a word: this is the text of a search result, never of the page."""
    if len(text) <= _DESCRIPTION_LIMIT:
        return text
    return text[:_DESCRIPTION_LIMIT].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
