"""The variables of the environment that say how a site is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cache import Cache
from generator.hosts.switches import SwitchError, Switches

ROOT = Path("project")


def test_without_variables_a_build_is_as_always() -> None:
    assert Switches.of({}) == Switches()
    assert Switches.of(dict.fromkeys(("FACTCHECK_CACHE", "FACTCHECK_FAST"), "")) == Switches()
    assert Switches().cache(ROOT) == Cache(ROOT / ".cache/factcheck")


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("FACTCHECK_PREVIEW", "1", Switches(preview=True)),
        ("FACTCHECK_FAST", "off", Switches(fast=False)),
        ("FACTCHECK_FAST", "On", Switches(fast=True)),
        ("FACTCHECK_CACHE", "OFF", Switches(caching=False)),
        ("FACTCHECK_CACHE", "on", Switches()),
        ("FACTCHECK_CACHE", "elsewhere/kept", Switches(kept=Path("elsewhere/kept"))),
        ("FACTCHECK_EXECUTOR", "serial", Switches(executor="serial")),
        ("FACTCHECK_PROGRESS", "plain", Switches(progress="plain")),
        ("FACTCHECK_TIMINGS", "1", Switches(timings=True)),
        ("FACTCHECK_TIMINGS", "0", Switches(timings=False)),
        ("FACTCHECK_TIMINGS_FILE", "t.json", Switches(timings_file=Path("t.json"))),
        ("FACTCHECK_WITHOUT", "tables,search", Switches(without=frozenset(("search", "tables")))),
    ],
)
def test_each_variable_sets_one_switch(name: str, value: str, wanted: Switches) -> None:
    assert Switches.of({name: value}) == wanted


def test_a_value_that_says_nothing_is_told() -> None:
    with pytest.raises(SwitchError, match="FACTCHECK_FAST is 'maybe'; it may be 'on' or 'off'"):
        Switches.of({"FACTCHECK_FAST": "maybe"})
    with pytest.raises(SwitchError, match="FACTCHECK_PROGRESS is 'x'; it may be auto, plain, off"):
        Switches.of({"FACTCHECK_PROGRESS": "x"})


def test_a_part_that_nobody_knows_is_told() -> None:
    with pytest.raises(SwitchError, match="may be some of search, pictures, tables, records"):
        Switches.of({"FACTCHECK_WITHOUT": "tables,pages"})


def test_the_cache_is_where_the_switch_says() -> None:
    assert Switches.of({"FACTCHECK_CACHE": "off"}).cache(ROOT) == Cache()
    assert Switches.of({"FACTCHECK_CACHE": "kept"}).cache(ROOT) == Cache(Path("kept"))
