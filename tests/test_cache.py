"""What is kept between builds: never wrong, and never needed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from generator import cache
from generator.cache import Cache
from generator.hosts import drawing
from generator.output import Output
from generator.work import Forked, Serial, Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.work import Pool

NAME = "share/0123.png"
BYTES = b"\x89PNG picture"


def never() -> bytes:
    raise AssertionError("made again")


def made() -> bytes:
    return BYTES


def test_what_was_made_once_is_kept(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    assert kept.get(NAME, made) == BYTES
    assert kept.get(NAME, never) == BYTES
    assert kept.get("share/4567.png", lambda: b"other") == b"other"


def test_without_a_folder_nothing_is_kept() -> None:
    assert Cache().get(NAME, made) == BYTES
    with pytest.raises(AssertionError, match="made again"):
        Cache().get(NAME, never)


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[:-1],
        lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
        lambda raw: bytes([raw[0] ^ 1]) + raw[1:],
        lambda raw: raw + b"\n",
        lambda raw: raw[:7],
        lambda _: b"",
    ],
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    kept = Cache(tmp_path)
    kept.get(NAME, made)
    file = tmp_path / NAME
    file.write_bytes(damage(file.read_bytes()))
    assert kept.get(NAME, made) == BYTES
    assert kept.get(NAME, never) == BYTES


def test_an_interrupted_build_leaves_no_entry(tmp_path: Path) -> None:
    def killed() -> bytes:
        raise KeyboardInterrupt

    kept = Cache(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        kept.get(NAME, killed)
    assert not (tmp_path / NAME).exists()
    assert kept.get(NAME, made) == BYTES


def test_several_builds_use_it_at_once(tmp_path: Path) -> None:
    names = [f"share/{number % 5}.png" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda name: Cache(tmp_path).get(name, name.encode), names)
        assert [content.decode() for content in found] == names
    assert sorted(path.name for path in (tmp_path / "share").iterdir()) == [
        f"{number}.png" for number in range(5)
    ]


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder")
    kept = cache.of(tmp_path)
    assert kept.get(NAME, made) == BYTES
    assert (tmp_path / ".cache").read_text() == "no folder"


def test_a_folder_in_the_place_of_an_entry_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    assert Cache(tmp_path).get(NAME, made) == BYTES


def test_a_host_writes_what_is_made_late_and_keeps_it(tmp_path: Path) -> None:
    calls = []

    def make() -> bytes:
        calls.append(1)
        return b"picture"

    outputs = [Output("a.txt", "text"), Output("share/1.png", "", make=make)]
    for folder in ("one", "two"):
        drawing.write(tmp_path / folder, outputs, Cache(tmp_path / "kept"), Work())
        assert (tmp_path / folder / "share/1.png").read_bytes() == b"picture"
        assert not (tmp_path / folder / "a.txt").exists()
    assert len(calls) == 1


@pytest.mark.parametrize("pool", [Serial(), Forked(2, is_chosen=True)])
def test_what_is_kept_is_not_drawn_and_all_is_in_its_place(tmp_path: Path, pool: Pool) -> None:
    kept = Cache(tmp_path / "kept")
    kept.keep("share/7.png", b"kept")
    outputs = [Output(f"share/{n}.png", "", make=f"drawn {n}".encode) for n in range(40)]
    drawing.write(tmp_path / "site", outputs, kept, Work(pool=pool))
    found = {file.name: file.read_bytes() for file in (tmp_path / "site/share").iterdir()}
    assert found == {f"{n}.png": f"drawn {n}".encode() for n in range(40)} | {"7.png": b"kept"}
    assert kept.find("share/39.png") == b"drawn 39"
