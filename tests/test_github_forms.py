"""What people fill in on GitHub, and who is asked: the pages and the files fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages import reporting
from tests.conftest import load_sound
from tests.hosted import ROOT
from tests.test_cli import run
from tests.test_cli_tree import listing
from tests.workflows import data_of

if TYPE_CHECKING:
    from pathlib import Path

GITHUB = ROOT / ".github"
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
OWNERS = GITHUB / "CODEOWNERS.example"


def questions(form: Path) -> list[dict[str, Any]]:
    return [part for part in data_of(form)["body"] if part["type"] != "markdown"]


def test_the_site_offers_the_forms_that_there_are() -> None:
    assert {form.stem: data_of(form)["name"] for form in FORMS} == reporting.FORMS


def test_the_page_fills_in_fields_that_the_form_has() -> None:
    publisher = load_sound(ROOT).publisher
    query = parse_qs(urlsplit(reporting.error(publisher, "A", "https://x.example/")).query)
    (form,) = query.pop("template")
    assert set(query) - {"title"} <= {q["id"] for q in questions(GITHUB / "ISSUE_TEMPLATE" / form)}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_is_short_and_says_what_it_needs(form: Path) -> None:
    asked = questions(form)
    required = [q for q in asked if q.get("validations", {}).get("required") == "true"]
    assert len(asked) <= 5
    assert 1 <= len(required) <= 3
    # A form that is sent empty by a click would be noise.
    assert required[0] is asked[0]


def test_who_has_no_account_is_led_to_the_site() -> None:
    (link,) = data_of(GITHUB / "ISSUE_TEMPLATE" / "config.yml")["contact_links"]
    assert link["url"] == f"{load_sound(ROOT).publisher.url}contribute/"
    assert (ROOT / "content" / "pages" / "contribute.md").is_file()


def owned(owners: Path = OWNERS) -> list[str]:
    rows = owners.read_text("utf-8").splitlines()
    return [row.split()[0] for row in rows if row and not row.startswith("#")]


def unknown(root: Path, patterns: list[str]) -> list[str]:
    """Return the patterns that fit no file; signatures come later."""
    return [p for p in patterns if not p.endswith(".sig") and not list(root.glob(p.strip("/")))]


def test_owners_are_named_for_files_that_there_are() -> None:
    assert unknown(ROOT, owned()) == []


def test_a_new_site_names_owners_for_all_that_is_no_record_and_no_text(tmp_path: Path) -> None:
    made = tmp_path / "newsroom"
    assert run("init", made).exit_code == 0
    patterns = owned(made / ".github" / OWNERS.name)
    assert unknown(made, patterns) == []
    owns = tuple(pattern.removeprefix("/") for pattern in patterns)
    free = {file.partition("/")[0] for file in listing(made) if not file.startswith(owns)}
    texts = {"README.md", "CONTRIBUTING.md", "REVIEWING.md", "LICENSE-CONTENT.md", "LICENSE-THEME"}
    assert free - texts == {".gitignore", "archive", "claims", "content"}


def test_all_code_has_an_owner() -> None:
    code = ("generator/", "site_config/", "mkdocs.yml", ".github/", "noxfile.py", "pyproject.toml")
    more = ("requirements/", "tests/", "content/sources/*.seal.json", "site_config/allowed_signers")
    assert {f"/{path}" for path in (*code, *more)} <= set(owned())
