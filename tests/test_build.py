"""A real build of the project's own corpus."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from generator import publication, site, urls
from generator.hosts.switches import PREVIEW
from tests.conftest import own_pages
from tests.hosted import ENVIRONMENT, ROOT, dead_links, foreign_resources, mkdocs, read_page
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Edit = Callable[[str, str, str], None]


def test_every_link_and_anchor_leads_somewhere(own_site: Path) -> None:
    assert dead_links(own_site) == []


def test_a_dead_link_and_a_dead_anchor_are_found(own_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(own_site, copy)
    page = copy / "about" / "index.html"
    text = page.read_text("utf-8")
    page.write_text(text + '<a href="../gone/">x</a><a href="../method/#gone">y</a>', "utf-8")
    assert dead_links(copy) == ["about/index.html: ../gone/", "about/index.html: ../method/#gone"]


def test_nothing_is_loaded_from_another_host(own_site: Path) -> None:
    assert foreign_resources(own_site) == []


def test_no_page_has_one_id_twice(own_site: Path) -> None:
    pages = sorted(own_site.rglob("*.html"))
    assert {str(p): page.doubles for p in pages if (page := read_page(p)).doubles} == {}


def test_every_output_is_a_page_and_every_page_an_output(own_site: Path) -> None:
    outputs, _, _ = site.outputs_of(ROOT, drafts=False)
    pages = [output.path for output in outputs if output.is_page]
    wanted = {urls.published("", path) + "index.html" for path in pages}
    made = {page.relative_to(own_site).as_posix() for page in own_site.rglob("*.html")}
    files = [output.path for output in outputs if not output.is_page]
    assert made - {"404.html", *files} == wanted
    assert files
    assert [path for path in files if not (own_site / path).is_file()] == []


def test_drafts_are_nowhere(own_site: Path) -> None:
    _, inputs, _ = site.outputs_of(ROOT, drafts=True)
    assert inputs is not None
    drafts = [claim for claim in inputs.corpus.claims.values() if not claim.is_public]
    text = "".join(
        file.read_text("utf-8")
        for file in own_site.rglob("*")
        if file.suffix in (".html", ".json", ".xml")
    )
    assert [d.id for d in drafts if f"/{d.id}/" in text or d.title in text] == []


def test_another_address_than_the_publishers_ends_the_build(toy: Path) -> None:
    own = (ROOT / "mkdocs.yml").read_text("utf-8")
    (toy / "mkdocs.yml").write_text(f"{own}\nsite_url: https://x.example/\n", "utf-8")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    result = mkdocs("build", cwd=toy)
    assert result.returncode == 1
    assert "mkdocs.yml says site_url: https://x.example/, but " in result.stdout
    assert "site_config/publisher.yml says url: https://otterby.example/; remove" in result.stdout
    assert not (toy / "site").exists()


def test_edit_link_leads_to_the_record(own_site: Path) -> None:
    _, inputs, _ = site.outputs_of(ROOT, drafts=False)
    assert inputs is not None
    base = inputs.corpus.publisher.edit_url
    for claim in list(publication.public(inputs.corpus).claims.values())[:5]:
        page = read_page(own_site / "claims" / claim.id / "index.html")
        own = [link for link in page.links if base and link.startswith(base)]
        file = next((ROOT / "claims").rglob(f"{claim.id}.yml")).relative_to(ROOT).as_posix()
        # The pencil of the theme and the link at the end of the page.
        assert own == [f"{base}{file}"] * 2


def test_page_not_found_helps_on(own_site: Path) -> None:
    page = read_page(own_site / "404.html")
    assert any(link.endswith("/claims/") for link in page.links)
    assert any(link.startswith("mailto:") for link in page.links)


def test_preview_shows_drafts_and_quotations_without_a_proof(
    toy: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    own_pages(toy)
    source = "content/sources/otterby-herald-ferry.yml"
    new = "  board:\n    quote: harbour board will publish the timetable\n    kind: narration\n"
    edit(source, "  vote:\n", f"{new}  vote:\n")
    assert mkdocs("build", "--quiet", cwd=toy).returncode == 1
    monkeypatch.setitem(ENVIRONMENT, PREVIEW, "1")
    assert mkdocs("build", "--quiet", cwd=toy).returncode == 0
    page = (toy / "site/claims/timetable-in-april/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex"' in page
    page = (toy / "site/sources/otterby-herald-ferry/index.html").read_text("utf-8")
    assert "harbour board will publish the timetable" in page
    assert "not verified" in page.lower()


def test_build_with_problems_prints_all_and_fails(toy: Path) -> None:
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    (toy / "content/topics/broken.yml").write_text("nmae: x\nname: [\n")
    (toy / "content/topics/other.yml").write_text("name: y\nnmae: x\n")
    result = mkdocs("build", cwd=toy)
    assert result.returncode == 1
    said = result.stdout + result.stderr
    assert "content/topics/broken.yml:3:1: error" in said
    assert "content/topics/other.yml:2:1: error" in said
    assert "did you mean 'name'?" in said
    assert "Traceback" not in said
    assert not (toy / "site").exists()


def test_strict_build_tells_of_warnings_and_fails_for_a_dead_link(tmp_path: Path) -> None:
    made = tmp_path / "newsroom"
    assert run("init", made).exit_code == 0
    (made / "content/topics/lonely.yml").write_text("name: Lonely\ndescription: Nobody's.\n")
    result = mkdocs("build", "--strict", cwd=made)
    assert (result.returncode, "nothing names a topic 'lonely'" in result.stderr) == (0, True)
    with (made / "content/pages/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[gone](method.md#gone)\n")
    result = mkdocs("build", "--strict", cwd=made)
    assert (result.returncode, "'method.md#gone'" in result.stderr) == (1, True)


def test_publisher_texts_cannot_break_the_head(toy: Path) -> None:
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    own_pages(toy)
    publisher = toy / "site_config/publisher.yml"
    rows = publisher.read_text("utf-8").split("\n")
    rows = [row for row in rows if not row.startswith(("name:", "tagline:"))]
    hostile = ["name: A </title><script>x</script>", 'tagline: \'Did "we" say "so"?\'']
    publisher.write_text("\n".join([*hostile, *rows]), "utf-8")
    result = mkdocs("build", "--quiet", cwd=toy)
    assert result.returncode == 0, result.stderr
    for page in ("index.html", "404.html", "claims/index.html"):
        tree = LexborHTMLParser((toy / "site" / page).read_text("utf-8"))
        assert [node.text() for node in tree.css("script") if node.text() == "x"] == []
        assert [sorted(n.attributes) for n in tree.css("meta[name=description]")] == [
            ["content", "name"]
        ] * len(tree.css("meta[name=description]"))


def test_checks_in_a_language_that_the_theme_does_not_speak(toy: Path, edit: Edit) -> None:
    edit("site_config/publisher.yml", "language: en", "language: en-GB")
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    result = mkdocs("build", "--quiet", cwd=toy)
    assert result.returncode == 0, result.stderr
    tree = LexborHTMLParser((toy / "site/index.html").read_text("utf-8"))
    html, body, skip = (tree.css_first(name) for name in ("html", "body", ".md-skip"))
    assert html is not None
    assert body is not None
    assert skip is not None
    assert (html.attributes["lang"], body.attributes["dir"]) == ("en-GB", "ltr")
    assert skip.text().strip() == "Skip to content"
