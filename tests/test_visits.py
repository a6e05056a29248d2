"""Whatever may be wrong with a page is noticed: else the tests of the site would prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kinds import examples
from tests.served import serve
from tests.visits import shifts, visit_all

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.visits import Visit

pytestmark = pytest.mark.browser
START = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">'
GOOD = f"{START}<title>Ferry</title><main><h1>The ferry</h1><p>It stays.</p></main>"
STRICT = "<meta http-equiv='Content-Security-Policy' content=\"style-src 'self'\">"
BAD = {
    "axe": '<img src="data:," width="9" height="9">',
    "errors": "<script>console.error('lost')</script>",
    "foreign": '<img alt="" src="http://127.0.0.1:9/x.png">',
    "cookies": "<script>document.cookie = 'reader=7'</script>",
    "policy": '<p style="color: red">x</p>',
    "wide": '<p><span style="display: inline-block; width: 500px">x</span></p>',
    "moving": '<p style="transition: color 1s">x</p>',
    "shifts": "<script>addEventListener('load', () => setTimeout(() => "
    "document.querySelector('h1').style.marginTop = '300px', 100))</script><p>x</p>",
}


@pytest.fixture
def shots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shots"
    monkeypatch.setattr("tests.visits.ARTEFACTS", folder)
    return folder


def visited(browser: Browser, site: Path, text: str) -> Visit:
    site.mkdir()
    (site / "index.html").write_text(text, "utf-8")
    (page,) = examples(site)
    with serve(site) as served:
        (visit,) = visit_all(browser, served, [page], "light")
        visit.shifts = shifts(browser, served, page).shifts
    return visit


def test_a_good_page_has_nothing_to_tell(browser: Browser, tmp_path: Path, shots: Path) -> None:
    visit = visited(browser, tmp_path / "site", GOOD)
    assert {what: rows for what in BAD if (rows := visit.told(what))} == {}
    assert [f.name for f in sorted(shots.iterdir())] == [
        f"home-{width}-light.png" for width in (1440, 320, 360, 768)
    ]


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_noticed(browser: Browser, tmp_path: Path, shots: Path, what: str) -> None:
    text = GOOD.replace("</main>", f"{BAD[what]}</main>")
    text = text.replace("<title>", f"{STRICT}<title>") if what == "policy" else text
    told = visited(browser, tmp_path / "site", text).told(what)
    assert told
    assert all(row.startswith("/ (light): ") for row in told)
    assert shots.is_dir()
