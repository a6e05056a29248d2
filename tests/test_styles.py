"""Many style sheets are joined into one, in their order; what is elsewhere stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.hosts import styles

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = "assets/stylesheets/one.css", "assets/stylesheets/two.css"


def test_sheets_of_the_theme_are_one_in_their_order(tmp_path: Path) -> None:
    folder = tmp_path / styles.THEME / styles.FOLDER
    folder.mkdir(parents=True)
    (folder / "one.css").write_text("a { color: red }\n\n")
    (folder / "two.css").write_text("b { color: blue }\n")
    own = ["css/own.css", "https://example.org/x.css"]
    text, named = styles.joined(tmp_path, [TWO, own[0], ONE, own[1]])
    assert text == "b { color: blue }\na { color: red }\n"
    assert named == [styles.JOINED, *own]


def test_without_sheets_of_the_theme_nothing_is_made(tmp_path: Path) -> None:
    assert styles.joined(tmp_path, [ONE]) == ("", [ONE])
