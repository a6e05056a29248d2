"""``factcheck seal``: what it writes, what it never writes over, and what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import reading, signatures
from generator.passages import seal as seals
from tests.conftest import TOY_ARCHIVE
from tests.test_verification import HERALD, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

ID = "otterby-herald-ferry"
SEAL = reading.seal_of(ID)
SIGNED = SEAL + reading.SIGNED
needs_ssh = pytest.mark.skipif(
    shutil.which(signatures.PROGRAM) is None, reason="ssh-keygen is not installed"
)


def seal(root: Path, *arguments: str) -> Result:
    return run("seal", root, "--archive", str(TOY_ARCHIVE), *arguments)


def make_key(path: Path, passphrase: str = "") -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def allow(root: Path, key: Path) -> None:
    (root / reading.SIGNERS).write_text(f"a@b.example {key.with_suffix('.pub').read_text()}")


# --- signatures --------------------------------------------------------------------------


@needs_ssh
def test_key_that_fails_destroys_nothing_and_is_told_once(
    toy: Path, edit: Edit, tmp_path: Path
) -> None:
    key = make_key(tmp_path / "key")
    allow(toy, key)
    seal(toy, "--sign", str(key))
    edit(HERALD, "  vote:\n", "  vote-again:\n")
    before = (toy / SEAL).read_bytes(), (toy / SIGNED).read_bytes()
    (tmp_path / "bad").write_text("no key")
    result = seal(toy, "--sign", str(tmp_path / "bad"))
    assert result.exit_code == 1
    assert result.stderr.count("the seal was not signed") == 1
    assert "= help: name a private key" in result.stderr
    assert ((toy / SEAL).read_bytes(), (toy / SIGNED).read_bytes()) == before


@needs_ssh
def test_good_signature_is_kept(toy: Path, tmp_path: Path) -> None:
    key = make_key(tmp_path / "key")
    allow(toy, key)
    assert f"{ID}: unchanged, signed\n" in seal(toy, "--sign", str(key)).stdout
    before = (toy / SIGNED).read_bytes()
    (tmp_path / "bad").write_text("no key")
    result = seal(toy, ID, "--sign", str(tmp_path / "bad"))
    assert (result.exit_code, result.stdout) == (0, f"{ID}: unchanged, signature kept\n")
    assert (toy / SIGNED).read_bytes() == before


@needs_ssh
def test_key_that_nobody_counts_is_told(toy: Path, tmp_path: Path) -> None:
    result = seal(toy, ID, "--sign", str(make_key(tmp_path / "key")))
    assert result.exit_code == 0
    said = "signed; this key is not in site_config/allowed_signers, so nobody will count it"
    assert said in result.stdout


@needs_ssh
def test_passphrase_without_a_terminal(toy: Path, tmp_path: Path) -> None:
    key = make_key(tmp_path / "key", "secret words")
    code = "from generator.cli import main; main()"
    where = ["--root", str(toy), "--archive", str(TOY_ARCHIVE)]
    ended = subprocess.run(
        [sys.executable, "-c", code, "seal", *where, "--sign", str(key)],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert ended.returncode == 1
    assert "has a passphrase and there is no terminal to ask for it" in ended.stderr
    assert f"run 'ssh-add {key}'" in ended.stderr


# --- what is there already ---------------------------------------------------------------


def test_seal_that_cannot_be_read_is_kept(toy: Path) -> None:
    (toy / SEAL).write_text("<<<<<<< HEAD\n")
    result = seal(toy, ID)
    assert result.exit_code == 1
    assert "to write a new one over it: --replace" in result.stderr
    assert (toy / SEAL).read_text() == "<<<<<<< HEAD\n"
    result = seal(toy, ID, "--replace")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{ID}: sealed, 154 words and marks, 3 proofs added\n"


def test_seal_that_is_a_folder(toy: Path) -> None:
    (toy / SEAL).unlink()
    (toy / SEAL).mkdir()
    result = seal(toy, ID, "--replace")
    assert result.exit_code == 1
    assert "[unreadable-file]" in result.stderr


def test_other_kind_of_seal_replaces_the_former(toy: Path, edit: Edit) -> None:
    edit(HERALD, "passages:\n", "seal: open\nseal_basis: Ours.\npassages:\n")
    result = seal(toy, ID)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "sealed openly" in result.stdout


def test_seal_that_could_not_be_read_again(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (toy / SEAL).unlink()
    monkeypatch.setattr(seals, "MAX_BYTES", 100)
    result = seal(toy, ID)
    assert result.exit_code == 1
    assert "[too-large]" in result.stderr
    assert not (toy / SEAL).exists()


# --- what it says ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [["seal"], ["quote", ID, "ferry"], ["capture", "x", "--id", ID]]
)
def test_folder_that_is_no_project(tmp_path: Path, command: list[str]) -> None:
    result = run(command[0], tmp_path, *command[1:])
    assert result.exit_code == 1
    assert "there is no folder site_config/ here" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_id_that_is_none_is_refused(toy: Path) -> None:
    assert seal(toy, "../x").exit_code == 2


def test_words_that_are_not_there_are_told_to_the_holder(toy: Path, edit: Edit) -> None:
    edit(HERALD, "voted in favour and two", "voted for it and two")
    result = seal(toy, ID)
    assert result.exit_code == 1
    assert "paste: quote: Nine members voted in favour and two against" in result.stderr
    assert "= help: paste it if these words are meant" in result.stderr
    assert "whoever holds" not in result.stderr


def test_one_proof_and_its_doubt(toy: Path, edit: Edit) -> None:
    edit(HERALD, "    quote: We will not close the ferry", "    quote: close the ferry")
    result = seal(toy, ID)
    assert result.exit_code == 0
    assert "1 proof added" in result.stdout
    assert "[negation-before]" in result.stderr
    # Told once, when the proof is made.
    assert seal(toy, ID).stderr == ""


def test_excused_doubt_is_not_told(toy: Path, edit: Edit) -> None:
    rows = ("excused:", "  - rule: negation-before", "    reason: x", "    until: 2999-12-31")
    excuse = "".join(f"    {row}\n" for row in rows)
    edit(HERALD, "    quote: We will not close the ferry", f"{excuse}    quote: close the ferry")
    result = seal(toy, ID)
    assert (result.exit_code, result.stderr) == (0, "")


def test_text_that_is_not_captured(toy: Path, tmp_path: Path) -> None:
    result = run("seal", toy, "--archive", str(tmp_path / "none"), ID)
    assert f"there is no {ID}.txt in {tmp_path / 'none'}/" in result.stderr
