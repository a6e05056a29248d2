"""The rows of problems and of files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import words
from generator.review.parts import Row, code, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.problems import Problem
    from generator.revisions import Changed

MANY = 20  # files of one folder that are listed one by one
_HOW = {"A": "added", "D": "deleted", "R": "moved", "C": "copied", "T": "of another kind now"}


def problem_row(problem: Problem) -> Row:
    """Tell one problem and where it is."""
    at = problem.position
    hint = f" ({problem.hint})" if problem.hint else ""
    said = f"{problem.severity}: {problem.message}{hint}"
    return code(f"{at.file}:{at.line}"), plain(said), code(problem.code)


def file_row(one: Changed) -> Row:
    """Tell how one file differs."""
    how = plain(f"{_HOW.get(one.how, 'changed')}:")
    return (how, code(one.file), *([plain("from"), code(one.former)] if one.former else []))


def frozen_rows(files: Sequence[Changed], unproven: Collection[str]) -> Iterator[Row]:
    """Tell which versions are new; first those of which only git can say that they were seen."""
    for one in files:
        if one.file in unproven:
            said = "neither the claim before nor the claim now: see in git that it was published"
            yield (*file_row(one), plain(f"({said})"))
    yield from file_rows([one for one in files if one.file not in unproven])


def file_rows(files: Sequence[Changed]) -> Iterator[Row]:
    """Count the files of a folder in which many differ, so that no row hides among them."""
    folders = Counter(one.file.rpartition("/")[0].split("/")[0] for one in files if not one.former)
    many = {folder for folder, number in folders.items() if folder and number > MANY}
    for folder in sorted(many):
        yield (
            plain(words.count(folders[folder], "file differs in", "files differ in")),
            code(f"{folder}/"),
        )
    for one in files:
        if one.former or one.file.split("/")[0] not in many:
            yield file_row(one)
