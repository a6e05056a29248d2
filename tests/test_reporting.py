"""The ways in which a reader reports an error: a form filled in, any tracker, e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator import publication
from generator.pages import reporting
from tests.conftest import TOY, load_sound
from tests.pages_of import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

CLAIM = "claims/mayor-keeps-ferry.md"
TRACKER = "https://git.otterby.example/site/issues/new"
PUBLISHER = publication.public(load_sound(TOY)).publisher
# The title is the publisher's business as little as the tracker's.
HOSTILE = "100 % & more; a=b? #1 + “ü” <b> ]( \\ \N{PILE OF POO}"


def fields(url: str) -> dict[str, str]:
    return {
        key: value for key, (value,) in parse_qs(urlsplit(url).query, strict_parsing=True).items()
    }


def test_the_form_knows_the_page() -> None:
    links = dict(Page.of(TOY, CLAIM).links(".fc-actions"))
    assert links["Report an error"].startswith(f"{TRACKER}?")
    assert fields(links["Report an error"]) == {
        "template": "report-an-error.yml",
        "title": "Error: The mayor on the winter ferry",
        "page": "The mayor on the winter ferry: https://otterby.example/claims/mayor-keeps-ferry/",
    }
    mail = links["Report an error by e-mail"]
    assert mail.startswith("mailto:desk@otterby.example?subject=Error")
    assert "https://otterby.example/claims/mayor-keeps-ferry/" in unquote(mail)


@pytest.mark.parametrize(
    ("tracker", "expected"),
    [
        (f"{TRACKER}?labels=site", {"labels": "site", "title": "Error: A"}),
        ("https://otterby.example/report", {"title": "Error: A"}),
    ],
)
def test_another_tracker_gets_a_title_and_nothing_it_might_not_know(
    tracker: str, expected: dict[str, str]
) -> None:
    publisher = PUBLISHER.model_copy(update={"issue_url": tracker})
    assert fields(reporting.error(publisher, "A", "https://x.example/a/")) == expected


def test_without_a_repository_errors_are_reported_by_mail(toy: Path, edit: Edit) -> None:
    for key in (
        "edit_url: https://git.otterby.example/site/edit/main/\n",
        f"issue_url: {TRACKER}\n",
    ):
        edit("site_config/publisher.yml", key, "")
    links = Page.of(toy, CLAIM).links(".fc-actions")
    assert [label for label, _ in links] == ["Report an error by e-mail", "YAML", "JSON"]


def test_no_title_breaks_out_of_its_field() -> None:
    url = reporting.error(PUBLISHER, HOSTILE, "https://x.example/a/")
    assert url.isascii()
    assert not set(" <>()[]\"'`\\#+") & set(url)
    assert fields(url)["title"] == f"Error: {HOSTILE}"
    assert fields(url)["page"] == f"{HOSTILE}: https://x.example/a/"


def test_the_longest_title_makes_no_address_that_github_refuses() -> None:
    page = f"https://x.example/claims/{'a' * 100}/"
    url = reporting.error(PUBLISHER, "\N{PILE OF POO}" * 300, page)
    assert len(url) < 8192
    assert len(fields(url)["title"]) <= 256
    assert fields(url)["page"].endswith(f"…: {page}")


def test_forms_are_offered_where_there_are_any(toy: Path, edit: Edit) -> None:
    (toy / "content/pages/help.md").write_text("# Help\n\n{{ forms }}\n")
    assert Page.of(toy, "help.md").links("li") == [
        ("Suggest a claim to check", f"{TRACKER}?template=suggest-a-claim.yml"),
        ("Report an error", f"{TRACKER}?template=report-an-error.yml"),
        ("Suggest a source", f"{TRACKER}?template=suggest-a-source.yml"),
    ]
    edit("site_config/publisher.yml", TRACKER, "https://otterby.example/report")
    assert Page.of(toy, "help.md").links("li") == [
        ("desk@otterby.example", "mailto:desk@otterby.example")
    ]
