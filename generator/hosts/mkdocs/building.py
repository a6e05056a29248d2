"""A build through MkDocs' own command, so that it is the build of `mkdocs build` in all things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.__main__ import build_command

if TYPE_CHECKING:
    from pathlib import Path


def build(root: Path, site_dir: Path | None, *, is_strict: bool, is_quiet: bool) -> None:
    """Build the project at ``root``. Raises click.ClickException, which says what is wrong."""
    arguments = ["--config-file", str(root / "mkdocs.yml")]
    if site_dir is not None:
        # MkDocs would begin at its settings, and people begin where they are.
        arguments += ["--site-dir", str(site_dir.absolute())]
    arguments += ["--strict"] * is_strict + ["--quiet"] * is_quiet
    build_command.main(arguments, prog_name="factcheck build", standalone_mode=False)
