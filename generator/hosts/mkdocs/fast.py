"""The pages of records past the loop of MkDocs, whose time they are nearly all of.

Sound by refusal: a page with anything that is not known is made by MkDocs itself, and so is the
first page of each kind, which is compared. ``FACTCHECK_FAST=off`` in the environment turns it
off; the site is the same, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger

from generator.hosts.mkdocs import checks
from generator.hosts.mkdocs.markdown import KNOWN
from generator.hosts.mkdocs.plain import Plain
from generator.hosts.mkdocs.shells import Theme
from generator.hosts.mkdocs.writing import Facts, Learnt, Writer
from generator.work import Forked, Serial

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin

    from generator.hosts.mkdocs.known import KnownFiles
    from generator.output import Output
    from generator.work import Work

log = get_plugin_logger(__name__)

# With these, another plugin or a hook sees or changes pages: it would not be called for ours.
_EVENTS = (
    *("files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content"),
    *("page_context", "post_page", "template_context", "post_build"),
)


_LEAST = 200  # outputs that pay the start of a process
_LEARNT = 5  # pages of a folder, beyond which few have anything new


def hindrance(config: MkDocsConfig, plugin: BasePlugin[Any]) -> str:
    """Return why MkDocs has to make all pages, or nothing."""
    if config.nav is None:
        return "all pages are in the navigation"
    names = {str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    if names - KNOWN:
        return f"of the Markdown extension {', '.join(sorted(names - KNOWN))}"
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            if getattr(method, "__self__", None) is not plugin:
                return f"something else listens to on_{event}"
    return ""


def in_menu(nav: object) -> Iterator[str]:
    """Return all paths and addresses of a ``nav`` setting."""
    if isinstance(nav, str):
        yield nav
    for row in nav if isinstance(nav, list) else nav.values() if isinstance(nav, dict) else ():
        yield from in_menu(row)


def _written(writer: Writer, outputs: Sequence[Output]) -> Iterator[Facts]:
    return map(writer.written, outputs)


def _first_of_each_folder(outputs: Sequence[Output]) -> tuple[list[Output], list[Output]]:
    """Split off some pages of each kind: what is learnt of them, no fork need learn."""
    seen: Counter[str] = Counter()
    first: list[Output] = []
    rest: list[Output] = []
    for output in outputs:
        folder = output.path.rpartition("/")[0]
        seen[folder] += 1
        (first if output.is_page and seen[folder] <= _LEARNT else rest).append(output)
    return first, rest


class Fast:
    """Takes the outputs that are not in the menu out of MkDocs' loop."""

    def __init__(
        self,
        config: MkDocsConfig,
        files: KnownFiles,
        outputs: Sequence[Output],
        look: str,
        learnt: Learnt | None = None,
    ) -> None:
        """``learnt`` is what an earlier build of this process learnt of pages of some look."""
        menu = set(in_menu(config.nav))
        self.outputs = [one for one in outputs if one.path not in menu]
        self.config = config
        self.files = files
        self.env: Any = None  # MkDocs tells both later
        self.nav: Any = None
        self.look = look
        self.learnt = learnt
        self.warned: set[str] = set()  # pages of which something was said

    def write(self, work: Work) -> None:
        """Write all outputs; warn of links as MkDocs does. Raises WorkError."""
        theme = Theme(config=self.config, env=self.env, nav=self.nav)
        plain = Plain(theme, self.files)
        if self.learnt is None or self.learnt.look != self.look:
            self.learnt = Learnt(self.look, theme)
        writer, facts = Writer(theme, self.files, plain.text, self.learnt), Facts()
        # What MkDocs made is shared by a fork alone: it cannot be sent anywhere.
        here = work if isinstance(work.pool, Forked) else replace(work, pool=Serial())
        first, rest = _first_of_each_folder(self.outputs)
        for found in _written(writer, first):
            facts.add(found)
        for found in here.mapped("write pages", _written, rest, writer, least=_LEAST):
            facts.add(found)
        for output in self.outputs:
            if reason := facts.refused.get(output.path):
                log.debug("MkDocs makes %s: %s", output.path, reason)
                facts.ids[output.path] = plain.write(output)
        if facts.refused:
            log.info("MkDocs makes %d of %d pages itself", len(facts.refused), len(facts.ids))
        # What MkDocs says of those that it makes itself, only MkDocs knows.
        self.warned = {*facts.refused, *checks.check(self.config, self.files, plain.made, facts)}
