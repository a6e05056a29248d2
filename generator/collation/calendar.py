"""Names of days and months, by the Unicode CLDR."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable

    import babel
else:
    babel = deferred("babel")


def days_and_months(languages: Iterable[str]) -> frozenset[str]:
    """Return the names that texts in these languages may have, in small letters."""
    return frozenset().union(*map(_names, sorted(languages)))


@cache
def _names(language: str) -> frozenset[str]:
    try:
        locale = babel.Locale.parse(language, sep="-")
    except (ValueError, babel.UnknownLocaleError):
        return frozenset()
    forms = (names[form]["wide"] for names in (locale.months, locale.days) for form in names)
    return frozenset(name.casefold() for form in forms for name in form.values())
