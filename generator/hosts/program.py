"""The digest of what makes the pages: the program itself and the libraries that write bytes."""

from __future__ import annotations

import platform
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

# Those whose version shows in what is made, or in how a record is read.
LIBRARIES = (
    "babel",
    "feedgenerator",
    "jinja2",
    "latexcodec",
    "markdown",
    "markdown-it-py",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "pagefind",
    "pagefind-bin",
    "pyarrow",
    "pybtex",
    "pydantic",
    "pymdown-extensions",
    "pyyaml",
    "rapidfuzz",
    "resvg-py",
    "rispy",
    "sqlite-utils",
    "svg.py",
    "zopfli",
)
_PACKAGE = Path(__file__).parent.parent
_COMPILED = (".pyc", ".pyo")


@cache
def digest() -> str:
    """Return the digest; it differs where anything that a page is made by differs."""
    found = blake2b(platform.python_version().encode(), digest_size=16)
    for name in LIBRARIES:
        found.update(f"\n{name} {_version(name)}".encode())
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix not in _COMPILED and file.is_file():
            found.update(f"\n{file.relative_to(_PACKAGE).as_posix()} ".encode())
            found.update(blake2b(file.read_bytes()).digest())
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
