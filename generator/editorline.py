"""The first line of a record, by which an editor finds the JSON Schema of its kind.

It is the modeline of the YAML language server, which VS Code, Vim, Emacs and others run.
"""

from __future__ import annotations

import posixpath

from generator import reading

START = "# yaml-language-server: $schema="
SCHEMAS = f"{reading.SITE_CONFIG}/schemas"
SINGLE = {
    reading.PUBLISHER: "publisher",
    reading.RATINGS: "ratings",
    reading.RULES: "rules",
}


def schema_name(file: str) -> str | None:
    """Return which schema a file has: ``claim`` for ``claims/**/*.yml``; None when none."""
    if file in SINGLE:
        return SINGLE[file]
    folders = ((kind, folder) for kind, folder in reading.FOLDERS.items() if file.endswith(".yml"))
    return next((kind.value for kind, folder in folders if file.startswith(f"{folder}/")), None)


def schema_file(name: str) -> str:
    """Return the path of a schema from the root of the project."""
    return f"{SCHEMAS}/{name}.schema.json"


def line(file: str) -> str:
    """Return the editor line of the record ``file``, a path from the root with ``/``.

    Raises ValueError for a file that holds no record.
    """
    name = schema_name(file)
    if name is None:
        raise ValueError(f"{file} is no record")
    return START + posixpath.relpath(schema_file(name), posixpath.dirname(file))
