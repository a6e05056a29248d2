"""One command a file: a function of that name that returns the exit code.

Each is loaded when something of it is asked for: help and completion need none, and every command
but a few needs only its own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from generator.commands import (
        build,
        capture,
        check,
        coverage,
        diff,
        explain,
        fmt,
        import_,
        index,
        init,
        migrate,
        new,
        publish,
        quote,
        schema,
        seal,
        tree,
        verify,
    )

__all__ = [
    "build",
    "capture",
    "check",
    "coverage",
    "diff",
    "explain",
    "fmt",
    "import_",
    "index",
    "init",
    "migrate",
    "new",
    "publish",
    "quote",
    "schema",
    "seal",
    "tree",
    "verify",
]


def __getattr__(name: str) -> ModuleType:
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
