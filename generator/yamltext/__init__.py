"""YAML text to plain data and the position of every key and value, and back.

Only this package imports yaml. Records use a strict part of YAML 1.1: one document of mappings,
lists and text; no anchors, aliases, merge keys, tags or directives. Every scalar stays text
(``no`` is a word, ``1.10`` keeps its zero); only an unquoted ``null`` or nothing is None.
"""

from __future__ import annotations

from generator.yamltext.decoding import MAX_BYTES, decode, forbidden
from generator.yamltext.document import Data, Document, Path
from generator.yamltext.dumping import dump_record, dump_settings, front_matter, load_settings
from generator.yamltext.parsing import parse
from generator.yamltext.scalars import WIDTH, in_style, plain, quoted, wrapped

__all__ = [
    "MAX_BYTES",
    "WIDTH",
    "Data",
    "Document",
    "Path",
    "decode",
    "dump_record",
    "dump_settings",
    "forbidden",
    "front_matter",
    "in_style",
    "load_settings",
    "parse",
    "plain",
    "quoted",
    "wrapped",
]
