"""The toy site in two languages: what is translated, what is not, and that readers are told."""

from __future__ import annotations

import re
import shutil
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from generator import urls, words
from generator.output import Output
from generator.pages.interface import MESSAGES, interface
from tests.conftest import TOY
from tests.pages_of import Page, dead_links, outputs
from tests.test_catalogues import WRITTEN
from tests.test_snapshots import OF_LANGUAGES, SNAPSHOTS

if TYPE_CHECKING:
    from pathlib import Path

Made = dict[str, Output]
FERRY = "claims/mayor-keeps-ferry.md"
COST = "claims/ferry-cost.md"
SNAPSHOT = SNAPSHOTS / OF_LANGUAGES
LINE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The pages of both trees; of two hand-written pages one is translated."""
    root: Path = shutil.copytree(TOY, tmp_path_factory.mktemp("toy") / "toy")
    publisher = root / "site_config/publisher.yml"
    text = publisher.read_text("utf-8")
    publisher.write_text(f"{text}languages:\n  - en\n  - uk\n", "utf-8")
    pages = root / "content/pages"
    (pages / "method.md").write_text("---\ntitle: Method\n---\n# Method\n", "utf-8")
    (pages / "uk").mkdir()
    home = "---\ntitle: Головна\n---\n# Головна\n\n{{ figures }}\n"
    (pages / "uk/index.md").write_text(home, "utf-8")
    return outputs(root, drafts=True)


def tree(made: Made, prefix: str) -> set[str]:
    """Return the pages of a tree without what lies in the first tree alone."""
    pages = {path for path in made if path.endswith(".md")}
    if prefix:
        return {path.removeprefix(prefix) for path in pages if path.startswith(prefix)}
    return {p for p in pages if not p.startswith("uk/") and not urls.is_in_first_tree(p)}


def test_each_page_has_one_in_the_other_language(made: Made) -> None:
    assert tree(made, "") == tree(made, "uk/")
    assert len(tree(made, "uk/")) > 30
    assert not [path for path in made if path.startswith(("uk/rules", "uk/problems"))]


def test_each_page_names_the_other_and_is_named_by_it(made: Made) -> None:
    for path in tree(made, ""):
        both = {"en": urls.published("", path), "uk": urls.published("", f"uk/{path}")}
        for prefix, language in (("", "en"), ("uk/", "uk")):
            head = Page(made[prefix + path]).meta
            assert head.get("alternate", both) == both, path
            assert head["language"] == language
        heads = [Page(made[prefix + path]).meta for prefix in ("", "uk/")]
        assert ("alternate" in heads[0]) is ("alternate" in heads[1]) is True


def test_links_lead_somewhere_in_both(made: Made) -> None:
    assert dead_links(made.values()) == []


def test_a_translated_claim_says_by_whom_and_what_is_not(made: Made) -> None:
    page = Page(made[f"uk/{FERRY}"])
    assert page.text("h1") == "Мер про пором узимку"
    assert page.texts("h1[lang]") == []
    assert page.texts(".fc-claim > blockquote > p:not([lang])")[0].startswith("Ада Квілл сказала")
    assert "засідання ради" in page.texts(".fc-meta")[0]
    told = page.text(".fc-told > p:last-child")
    assert "вигаданий перекладач; 20 березня 2031" in told
    assert told.endswith("Мова оригіналу: англійська.")
    # The summary has no translation: it is as it was written, and says so.
    assert page.text(".fc-summary[lang=en]").startswith("The Herald carries")


def test_a_claim_in_ukrainian_is_as_it_was(made: Made, pytestconfig: pytest.Config) -> None:
    content = made[f"uk/{FERRY}"].content
    if pytestconfig.getoption("--update-snapshots"):
        SNAPSHOT.write_text(content, "utf-8", newline="\n")
    assert content == SNAPSHOT.read_text("utf-8"), "if it should be so: --update-snapshots"


def test_an_untranslated_claim_is_shown_as_written(made: Made) -> None:
    page = Page(made[f"uk/{COST}"])
    assert len(page.texts("h1[lang=en]")) == 1
    told = page.text(".fc-told > p:last-child")
    assert told.endswith("ще не перекладено. Мова перевірки: англійська.")
    first = Page(made[COST])
    assert first.texts(".fc-told p") == []
    assert first.tree.css("[lang=en]") == []


def test_a_person_has_the_name_of_the_page_and_keeps_the_other_as_a_spelling(made: Made) -> None:
    page = Page(made["uk/people/ada-quill.md"])
    assert page.text("h1") == "Ада Квілл"
    assert "Мер Оттербі (початок: травень 2029" in " ".join(page.texts("dd"))
    spellings = [label for label, _ in page.section("_spellings").facts()]
    assert "Ada Quill" in spellings
    assert "Ада Квілл" not in spellings
    assert Page(made["uk/people/bram-tolliver.md"]).text("h1") == "Bram Tolliver"
    assert Page(made["uk/topics/harbour-ferry.md"]).text("h1") == "Портовий пором"


def test_a_hand_written_page_without_translation_has_a_short_one(made: Made) -> None:
    page = Page(made["uk/method.md"])
    assert page.text(".fc-lead") == "Цю сторінку ще не перекладено."
    assert page.links("p") == [("Читати мовою оригіналу: англійська", "../method.md")]
    assert Page(made["uk/index.md"]).text("h1") == "Головна"


def parts() -> set[str]:
    """Return what messages say in English between their places, where it is telling."""
    every = {text for m in WRITTEN for text in ([m] if isinstance(m, str) else m)}
    said = {part.strip(" .,:;()") for m in every for part, *_ in Formatter().parse(m)}
    return {part for part in said if LINE.search(part)}


def test_nothing_of_ours_is_in_english(made: Made) -> None:
    ours = parts()
    assert "was quoted here" not in ours
    assert "Report an error" in ours
    for path in sorted(tree(made, "uk/")):
        page = Page(made[f"uk/{path}"])
        for node in page.tree.css("[lang]:not([lang=uk]), pre, code"):
            node.decompose()
        text = " ".join((page.tree.body.text() if page.tree.body else "").split())
        assert [part for part in ours if part in text] == [], path


def test_words_of_scripts_are_in_the_language_of_their_tree(made: Made) -> None:
    for prefix, language in (("", "en"), ("uk/", "uk")):
        assert made[f"{prefix}interface.json"].content == interface(words.of(language))
    say = words.of("uk")
    assert [m for m in MESSAGES if say.t(m) == m] == []
