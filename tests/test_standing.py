"""A folder that is brought from one build to the next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.hosts.standing import Standing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def standing(tmp_path: Path) -> Standing:
    """Return a folder with two files."""
    made = Standing(tmp_path / "site")
    made.put("a/index.html", "key of a", b"page a")
    made.put("b.txt", "key of b", b"text b")
    return made


def test_what_was_put_is_held(standing: Standing) -> None:
    assert standing.holds("a/index.html", "key of a")
    assert not standing.holds("a/index.html", "another key")
    assert not standing.holds("c.txt", "key of c")
    assert (standing.folder / "a/index.html").read_bytes() == b"page a"


@pytest.mark.parametrize("change", ["edited", "deleted", "replaced", "emptied"])
def test_what_somebody_touched_is_not_held(change: str, standing: Standing) -> None:
    file = standing.folder / "b.txt"
    if change == "edited":
        file.write_bytes(b"text c")
    elif change == "deleted":
        file.unlink()
    elif change == "emptied":
        os.truncate(file, 0)
    else:
        (file.parent / "new").write_bytes(b"text b")
        (file.parent / "new").replace(file)
    assert not standing.holds("b.txt", "key of b")
    assert standing.holds("a/index.html", "key of a")


def test_a_shared_file_is_never_written_into(standing: Standing, tmp_path: Path) -> None:
    other = Standing(tmp_path / "other")
    other.take("b.txt", "key of b", standing)
    assert other.holds("b.txt", "key of b")
    other.put("b.txt", "key of c", b"text c")
    assert (standing.folder / "b.txt").read_bytes() == b"text b"
    assert (other.folder / "b.txt").read_bytes() == b"text c"


def test_what_is_not_wanted_is_removed(standing: Standing) -> None:
    (standing.folder / "stray").mkdir()
    (standing.folder / "stray" / "file").write_bytes(b"of somebody else")
    standing.keep_only({"b.txt"})
    assert sorted(p.name for p in standing.folder.rglob("*")) == ["b.txt"]
    assert standing.holds("b.txt", "key of b")


def test_a_file_can_take_the_place_of_a_folder(standing: Standing) -> None:
    standing.keep_only({"a", "b.txt/index.html"})
    standing.put("a", "key", b"a file")
    standing.put("b.txt/index.html", "key", b"a page")
    assert (standing.folder / "a").read_bytes() == b"a file"
    assert (standing.folder / "b.txt" / "index.html").read_bytes() == b"a page"


def test_it_is_read_back_as_it_was(standing: Standing, tmp_path: Path) -> None:
    standing.save(tmp_path / "files.json")
    assert Standing.load(standing.folder, tmp_path / "files.json").known == standing.known


@pytest.mark.parametrize("spoil", ["cut", "gone"])
def test_a_spoilt_list_knows_nothing(spoil: str, standing: Standing, tmp_path: Path) -> None:
    place = tmp_path / "files.json"
    standing.save(place)
    if spoil == "cut":
        place.write_bytes(place.read_bytes()[:-5])
    else:
        place.unlink()
    assert Standing.load(standing.folder, place).known == {}


def test_a_whole_folder_is_taken_over_in_one_step(tmp_path: Path) -> None:
    made = tmp_path / "made"
    (made / "a").mkdir(parents=True)
    (made / "a/index.html").write_bytes(b"page a")
    number = (made / "a").stat().st_ino
    (tmp_path / "site/old").mkdir(parents=True)
    standing = Standing(tmp_path / "site")
    standing.adopt(made, {"a/index.html": "key of a", "gone.txt": "key"})
    assert standing.holds("a/index.html", "key of a")
    assert not standing.holds("gone.txt", "key")
    assert (standing.folder / "a").stat().st_ino == number
    assert not (standing.folder / "old").exists()
    assert not made.exists()
