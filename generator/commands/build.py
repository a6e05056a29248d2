"""``factcheck build``: the site, as `mkdocs build` makes it."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

import click

from generator.characters import visible
from generator.commands import project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def build(
    root: Path,
    site_dir: Path | None,
    switches: Mapping[str, str],
    *,
    is_strict: bool,
    is_quiet: bool,
) -> int:
    """Build the site of ``root``; ``switches`` are variables of the environment to set for it."""
    project.require(root, ())
    if not (root / "mkdocs.yml").is_file():
        raise click.ClickException(visible(f"there is no mkdocs.yml in {root}"))
    os.environ.update(switches)
    # MkDocs takes a third of a second to import, which no other command needs.
    host = importlib.import_module("generator.hosts.mkdocs.building")
    host.build(root, site_dir, is_strict=is_strict, is_quiet=is_quiet)
    return 0
