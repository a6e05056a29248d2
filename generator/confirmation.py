"""Who stands behind the seals, and what a change does to that."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator import reading, signatures
from generator.passages import seal
from generator.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.revisions import Revision

# A line of ssh-keygen's ALLOWED SIGNERS: who, options, kind of key, key.
_SIGNER = re.compile(r"\S+\s+(?:\S.*\s)?(?:ssh|ecdsa|sk)-\S+\s+[A-Za-z0-9+/]+=*(?:\s.*)?")


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """Who signed each seal, by source; None for nobody who is trusted. And what is wrong."""

    signers: Mapping[str, str | None]
    problems: list[Problem] = field(default_factory=list)


def signed(root: Path, sources: Iterable[str]) -> frozenset[str]:
    """Return the sources whose seal has a signature beside it, whoever made it."""
    return frozenset(id_ for id_ in sources if (root / _signature(id_)).is_file())


def confirm(root: Path, sources: Collection[str], base: Revision | None) -> Confirmed:
    """Look at the signature of every seal; with ``base``, by the keys that are trusted there.

    A change that brings its own keys proves nothing: new, changed and lost signatures and seals
    are told, and so is another list of keys.
    """
    own = _bytes(root, reading.SIGNERS) or b""
    allowed = own if base is None else base.read(reading.SIGNERS) or b""
    having = sorted(signed(root, sources))
    if having and shutil.which(signatures.PROGRAM) is None:
        said = f"signatures cannot be checked: {signatures.PROGRAM} is not installed"
        hint = "it comes with OpenSSH"
        problem = Problem("bad-signature", Position(_signature(having[0])), said, hint)
        return Confirmed(signers={}, problems=[problem])
    with ThreadPoolExecutor() as pool:  # each waits for a program of its own
        found = pool.map(lambda id_: _signer(root, id_, allowed), having)
        signers = dict(zip(having, found, strict=True))
    problems = [*_bad_lines(own), *_untrusted(signers)]
    if base is not None:
        problems += [*_changed(root, sources, signers, base), *_other_keys(root, own, base)]
    return Confirmed(signers=signers, problems=problems)


def signer_of(root: Path, source_id: str) -> str | None:
    """Return who of the site's own list signed a seal; None for nobody."""
    return _signer(root, source_id, _bytes(root, reading.SIGNERS) or b"")


def _signature(source_id: str) -> str:
    return reading.seal_of(source_id) + reading.SIGNED


def _bytes(root: Path, file: str) -> bytes | None:
    """Read an ordinary file; None for none, and for a link, which could lead anywhere."""
    raw, _ = reading.read_bytes(root, file, seal.MAX_BYTES)
    return raw


def _signer(root: Path, source_id: str, allowed: bytes) -> str | None:
    content, signature = (
        _bytes(root, reading.seal_of(source_id)),
        _bytes(root, _signature(source_id)),
    )
    if content is None or signature is None or not any(_key_lines(allowed)):
        return None
    return signatures.signer(content, signature, allowed)


def _key_lines(allowed: bytes) -> Iterator[tuple[int, str]]:
    rows = allowed.decode("utf-8", "replace").splitlines()
    return (
        (number, row.strip())
        for number, row in enumerate(rows, 1)
        if row.strip() and not row.strip().startswith("#")
    )


def _bad_lines(allowed: bytes) -> Iterator[Problem]:
    for number, row in _key_lines(allowed):
        if not _SIGNER.fullmatch(row):
            said = "the line is not a name, options, the kind of a key and the key"
            hint = 'write: name@newsroom.example namespaces="factcheck-seal" ssh-ed25519 AAAA…'
            yield Problem("bad-signers", Position(reading.SIGNERS, number), said, hint)


def _untrusted(signers: Mapping[str, str | None]) -> Iterator[Problem]:
    for source_id, name in signers.items():
        if name is None:
            said = "the signature is not one of this seal by a key that is trusted"
            hint = "sign the seal again with 'factcheck seal --sign KEY', or delete the signature"
            at = Position(_signature(source_id))
            yield Problem("bad-signature", at, said, hint, Severity.WARNING)


def _changed(
    root: Path, sources: Collection[str], signers: Mapping[str, str | None], base: Revision
) -> Iterator[Problem]:
    """Tell every seal that is new or changed, and every signature that is lost, unless signed."""
    for source_id in sorted(sources):
        if signers.get(source_id):
            continue
        file = reading.seal_of(source_id)
        content, before = _bytes(root, file), base.read(file)
        if content is None:
            continue
        if content != before:
            change = "is new" if before is None else "has changed"
            said = f"the seal {change} since {base.name}, and no key trusted there has signed it"
        elif base.read(_signature(source_id)) != _bytes(root, _signature(source_id)):
            said = f"the signature of the seal is not that of {base.name} any more"
        else:
            continue
        hint = "whoever holds the archive checks the text and runs 'factcheck seal --sign KEY'"
        yield Problem("unsigned-seal", Position(file), said, hint)


def _other_keys(root: Path, own: bytes, base: Revision) -> Iterator[Problem]:
    """Tell that the trusted keys change, unless a key trusted before has signed the new list."""
    before = base.read(reading.SIGNERS) or b""
    if own == before:
        return
    signature = _bytes(root, reading.SIGNERS + reading.SIGNED)
    if signature and signatures.signer(own, signature, before):
        return
    # Where nobody is trusted yet, the first key can only be put in by the owner.
    is_first = not any(_key_lines(before))
    said = f"the trusted keys are others than in {base.name}, and no key of it signed the new list"
    hint = f"ssh-keygen -Y sign -n {signatures.NAMESPACE} -f KEY {reading.SIGNERS}"
    if is_first:
        hint = "merge this only when the new keys are those of people who may seal"
    severity = Severity.WARNING if is_first else Severity.ERROR
    yield Problem("changed-signers", Position(reading.SIGNERS), said, hint, severity)
