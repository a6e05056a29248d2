"""From a page or file to archive, record and seal; a changed text is never taken silently."""

from __future__ import annotations

import hashlib
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import capturing, corpus, reading, storing
from generator.cli import main
from generator.extraction import Capture
from tests.conftest import TOY_ARCHIVE
from tests.test_verification import HERALD, run, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

pytest.importorskip("trafilatura", reason="the packages that read captures are not installed")

PAGE = """<!doctype html><html lang="en"><head><title>Ferry - The Paper</title>
<meta property="og:title" content="Ferry runs on">
<meta property="og:site_name" content="The Paper"></head><body><nav>News Sport</nav><article>
<h1>Ferry runs on</h1>
<p>The council said on Tuesday that it &ldquo;will not&rdquo; close the ferry, which costs 41,500
crowns a year and carries some forty people over the sound on an ordinary day in winter.</p>
<p>Nobody on the island was asked, the clerk said, and nobody will be asked before the summer,
when the harbour board of the town makes the timetable for the coming year.</p>
</article></body></html>"""
SUBTITLES = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ada Quill>We will not close

00:01:05.000 --> 00:01:09.000
the ferry this winter, nor the next one,

00:02:00.000 --> 00:02:09.000
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/ferry.html").write_text(PAGE, "utf-8")
    handler = partial(Quiet, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def capture(root: Path, what: Path | str, id_: str, *more: str) -> Result:
    where = ("--root", str(root), "--archive", str(root / "archive"))
    return CliRunner().invoke(main, ["capture", str(what), "--id", id_, *where, *more])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.html"
    file.write_text(PAGE, "utf-8")
    return file


def test_saved_page_becomes_text_record_and_seal(toy: Path, page: Path) -> None:
    result = capture(toy, page, "paper-ferry")
    assert result.exit_code == 0, result.output
    text = (toy / "archive/paper-ferry.txt").read_text("utf-8")
    assert "it “will not” close the ferry" in text
    assert "Sport" not in text
    assert (toy / "archive/paper-ferry.original.html").read_text("utf-8") == PAGE
    sources, problems = corpus.load_sources(toy)
    assert problems == []
    source = sources.sources["paper-ferry"]
    assert (source.title, source.publisher, source.published) == (
        "Ferry runs on",
        "The Paper",
        None,
    )
    assert (source.url, source.accessed, source.status) == (None, None, None)
    seal = sources.seals["paper-ferry"]
    assert seal.extractor.startswith("trafilatura/")
    assert seal.captured.bytes == len(PAGE.encode())


def test_captured_words_can_be_quoted_sealed_and_verified(
    toy: Path, page: Path, edit: Edit
) -> None:
    capture(toy, page, "paper-ferry")
    archive = str(toy / "archive")
    words = "Nobody on the island was asked"
    quoted = run_with(toy, archive, "quote", "paper-ferry", words).stdout
    edit("content/sources/paper-ferry.yml", "passages: {}\n", "passages:\n" + quoted)
    assert "1 not compared" in run_with(toy, archive, "verify").stdout
    assert run_with(toy, archive, "seal", "paper-ferry").exit_code == 0
    assert "6 quotations: 6 verbatim" in run_with(toy, archive, "verify").stdout
    # Anyone without the archive can do the same.
    assert "6 quotations: 6 verbatim" in verify(toy).stdout


def run_with(root: Path, archive: str, command: str, *arguments: str) -> Result:
    where = ("--root", str(root), "--archive", archive)
    return CliRunner().invoke(main, [command, *where, *arguments])


def test_address_is_fetched_and_recorded(toy: Path, server: str) -> None:
    url = f"{server}/ferry.html"
    result = capture(toy, url, "paper-ferry")
    assert result.exit_code == 0, result.output
    # A port or a bare number is no public address: the record does without.
    record = (toy / "content/sources/paper-ferry.yml").read_text()
    assert "# url: the capture has one that no record can hold\nurl: null\n" in record
    assert (toy / "archive/paper-ferry.txt").is_file()


def test_missing_page_is_told_and_nothing_is_written(toy: Path, server: str) -> None:
    result = capture(toy, f"{server}/none.html", "paper-ferry")
    assert result.exit_code == 1
    assert "[unreadable-capture]" in result.stderr
    assert not (toy / "archive").exists()
    assert not (toy / "content/sources/paper-ferry.yml").exists()


def test_timecodes_are_kept_for_each_passage(toy: Path, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    file = tmp_path / "talk.vtt"
    file.write_text(SUBTITLES + words + "\n", "utf-8")
    assert capture(toy, file, "talk").exit_code == 0
    archive = str(toy / "archive")
    for quoted, place in (("We will not", "00:00:01"), ("nor the next one", "00:01:05")):
        shown = run_with(toy, archive, "quote", "talk", quoted).stdout
        assert place in shown.splitlines()[-1]


def test_plain_text_is_taken_as_it_is(toy: Path) -> None:
    file = TOY_ARCHIVE / "otterby-herald-ferry.txt"
    before = (toy / HERALD).read_bytes(), (toy / reading.seal_of(file.stem)).read_bytes()
    assert capture(toy, file, file.stem).exit_code == 0
    assert (toy / f"archive/{file.name}").read_bytes() == file.read_bytes()
    after = (toy / HERALD).read_bytes(), (toy / reading.seal_of(file.stem)).read_bytes()
    assert after == before
    assert "holds this text already" in capture(toy, file, file.stem).stdout


def test_changed_text_is_reported_and_not_stored(toy: Path, tmp_path: Path) -> None:
    source = TOY_ARCHIVE / "otterby-herald-ferry.txt"
    capture(toy, source, source.stem)
    changed = tmp_path / "new.txt"
    changed.write_text(source.read_text("utf-8").replace("Nine members", "Ten members"), "utf-8")
    result = capture(toy, changed, source.stem)
    assert result.exit_code == 1
    assert "2 of 3 passages still stand" in result.stderr
    assert "[-Nine-] {+Ten+} members voted" in result.stderr
    assert (toy / f"archive/{source.name}").read_bytes() == source.read_bytes()


def test_replaced_capture_is_kept(toy: Path, tmp_path: Path, edit: Edit) -> None:
    source = TOY_ARCHIVE / "otterby-herald-ferry.txt"
    capture(toy, source, source.stem)
    changed = tmp_path / "new.txt"
    changed.write_text(source.read_text("utf-8").replace("Nine members", "Ten members"), "utf-8")
    edit(HERALD, "Nine members", "Ten members")
    result = capture(toy, changed, source.stem, "--replace")
    assert result.exit_code == 0, result.output
    (kept,) = (toy / "archive/former").rglob("*.txt")
    assert kept.read_bytes() == source.read_bytes()
    assert "5 verbatim" in verify(toy).stdout


def test_passages_that_break_are_to_be_mended(toy: Path, tmp_path: Path) -> None:
    source = TOY_ARCHIVE / "otterby-herald-ferry.txt"
    capture(toy, source, source.stem)
    changed = tmp_path / "new.txt"
    changed.write_text(source.read_text("utf-8").replace("Nine members", "Ten members"), "utf-8")
    result = capture(toy, changed, source.stem, "--replace")
    assert result.exit_code == 1
    assert "1 of 154 words and marks differ" in result.stderr
    assert f"mend the passages, then: factcheck seal {source.stem} --replace" in result.stderr
    (kept,) = (toy / "archive/former").rglob("*.txt")
    assert kept.parent.name == hashlib.sha256(source.read_bytes()).hexdigest()[:12]


def test_same_text_of_another_capture_is_stored(toy: Path, page: Path) -> None:
    capture(toy, page, "paper-ferry")
    page.write_text(PAGE + "<!-- later -->", "utf-8")
    result = capture(toy, page, "paper-ferry")
    assert result.exit_code == 0, result.output
    assert "the same text, captured otherwise" in result.stdout
    assert (toy / "archive/paper-ferry.original.html").read_text("utf-8").endswith("later -->")
    mark = hashlib.sha256(PAGE.encode()).hexdigest()[:12]
    former = toy / "archive/former" / mark
    assert len(list(former.iterdir())) == 3
    assert (former / "paper-ferry.original.html").read_text("utf-8") == PAGE


def test_nothing_of_the_archive_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "a.json").write_bytes(b"{}")
    (tmp_path / "a-b.txt").write_bytes(b"of another")
    (tmp_path / "former/abc").mkdir(parents=True)
    (tmp_path / "former/abc/a.txt").write_bytes(b"zero")
    kept = storing.store(tmp_path, "a", {"a.txt": b"two"}, "abc")
    assert kept == tmp_path / "former/abc-2"
    assert {f.name: f.read_bytes() for f in kept.iterdir()} == {"a.txt": b"one", "a.json": b"{}"}
    assert (tmp_path / "former/abc/a.txt").read_bytes() == b"zero"
    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert not (tmp_path / "a.json").exists()
    assert (tmp_path / "a-b.txt").exists()
    assert storing.store(tmp_path, "a", {"a.txt": b"two"}, "abc") is None


def test_kind_of_a_capture_gives_its_ending() -> None:
    capture = Capture(text="words", extractor="pypdf/7", suffix=".pdf")
    kept = capturing.archived("a", b"%PDF-", capture)
    assert "a.original.pdf" in capturing.files(kept, b"%PDF-", capture.suffix)


def test_removed_characters_are_counted(toy: Path, tmp_path: Path) -> None:
    file = tmp_path / "soft.txt"
    words = " ".join(f"word{number}" for number in range(60))
    file.write_text(f"il\u00adle\u200bgal {words}", "utf-8")
    assert "2 invisible characters removed" in capture(toy, file, "soft").stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"\xff\xfe\xff", "UTF-8"), (b"... \n", "no words")],
)
def test_what_holds_no_text_is_refused(
    toy: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "broken.txt"
    file.write_bytes(content)
    result = capture(toy, file, "broken")
    assert result.exit_code == 1
    assert said in result.output
    assert not (toy / "content/sources/broken.yml").exists()


def test_binary_file_is_named_without_an_excerpt(toy: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"\xff\xd8\xff\xe0 garbage")
    result = capture(toy, file, "photo")
    assert result.exit_code == 1
    assert "this is a picture (JPEG); capture takes HTML, PDF, SRT, VTT" in result.stderr
    assert " | " not in result.stderr


def test_address_that_a_page_states(toy: Path, tmp_path: Path) -> None:
    file = tmp_path / "ferry.html"
    link = '<link rel="canonical" href="https://paper.example/ferry"></head>'
    file.write_text(PAGE.replace("</head>", link), "utf-8")
    assert capture(toy, file, "paper-ferry").exit_code == 0
    record = (toy / "content/sources/paper-ferry.yml").read_text()
    said = "# url: as the metadata of the capture states it\nurl: https://paper.example/ferry\n"
    assert said in record
    assert "accessed: null" in record


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("Ferry runs on", "Ferry " * 60, "title"),
        ('lang="en"', 'lang="en-us-x-old"', "language"),
        ("</head>", '<link rel="canonical" href="http://[x]/"></head>', "url"),
    ],
)
def test_what_no_record_can_hold_is_left_out(
    toy: Path, tmp_path: Path, old: str, new: str, key: str
) -> None:
    file = tmp_path / "ferry.html"
    file.write_text(PAGE.replace(old, new), "utf-8")
    result = capture(toy, file, "paper-ferry")
    assert result.exit_code == 0, result.output
    record = (toy / "content/sources/paper-ferry.yml").read_text()
    assert f"{key}: {'und' if key == 'language' else 'null'}\n" in record


def test_language_that_is_none_is_an_error_of_use(toy: Path, page: Path) -> None:
    result = capture(toy, page, "paper-ferry", "--language", "English")
    assert result.exit_code == 2
    assert "'English' is not a language tag" in result.stderr
    assert not (toy / "archive").exists()
    assert not (toy / "content/sources/paper-ferry.yml").exists()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("ftp://paper.example/x", "only http and https addresses are fetched"),
        ("file:///etc/passwd", "only http and https addresses are fetched"),
        ("paper.example/ferry", "for a web address write https:// in front"),
        ("www.paper.example", "for a web address write https:// in front"),
    ],
)
def test_address_that_is_none(toy: Path, what: str, said: str) -> None:
    result = capture(toy, what, "paper-ferry")
    assert (result.exit_code, said in result.stderr) == (1, True)


def test_file_that_is_not_there(toy: Path, tmp_path: Path) -> None:
    result = capture(toy, tmp_path / "none.txt", "none")
    assert result.exit_code == 1
    assert "cannot be read" in result.stderr


def test_id_that_is_none_is_an_error_of_use(toy: Path, page: Path) -> None:
    assert capture(toy, page, "Not An Id").exit_code == 2


def test_text_too_short_to_hide_anything_is_not_sealed(toy: Path, tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_text("The ferry runs on, the clerk said.", "utf-8")
    result = capture(toy, file, "short")
    assert result.exit_code == 1
    assert "a machine could guess" in result.stderr
    assert run("check", toy, "--as-of", "2031-03-31").exit_code == 0
