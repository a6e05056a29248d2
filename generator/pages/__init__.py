"""Corpus to Markdown pages: a frozen view per page kind, rendered by one template each."""
