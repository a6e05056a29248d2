"""Writes what takes long to make: from the cache, else drawn by several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.cache import Cache
    from generator.output import Output
    from generator.work import Work

STAGE = "share pictures"
_LEAST = 4  # a picture takes as long as it takes to start a process


def write(folder: Path, outputs: Iterable[Output], kept: Cache, work: Work) -> None:
    """Write the outputs that are made when they are wanted below ``folder``; leave out others."""
    late = [output for output in outputs if output.make is not None]
    with work.stage(STAGE, len(late)):
        lacking = []
        for output in late:
            found = kept.find(output.path)
            if found is None:
                lacking.append(output)
            else:
                _write(folder / output.path, found)
        drawn = work.mapped(STAGE, _made, lacking, None, least=_LEAST)
        for output, content in zip(lacking, drawn, strict=True):
            kept.keep(output.path, content)
            _write(folder / output.path, content)


def _made(_: None, outputs: Sequence[Output]) -> Iterator[bytes]:
    for output in outputs:
        yield output.data


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
