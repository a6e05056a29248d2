"""Text: one line, prose, words of a source, Markdown; and the language of a text."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator import slips
from generator.characters import collapse
from generator.fields.scalar import cut, fault, if_taken, schema, text_of, word

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")


def _language(value: object) -> str:
    text = word(value, "a language")
    if not _LANGUAGE.fullmatch(text):
        hint = "write a BCP 47 tag: en, uk, pt-BR"
        meant = if_taken(slips.as_language(text), _language)
        raise fault("not-a-language", f"'{cut(text)}' is not a language tag", hint, meant)
    return text


def _checked(text: str, limit: int) -> str:
    if not text:
        raise fault("empty-text", "the text is empty", "write it, or null where that is allowed")
    if len(text) > limit:
        raise fault("too-large", f"the text has {len(text):,} characters; at most {limit:,}")
    return text


def _one_line(limit: int) -> BeforeValidator:
    def check(value: object) -> str:
        # YAML's folding and a block scalar's last line end are layout, not text.
        return _checked(collapse(text_of(value, "text")), limit)

    return BeforeValidator(check)


def _lines(limit: int) -> BeforeValidator:
    def check(value: object) -> str:
        return _checked(text_of(value, "text").strip("\n").rstrip(), limit)

    return BeforeValidator(check)


def _text(limit: int) -> WithJsonSchema:
    return schema("", "text", minLength=1, maxLength=limit)


Language = Annotated[str, BeforeValidator(_language), schema(_LANGUAGE.pattern, "BCP 47 tag")]
Line = Annotated[str, _one_line(300), _text(300)]
Prose = Annotated[str, _one_line(4000), _text(4000)]
Quote = Annotated[str, _one_line(1500), _text(1500)]
# The media type tells the formatter that the line ends of this text are not layout.
Markdown = Annotated[
    str,
    _lines(20_000),
    schema("", "Markdown", minLength=1, maxLength=20_000, contentMediaType="text/markdown"),
]
