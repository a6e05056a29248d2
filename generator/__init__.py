"""Turns hand-curated YAML claim records into the pages of a fact-check site."""

__version__ = "0.1.0"
