"""What is removed from the cache, and what stays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.cache import DAY, Cache
from generator.hosts import tidying

if TYPE_CHECKING:
    from pathlib import Path

NOW = 2_000_000_000.0


def entry(folder: Path, name: str, *, days: float, size: int = 100) -> Path:
    """Keep something that was used last so many days ago."""
    place = folder / name
    file = place / "page.html" if "/sites/" in f"/{name}" else place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x" * size)
    for path in {file, place}:
        os.utime(path, (NOW - days * DAY,) * 2)
    return place


def digest(number: int) -> str:
    return f"{number:064x}"


def test_what_nobody_used_for_a_month_is_removed(tmp_path: Path) -> None:
    old = [
        entry(tmp_path, f"share/{digest(1)}.png", days=31),
        entry(tmp_path, f"sites/{digest(2)}", days=31),
    ]
    new = [
        entry(tmp_path, f"share/{digest(3)}.png", days=29),
        entry(tmp_path, f"sites/{digest(4)}", days=29),
    ]
    tidying.tidy(Cache(tmp_path), now=NOW)
    assert [place.exists() for place in [*old, *new]] == [False, False, True, True]


def test_the_oldest_beyond_the_room_are_removed_but_none_of_today(tmp_path: Path) -> None:
    places = [entry(tmp_path, f"share/{digest(n)}.png", days=n * 0.6) for n in range(6)]
    tidying.tidy(Cache(tmp_path), now=NOW, room=350)
    assert [place.exists() for place in places] == [True, True, True, False, False, False]
    (tmp_path / "tidied").unlink()
    tidying.tidy(Cache(tmp_path), now=NOW, room=0)
    assert [place.exists() for place in places] == [True, True, False, False, False, False]


def test_other_files_are_nobodys_business(tmp_path: Path) -> None:
    beside = [
        entry(tmp_path, name, days=1000)
        for name in (f"{digest(1)}.png", f"photos/{digest(1)}.png", "share/mine.png", "sites/mine")
    ]
    elsewhere = entry(tmp_path / "other", f"sites/{digest(1)}", days=1000)
    (tmp_path / "share" / digest(7)).symlink_to(elsewhere)
    tidying.tidy(Cache(tmp_path), now=NOW)
    assert [place.exists() for place in [*beside, elsewhere]] == [True] * 5


def test_it_is_tidied_once_a_day(tmp_path: Path) -> None:
    tidying.tidy(Cache(tmp_path), now=NOW)
    mark = (tmp_path / "tidied").stat().st_mtime
    place = entry(tmp_path, f"share/{digest(1)}.png", days=0)
    os.utime(place, (mark - 31 * DAY,) * 2)
    tidying.tidy(Cache(tmp_path), now=mark + DAY / 2)
    assert place.exists()
    tidying.tidy(Cache(tmp_path), now=mark + 2 * DAY)
    assert not place.exists()


def test_without_a_cache_nothing_is_done(tmp_path: Path) -> None:
    tidying.tidy(Cache())
    tidying.tidy(Cache(tmp_path / "none"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("days", "is_noted"), [(0.5, False), (2, True), (40, True)])
def test_use_is_noted_to_the_day(tmp_path: Path, days: float, *, is_noted: bool) -> None:
    kept = Cache(tmp_path)
    kept.keep("share/1.png", b"picture")
    place = tmp_path / "share/1.png"
    before = place.stat().st_mtime - days * DAY
    os.utime(place, (before, before))
    assert kept.find("share/1.png") == b"picture"
    assert (place.stat().st_mtime > before + 1) == is_noted
