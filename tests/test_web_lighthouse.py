"""Lighthouse gives full points for what does not depend on the speed of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kinds import examples
from tests.lighthouse import CATEGORIES, KINDS, judge
from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.served import Served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(own_site: Path) -> Iterator[Served]:
    with serve(own_site) as running:
        yield running


@pytest.mark.parametrize("kind", KINDS)
def test_full_points(served: Served, kind: str) -> None:
    page = next(example for example in examples(served.site) if example.kind == kind)
    score = judge(served.address + page.path, CATEGORIES)
    if set(score.points.values()) != {100}:
        pytest.fail("\n".join([f"{page}: {score.points}", *score.faults]), pytrace=False)
    assert score.points.keys() == set(CATEGORIES)
