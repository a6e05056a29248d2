"""Whatever lies in the folders, the commands end with a problem at its file, not a crash."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.dom import PROJECT
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CLAIM = "claims/x.yml"
FILES = {
    "binary claim": (CLAIM, bytes(range(256)) * 4),
    "empty claim": (CLAIM, b""),
    "claim of spaces": (CLAIM, b" \n\t\n"),
    "only a comment": (CLAIM, b"# nothing\n"),
    "NULs": (CLAIM, b"\0" * 100),
    "UTF-16": (CLAIM, "format: 1\n".encode("utf-16")),
    "a list": (CLAIM, b"- a\n"),
    "a word": (CLAIM, b"word"),
    "brackets": (CLAIM, b"[" * 60_000),
    "deep": (CLAIM, b"- " * 30_000),
    "large": (CLAIM, b"a: " + b"x" * 70_000),
    "a key of nothing": (CLAIM, b": x\n"),
    "keys as values": (CLAIM, b"? {a: b}\n: c\n"),
    "a page of bytes": ("content/pages/x.md", b"\xff\xfe\x00"),
    "an open placeholder": ("content/pages/x.md", b"{{" * 10_000),
    "empty publisher": ("site_config/publisher.yml", b""),
    "publisher of bytes": ("site_config/publisher.yml", b"\x80\x81"),
    "empty ratings": ("site_config/ratings.yml", b""),
    "ratings as a list": ("site_config/ratings.yml", b"- a\n"),
    "source of nothing": ("content/sources/x.yml", b"passages:\n"),
    "name with a line break": ("claims/a\nb.yml", b"format: 1\n"),
    "name that is no text": ("claims/\udcff.yml", b"format: 1\n"),
}
both = pytest.mark.parametrize("command", ["check", "tree"])


def command_on(root: Path, command: str) -> Result:
    out = [root.parent / "out"] if command == "tree" else []
    return run(command, *out, "--root", root)


def ends_in_words(result: Result) -> bool:
    """Whether a command ended by itself; CliRunner keeps what a user would see as traceback."""
    return result.exception is None or isinstance(result.exception, SystemExit)


@both
@pytest.mark.parametrize(("file", "content"), FILES.values(), ids=FILES)
def test_hostile_file_is_a_problem(toy: Path, file: str, content: bytes, command: str) -> None:
    shutil.copyfile(PROJECT / "mkdocs.yml", toy / "mkdocs.yml")
    (toy / file).write_bytes(content)
    result = command_on(toy, command)
    assert ends_in_words(result)
    allowed = (0, 1) if file == "content/pages/x.md" else (1,)
    assert result.exit_code in allowed


@both
def test_folder_with_the_name_of_a_file(toy: Path, command: str) -> None:
    (toy / "mkdocs.yml").write_text("site_name: x\n")
    (toy / CLAIM).mkdir()
    (toy / "site_config/publisher.yml").unlink()
    (toy / "site_config/publisher.yml").mkdir()
    result = command_on(toy, command)
    assert ends_in_words(result)
    assert "site_config/publisher.yml:1:1: error: " in result.output


@both
@pytest.mark.parametrize("folder", ["site_config", "claims", "content", "content/pages"])
def test_missing_folder(toy: Path, command: str, folder: str) -> None:
    shutil.copyfile(PROJECT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.rmtree(toy / folder)
    assert ends_in_words(command_on(toy, command))


@both
@pytest.mark.parametrize("folder", ["claims", "content", "content/pages", "content/people"])
def test_file_in_place_of_a_folder_is_a_problem(toy: Path, command: str, folder: str) -> None:
    shutil.copyfile(PROJECT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.rmtree(toy / folder)
    (toy / folder).write_text("x")
    result = command_on(toy, command)
    assert ends_in_words(result)
    assert result.exit_code == 1


@both
def test_pipes_and_links_are_not_followed(toy: Path, command: str) -> None:
    os.mkfifo(toy / CLAIM)
    (toy / "content/pages/secret.md").symlink_to("/etc/passwd")
    (toy / "content/pages/secret.png").symlink_to("/etc/passwd")
    result = command_on(toy, command)
    assert ends_in_words(result)
    for file in (CLAIM, "content/pages/secret.md", "content/pages/secret.png"):
        assert f"{file}:1:1: error: not an ordinary file" in result.output


SETTINGS = {
    "malformed": b"a: [",
    "bytes": b"\xff\xfe",
    "plugins without a list": b"plugins:\n",
    "theme as a word": b"theme: material\n",
    "an environment variable": b"site_url: !ENV SITE\n",
    "a Python name": b"a: !!python/name:os.system\n",
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_settings_that_mkdocs_takes_or_tells_are_no_crash(toy: Path, settings: bytes) -> None:
    (toy / "mkdocs.yml").write_bytes(settings)
    assert ends_in_words(command_on(toy, "tree"))


@pytest.mark.parametrize("settings", [b"", b"# nothing\n", b"- a\n"])
def test_settings_of_nothing_make_a_folder(toy: Path, settings: bytes) -> None:
    (toy / "mkdocs.yml").write_bytes(settings)
    assert command_on(toy, "tree").exit_code == 0
