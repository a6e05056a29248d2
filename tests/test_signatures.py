"""A new or changed seal is a security event: somebody whom the base trusts must have signed it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator import reading, signatures, site
from tests.conftest import TOY_ARCHIVE
from tests.test_verification import HERALD, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]

pytestmark = pytest.mark.skipif(
    shutil.which(signatures.PROGRAM) is None, reason="ssh-keygen is not installed"
)
SEAL = reading.seal_of("otterby-herald-ferry")
WHO = "archivist@otterby.example"


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@otterby.example")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def make_key(path: Path) -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def allow(root: Path, key: Path) -> None:
    public = key.with_suffix(".pub").read_text()
    (root / reading.SIGNERS).write_text(f'{WHO} namespaces="factcheck-seal" {public}')


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_key(tmp_path / "key")


@pytest.fixture
def repository(toy: Path, key: Path) -> Path:
    """A corpus whose last commit trusts the key, with seals that nobody signed."""
    allow(toy, key)
    git(toy, "init", "-q")
    git(toy, "add", "-A")
    git(toy, "commit", "-q", "-m", "base")
    return toy


def since(root: Path, base: str = "HEAD") -> Result:
    return run("verify", root, "--since", base, "--archive", str(root))


def seal(root: Path, *arguments: str) -> Result:
    return run("seal", root, "--archive", str(TOY_ARCHIVE), *arguments)


def sign(root: Path, key: Path, file: str = SEAL) -> None:
    signature, fault = signatures.sign((root / file).read_bytes(), key)
    assert fault == ""
    (root / (file + reading.SIGNED)).write_bytes(signature)


def test_nothing_changed_is_fine(repository: Path) -> None:
    result = since(repository)
    assert result.exit_code == 0, result.output
    assert "nobody has signed for the captured texts of 5 of them" in result.stdout


def change(repository: Path, edit: Edit) -> None:
    """Change quotation and archive text together, and seal both again."""
    edit(HERALD, "Nine members voted in favour and two", "Ten members voted in favour and two")
    archive = shutil.copytree(TOY_ARCHIVE, repository / "archive")
    text = archive / "otterby-herald-ferry.txt"
    text.write_text(text.read_text().replace("Nine members", "Ten members"))
    result = run("seal", repository, "--archive", str(archive), "--replace", "otterby-herald-ferry")
    assert result.exit_code == 0, result.output
    shutil.rmtree(archive)


def test_quotation_and_seal_changed_together_fail(repository: Path, edit: Edit) -> None:
    change(repository, edit)
    result = since(repository)
    assert result.exit_code == 1
    assert f"{SEAL}:1:1: error: the seal has changed since HEAD" in result.stdout
    assert "[unsigned-seal]" in result.stdout
    # Without a base the quotation agrees with its seal: that is what the base is for.
    assert run("verify", repository, "--archive", str(repository)).exit_code == 0


def test_seal_and_signer_file_changed_together_fail(
    repository: Path, edit: Edit, tmp_path: Path
) -> None:
    change(repository, edit)
    other = make_key(tmp_path / "other")
    allow(repository, other)
    sign(repository, other)
    result = since(repository)
    assert result.exit_code == 1
    assert "[unsigned-seal]" in result.stdout
    assert "[changed-signers]" in result.stdout


def test_signature_of_a_trusted_key_passes(repository: Path, edit: Edit, key: Path) -> None:
    change(repository, edit)
    sign(repository, key)
    result = since(repository)
    assert result.exit_code == 0, result.output
    assert "nobody has signed for the captured texts of 2 of them" in result.stdout


def test_signature_of_another_seal_is_worth_nothing(
    repository: Path, edit: Edit, key: Path
) -> None:
    assert seal(repository, "--sign", str(key)).exit_code == 0
    change(repository, edit)
    result = since(repository)
    assert result.exit_code == 1
    assert "[unsigned-seal]" in result.stdout


def test_new_seal_needs_a_signature_too(repository: Path) -> None:
    file = repository / SEAL
    content = file.read_bytes()
    file.unlink()
    git(repository, "commit", "-q", "-a", "-m", "no seal")
    file.write_bytes(content)
    assert "the seal is new since HEAD" in since(repository).stdout


def test_every_seal_can_be_signed_at_once(repository: Path, key: Path) -> None:
    result = seal(repository, "--sign", str(key))
    assert "otterby-herald-ferry: unchanged, signed" in result.stdout
    shown = run("verify", repository, "--archive", str(repository)).stdout
    assert "nobody has signed" not in shown
    assert WHO in run("verify", repository, "--format", "json").stdout


def test_key_of_another_purpose_is_not_trusted(repository: Path, key: Path) -> None:
    public = key.with_suffix(".pub").read_text()
    (repository / reading.SIGNERS).write_text(f'{WHO} namespaces="git" {public}')
    seal(repository, "--sign", str(key))
    shown = run("verify", repository, "--archive", str(repository)).stdout
    assert "nobody has signed for the captured texts of 5 of them" in shown


def test_resealing_drops_a_signature_that_no_longer_fits(
    repository: Path, edit: Edit, key: Path
) -> None:
    seal(repository, "--sign", str(key))
    signature = repository / (SEAL + reading.SIGNED)
    assert signature.is_file()
    edit(HERALD, "  vote:\n", "  vote-again:\n")
    seal(repository)
    assert not signature.is_file()


def test_unknown_revision_is_an_error_of_use(repository: Path) -> None:
    result = since(repository, "no-such-branch")
    assert result.exit_code == 2
    assert "git knows no revision 'no-such-branch' here" in result.output


def test_no_repository_is_an_error_of_use(toy: Path) -> None:
    assert since(toy).exit_code == 2


def test_key_that_is_none_is_told(repository: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    nothing.write_text("no key")
    result = seal(repository, "--sign", str(nothing))
    assert result.exit_code == 1
    assert "the seal was not signed" in result.output


def test_empty_base_is_an_error_of_use(repository: Path, edit: Edit) -> None:
    change(repository, edit)
    result = since(repository, "")
    assert result.exit_code == 2
    assert "got an empty one" in result.output


def test_summary_counts_keys_of_the_base_alone(repository: Path, tmp_path: Path) -> None:
    other = make_key(tmp_path / "other")
    allow(repository, other)
    seal(repository, "--sign", str(other))
    result = since(repository)
    assert result.exit_code == 1
    assert "nobody has signed for the captured texts of 5 of them" in result.stdout
    assert "the signature of the seal is not that of HEAD any more" in result.stdout


def test_list_of_keys_can_be_signed_by_a_key_of_the_base(
    repository: Path, key: Path, tmp_path: Path
) -> None:
    allow(repository, make_key(tmp_path / "other"))
    assert "[changed-signers]" in since(repository).stdout
    assert since(repository).exit_code == 1
    sign(repository, key, reading.SIGNERS)
    assert "[changed-signers]" not in since(repository).stdout


def test_first_key_is_only_warned_of(repository: Path) -> None:
    git(repository, "rm", "-q", "--cached", reading.SIGNERS)
    git(repository, "commit", "-q", "-m", "no keys")
    result = since(repository)
    assert result.exit_code == 0
    assert "warning: the trusted keys are others" in result.stdout


def test_lost_signature_is_told(repository: Path, key: Path) -> None:
    seal(repository, "--sign", str(key))
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "signed")
    assert since(repository).exit_code == 0
    (repository / (SEAL + reading.SIGNED)).unlink()
    result = since(repository)
    assert result.exit_code == 1
    assert "is not that of HEAD any more [unsigned-seal]" in result.stdout


@pytest.mark.parametrize("name", [reading.SIGNERS, SEAL + reading.SIGNED, SEAL])
def test_links_are_not_followed(repository: Path, key: Path, name: str) -> None:
    seal(repository, "--sign", str(key))
    (repository / name).unlink()
    (repository / name).symlink_to("/dev/zero")
    assert since(repository).exit_code == 1


def test_bad_line_of_the_list_is_told(repository: Path) -> None:
    (repository / reading.SIGNERS).write_text("# ours\ngarbage\n")
    shown = run("verify", repository, "--archive", str(repository)).stdout
    assert f"{reading.SIGNERS}:2:1: error: the line is not a name" in shown


def test_missing_program_is_told_and_a_build_needs_none(
    repository: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(repository, "--sign", str(key))
    pages = site.outputs_of(repository, drafts=False)[0]
    monkeypatch.setattr(signatures, "PROGRAM", "no-such-program")
    result = run("verify", repository, "--archive", str(repository))
    assert result.exit_code == 1
    assert "signatures cannot be checked" in result.stdout
    assert site.outputs_of(repository, drafts=False)[0] == pages
