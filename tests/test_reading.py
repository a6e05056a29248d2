"""Which files are records, and what is said of the others."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import corpus, reading
from generator.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.problems import Problem

    Write = Callable[[str, str], Path]

TOPIC = "name: Boats\n"


def told(root: Path) -> list[tuple[str, str]]:
    return [(p.position.file, p.code) for p in reading.find(root)[1]]


def only(root: Path) -> Problem:
    (problem,) = reading.find(root)[1]
    return problem


def test_records_are_found_by_kind_and_path(toy: Path) -> None:
    found, problems = reading.find(toy)
    assert problems == []
    assert [(f.kind.value, f.id, f.file) for f in found if f.kind.value in ("source", "claim")] == [
        ("source", "otterby-herald-ferry", "content/sources/otterby-herald-ferry.yml"),
        ("source", "otterby-minutes-march", "content/sources/otterby-minutes-march.yml"),
        ("claim", "clock-stands-still", "claims/2031/clock-stands-still.yml"),
        ("claim", "vote-was-unanimous", "claims/2031/vote-was-unanimous.yml"),
        ("claim", "ferry-cost", "claims/ferry-cost.yml"),
        ("claim", "mayor-keeps-ferry", "claims/mayor-keeps-ferry.yml"),
        ("claim", "timetable-in-april", "claims/timetable-in-april.yml"),
    ]


def test_an_empty_folder_has_no_records_and_no_problems(tmp_path: Path) -> None:
    assert reading.find(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("file", "code", "words"),
    [
        ("content/tags/boats.yml", "wrong-folder", "content/topics/"),
        ("content/boats.yml", "wrong-folder", "claims/"),
        ("content/Topics/boats.yaml", "wrong-folder", "content/topics/"),
        ("content/sources/2031/herald.yml", "wrong-folder", "only claims may lie in folders"),
        ("content/topics/boats.yaml", "unexpected-file", "rename it to boats.yml"),
        ("content/topics/boats.YML", "unexpected-file", "rename it to boats.yml"),
        ("claims/Big Boats.yml", "bad-id", "rename the file to big-boats.yml"),
        ("claims/big_boats.yml", "bad-id", "rename the file to big-boats.yml"),
        ("claims/boats.v2.yml", "bad-id", "rename the file to boats-v2.yml"),
        ("claims/index.yml", "bad-id", "reserved"),
        ("claims/човен.yml", "bad-id", "lower-case letters a-z"),
        (f"claims/{'a' * 81}.yml", "bad-id", "at most 80"),
    ],
)
def test_misplaced_record_is_an_error(
    toy: Path, write: Write, file: str, code: str, words: str
) -> None:
    write(file, TOPIC)
    problem = only(toy)
    assert (problem.position.file, problem.code) == (file, code)
    assert problem.severity is Severity.ERROR
    assert words in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    "file",
    ["claims/notes.md", "content/topics/boats.txt", "content/boats.png", "claims/x.yml.orig"],
)
def test_stray_file_is_a_warning(toy: Path, write: Write, file: str) -> None:
    write(file, "x")
    problem = only(toy)
    assert (problem.position.file, problem.code) == (file, "unexpected-file")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    "file",
    [
        "claims/.ferry-cost.yml.swp",
        "claims/ferry-cost.yml~",
        "claims/.git/config.yml",
        "content/.DS_Store",
        "content/pages/about.md",
        "content/sources/otterby-herald-ferry.seal.json",
    ],
)
def test_files_of_editors_and_other_readers_are_ignored(toy: Path, write: Write, file: str) -> None:
    write(file, "x")
    assert told(toy) == []


@pytest.mark.parametrize(
    "name",
    [
        "note.txt",
        "ferry-cost/abc.yml",
        "ferry-cost/0123456789ABCDEF.yml",
        "ferry-cost/0123456789abcdef.yaml",
        "Ferry/0123456789abcdef.yml",
        "ferry-cost/old/0123456789abcdef.yml",
    ],
)
def test_stray_file_among_the_versions(toy: Path, write: Write, name: str) -> None:
    write(f"{reading.VERSIONS}/{name}", "x")
    (problem,) = reading.find_versions(toy)[1]
    assert (problem.position.file, problem.code) == (
        f"{reading.VERSIONS}/{name}",
        "unexpected-file",
    )
    assert problem.severity is Severity.ERROR


def test_links_among_the_versions_are_not_followed(toy: Path) -> None:
    folder = toy / reading.VERSIONS
    folder.rename(toy / "elsewhere")
    folder.symlink_to(toy / "elsewhere", target_is_directory=True)
    found, (problem,) = reading.find_versions(toy)
    assert (found, problem.position.file, problem.code) == ([], reading.VERSIONS, "unreadable-file")


def test_links_are_not_followed(toy: Path) -> None:
    (toy / "claims/linked.yml").symlink_to(toy / "claims/ferry-cost.yml")
    (toy / "claims/folder").symlink_to(toy / "content", target_is_directory=True)
    (toy / "claims/lost.yml").symlink_to(toy / "nothing")
    names = ("folder", "linked.yml", "lost.yml")
    assert told(toy) == [(f"claims/{name}", "unreadable-file") for name in names]


def test_pipe_does_not_hang_the_run(toy: Path) -> None:
    os.mkfifo(toy / "claims/pipe.yml")
    assert told(toy) == [("claims/pipe.yml", "unreadable-file")]


def test_file_in_place_of_a_folder(toy: Path) -> None:
    shutil.rmtree(toy / "claims")
    (toy / "claims").write_text("x")
    assert told(toy) == [("claims", "unreadable-file")]


def test_file_that_cannot_be_read(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, f"Permission denied for {flags}", str(path))

    monkeypatch.setattr(os, "open", refuse)
    document, problems = reading.read(toy, "claims/ferry-cost.yml")
    assert document is None
    assert [(p.code, p.position.file) for p in problems] == [
        ("unreadable-file", "claims/ferry-cost.yml")
    ]


def test_missing_site_config_is_told(toy: Path) -> None:
    shutil.rmtree(toy / "site_config")
    loaded, problems = corpus.load(toy)
    assert loaded is None
    assert [(p.position.file, p.code) for p in problems] == [
        ("site_config", "unreadable-file"),
    ]


def test_one_id_in_two_folders_names_both(toy: Path, write: Write) -> None:
    write("claims/later/ferry-cost.yml", TOPIC)
    _, problems = corpus.load(toy)
    (problem,) = [p for p in problems if p.code == "duplicate-id"]
    # The second file is read all the same: one run reports what is wrong in it too.
    assert {p.code for p in problems} == {"duplicate-id", "wrong-folder"}
    files = {"claims/ferry-cost.yml", "claims/later/ferry-cost.yml"}
    assert problem.code == "duplicate-id"
    assert problem.position.file in files
    assert (files - {problem.position.file}).pop() in problem.message


def test_one_id_in_two_kinds_is_allowed(toy: Path, write: Write) -> None:
    write("content/topics/ferry-cost.yml", TOPIC)
    assert corpus.load(toy)[1] == []


def test_file_name_that_is_not_utf8(toy: Path) -> None:
    (Path(os.fsdecode(bytes(toy) + b"/claims/\xff.yml"))).write_text("x")
    assert [code for _, code in told(toy)] == ["bad-id"]


@pytest.mark.parametrize("folder", ["claims", "content/topics", "content"])
def test_link_in_place_of_a_record_folder_is_not_followed(toy: Path, folder: str) -> None:
    (toy / folder).rename(toy.parent / "outside")
    (toy / folder).symlink_to(toy.parent / "outside", target_is_directory=True)
    assert (folder, "unreadable-file") in told(toy)


def test_link_in_place_of_the_scale_is_not_followed(toy: Path) -> None:
    (toy / reading.RATINGS).rename(toy.parent / "outside.yml")
    (toy / reading.RATINGS).symlink_to(toy.parent / "outside.yml")
    assert [p.code for p in corpus.load(toy)[1]] == ["unreadable-file"]
