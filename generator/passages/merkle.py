"""A Merkle tree over salted leaves, and proofs that leaves stand in it at a place.

The shape is that of RFC 9162, section 2.1.1: pairs of neighbours are hashed upwards, and a
node without a neighbour moves up as it is. Leaves and inner nodes are hashed with different
first bytes, so that neither can be taken for the other; the number of leaves is hashed into
the root, so that it can't be changed either.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HASH = 32  # bytes
SALT = 16  # bytes


def leaves_of(salts: bytes, tokens: Sequence[str]) -> list[bytes]:
    """Hash each token under its salt; ``salts`` are SALT bytes a token, in a row."""
    return [
        sha256(b"\x00" + salts[at : at + SALT] + token.encode()).digest()
        for at, token in zip(range(0, len(salts), SALT), tokens, strict=False)
    ]


def levels(leaves: Sequence[bytes]) -> list[Sequence[bytes]]:
    """Return the rows of the tree from the leaves up; the last row has one node."""
    rows: list[Sequence[bytes]] = [leaves]
    while len(rows[-1]) > 1:
        row = rows[-1]
        rows.append(_above(row))
    return rows


def _above(row: Sequence[bytes]) -> list[bytes]:
    pairs = zip(row[::2], row[1::2], strict=False)
    above = [sha256(b"\x01" + left + right).digest() for left, right in pairs]
    return [*above, row[-1]] if len(row) % 2 else above


def root(count: int, top: bytes) -> bytes:
    """Hash the number of leaves and the top node into the root."""
    return sha256(b"\x02" + count.to_bytes(8, "big") + top).digest()


def proof(rows: Sequence[Sequence[bytes]], start: int, end: int) -> bytes:
    """Return the nodes beside ``start`` to ``end`` (open), from the leaves up, left first."""
    path = b""
    for row in rows[:-1]:
        if start % 2:
            path += row[start - 1]
        if end % 2 and end < len(row):
            path += row[end]
        start, end = start // 2, (end + 1) // 2
    return path


def root_of(leaves: list[bytes], start: int, count: int, path: bytes) -> bytes | None:
    """Return the root that ``leaves`` at ``start`` of ``count`` lead to with a proof.

    None when the proof is too short or too long, or the place lies outside the tree.
    """
    end, size, taken, row = start + len(leaves), count, 0, leaves
    if not leaves or start < 0 or end > count:
        return None
    while size > 1:
        # Neighbours that the row lacks on either side come from the proof.
        if start % 2:
            row = [path[taken : taken + HASH], *row]
            taken += HASH
        if end % 2 and end < size:
            row = [*row, path[taken : taken + HASH]]
            taken += HASH
        if taken > len(path):
            return None
        row = _above(row)
        start, end, size = start // 2, (end + 1) // 2, (size + 1) // 2
    return root(count, row[0]) if taken == len(path) else None
