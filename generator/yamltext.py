"""YAML text to plain data and the position of every key and value.

The only importer of yaml. Records use a strict part of YAML 1.1: one document of mappings,
lists and text; no anchors, aliases, merge keys, tags or directives. Every scalar stays text
(``no`` is a word, ``1.10`` keeps its zero); only an unquoted ``null`` or nothing is None.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator import yamlmend
from generator.characters import FORBIDDEN, first_not_normal
from generator.problems import Position, Problem, offset_of, position_of
from generator.unmerged import conflicts
from generator.yamlsyntax import explain, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Mend

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
WIDTH = 100  # of the lines that are written
LONG = 70  # characters of a text that is folded
MAX_NODES = 4000
MAX_CHARACTER_PROBLEMS = 20  # a file of nothing else would take minutes to report

# libyaml's parser where PyYAML was built with it: 20 times faster than the one in Python.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COMMENT_BEHIND = re.compile(r"[ \t]+#")


@dataclass(frozen=True)
class Document:
    """One YAML file: its name, its text, its data and, when asked for, its positions."""

    file: str
    text: str
    data: dict[str, Data]

    @cached_property
    def _marks(self) -> dict[tuple[Path, bool], Position]:
        # A second pass over the events, made only for a file that has a problem: keeping
        # positions of ten thousand good records would cost more than reading them.
        return dict(_positions(self.file, self.text))

    def at(self, path: Path, *, key: bool = False) -> Position:
        """Return the position of the value at ``path``, or of its key.

        A mapping or list is marked at its key, or at its first entry. A path that leads
        nowhere gives the nearest place above it, at last the start of the file.
        """
        while path:
            for wanted in (key, not key):
                if (path, wanted) in self._marks:
                    return self._marks[path, wanted]
            path = path[:-1]
        return self._marks.get(((), False), Position(self.file))

    def has(self, path: Path) -> bool:
        """Whether a key or an entry is written at ``path``."""
        return (path, True) in self._marks or (path, False) in self._marks

    def span(self, path: Path, *, key: bool = False) -> Position | None:
        """Return the span of the text at ``path`` itself; None where none is written there."""
        found = self._marks.get((path, key))
        return found if found and found.end_line and found.end_column else None

    def end_of(self, path: Path) -> tuple[int, int] | None:
        """Return the line behind the mapping at ``path`` and the column of its keys.

        None for one in braces, or that is empty.
        """
        inside = {p: at for (p, _), at in self._marks.items() if p[: len(path)] == path}
        keys = [at for (p, key), at in self._marks.items() if key and p[:-1] == path]
        if not keys or len({at.column for at in keys}) > 1:
            return None
        if len({at.line for at in keys}) < len(keys) or self._before(keys[0]).strip(" -"):
            return None
        last = max(at.end_line - (at.end_column == 1) for at in inside.values())
        return last + 1, keys[0].column

    def _before(self, at: Position) -> str:
        return self.text.split("\n")[at.line - 1][: at.column - 1]

    def offsets(self, at: Position) -> tuple[int, int]:
        """Return where a span begins and ends in ``text``, in code points."""
        return (
            offset_of(self.text, at.line, at.column),
            offset_of(self.text, at.end_line, at.end_column),
        )


class _RefusedError(Exception):
    """Stops the walk over the events at the first thing that must not be there."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """Bytes to text that is safe to parse: UTF-8, NFC, no invisible characters.

    Line ends may be LF or CRLF. Returns an empty text when there are problems.
    """
    if len(raw) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes"
        hint = "split it into several records"
        return "", [Problem("too-large", Position(file), message, hint)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        at = position_of(file, before, len(before))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return "", [Problem("bad-encoding", at, message, "save the file as UTF-8")]
    problems = [*_bad_characters(text, file), *conflicts(text, file)]
    return ("" if problems else text), problems


def _bad_characters(text: str, file: str) -> Iterator[Problem]:
    if text.startswith("\ufeff"):
        message = "the file starts with a byte order mark"
        yield Problem("bad-encoding", Position(file), message, "save it as UTF-8 without BOM")
        text = " " + text[1:]
    for found in islice(FORBIDDEN.finditer(text), MAX_CHARACTER_PROBLEMS):
        char = found.group()
        yield _forbidden(char, position_of(file, text, found.start(), 1))
    if (first := first_not_normal(text)) is not None:
        yield _not_normal(text, first, position_of(file, text, first, 1))


def _forbidden(char: str, at: Position) -> Problem:
    name = unicodedata.name(char, "a control character")
    said = f"U+{ord(char):04X} ({name}) is not allowed in a record: it changes text unseen"
    return Problem("forbidden-character", at, said, "delete it, or type what belongs there")


def _not_normal(text: str, first: int, at: Position) -> Problem:
    char = unicodedata.normalize("NFC", text)[first : first + 1]
    said = f"the text is not in Unicode normal form C from '{char}' on"
    return Problem("bad-encoding", at, said, f"type it as one character: '{char}'")


def parse(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Parse ``text`` (as ``decode`` returns it) into a document whose root is a mapping.

    Returns None and one problem for YAML that is malformed or uses what records do not;
    duplicate keys and comments behind text are reported together.
    """
    reader = _Reader(text, file)
    try:
        data = reader.document()
    except _RefusedError as error:
        return None, [*reader.problems, _that_helps(error.problem, text)]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _that_helps(explain(error, text, file), text)]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        problem = Problem("yaml-syntax", Position(file), f"the file is not YAML: {error}")
        return None, [*reader.problems, problem]
    if reader.problems:
        return None, reader.problems
    if not isinstance(data, dict):
        message = "a record is a mapping of 'key: value' lines"
        message = "the file is empty" if data is None else message
        hint = "see the records of the same folder for an example"
        return None, [Problem("wrong-type", Position(file), message, hint)]
    return Document(file, text, data), []


def _that_helps(problem: Problem, text: str) -> Problem:
    """Keep the mend of a problem only where the file can then be read on."""
    if problem.mend is None:
        return problem
    reader = _Reader(problem.mend.written_into(text), problem.position.file)
    reached = (problem.position.line, problem.position.column)
    try:
        reader.document()
    except _RefusedError as error:
        at = error.problem.position
        is_better = (at.line, at.column) > reached
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        is_better = mark is not None and mark.line + 1 > reached[0]
    except (yaml.YAMLError, RecursionError, ValueError):
        is_better = False
    else:
        is_better = True
    return problem if is_better else replace(problem, mend=None)


class _Reader:
    """Walks the parser's events once, building data and refusing what records do not use."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.rows = text.split("\n")
        self.file = file
        self.problems: list[Problem] = []
        # yaml's events share no type that says what each kind has.
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.nodes = 0

    def document(self) -> Data:
        data: Data = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    what = "a second document" if documents > 1 else "a YAML directive"
                    self.refuse("yaml-directive", event, f"{what} has no place in a record")
            elif isinstance(event, yaml.NodeEvent):
                data = self.node(event, 0)
        return data

    def node(self, event: Any, depth: int) -> Data:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse("too-large", event, f"the file has more than {MAX_NODES:,} values")
        if depth > MAX_DEPTH:
            self.refuse("yaml-depth", event, f"nesting deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse(
                "yaml-alias",
                event,
                "'&' and '*' at the start of text are YAML anchors and aliases",
                "put the text in quotes, or write the value out",
            )
        if event.tag is not None:
            hint = "put the text in quotes, or delete the tag"
            self.refuse("yaml-tag", event, f"'{event.tag}' is a YAML type tag", hint)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(depth)
        return self.mapping(depth)

    def scalar(self, event: Any) -> str | None:
        value: str = event.value
        self.characters(event)
        if event.style:  # quoted, or a block scalar
            return value
        if _COMMENT_BEHIND.match(self.text, event.end_mark.index):
            self.problem(
                "comment-in-text",
                event,
                f"a comment follows unquoted text: YAML would keep only '{short(value)}'",
                "quote the text if the '#' belongs to it; else give the comment its own line",
                yamlmend.commented(self.rows, _span(self.file, event)),
            )
        return None if value in ("", "null", "~") else value

    def characters(self, event: Any) -> None:
        """Look at what escapes in double quotes make: the raw text was looked at before."""
        if event.style != '"':
            return
        span, value = _span(self.file, event), event.value
        if found := FORBIDDEN.search(value):
            self.problems.append(_forbidden(found.group(), span))
        if (first := first_not_normal(value)) is not None:
            self.problems.append(_not_normal(value, first, span))

    def sequence(self, depth: int) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return items

    def mapping(self, depth: int) -> dict[str, Data]:
        items: dict[str, Data] = {}
        first: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                # An alias or a collection: node() refuses the first, this line the second.
                self.node(event, depth + 1)
                self.refuse("yaml-key", event, "a key must be plain text", "quote '{' and '['")
            key = self.key(event)
            value = self.node(next(self.events), depth + 1)
            if key in items:
                said = f"the key '{short(key)}' stands here twice, first on line {first[key]}"
                self.problem("duplicate-key", event, said, "keep one of the two")
            items[key] = value
            first.setdefault(key, event.start_mark.line + 1)
        return items

    def key(self, event: Any) -> str:
        if event.anchor is not None or event.tag is not None:
            self.node(event, 0)
        self.characters(event)
        if not event.value:
            self.refuse("yaml-key", event, "a key is missing before ':'")
        if event.value == "<<" and not event.style:
            self.refuse("yaml-alias", event, "merge keys ('<<') are not used in records")
        return str(event.value)

    def refuse(self, code: str, event: Any, message: str, hint: str = "") -> None:
        at, mend = _span(self.file, event), None
        if code in ("yaml-alias", "yaml-tag"):
            mend = yamlmend.quoted(self.rows, at, is_sure=False)
        raise _RefusedError(Problem(code, at, message, hint, mend=mend))

    def problem(
        self, code: str, event: Any, message: str, hint: str, mend: Mend | None = None
    ) -> None:
        self.problems.append(Problem(code, _span(self.file, event), message, hint, mend=mend))


def _span(file: str, event: Any) -> Position:
    start, end = event.start_mark, event.end_mark
    return Position(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _positions(file: str, text: str) -> Iterator[tuple[tuple[Path, bool], Position]]:
    """Yield ``((path, is_key), position)`` for every key and value of a valid document."""
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def node(event: Any, path: Path) -> Iterator[tuple[tuple[Path, bool], Position]]:
        if isinstance(event, yaml.ScalarEvent):
            yield (path, False), _span(file, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            index = 0
            while not isinstance(child := next(events), yaml.SequenceEndEvent):
                yield from node(child, (*path, index))
                index += 1
        elif isinstance(event, yaml.MappingStartEvent):
            first = True
            while not isinstance(child := next(events), yaml.MappingEndEvent):
                here = (*path, child.value)
                if first and (not path or isinstance(path[-1], int)):
                    # The mapping of a list item, or the file's own, is marked at its first key.
                    yield (path, False), _span(file, child)
                first = False
                yield (here, True), _span(file, child)
                yield from node(next(events), here)

    for event in events:
        if isinstance(event, yaml.NodeEvent):
            yield from node(event, ())


def front_matter(values: dict[str, str | bool | list[str]]) -> str:
    """Dump ``values`` as the YAML between the ``---`` lines of a Markdown page."""
    dumped: str = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{dumped}---\n"


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


def quoted(text: str) -> str:
    """Write one line of text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_style(old: str, new: str) -> str:
    """Write one line of text in the quotes that ``old`` has, or without any where it has none."""
    if old[:1] == "'":
        return "'" + new.replace("'", "''") + "'"
    return quoted(new) if old[:1] == '"' else plain(new)


def wrapped(text: str, indent: int) -> list[str]:
    """Break text into the lines of a folded block, which YAML joins again with one space."""
    return textwrap.wrap(
        text,
        max(20, WIDTH - indent),
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def plain(text: str) -> str:
    """Write one line of text without quotes where it reads back the same, else with."""
    document, _ = parse(f"key: {text}\n", "")
    if document is not None and document.data == {"key": text}:
        return text
    if "'" not in text:
        return f"'{text}'"
    return quoted(text) if '"' not in text else "'" + text.replace("'", "''") + "'"
