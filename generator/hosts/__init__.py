"""Hosts: what builds the pages into a site. Only ``hosts.mkdocs`` imports mkdocs."""
