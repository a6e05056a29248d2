"""Signatures of seals: OpenSSH's file signatures (``ssh-keygen -Y``, PROTOCOL.sshsig)."""

from __future__ import annotations

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


def sign(path: Path, key: Path) -> str:
    """Sign the file at ``path`` into ``<path>.sig``; return what went wrong, or nothing."""
    signature = of(path)
    # ssh-keygen asks before it replaces a file, and the former signature is worth nothing.
    signature.unlink(missing_ok=True)
    result = _run(["-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(path)])
    return "" if signature.is_file() else result or "ssh-keygen made no signature"


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
    try:
        ended = subprocess.run(  # noqa: S603 - a fixed program, arguments of our own
            [PROGRAM, *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError:
        return f"{PROGRAM} is not installed (it comes with OpenSSH)"
    except subprocess.TimeoutExpired:
        return f"{PROGRAM} did not answer within {_PATIENCE} seconds"
    if ended.returncode == 0:
        return ""
    said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
    return said[-1] if said else f"{PROGRAM} ended with code {ended.returncode}"


def _output(arguments: Sequence[str]) -> str:
    try:
        ended = subprocess.run(  # noqa: S603 - as above
            [PROGRAM, *arguments], capture_output=True, check=False, timeout=_PATIENCE
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return ""
    return ended.stdout.decode("utf-8", "replace") if ended.returncode == 0 else ""
