"""The address of the site, which the publisher alone gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import reading

if TYPE_CHECKING:
    from generator.records import Publisher


def contradiction(site_url: object, publisher: Publisher) -> str:
    """Say what is wrong with the ``site_url`` of mkdocs.yml; empty where nothing is.

    Records for programs hold whole addresses: with two of them, what a page says of itself
    would not be where it is.
    """
    if not site_url or str(site_url).rstrip("/") == publisher.url.rstrip("/"):
        return ""
    return (
        f"mkdocs.yml says site_url: {site_url}, but {reading.PUBLISHER} says url: "
        f"{publisher.url}; remove site_url from mkdocs.yml, and give the address in "
        f"{reading.PUBLISHER} alone"
    )
