"""The pages that are written past MkDocs' loop, compared with those that MkDocs makes."""

from __future__ import annotations

import logging
import random
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator import escape
from generator.hosts import drawing, searching
from generator.hosts.mkdocs import shells
from generator.hosts.mkdocs.known import KnownFiles
from generator.hosts.mkdocs.learning import Refused
from generator.hosts.mkdocs.markdown import Markdown
from generator.hosts.mkdocs.skeletons import cut, filled
from generator.hosts.switches import CACHE, FAST
from tests.conftest import TOY, own_pages
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    Build = Callable[..., tuple[dict[str, bytes], list[str]]]
    Edit = Callable[[str, str, str], None]

CLAIM = "claims/ferry-cost/index.html"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Build:
    """Return a function that builds a site without pictures and search.

    It returns all files by their path, and what MkDocs said.
    """
    monkeypatch.setattr(drawing, "write", lambda *_: None)
    monkeypatch.setattr(searching, "index", lambda *_: None)

    def make(root: Path, *, fast: bool, strict: bool = False) -> tuple[dict[str, bytes], list[str]]:
        monkeypatch.setenv(CACHE, "off")  # else the second would keep pages of the first
        monkeypatch.setenv(FAST, "on" if fast else "off")
        site, said = tmp_path / f"site-{fast}", _Said()
        logging.getLogger("mkdocs").addHandler(said)
        monkeypatch.setattr(logging.getLogger("mkdocs"), "level", logging.INFO)
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=strict)
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except Abort as error:
            said.texts.append(str(error))
        finally:
            config.plugins.on_shutdown()
            logging.getLogger("mkdocs").removeHandler(said)
        files = {p.relative_to(site).as_posix(): p.read_bytes() for p in _files(site)}
        return files, said.texts

    return make


class _Said(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one text."""
        self.texts.append(record.getMessage())


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the toy corpus with the settings and the theme of this site."""
    root = shutil.copytree(TOY, tmp_path / "toy", dirs_exist_ok=True)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", root / "site_config/theme")
    own_pages(root)
    return root


def left(said: list[str]) -> list[str]:
    """Return what was said of pages that MkDocs made."""
    return [text for text in said if "MkDocs makes" in text]


def warnings(said: list[str]) -> list[str]:
    return sorted(text for text in said if text.startswith(("Doc file", "Aborted")))


def test_the_toy_site_is_that_of_mkdocs(root: Path, built: Build) -> None:
    fast, said = built(root, fast=True, strict=True)
    plain, _ = built(root, fast=False, strict=True)
    assert fast == plain
    # A form in a home page; and where Python is older, the examples of problems, which its parser
    # of HTML takes for something else.
    for text in left(said):
        refused, every = map(int, re.findall(r"\d+", text))
        assert refused * 10 <= every


def test_the_site_of_this_project_is_that_of_mkdocs(built: Build) -> None:
    fast, said = built(ROOT, fast=True)
    plain, _ = built(ROOT, fast=False)
    assert fast == plain
    assert len(left(said)) <= 1


def test_switched_off_it_is_told(root: Path, built: Build) -> None:
    _, said = built(root, fast=False)
    assert left(said) == ["generator: MkDocs makes all pages itself: FACTCHECK_FAST is off"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("  - def_list\n", "  - def_list\n  - footnotes\n", "the Markdown extension footnotes"),
        ("  - factcheck\n", "  - factcheck\n  - search\n", "something else listens to on_"),
    ],
)
def test_what_could_change_pages_leaves_all_to_mkdocs(
    root: Path, built: Build, old: str, new: str, reason: str
) -> None:
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")
    _, said = built(root, fast=True)
    assert [text for text in left(said) if reason in text]


@pytest.mark.parametrize(
    "change",
    [
        "{{ page.file.src_uri }}",
        "{{ page.canonical_url | upper }}",
        "{{ page.content | length }}",
        "{{ page.url }}",
    ],
)
def test_a_theme_that_asks_for_more_is_noticed(root: Path, built: Build, change: str) -> None:
    main = root / "site_config/theme/main.html"
    text = main.read_text("utf-8")
    main.write_text(text.replace("{% block content %}", "{% block content %}" + change), "utf-8")
    fast, said = built(root, fast=True)
    assert "of" in left(said)[0]
    plain, _ = built(root, fast=False)
    assert fast[CLAIM] == plain[CLAIM]


def test_a_theme_that_lists_all_pages_stops_the_build(root: Path, built: Build) -> None:
    main = root / "site_config/theme/main.html"
    change = "{% block content %}{% for one in pages %}{{ one.url }}{% endfor %}"
    main.write_text(main.read_text("utf-8").replace("{% block content %}", change), "utf-8")
    _, said = built(root, fast=True)
    assert "the theme lists all pages: build with FACTCHECK_FAST=off" in said


def test_links_that_lead_nowhere_are_told_in_the_same_words(root: Path, built: Build) -> None:
    # Neither page is in the menu of MkDocs; the second leads to pages of each kind.
    page = root / "content/pages/contribute.md"
    (page.parent / "odd.md").write_text(
        "---\ntitle: Odd\ndescription: Odd.\n---\n\n# Odd\n\n"
        "[a](gone.md) [b](claims/ferry-cost.md#x) "
        "[c](claims/index.md#x) [d](#x) [e](/f.md) [f](what) [g](odd.md#odd) [h](about.md)\n",
        "utf-8",
    )
    with page.open("a", encoding="utf-8") as file:
        file.write("\n[a](claims/ferry-cost.md#nowhere) [b](claims/gone.md) [c](odd.md#no)\n")
    fast, said = built(root, fast=True, strict=True)
    plain, wanted = built(root, fast=False, strict=True)
    assert warnings(said) == warnings(wanted)
    assert len(warnings(said)) == 10
    assert fast == plain


def test_a_key_that_the_theme_might_read_leaves_a_page_to_mkdocs(
    root: Path, built: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shells, "COVERED", shells.COVERED - {"noindex"})
    fast, said = built(root, fast=True)
    plain, _ = built(root, fast=False)
    assert fast == plain
    assert len(left(said)) == 1


# -- Markdown alone


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins._current_plugin = "factcheck"  # noqa: SLF001 - MkDocs sets it in a build
    return config


def rendered(text: str, config: MkDocsConfig) -> Page:
    """Return the page that MkDocs makes."""
    files = KnownFiles(Files([]), config, {"x.md"})
    page = Page(None, files.made("x.md", text), config)
    page.markdown = text
    page.render(config, files)
    return page


AWKWARD = (
    *("1968. was", "2*3*4", "_a_ b", "a_b_c", "`code`", "<b>x</b>", "&amp; &copy &copy;", "# no"),
    *("[x](y)", "![x](y)", "[x]: y", "!!! note", ": x", "- a", "+ b", "1. c", "> d", "a\\*b"),
    *("{: .x }", "a {: #b }", "| a | b |", "***", "---", "===", "http://x.y/z", "<x@y.z>", "a  "),
    *("Ґанок «слова»", "“quoted” — dash", "x·y", "🙂 smile", "é́ combining", "100 %", "%s %(x)s"),
    *("a\u00a0b", "\u2028line", "ends.", "ends?", "it's", "A. B. C", "[TOC]", "a\u200bb", "0x1f"),
    *("don’t", "Ⅷ", "١٢.", "ß", "{", "}", "[", "]", "(", ")", "!", '"', "'", "&#58;", "12)"),
)
BLOCKS = (
    "{0}",
    "# {0}",
    "## {0} {{: #_{2} }}",
    "### {0} {{: .fc-x }}",
    "## {0}\n\n## {0}",
    "{0}\n{{: .fc-meta }}",
    "**{0}**, *{1}*{{ .fc-a }} {0}",
    "[{0}](x.md#{2}){{ .fc-b }} · {1}",
    "> {0}\n\n{1}",
    "> {0}\n\n> {1}",
    "-   {0}\n\n    {1}\n\n-   {1}\n    {{: .fc-c }}\n\n    > {0}",
    "- {0}\n- {1}\n- {0}",
    "-   {0}",
    "{0}\n:   {1}\n\n{1}\n:   -   {0}\n    -   {1}",
    (
        '!!! fc-x fc-y "{0}"\n\n    {1}\n\n    !!! fc-z ""\n\n'
        "        > {0}\n\n        {1}\n        {{: .q }}"
    ),
    '!!! fc-x ""\n\n    -   {0}\n    -   {1}\n\n    {0}\n:   x',
    '<div class="fc-prose"><p>{0}</p> <p id="p{2}">{1}</p></div>',
    "<details open><summary>{0}</summary><pre><code>a\n\n    {1}\n</code></pre></details>",
    "1.  {0}\n2.  {1}",
    "| {0} | b |\n|---|---|\n| {1} | c |",
    "<code>{0}</code> {1}",
)


@pytest.mark.parametrize("seed", range(60))
def test_awkward_texts_are_those_of_mkdocs(seed: int, config: MkDocsConfig) -> None:
    chance = random.Random(seed)
    markdown, made = Markdown(config), 0
    for _ in range(12):
        words = [
            escape.text(" ".join(chance.choices(AWKWARD, k=chance.randint(1, 3)))) for _ in range(2)
        ]
        rows = chance.choices(BLOCKS, k=chance.randint(1, 6))
        text = "\n\n".join(row.format(*words, chance.randint(1, 9)) for row in rows) + "\n"
        try:
            content = markdown.content(text, lambda link: link)
        except Refused:
            continue
        made += 1
        page = rendered(text.replace("](x.md", "](https://x.example/x.md"), config)
        wanted = str(page.content).replace('href="https://x.example/x.md', 'href="x.md')
        assert content.html == wanted, text
        assert content.ids == page.present_anchor_ids, text
    assert made


@pytest.mark.parametrize("raw", AWKWARD)
@pytest.mark.parametrize("block", BLOCKS)
def test_unescaped_texts_are_those_of_mkdocs_or_refused(
    raw: str, block: str, config: MkDocsConfig
) -> None:
    text = block.format(raw, "word", 1).replace("](x.md", "](https://x.example/x.md")
    try:
        content = Markdown(config).content(text, lambda link: link)
    except Refused:
        return
    page = rendered(text, config)
    assert content.html == page.content
    assert content.ids == page.present_anchor_ids


def test_a_cut_text_has_all_its_words() -> None:
    text = "A *word*, [a link](x.md#y){ .z }, 12. and &#58; <b>bold</b>\n\n<div>b\n\nc</div>\n"
    parts = cut(text)
    assert filled(parts.skeleton, parts.holes) == text
    assert [parts.holes[number] for number in parts.links] == ["x.md#y"]
    assert [parts.holes[number] for number in parts.blocks] == ["<div>b\n\nc</div>"]
