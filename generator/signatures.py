"""Signatures of seals: OpenSSH's file signatures (``ssh-keygen -Y``, PROTOCOL.sshsig)."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMESPACE = "factcheck-seal"
_PATIENCE = 60  # seconds; a key on a card waits for a finger
PROGRAM = "ssh-keygen"


def of(path: Path) -> Path:
    """Return the file that holds the signature of the file at ``path``."""
    return path.with_name(f"{path.name}.sig")


def sign(content: bytes, key: Path) -> tuple[bytes, str]:
    """Return the signature of ``content``, or what went wrong.

    Nothing but a folder of its own is written to: a key that fails destroys nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "content"
        file.write_bytes(content)
        said = _run(["-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(file)])
        if of(file).is_file():
            return of(file).read_bytes(), ""
    return b"", _explained(said, key) if said else f"{PROGRAM} made no signature"


def _explained(said: str, key: Path) -> str:
    if "passphrase" not in said or _has_terminal():
        return said
    return (
        "the key has a passphrase and there is no terminal to ask for it; "
        f"run 'ssh-add {key}' and sign with its .pub"
    )


def _has_terminal() -> bool:
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return False
    return True


def signer(content: bytes, signature: bytes, allowed: bytes) -> str | None:
    """Return who of ``allowed`` (an allowed_signers file) signed ``content``; None for nobody."""
    with tempfile.TemporaryDirectory() as folder:
        signers, file = Path(folder) / "allowed_signers", Path(folder) / "signature"
        signers.write_bytes(allowed)
        file.write_bytes(signature)
        common = ["-f", str(signers), "-s", str(file)]
        found = _output(["-Y", "find-principals", *common])
        for principal in found.splitlines():
            checked = ["-Y", "verify", "-I", principal, "-n", NAMESPACE, *common]
            if _run(checked, content) == "":
                return principal
    return None


def _run(arguments: Sequence[str], given: bytes = b"") -> str:
    """Return an empty text when the program ends well, else what it says."""
    return _ended(arguments, given)[1]


def _output(arguments: Sequence[str]) -> str:
    return _ended(arguments)[0]


def _ended(arguments: Sequence[str], given: bytes = b"") -> tuple[str, str]:
    """Return what the program prints when it ends well, or what is wrong."""
    try:
        ended = subprocess.run(  # noqa: S603 - a fixed program, arguments of our own
            [PROGRAM, *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError:
        return "", f"{PROGRAM} is not installed (it comes with OpenSSH)"
    except OSError as error:
        return "", f"{PROGRAM} cannot be run: {error.strerror}"
    except subprocess.TimeoutExpired:
        return "", f"{PROGRAM} did not answer within {_PATIENCE} seconds"
    if ended.returncode == 0:
        return ended.stdout.decode("utf-8", "replace"), ""
    said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
    return "", said[-1] if said else f"{PROGRAM} ended with code {ended.returncode}"
