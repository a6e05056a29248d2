"""The closed seal: these words stood at this place, and nothing else can be guessed.

Each token is a leaf of a Merkle tree, hashed with a salt of its own. The salts are drawn from
the whole text (SHAKE256, FIPS 202), so that whoever holds the text can make the same seal again,
and whoever lacks any part of it knows no salt but those that the proofs disclose.
"""

from __future__ import annotations

from hashlib import sha256, shake_256
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.passages import merkle
from generator.passages.quotation import Fault, Quotation, Result, State
from generator.passages.seal import ClosedSeal, Proof, Run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from generator.passages.captured import CapturedText

_DOMAIN = b"factcheck-seal/1 salts\x00"
_CHECK = 2  # bytes of each leaf that say where a changed quotation breaks
# With fewer unknown tokens than this, a machine could try all texts that a reader would
# expect: English runs at about one bit a letter (Shannon 1951), some four bits a token.
MIN_HIDDEN = 40


class Tree:
    """The tree over a captured text, made once for all its passages."""

    def __init__(self, text: CapturedText) -> None:
        self.text = text
        size = merkle.SALT
        stream = shake_256(_DOMAIN + text.text.encode()).digest(size * len(text.words))
        self.salts = [stream[at : at + size] for at in range(0, len(stream), size)]
        leaves = [merkle.leaf(*pair) for pair in zip(self.salts, text.words, strict=True)]
        self.rows = merkle.levels(leaves) if leaves else [[b""]]

    @property
    def root(self) -> str:
        """The root, in hexadecimal digits."""
        return merkle.root(len(self.salts), self.rows[-1][0]).hex()

    def prove(self, quotation: Quotation, result: Result) -> Proof:
        """Return the proof of a passage that ``result`` found in this text."""
        runs = [
            self._run(*covered, written=self.text.as_written(*span))
            for covered, span in zip(result.covered, result.ranges, strict=True)
        ]
        return Proof(prefix=len(quotation.prefix), suffix=len(quotation.suffix), runs=runs)

    def _run(self, start: int, end: int, written: str) -> Run:
        return Run(
            at=start,
            tokens=end - start,
            salts=b"".join(self.salts[start:end]),
            path=merkle.proof(self.rows, start, end),
            check=b"".join(leaf[:_CHECK] for leaf in self.rows[0][start:end]),
            written=sha256(written.encode()).digest(),
        )


def seal(text: CapturedText, passages: Mapping[str, Proof], tree: Tree, **head: Any) -> ClosedSeal:  # noqa: ANN401 - the shared keys
    """Make the closed seal of a text; ``head`` are the keys that ``seal.head`` returns."""
    return ClosedSeal(
        **head, kind="closed", tokens=len(text.words), root=tree.root, passages=dict(passages)
    )


def compare(quotation: Quotation, passage: str, seal: ClosedSeal) -> Result:
    """Compare a quotation with what the seal proves of the passage of that id."""
    proof = seal.passages.get(passage)
    if proof is None:
        return Result(State.NEEDS_ARCHIVE)
    if not quotation.runs or not all(quotation.runs):
        return Result(State.NOT_FOUND, fault=Fault.WORDS)
    for number in range(len(quotation.runs)):
        matched = _broken(quotation, number, proof, seal)
        if matched is not None:
            before = sum(len(run) for run in quotation.runs[:number])
            is_around = matched == len(quotation.runs[number])
            fault = Fault.AROUND if is_around else Fault.WORDS
            return Result(State.NOT_FOUND, matched=before + matched, fault=fault)
    counts = (len(quotation.prefix), len(quotation.suffix), len(quotation.runs))
    covered = tuple((run.at, run.at + run.tokens) for run in proof.runs)
    in_order = all(a[1] <= b[0] for a, b in pairwise(covered))
    if counts != (proof.prefix, proof.suffix, len(proof.runs)) or not in_order:
        matched = len(quotation.tokens)
        return Result(State.NOT_FOUND, matched=matched, fault=Fault.AROUND)
    same = [sha256(part.encode()).digest() for part in quotation.parts]
    state = State.VERBATIM if same == [r.written for r in proof.runs] else State.TYPOGRAPHY
    return Result(state, quotation.within(covered), covered)


def _broken(quotation: Quotation, number: int, proof: Proof, seal: ClosedSeal) -> int | None:
    """Return how many tokens of a run match what is sealed; None when all is proven."""
    if number >= len(proof.runs):
        return 0
    run, words = proof.runs[number], quotation.covering(number)
    size = merkle.SALT
    salts = (run.salts[at : at + size] for at in range(0, size * len(words), size))
    leaves = list(map(merkle.leaf, salts, words))
    if len(words) == run.tokens and len(run.salts) == size * run.tokens:
        top = merkle.root_of(leaves, run.at, seal.tokens, run.path)
        if top is not None and top.hex() == seal.root:
            return None
    good = 0
    while good < min(len(words), run.tokens) and _agrees(leaves[good], run, good):
        good += 1
    before = len(quotation.prefix) if number == 0 else 0
    return max(0, min(good - before, len(quotation.runs[number])))


def _agrees(leaf: bytes, run: Run, at: int) -> bool:
    return leaf[:_CHECK] == run.check[at * _CHECK : at * _CHECK + _CHECK]
