"""Every kind of page is valid HTML, apart from what the theme itself writes."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests import node
from tests.kinds import examples

if TYPE_CHECKING:
    from pathlib import Path

# What Material for MkDocs 9.8 writes, and why it stays.
OF_THE_THEME = {
    # Firefox would keep the drawer open after a reload; no browser minds the attribute.
    r"Attribute “autocomplete” is only allowed when the input type is “color”, .*",
    # The other colour scheme is chosen by a label that is hidden together with its switch.
    r"The value of the “for” attribute of the “label” element must be the ID of a non-hidden .*",
    # The theme's script gives the label its place in the order of the Tab key.
    r"Bad value “” for attribute “tabindex” on element “label”: .*",
}


def judged(files: list[Path]) -> list[dict[str, Any]]:
    """Return what the Nu Html Checker says of HTML files."""
    jar = node.installed("web") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = node.program("java", package="default-jre-headless")
    # -XX:TieredStopAtLevel=1: a short run is not worth optimising.
    command = [java, "-XX:TieredStopAtLevel=1", "-Xss2m", "-jar", str(jar), "--format", "json"]
    done = subprocess.run(
        [*command, "--exit-zero-always", "--stdout", *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
    )
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def is_of_the_theme(message: dict[str, Any]) -> bool:
    return any(re.fullmatch(pattern, message["message"]) for pattern in OF_THE_THEME)


def test_every_kind_of_page_is_valid(own_site: Path) -> None:
    found = {str(example.file): example for example in examples(own_site)}
    messages = judged([example.file for example in found.values()])
    unused = [p for p in OF_THE_THEME if not any(re.fullmatch(p, m["message"]) for m in messages)]
    assert unused == [], "the theme writes this no more"
    wrong = [
        f"{found[m['url'].removeprefix('file:')]}:{m.get('lastLine')}: {m['message']} "
        f"in {' '.join(m.get('extract', '').split())}"
        for m in messages
        if not is_of_the_theme(m)
    ]
    if wrong:
        pytest.fail("\n".join([f"{len(wrong)} times:", *wrong]), pytrace=False)
