"""Text to a document, refusing the parts of YAML that records do not use."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from generator import yamlmend
from generator.characters import FORBIDDEN, first_not_normal
from generator.problems import Position, Problem
from generator.yamlsyntax import explain, short
from generator.yamltext.decoding import forbidden, not_normal
from generator.yamltext.document import Document
from generator.yamltext.events import events_of, span

if TYPE_CHECKING:
    from generator.yamltext.document import Data

MAX_DEPTH = 8
MAX_NODES = 4000

_COMMENT_BEHIND = re.compile(r"[ \t]+#")


class _RefusedError(Exception):
    """Stops the walk over the events at the first thing that must not be there."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


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
    return Document(file, text.encode(), data), []


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
        self.events = events_of(text)
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
            self.comment(span(self.file, event), value)
        return None if value in ("", "null", "~") else value

    def comment(self, at: Position, value: str) -> None:
        """Tell of a comment behind a text, or in its place."""
        said = f"a comment follows unquoted text: YAML would keep only '{short(value)}'"
        hint = "quote the text if the '#' belongs to it; else give the comment its own line"
        if not value:
            row = self.rows[at.line - 1]
            start = row.index("#", at.column - 1) + 1
            at = Position(self.file, at.line, start, at.line, len(row.rstrip()) + 1)
            said = "a comment stands where a value belongs: YAML would read nothing"
            hint += ", with null where the value is not known"
        mend = yamlmend.commented(self.rows, at)
        self.problems.append(Problem("comment-in-text", at, said, hint, mend=mend))

    def characters(self, event: Any) -> None:
        """Look at what escapes in double quotes make: the raw text was looked at before."""
        if event.style != '"':
            return
        at, value = span(self.file, event), event.value
        if found := FORBIDDEN.search(value):
            self.problems.append(forbidden(found.group(), at))
        if (first := first_not_normal(value)) is not None:
            self.problems.append(not_normal(value, first, at))

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
        # Ten thousand records have the same few keys.
        return sys.intern(str(event.value))

    def refuse(self, code: str, event: Any, message: str, hint: str = "") -> None:
        at, mend = span(self.file, event), None
        if code in ("yaml-alias", "yaml-tag"):
            mend = yamlmend.quoted(self.rows, at, is_sure=False)
        raise _RefusedError(Problem(code, at, message, hint, mend=mend))

    def problem(self, code: str, event: Any, message: str, hint: str) -> None:
        self.problems.append(Problem(code, span(self.file, event), message, hint))
