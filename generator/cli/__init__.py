"""The command tree and nothing else: each command is a function in ``commands/``."""

from __future__ import annotations

from generator.cli import (
    editing,
    explaining,
    hosting,
    publishing,
    quotations,
    records,
    review,
    writing,
)
from generator.cli.group import main

__all__ = [
    "editing",
    "explaining",
    "hosting",
    "main",
    "publishing",
    "quotations",
    "records",
    "review",
    "writing",
]
