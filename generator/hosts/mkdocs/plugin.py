"""The MkDocs plugin: unpacks what MkDocs gives, calls the site, hands the pages over.

Pages stay in memory: generated files inside ``docs_dir`` would make ``mkdocs serve`` rebuild
without end (mkdocs issues 1933 and 3433).
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from generator import escape, problems, reading, site, urls
from generator.edition import editions
from generator.hosts import address, drawing, searching, shell, styles, terminal, tidying, timing
from generator.hosts.mkdocs.preview import Preview
from generator.hosts.running import running
from generator.hosts.switches import SwitchError, Switches
from generator.work import Work, WorkError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from generator.output import Output
    from generator.records import Publisher

log = get_plugin_logger(__name__)


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs' metaclass has no types
    """None: what differs between two sites stands in ``site_config/``."""


class FactcheckPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Puts the pages of the records into a MkDocs build."""

    def __init__(self) -> None:
        self.switches = Switches()
        self.work = Work()
        self.open = ExitStack()  # what the work of a build holds until its end
        self.preview: Preview | None = None
        self.outputs: list[Output] = []
        self.pictures: tuple[str, ...] = ()
        self.style = ""
        self.frame: dict[str, Any] = {}  # of the last good site
        self.explained: dict[str, str] = {}  # page by code, for the problems of a preview

    def on_startup(
        self,
        *,
        command: Literal["build", "gh-deploy", "serve"],
        dirty: bool,  # noqa: ARG002
    ) -> None:
        """Note what is asked for. Having this event keeps the plugin between builds."""
        self.preview = Preview() if command == "serve" else None
        try:
            self.switches = Switches.of(os.environ)
            is_quiet = not log.isEnabledFor(logging.INFO)
            self.work = self.open.enter_context(running(self.switches, is_quiet=is_quiet))
        except (SwitchError, WorkError) as error:
            raise Abort(str(error)) from error

    def on_shutdown(self) -> None:
        """Let go of what the work held."""
        self.open.close()

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the records and make the pages; a build stops here when anything is wrong."""
        root = _root(config)
        is_preview = self.preview is not None or self.switches.preview
        if self.switches.without:
            # Links of the pages lead to what is not there; with --strict this ends the build.
            left = ", ".join(sorted(self.switches.without))
            log.warning("This site is not to be published: %s left out (FACTCHECK_WITHOUT)", left)
        outputs, inputs, found = site.outputs_of(
            root,
            drafts=is_preview,
            preview=is_preview,
            timings=self.work.timings,
            left_out=self.switches.without,
        )
        found = problems.ordered(found)
        self.explained = {}
        self.pictures = inputs.pictures if inputs else ()
        if inputs is not None:
            self._check_address(config, inputs.corpus.publisher)
            _apply(config, inputs.corpus.publisher)
        if inputs is not None and outputs:
            pages = {output.path for output in outputs}
            self.frame = shell.shell(list(editions(inputs.corpus)), config.nav, pages)
        self.style, config.extra_css = styles.joined(root, [str(c) for c in config.extra_css])
        policy = shell.PREVIEW_POLICY if self.preview is not None else shell.POLICY
        config.extra["factcheck"] = {**self.frame, "policy": policy}
        text = terminal.with_count(found, reading.texts(root), sys.stderr)
        if self.preview is not None:
            if found:
                log.info("\n%s", text)
            self.outputs = self.preview.outputs(outputs, found)
            if self.preview.last is None:
                config.nav = None  # there is one page, which shows the problems
            elif problems.has_errors(found):
                config.extra["factcheck"]["problems"] = found
                self.explained = self.preview.explained(found)
        elif problems.has_errors(found):
            raise Abort(text)
        else:
            if found:
                # Not as a warning of MkDocs: with --strict that would end a build for what only
                # a person can decide. Strictness is for links that lead nowhere.
                log.info("\n%s", text)
            self.outputs = outputs

    def _check_address(self, config: MkDocsConfig, publisher: Publisher) -> None:
        # A preview has been given the local address, which stands in no file.
        if self.preview is None and (said := address.contradiction(config.site_url, publisher)):
            raise Abort(said)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what ``docs_dir`` holds by the finished pages; only pictures stay."""
        pictures = {picture.removeprefix(f"{reading.PAGES}/") for picture in self.pictures}
        for file in list(files):
            is_written = file.src_dir == config.docs_dir and file.src_uri not in pictures
            # MkDocs counts its sitemap among the files of the theme once it is no template.
            if is_written or file.src_uri == urls.SITEMAP:
                files.remove(file)
        for output in self.outputs:
            if output.make is not None:
                continue  # written when the pages are: all at once would fill the memory
            file = File.generated(config, output.path, content=output.data)
            # Without a level of its own, MkDocs would list every record page that is out of
            # the navigation, on each build.
            file.inclusion = InclusionLevel.INCLUDED
            file.edit_uri = (output.is_page and quote(output.origin)) or None
            files.append(file)
        if self.style:
            files.append(File.generated(config, styles.JOINED, content=self.style))
        # The address of a page is for MkDocs to say; the theme makes it relative.
        config.extra["factcheck"]["explained"] = {
            code: found.url
            for code, page in self.explained.items()
            if (found := files.get_file_from_path(page)) is not None
        }
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Draw pictures and make the search index.

        A preview has neither, because they would be made at each edit.
        """
        if self.preview is not None:
            return
        kept = self.switches.cache(_root(config))
        try:
            drawing.write(Path(config.site_dir), self.outputs, kept, self.work)
            if "search" not in self.switches.without:
                with self.work.stage("search index"):
                    searching.index(Path(config.site_dir))
        except WorkError as error:
            raise Abort(str(error)) from error
        except searching.SearchError as error:
            raise Abort(f"no search index was made: {error}") from error
        tidying.tidy(kept)
        timing.tell(self.work.timings, self.switches)

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch the records, and what gives the site its look."""
        for folder in site.WATCHED:
            if (_root(config) / folder).is_dir():
                server.watch(str(_root(config) / folder))
        return server


def _apply(config: MkDocsConfig, publisher: Publisher) -> None:
    """Put name, address and edit link in; the theme prints them as they are."""
    # MkDocs would write one of its own, dated by the clock, over that of the site.
    config.theme.static_templates.discard(urls.SITEMAP)
    config.site_name = escape.html(publisher.name)
    config.site_url = config.site_url or publisher.url
    config.site_description = config.site_description or escape.html(publisher.tagline)
    if publisher.edit_url:
        config.edit_uri_template = publisher.edit_url + "{path}"


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
