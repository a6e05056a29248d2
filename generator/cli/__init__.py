"""The command tree and nothing else: each command is a function in ``commands/``."""

from __future__ import annotations

from generator.cli import editing, explaining, hosting, quotations, records, review, writing
from generator.cli.group import main

__all__ = ["editing", "explaining", "hosting", "main", "quotations", "records", "review", "writing"]
