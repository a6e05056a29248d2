"""Programs of npm, locked in a folder of the tests and installed once below ``.nox``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

from tests.hosted import ROOT

HERE = Path(__file__).parent
LOCK = ("package.json", "package-lock.json", ".npmrc")


def refuse(reason: str) -> NoReturn:
    """Skip for want of a program; under CI=true nothing may be wanting."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def program(*names: str, package: str) -> str:
    """Return the path of a program that goes by one of these names."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        refuse(f"no {names[0]} on this machine: install Debian's package {package}")
    return found


def node() -> str:
    """Return the path of Node.js."""
    return program("node", package="nodejs")


def locked(name: str, package: str) -> str:
    """Return the version of a package that ``tests/<name>/package-lock.json`` locks."""
    lock = json.loads((HERE / name / "package-lock.json").read_text("utf-8"))
    version: str = lock["packages"][f"node_modules/{package}"]["version"]
    return version


def installed(name: str) -> Path:
    """Return ``node_modules`` of what ``tests/<name>/package-lock.json`` locks."""
    npm = program("npm", package="npm")
    home, locked = ROOT / ".nox" / name, HERE / name
    home.mkdir(parents=True, exist_ok=True)
    stamp, lock = home / "installed", (locked / "package-lock.json").read_bytes()
    if not (stamp.is_file() and stamp.read_bytes() == lock):
        for file in LOCK:
            shutil.copyfile(locked / file, home / file)
        # Nothing of these packages runs when they are installed.
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
        done = subprocess.run(
            [npm, "ci", *quiet], cwd=home, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            refuse(f"npm could not install tests/{name}: {done.stderr.strip()[-300:]}")
        stamp.write_bytes(lock)
    return home / "node_modules"
