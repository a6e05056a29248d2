"""The digest of what MkDocs puts pages into: settings, theme and styles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme

from generator.watched import digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_ELSEWHERE = ("site_dir", "dev_addr", "strict", "watch")


def dressing(config: MkDocsConfig, *told: object) -> str:
    """Return the digest of the settings of a build, of what stands in its theme, and ``told``.

    The packages that MkDocs and its themes come from are part of the digest of the program.
    """
    # Where the site goes, and how strict a build is, does not show in it.
    settings = {key: value for key, value in config.items() if key not in _ELSEWHERE}
    settings["extra"] = {key: value for key, value in config.extra.items() if key != "factcheck"}
    return digest(
        json.dumps(settings, default=_plain, sort_keys=True),
        repr(told),
        *(_files(Path(folder)) for folder in _custom(config)),
    )


def _plain(value: object) -> object:
    """Return what tells two settings apart that are no plain data."""
    if isinstance(value, Theme):
        return [value.name, value.dirs, sorted(value.static_templates), dict(value)]
    if isinstance(value, BasePlugin):
        return [type(value).__qualname__, dict(value.config)]
    if callable(value):
        inner = getattr(value, "func", value)
        name = f"{getattr(inner, '__module__', '')}.{getattr(inner, '__qualname__', '')}"
        return [name, repr(getattr(value, "args", "")), repr(getattr(value, "keywords", ""))]
    return dict(value) if isinstance(value, Mapping) else str(type(value))


def _custom(config: MkDocsConfig) -> list[str]:
    custom = config.theme.custom_dir
    return [custom] if custom else []


def _files(folder: Path) -> str:
    found = blake2b(digest_size=16)
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found.update(f"\n{file.relative_to(folder).as_posix()} ".encode())
            found.update(blake2b(file.read_bytes()).digest())
    return found.hexdigest()
