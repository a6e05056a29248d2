"""Data to YAML: records, the head of Markdown pages, and settings of hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from generator.yamltext.scalars import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.yamltext.document import Data

# libyaml's writer where PyYAML was built with it: ten times faster than the one in Python.
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LONG = 70  # characters of a text that is folded


def front_matter(values: Mapping[str, object]) -> str:
    """Dump ``values`` as the YAML between the ``---`` lines of a Markdown page."""
    dumped = _head(values, _DUMPER)
    if "\\U" in dumped:  # what lies beyond U+FFFF is a character to one, an escape to the other
        dumped = _head(values, yaml.SafeDumper)
    return f"---\n{dumped}---\n"


def _head(values: Mapping[str, object], dumper: Any) -> str:
    dumped: str = yaml.dump(
        dict(values), Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    return dumped


def load_settings(text: str) -> dict[str, Any]:
    """Read a host's settings file, which is code of the project and no record.

    Raises ValueError when it is not YAML, or uses tags other than YAML's own.
    """
    try:
        settings = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error
    return settings if isinstance(settings, dict) else {}


def dump_settings(settings: dict[str, Any]) -> str:
    """Write a host's settings file."""
    dumped: str = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
    return dumped


class _RecordDumper(yaml.SafeDumper):
    """Writes text plain where the reader of records gives it back, long text folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - as yaml has it
        """Indent the entries of a list below their key."""
        del indentless
        super().increase_indent(flow, indentless=False)


def _text_node(dumper: _RecordDumper, text: str) -> Any:
    style = "|" if "\n" in text else ">" if len(text) > LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


# Scalars are text to the reader, so that a date or a number needs no quotation marks.
_RecordDumper.yaml_implicit_resolvers = {
    first: [item for item in known if item[0] == "tag:yaml.org,2002:null"]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_RecordDumper.add_representer(str, _text_node)


def dump_record(data: dict[str, Data]) -> str:
    """Write the data of a record so that reading the text gives the same data."""
    # yaml breaks a line behind the word that reaches the width.
    width = WIDTH - 10
    dumped: str = yaml.dump(
        data, Dumper=_RecordDumper, allow_unicode=True, sort_keys=False, width=width
    )
    return dumped
