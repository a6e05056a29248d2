"""The MkDocs plugin: unpacks what MkDocs gives, calls the site, hands the pages over.

Pages stay in memory: generated files inside ``docs_dir`` would make ``mkdocs serve`` rebuild
without end (mkdocs issues 1933 and 3433).
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import quote

from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

from generator import escape, problems, reading, site, urls
from generator.hosts import (
    address,
    collector,
    drawing,
    program,
    searching,
    shell,
    styles,
    terminal,
    tidying,
    timing,
)
from generator.hosts.building import Building
from generator.hosts.mkdocs.dressing import dressing
from generator.hosts.mkdocs.fast import Fast, hindrance, in_menu
from generator.hosts.mkdocs.known import KnownFiles
from generator.hosts.mkdocs.preview import LATE, Preview, problems_page
from generator.hosts.running import running
from generator.hosts.settling import Site
from generator.hosts.shell import POLICY, PREVIEW_POLICY
from generator.hosts.switches import FAST, SwitchError, Switches
from generator.plan import Recipe
from generator.work import Work, WorkError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from generator.inputs import Inputs
    from generator.output import Output
    from generator.problems import Problem
    from generator.records import Publisher

log = get_plugin_logger(__name__)

T = TypeVar("T")


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs' metaclass has no types
    """None: what differs between two sites stands in ``site_config/``."""


class FactcheckPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Puts the pages of the records into a MkDocs build."""

    def __init__(self) -> None:
        self.switches = Switches()
        self.work = Work()
        self.open = ExitStack()  # what the work of a build holds until its end
        self.preview: Preview | None = None
        self.building: Building | None = None
        self.staged: Path | None = None
        self.alone: list[Problem] = []  # of a preview that has no site yet
        self.pictures: tuple[str, ...] = ()
        self.style = ""
        self.fast: Fast | None = None
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
            if self.switches.fast:
                self.open.enter_context(collector.patient())
            is_quiet = not log.isEnabledFor(logging.INFO)
            self.work = self.open.enter_context(running(self.switches, is_quiet=is_quiet))
        except (SwitchError, WorkError) as error:
            raise Abort(str(error)) from error

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the records and make the pages; a build stops here when anything is wrong."""
        root = _root(config)
        self.building, self.explained, self.alone = None, {}, []
        if self.switches.without:
            # Links of the pages lead to what is not there; with --strict this ends the build.
            left = ", ".join(sorted(self.switches.without))
            log.warning("This site is not to be published: %s left out (FACTCHECK_WITHOUT)", left)
        inputs, found = self._read(root)
        self.pictures = inputs.pictures if inputs else ()
        if inputs is not None:
            self._check_address(config, inputs.corpus.publisher)
            _apply(config, inputs.corpus.publisher)
        self.style, config.extra_css = styles.joined(root, [str(c) for c in config.extra_css])
        found = problems.ordered([*found, *self._make(config, inputs, found)])
        if found:
            self._tell(root, found)
        if self.preview is not None:
            self._show(config, found)
        self._stage(config)

    def _stage(self, config: MkDocsConfig) -> None:
        """Let MkDocs write beside the place of the site, which is exchanged at the end."""
        if self.building is not None:
            self.staged = self._do(self.building.site.staging)
            config.site_dir = str(self.staged)

    def _read(self, root: Path) -> tuple[Inputs | None, list[Problem]]:
        with self.work.stage("read") as stage, self._resting():
            try:
                inputs, found = site.read(
                    root,
                    preview=self._has_drafts,
                    work=self.work,
                    before=self.preview.before if self.preview else None,
                )
            except WorkError as error:
                raise Abort(str(error)) from error
            stage.items = len(inputs.corpus.documents) if inputs else 0
        return inputs, found

    def _resting(self) -> AbstractContextManager[None]:
        return collector.resting() if self.switches.fast else nullcontext()

    @property
    def _has_drafts(self) -> bool:
        return self.preview is not None or self.switches.preview

    def _make(
        self, config: MkDocsConfig, inputs: Inputs | None, found: Sequence[Problem]
    ) -> list[Problem]:
        """Make the pages of good records; return what is wrong with the pages."""
        if inputs is None or problems.has_errors(found):
            return []
        recipe = Recipe(inputs=inputs, drafts=self._has_drafts, left_out=self.switches.without)
        with self.work.stage("pages and exports") as stage:
            self.building = self._do(partial(self._build, config, recipe, ()))
            renewal = self.building.renewal
            stage.items = len(renewal.files)
        return [*site.collisions(renewal.files), *renewal.problems, *recipe.plan.problems()]

    def _build(self, config: MkDocsConfig, recipe: Recipe, shown: Sequence[Problem]) -> Building:
        policy = POLICY if self.preview is None else PREVIEW_POLICY
        extra = {"policy": policy} | ({"problems": shown} if shown else {})
        building = Building(
            site=self._site(config),
            recipe=recipe,
            work=self.work,
            settings=dressing(config, self.style, extra),
            frame_of=partial(shell.shell, recipe.plan.shown, config.nav),
            always={*in_menu(config.nav), *recipe.inputs.written},
            undrawn=self.preview is not None,
            late=LATE if self.preview else (),
        )
        building.run()
        config.extra["factcheck"] = {**building.frame, **extra}
        return building

    def _site(self, config: MkDocsConfig) -> Site:
        opened = self._opened(config)
        if hindrance(config, self):
            opened.doubt()
        return opened

    def _opened(self, config: MkDocsConfig) -> Site:
        if self.preview is not None and self.preview.site is not None:
            return self.preview.site
        made = program.digest()
        cache = None if self.preview is not None else self.switches.cache(_root(config)).folder
        try:
            opened = Site.open(Path(config.site_dir).absolute(), cache, made)
        except OSError as error:
            raise Abort(_unwritten(error, config.site_dir)) from error
        if self.preview is not None:
            self.preview.site = opened
        return opened

    def _tell(self, root: Path, found: list[Problem]) -> None:
        text = terminal.with_count(found, reading.texts(root), sys.stderr)
        if self.preview is None and problems.has_errors(found):
            raise Abort(text)
        # Not as a warning of MkDocs: with --strict that would end a build for what only
        # a person can decide. Strictness is for links that lead nowhere.
        log.info("\n%s", text)

    def _show(self, config: MkDocsConfig, found: list[Problem]) -> None:
        """Let a preview show the last good site with what is wrong, or that alone."""
        if self.preview is None:
            return
        made = self.building.recipe if self.building else None
        shown = self.preview.recipe(made, found)
        if shown is None:
            self.alone = found
            config.nav = None  # there is one page, which shows the problems
            config.extra["factcheck"] = {"policy": PREVIEW_POLICY}
        elif problems.has_errors(found):
            self.building = self._build(config, shown, found)
            self.explained = self.preview.explained(found, self.building.paths)

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
        known = KnownFiles(files, config, self.building.paths if self.building else set())
        reason = hindrance(config, self) if self.switches.fast else f"{FAST} is off"
        if reason:
            log.info("MkDocs makes all pages itself: %s", reason)
        outputs = self._outputs()
        look = self.building.look if self.building else ""
        learnt = self.fast.learnt if self.fast else None
        self.fast = None if reason else Fast(config, known, outputs, look, learnt)
        taken = {output.path for output in self.fast.outputs} if self.fast else ()
        for output in outputs:
            if output.path in taken:
                continue  # written when the pages are: all at once would fill the memory
            file = File.generated(config, output.path, content=output.data)
            # Without a level of its own, MkDocs would list every record page that is out of
            # the navigation, on each build.
            file.inclusion = InclusionLevel.INCLUDED
            file.edit_uri = (output.is_page and quote(output.origin)) or None
            known.append(file)
        if self.style:
            known.append(File.generated(config, styles.JOINED, content=self.style))
        # The address of a page is for MkDocs to say; the theme makes it relative.
        config.extra["factcheck"]["explained"] = {
            code: found.url
            for code, page in self.explained.items()
            if (found := known.get_file_from_path(page)) is not None
        }
        return known

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Keep what the theme is told."""
        if self.fast:
            self.fast.nav = nav

    def on_env(
        self,
        env: Environment,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> Environment:
        """Keep what renders the theme, whose templates a preview compiles once for each look."""
        if self.preview is not None and self.building is not None:
            env = self.preview.env(self.building.settings, env)
        if self.fast:
            self.fast.env = env
        return env

    def _outputs(self) -> list[Output]:
        """Return what MkDocs makes files of: what is kept is there, pictures are drawn later."""
        if self.building is None:
            return [problems_page(self.alone)]
        return list(self.building.renewal.outputs.values())

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the pages of records, draw pictures, make the search index, exchange the site.

        A preview has neither pictures nor index, because they would be made at each edit.
        """
        if self.fast:
            with self.work.stage("write pages", len(self.fast.outputs)):
                self._do(partial(self.fast.write, self.work))
        building, staged = self.building, self.staged
        if building is None or staged is None:
            return
        if config.strict and _has_warnings():
            return  # MkDocs ends here with an error: what is published stays as it is
        if self.preview is None:
            kept = self.switches.cache(_root(config))
            drawn = building.renewal.drawn.values()
            self._do(partial(drawing.write, staged, drawn, kept, self.work))
        try:
            with self.work.stage("publish"):
                # What was left out on purpose is said once for all pages, in each build.
                warned = self.fast.warned if self.fast and not self.switches.without else ()
                building.settle(staged, partial(self._finish, building.site), warned)
        except OSError as error:
            raise Abort(_unwritten(error, str(building.site.place))) from error
        config.site_dir = str(building.site.place)
        self._close()
        tidying.tidy(self.switches.cache(_root(config)))
        timing.tell(self.work.timings, self.switches)

    def _do(self, work: Callable[[], T]) -> T:
        """Do what others may do for this process; that they could not is said in a sentence."""
        try:
            return work()
        except WorkError as error:
            raise Abort(str(error)) from error
        except OSError as error:
            raise Abort(_unwritten(error, "a file of the site")) from error

    def _finish(self, made: Site, folder: Path, pages: str) -> str:
        """Index the pages, which come before the exchange: no site has the index of another."""
        if self.preview is not None or "search" in self.switches.without:
            return ""
        with self.work.stage("search index"):
            if not made.share_index(pages, searching.FOLDER):
                try:
                    searching.index(folder)
                except searching.SearchError as error:
                    raise Abort(f"no search index was made: {error}") from error
        return pages

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing behind of a build that failed."""
        self._close()

    def on_shutdown(self) -> None:
        """Let go of what the work held, and leave nothing behind of a preview."""
        self.open.close()
        if self.preview is not None and self.preview.site is not None:
            self.preview.site.close()

    def _close(self) -> None:
        if self.staged is not None:
            shutil.rmtree(self.staged, ignore_errors=True)
            self.staged = None
        if self.building is not None and self.preview is None:
            self.building.site.close()

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


def _has_warnings() -> bool:
    """Whether the build has said anything that --strict does not let pass."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


def _unwritten(error: OSError, place: str) -> str:
    return f"{error.filename or place} cannot be written: {error.strerror or error}"
