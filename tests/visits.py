"""Opens pages as readers do, and notes what is wrong with each: see ``Visit``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests import node
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from tests.kinds import Example
    from tests.served import Served

SCHEMES = ("light", "dark")
WIDTHS = (360, 1440)
# A window of 640 px at 200 per cent has 320 (WCAG 2.2, 1.4.10); the others are kept as pictures.
SHOWN = (320, 360, 768, 1440)
STILL = 0.005  # of the window times the way it goes: a line of text that moves by its height
ARTEFACTS = ROOT / "tests" / "artefacts"
HEIGHT = 800
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only the colours of a page are others in the dark: all else was looked at in the light.
RULES = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}

# Runs before any script of the page.
WATCH = """
globalThis.seen = {policy: [], moved: [], shift: 0};
addEventListener("securitypolicyviolation", (event) => seen.policy.push(
  `${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} `
  + (event.sample || "")));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    seen.shift += entry.value;
    for (const {node} of entry.sources) seen.moved.push(
      node ? `${node.nodeName.toLowerCase()}.${node.className || ""}` : "something gone");
  }
}).observe({type: "layout-shift", buffered: true});
"""
SETTLED = """async () => {
  await document.fonts.ready;
  await new Promise((done) => requestIdleCallback(done, {timeout: 500}));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
# What is wider than the window, unless it scrolls in a box of its own.
WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const name = (e) => e.nodeName.toLowerCase() + (e.className ? `.${e.className}` : "");
  return [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > width + 1)
    .map((e) => `${name(e)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${width}`)
    .slice(-4);
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((e) => {
  const {transitionDuration, animationDuration, scrollBehavior} = getComputedStyle(e);
  const longest = (text) => Math.max(...text.split(",").map(parseFloat));
  return longest(transitionDuration) > 0.01 || longest(animationDuration) > 0.01
    || scrollBehavior === "smooth";
}).map((e) => `${e.nodeName.toLowerCase()}.${e.className.baseVal ?? e.className}`)"""
AXE = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.flatMap(({id, help, nodes}) => nodes.map(({target, any, all, none}) => {
    const [first] = [...any, ...all, ...none];
    return `${id} (${help}) ${target.flat().join(" ")}: ${first ? first.message : ""}`;
  }));
}"""


@dataclass(kw_only=True)
class Visit:
    """What was seen at one page in one colour scheme, at one or more widths."""

    example: Example
    scheme: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    policy: list[str] = field(default_factory=list)
    shifts: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)
    axe: list[str] = field(default_factory=list)

    def told(self, what: str) -> list[str]:
        """Return one of the lists, each row with the page and the scheme."""
        return [f"{self.example} ({self.scheme}): {row}" for row in getattr(self, what)]


def none(visits: Iterable[Visit], what: str) -> None:
    """Fail with everything of a kind that was seen, a row each."""
    found = [row for visit in visits for row in visit.told(what)]
    if found:
        pytest.fail("\n".join([f"{len(found)} times:", *found]), pytrace=False)


@cache
def axe() -> str:
    """Return the script of axe-core."""
    return (node.installed("web") / "axe-core" / "axe.min.js").read_text("utf-8")


def visit_all(
    browser: Browser, served: Served, pages: Iterable[Example], scheme: str, pictures: str = ""
) -> Iterator[Visit]:
    """Visit pages one after the other in one tab; the longest of each kind at both widths.

    The names of the pictures that are kept begin with ``pictures``.
    """
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    context.add_init_script(WATCH)
    page = context.new_page()
    for example in pages:
        visit = Visit(example=example, scheme=scheme)
        with _Listening(page, served, visit):
            _look(page, served, visit, pictures)
        visit.cookies = [f"{c.get('name')}={c.get('value')}" for c in context.cookies()]
        yield visit
    context.close()


class _Listening:
    def __init__(self, page: Page, served: Served, visit: Visit) -> None:
        self.page, self.visit = page, visit
        self.own = urlsplit(served.address).netloc
        self.heard = {"console": self._console, "pageerror": self._error, "request": self._asked}

    def __enter__(self) -> None:
        for event, listener in self.heard.items():
            self.page.on(event, listener)  # type: ignore[call-overload]

    def __exit__(self, *_: object) -> None:
        for event, listener in self.heard.items():
            self.page.remove_listener(event, listener)

    def _console(self, message: ConsoleMessage) -> None:
        # The page that is not there answers 404, which the browser reports on its console.
        is_wanted = self.visit.example.kind.endswith("404.html") and "404" in message.text
        if message.type in ("error", "warning") and not is_wanted:
            self.visit.errors.append(f"{message.type}: {message.text}")

    def _error(self, error: object) -> None:
        self.visit.errors.append(f"exception: {error}")

    def _asked(self, request: Any) -> None:
        if urlsplit(request.url).netloc not in ("", self.own):
            self.visit.foreign.append(request.url)


def shifts(browser: Browser, served: Served, example: Example) -> Visit:
    """Load a page as its first visitor, without any help of a cache, and note what jumps."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": HEIGHT})
    context.add_init_script(WATCH)
    page = context.new_page()
    visit = Visit(example=example, scheme="light")
    page.goto(served.address + address(example), wait_until="networkidle")
    _settle(page, visit)
    context.close()
    return visit


def _settle(page: Page, visit: Visit) -> None:
    page.evaluate(SETTLED)
    seen = page.evaluate("seen")
    visit.policy += seen["policy"]
    if seen["shift"] > STILL:
        visit.shifts.append(f"{seen['shift']:.4f} by {', '.join(seen['moved'][:3])}")


def _look(page: Page, served: Served, visit: Visit, pictures: str) -> None:
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    page.goto(served.address + address(visit.example))
    page.evaluate(axe())
    _settle(page, visit)
    visit.moving += page.evaluate(MOVING)
    for width in WIDTHS if visit.example.is_longest else WIDTHS[:1]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        visit.axe += [f"{width} px: {row}" for row in page.evaluate(AXE, RULES[visit.scheme])]
    for width in SHOWN if visit.example.is_longest else SHOWN[:1]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        visit.wide += [f"{width} px: {row}" for row in page.evaluate(WIDE)]
        if visit.example.is_longest:
            page.screenshot(path=_picture(visit, pictures, width))


def _picture(visit: Visit, pictures: str, width: int) -> Path:
    """Return where a picture of a page is kept, for people to look at."""
    kind = re.sub(r"[^a-z0-9]+", "-", visit.example.kind).strip("-") or "home"
    return ARTEFACTS / f"{pictures}{kind}-{width}-{visit.scheme}.png"


def address(example: Example) -> str:
    """Return where to go: the page for what is not there is shown at such an address."""
    return re.sub(r"404\.html$", "no/such/page/", example.path)
