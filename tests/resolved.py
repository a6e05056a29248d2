"""YAML text as other programs read it: YAML 1.2, where 2022 is a number and true a flag."""

from __future__ import annotations

from datetime import date
from typing import Any

from ruamel.yaml import YAML


def resolved(text: str) -> Any:
    """Return the data of a text; dates stay text, as in JSON."""
    return _plain(YAML(typ="safe", pure=True).load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
