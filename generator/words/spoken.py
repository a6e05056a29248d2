"""Sentences, dates and numbers in one language.

Messages are looked up by their English text, as in GNU gettext; dates, numbers and names of
languages follow the Unicode CLDR.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from generator import catalogue, escape
from generator.deferred import deferred
from generator.escape import Safe

if TYPE_CHECKING:
    import gettext

    import babel
    from babel import core, dates, numbers

    from generator.fields import PartialDate
else:
    # What only finds problems writes no date: babel takes as long to load as a small site to read.
    babel, core, dates, numbers = map(
        deferred, ("babel", "babel.core", "babel.dates", "babel.numbers")
    )

# English as it is written outside of one country: the day before the month.
_LOCALE = {"en": "en-001"}


@dataclass(frozen=True)
class Words:
    """Says things in ``language``, a BCP 47 tag."""

    language: str

    @cached_property
    def _messages(self) -> gettext.NullTranslations:
        return catalogue.messages(self.language)

    @cached_property
    def _locale(self) -> babel.Locale:
        try:
            return babel.Locale.parse(_LOCALE.get(self.language, self.language), sep="-")
        except (ValueError, babel.UnknownLocaleError):  # CLDR has not every language
            return babel.Locale.parse(_LOCALE[catalogue.SOURCE], sep="-")

    @property
    def spoken(self) -> str:
        """The language of the messages: this one where there is a catalogue, else English."""
        known = self.language in catalogue.languages()
        return self.language if known else catalogue.SOURCE

    @property
    def with_country(self) -> str:
        """The language and the country where most speak it, as Open Graph asks: ``uk_UA``."""
        known = core.get_global("likely_subtags").get(self._locale.language, str(self._locale))
        language, *_, country = known.split("_")
        return f"{language}_{country}"

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``: where its lines begin."""
        return str(self._locale.text_direction)

    def t(self, message: str, /, **values: str) -> str:
        """Say a message; ``{name}`` in it stands for the value of that name.

        The result is ``Safe`` when a value is: then all other text in it is encoded.
        """
        return _filled(self._messages.gettext(message), values)

    def safe(self, message: str, /, **values: str) -> Safe:
        """Say a message in which links stand; all other text in it is encoded."""
        return _encoded(self._messages.gettext(message), values)

    def n(self, one: str, many: str, number: int, /, **values: str) -> str:
        """Say a message with a number, ``{n}``, in the form that the number asks for."""
        text = self._messages.ngettext(one, many, number)
        return _filled(text, {"n": self.number(number), **values})

    def day(self, value: PartialDate | date | None) -> str:
        """Write a date as far as it is known: ``7 June 2022``, ``June 2022``, ``2022``."""
        if value is None:
            return self.t("date not known")
        return _written(self._locale, value.year, value.month, value.day)

    def number(self, value: int) -> str:
        """Write a whole number: ``12,345``."""
        return _counted(self._locale, value)

    def share(self, part: int, whole: int) -> str:
        """Write a share in whole per cent: ``22%``."""
        return numbers.format_percent(part / whole if whole else 0, locale=self._locale)

    def language_name(self, tag: str) -> str:
        """Name a language in this one; a tag that CLDR does not know stands for itself."""
        return str(self._locale.languages.get(tag.replace("-", "_"), tag))

    @property
    def own_name(self) -> str:
        """The name of this language in itself, as a link to it shows it."""
        name = self.language_name(self.language)
        return name[:1].upper() + name[1:]


@cache
def of(language: str) -> Words:
    """Return the words of a language, made once."""
    return Words(language)


ENGLISH = of("en")


def day(value: PartialDate | date | None) -> str:
    """Write a date in English, for the command line."""
    return ENGLISH.day(value)


def share(part: int, whole: int) -> str:
    """Write a share in English, for the command line: ``22%``."""
    return ENGLISH.share(part, whole)


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its English noun, for the command line: ``1 claim``, ``2 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@cache
def _written(locale: babel.Locale, year: int, month: int | None, day: int | None) -> str:
    value = date(year, month or 1, day or 1)
    if day:
        return dates.format_date(value, "long", locale=locale)
    return dates.format_skeleton("yMMMM" if month else "y", value, locale=locale)


@lru_cache(maxsize=10_000)  # lists count what they hold, and most are short
def _counted(locale: babel.Locale, value: int) -> str:
    return str(numbers.format_decimal(value, locale=locale))


@cache
def _parts(message: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((text, name) for text, name, _, _ in Formatter().parse(message))


def _filled(message: str, values: dict[str, str]) -> str:
    if not values:
        return message
    if Safe in map(type, values.values()):
        return _encoded(message, values)
    return "".join([text + (values[name] if name else "") for text, name in _parts(message)])


def _encoded(message: str, values: dict[str, str]) -> Safe:
    done = []
    for text, name in _parts(message):
        # The encoder brings white space together; a space at an edge parts words.
        done.append(_edged(text))
        if name:
            done.append(escape.finalize(values[name]))
    return Safe("".join(done))


def _edged(text: str) -> str:
    inner = text.strip(" ")
    if not inner:
        return text
    start = text[: len(text) - len(text.lstrip(" "))]
    end = text[len(text.rstrip(" ")) :]
    return start + escape.text(inner) + end
