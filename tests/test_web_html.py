"""Every kind of page is valid HTML, apart from what the theme itself writes."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests import node
from tests.kinds import examples
from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# What Material for MkDocs 9.8 writes, and why it stays.
OF_THE_THEME = {
    # Its boxes for drawer and search, which its template has no block for. They are hidden and
    # unused here, and no browser minds the attribute.
    r"Attribute “autocomplete” is only allowed when the input type is “color”, .*",
}


def judged(addresses: Iterable[str]) -> list[dict[str, Any]]:
    """Return what the Nu Html Checker says of pages, which it asks a server for.

    It knows the content policy, whose "self" means nothing for a file.
    """
    jar = node.installed("web") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = node.program("java", package="default-jre-headless")
    # It asks no address of this machine unless it is told to.
    options = ("-Xss2m", "-Dnu.validator.servlet.allow-forbidden-hosts=true")
    command = [java, *options, "-jar", str(jar), "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--exit-zero-always", *addresses],
        capture_output=True,
        text=True,
        check=True,
    )
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def is_data(message: dict[str, Any]) -> bool:
    """Whether it takes data for a script: no policy forbids a data block (HTML, 4.12.1)."""
    is_policy = message["message"].startswith("Inline script violates Content Security Policy")
    return is_policy and 'type="application/ld+json"' in message["extract"]


def is_of_the_theme(message: dict[str, Any]) -> bool:
    return any(re.fullmatch(pattern, message["message"]) for pattern in OF_THE_THEME)


def faults(site: Path) -> list[str]:
    """Return what is wrong with each kind of page of a built site."""
    with serve(site) as served:
        messages = judged(f"{served.address}{example.path}" for example in examples(site))
        unused = [
            p for p in OF_THE_THEME if not any(re.fullmatch(p, m["message"]) for m in messages)
        ]
        assert unused == [], "the theme writes this no more"
        return [
            f"/{m['url'].removeprefix(served.address)}:{m.get('lastLine')}: {m['message']} "
            f"in {' '.join(m.get('extract', '').split())}"
            for m in messages
            if not (is_of_the_theme(m) or is_data(m))
        ]


def test_every_kind_of_page_is_valid(own_site: Path) -> None:
    if wrong := faults(own_site):
        pytest.fail("\n".join([f"{len(wrong)} times:", *wrong]), pytrace=False)
