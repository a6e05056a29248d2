"""Who stands behind the seals, and which of them a change brings in."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from generator import reading, signatures
from generator.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.revisions import Revision


def signers(root: Path, sources: Iterable[str]) -> dict[str, str | None]:
    """Return who of the site's trusted keys signed each seal with a signature; None for nobody."""
    allowed = _bytes(root, reading.SIGNERS) or b""
    ids = [id_ for id_ in sources if (root / (reading.seal_of(id_) + reading.SIGNED)).is_file()]
    with ThreadPoolExecutor() as pool:  # each waits for a program of its own
        return dict(zip(ids, pool.map(lambda id_: _signer(root, id_, allowed), ids), strict=True))


def _signer(root: Path, source_id: str, allowed: bytes) -> str | None:
    content, signature = (
        _bytes(root, reading.seal_of(source_id) + end) for end in ("", reading.SIGNED)
    )
    if content is None or signature is None or not allowed.strip():
        return None
    return signatures.signer(content, signature, allowed)


def unconfirmed(root: Path, sources: Iterable[str], base: Revision) -> Iterator[Problem]:
    """Yield every seal that is new or changed since ``base`` and that no key of it signed.

    The keys are those of the base: a change that brings its own keys proves nothing.
    """
    allowed = base.read(reading.SIGNERS) or b""
    for source_id in sources:
        file = reading.seal_of(source_id)
        content, before = _bytes(root, file), base.read(file)
        if content is None or content == before or _signer(root, source_id, allowed):
            continue
        change = "is new" if before is None else "has changed"
        said = f"the seal {change} since {base.name}, and no key trusted there has signed it"
        hint = "whoever holds the archive checks the text and runs 'factcheck seal --sign KEY'"
        yield Problem("unsigned-seal", Position(file), said, hint)
    if (_bytes(root, reading.SIGNERS) or b"") != allowed:
        said = f"the trusted keys are others than in {base.name}"
        hint = "merge this only when the new keys are those of people who may seal"
        at = Position(reading.SIGNERS)
        yield Problem("changed-signers", at, said, hint, Severity.WARNING)


def _bytes(root: Path, file: str) -> bytes | None:
    try:
        return (root / file).read_bytes()
    except OSError:
        return None
