"""What befalls the folder of a site or what a build has kept: the next build must mend it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from generator import cache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from tests.edits.building import Order

FEW = 4  # files that one accident hits


def _some(folder: Path, random: Random) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return random.sample(files, min(FEW, len(files)))


def no_cache(order: Order, random: Random) -> None:  # noqa: ARG001 - all of it
    """Delete all that is kept."""
    shutil.rmtree(order.root / cache.FOLDER, ignore_errors=True)


def no_site(order: Order, random: Random) -> None:  # noqa: ARG001 - all of it
    """Delete the site."""
    shutil.rmtree(order.site, ignore_errors=True)


def lost(order: Order, random: Random) -> None:
    """Delete files of the site."""
    for file in _some(order.site, random):
        file.unlink()


def overwritten(order: Order, random: Random) -> None:
    """Write over files of the site."""
    for file in _some(order.site, random):
        file.write_bytes(b"This is another program's.\n")


def stray(order: Order, random: Random) -> None:
    """Put a file into the site that is none of it."""
    (order.site / f"stray-{random.randrange(9)}.html").write_text("Stray.\n", "utf-8")


def spoilt(order: Order, random: Random) -> None:
    """Flip a bit in files that are kept, or cut them."""
    for file in _some(order.root / cache.FOLDER, random):
        raw = bytearray(file.read_bytes())
        if raw and random.random() < 0.5:
            raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        else:
            del raw[len(raw) // 2 :]
        file.write_bytes(raw)


def touched(order: Order, random: Random) -> None:
    """Give files of records another time, and no other content."""
    for file in _some(order.root / "claims", random):
        os.utime(file)


def killed(order: Order, random: Random) -> None:
    """Kill a build on its way."""
    build = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=order.root,
        env={**os.environ, **order.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(random.uniform(1, 4))
    build.kill()
    build.wait()


ACCIDENTS: dict[str, Callable[[Order, Random], None]] = {
    "no-cache": no_cache,
    "no-site": no_site,
    "lost": lost,
    "overwritten": overwritten,
    "stray": stray,
    "spoilt": spoilt,
    "touched": touched,
    "killed": killed,
}
