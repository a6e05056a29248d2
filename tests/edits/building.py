"""Builds of a project: in a process that lasts, as ``mkdocs serve`` is, or each in a new one.

A new process is a fork of one that has only imported what a build needs, which costs no second
start of the program and begins with caches as empty. The command line itself is slower.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.hosts import switches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# What takes long; a build with all parts is made where the index is asked.
LIGHT = {switches.WITHOUT: "search,pictures,tables"}
COLD = {switches.CACHE: "off"}
LOCAL = "http://127.0.0.1:8000/"


@dataclass(frozen=True, kw_only=True)
class Order:
    """One build: of the project at ``root`` into ``site``, as a preview or not."""

    root: Path
    site: Path
    is_preview: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


class Builder(Protocol):
    """Builds and says what was wrong; empty when nothing was."""

    def __call__(self, order: Order, /) -> str: ...


@contextmanager
def lasting() -> Iterator[Builder]:
    """Build everything in one process, which remembers what a running preview remembers."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield lambda order: pool.submit(_build, order).result()


@contextmanager
def passing() -> Iterator[Builder]:
    """Build each time in a process of its own."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "generator.hosts.mkdocs.plugin"])
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        yield lambda order: pool.submit(_build, order).result()


def by_command(order: Order) -> str:
    """Build by the command line, as a user does."""
    preview = {switches.PREVIEW: "1"} if order.is_preview else {}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(order.site)],
        cwd=order.root,
        env={**os.environ, **order.environment, **preview},
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"{done.stdout}{done.stderr}".strip() or "it said nothing"
    return said if done.returncode else ""


_started: list[str] = []  # for which command this process has begun; a preview goes on


def _build(order: Order) -> str:
    for name in (switches.CACHE, switches.WITHOUT):
        os.environ.pop(name, None)
    os.environ.update(order.environment)
    os.chdir(order.root)
    # A page that lists files is warned of those that are left out here.
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    command: Literal["serve", "build"] = "serve" if order.is_preview else "build"
    try:
        config = load_config(str(order.root / "mkdocs.yml"), site_dir=str(order.site))
        if not _started:
            config.plugins.on_startup(command=command, dirty=False)
            _started.append(command)
        if order.is_preview:
            config.site_url = LOCAL
        build(config, serve_url=LOCAL if order.is_preview else None)
    except Exception as error:  # noqa: BLE001 - a preview goes on after any, and tells it
        return f"{type(error).__name__}: {error}"
    except SystemExit as error:  # what a build says that stops
        return str(error)
    return ""
