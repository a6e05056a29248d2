"""The published folder is exchanged for its finished twin, or stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.former import Former
from generator.hosts import exchange
from generator.hosts.settling import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "digest of the program"


def contents(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def publish(root: Path, files: Mapping[str, str], *, kept: Mapping[str, str] | None = None) -> Site:
    """Publish ``files`` as made now, and ``kept`` as of an earlier build, in a new process."""
    site = Site.open(root / "site", root / "cache", PROGRAM)
    staged = site.staging()
    for path, text in files.items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_text(text, "utf-8")
    keys = {path: f"key of {text}" for path, text in {**(kept or {}), **files}.items()}
    site.settle(staged, keys, lambda _: "pages", "look")
    site.remember(Former(program=PROGRAM))
    return site


def test_a_first_site_is_put_in_its_place(tmp_path: Path) -> None:
    files = {"index.html": "home", "a/index.html": "a"}
    publish(tmp_path, files)
    assert contents(tmp_path / "site") == files


def test_what_is_kept_is_taken_from_either_folder(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b": "1"})
    publish(tmp_path, {"a": "2"}, kept={"b": "1"})
    site = publish(tmp_path, {"b": "2"}, kept={"a": "1"})
    assert contents(tmp_path / "site") == {"a": "1", "b": "2"}
    assert contents(site.twin.folder) == {"a": "2", "b": "1"}
    assert site.has("a", "key of 1")
    assert site.has("a", "key of 2")


def test_what_is_gone_from_the_site_is_gone_from_the_folder(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1", "b/c": "1"})
    (tmp_path / "site" / "stray.txt").write_text("of somebody else")
    publish(tmp_path, {"a": "2"})
    publish(tmp_path, {"a": "3"})
    assert contents(tmp_path / "site") == {"a": "3"}
    assert not (tmp_path / "site" / "b").exists()


def test_one_process_publishes_again_and_again(tmp_path: Path) -> None:
    site = Site.open(tmp_path / "site", tmp_path / "cache", PROGRAM)
    for number in "123":
        staged = site.staging()
        (staged / "a" / number).mkdir(parents=True)
        (staged / "a" / number / "index.html").write_text(number, "utf-8")
        path = f"a/{number}/index.html"
        site.settle(staged, {path: number}, lambda _: "pages", "look")
        assert contents(tmp_path / "site") == {path: number}
    staged = site.staging()
    kept = {"a/3/index.html": "3", "a/2/index.html": "2"}
    site.settle(staged, kept, lambda _: "pages", "look")
    assert contents(tmp_path / "site") == dict(kept.items())


@pytest.mark.parametrize("damage", ["edited", "deleted"])
def test_a_damaged_file_is_not_kept(damage: str, tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    if damage == "edited":
        (tmp_path / "site" / "a").write_text("2")
    else:
        (tmp_path / "site" / "a").unlink()
    assert not Site.open(tmp_path / "site", tmp_path / "cache", PROGRAM).has("a", "key of 1")


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    site = Site.open(tmp_path / "site", tmp_path / "cache", PROGRAM)
    staged = site.staging()

    def fail(_: Path) -> str:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        site.settle(staged, {"a": "key of 1"}, fail, "look")
    assert contents(tmp_path / "site") == {"a": "1"}


def test_without_a_cache_nothing_is_left_beside_the_site(tmp_path: Path) -> None:
    site = Site.open(tmp_path / "site", None, PROGRAM)
    staged = site.staging()
    (staged / "a").write_text("1")
    site.settle(staged, {"a": "key"}, lambda _: "", "look")
    site.remember(Former(program=PROGRAM))
    site.close()
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_marks_of_the_last_build_are_read_back(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "1"})
    site = Site.open(tmp_path / "site", tmp_path / "cache", PROGRAM)
    assert (site.look, site.index) == ("look", "pages")


def test_what_a_killed_build_was_making_is_removed(tmp_path: Path) -> None:
    staged = publish(tmp_path, {"a": "1"}).staging()
    Site.open(tmp_path / "site", tmp_path / "cache", PROGRAM)
    assert not staged.exists()


@pytest.fixture(params=["in one step", "in two"])
def folders(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    if request.param == "in two":
        monkeypatch.setattr(exchange, "_in_one_step", lambda *_: False)
    made, place = tmp_path / "made", tmp_path / "place"
    for folder in (made, place):
        folder.mkdir()
        (folder / "name").write_text(folder.name)
    return made, place


def test_two_folders_change_places(folders: tuple[Path, Path]) -> None:
    made, place = folders
    exchange.exchange(made, place)
    assert ((made / "name").read_text(), (place / "name").read_text()) == ("place", "made")
    assert len(list(place.parent.iterdir())) == 2


def test_a_kill_between_two_steps_is_mended_at_the_next_start(tmp_path: Path) -> None:
    place = tmp_path / "place"
    (tmp_path / ".place.former").mkdir()
    exchange.recover(place)
    assert place.is_dir()
    exchange.recover(place)
    assert [file.name for file in tmp_path.iterdir()] == ["place"]


def test_where_the_second_step_fails_the_old_folder_comes_back(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, place = folders
    monkeypatch.setattr(exchange, "_in_one_step", lambda *_: False)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == made:
            raise OSError("no right")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="no right"):
        exchange.exchange(made, place)
    assert (place / "name").read_text() == "place"


def test_a_first_site_can_be_read_by_all(tmp_path: Path) -> None:
    # A temporary folder is the only folder that is made for its owner alone.
    publish(tmp_path, {"index.html": "home"})
    (tmp_path / "other").mkdir()
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "other").stat().st_mode
