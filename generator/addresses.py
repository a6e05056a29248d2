"""The addresses that a site keeps for good, and those that a newer build has lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.output import Output


def addresses(outputs: Iterable[Output]) -> set[str]:
    """Return the addresses of a build that others may use, from the root of the site.

    A page that leads on from a former address is one of them.
    """
    kept = (output.path for output in outputs if urls.is_kept(output.path))
    return {urls.published("", path).removesuffix("index.html") for path in kept}


def lost(before: Iterable[str], outputs: Sequence[Output], site: str) -> list[str]:
    """Return the addresses of ``before`` that a build does not have and does not lead on from.

    ``site`` is the path of the site on its host, from which the rules for hosts count.
    """
    return sorted(set(before) - addresses(outputs) - _led_on(outputs, site))


def _led_on(outputs: Iterable[Output], site: str) -> set[str]:
    rules = (output.content for output in outputs if output.path == urls.REDIRECTS)
    return {row.split()[0].removeprefix(site) for text in rules for row in text.splitlines()}
