"""The closed seal: these words stood at this place, and nothing else can be guessed.

Each token is a leaf of a Merkle tree, hashed with a salt of its own. The salts are drawn from
the whole text (SHAKE256, FIPS 202), so that whoever holds the text can make the same seal again,
and whoever lacks any part of it knows no salt but those that the proofs disclose.
"""

from __future__ import annotations

from hashlib import sha256, shake_256
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from generator.passages import merkle
from generator.passages.quotation import Fault, Quotation, Result, State
from generator.passages.seal import CHECK_BYTES, ClosedSeal, Place, Proof, Run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from generator.passages.captured import CapturedText
    from generator.passages.quotation import Span

_DOMAIN = b"factcheck-seal/1 salts\x00"
# With fewer unknown tokens than this, a machine could try all texts that a reader would
# expect: English runs at about one bit a letter (Shannon 1951), some four bits a token.
MIN_HIDDEN = 40
# The places of quotations tell how many characters stand between two of them. Of words whose
# number is known that is some five bits, seven between passages far apart: less than two tokens.
PLACE_COST = 2


class Tree:
    """The tree over a captured text, made once for all its passages."""

    def __init__(self, text: CapturedText) -> None:
        self.text = text
        size = merkle.SALT * len(text.words)
        self.salts = shake_256(_DOMAIN + text.text.encode()).digest(size)
        leaves = merkle.leaves_of(self.salts, text.words)
        self.rows = merkle.levels(leaves) if leaves else [[b""]]

    @property
    def root(self) -> str:
        """The root, in hexadecimal digits."""
        return merkle.root(len(self.text.words), self.rows[-1][0]).hex()

    def prove(self, quotation: Quotation, result: Result, *, is_placed: bool = True) -> Proof:
        """Return the proof of a passage that ``result`` found in this text.

        ``is_placed``: it tells at which characters the passage stands, too.
        """
        runs = [
            self._run(covered, own, is_placed=is_placed)
            for covered, own in zip(result.covered, result.ranges, strict=True)
        ]
        return Proof(prefix=len(quotation.prefix), suffix=len(quotation.suffix), runs=runs)

    def _run(self, covered: Span, own: Span, *, is_placed: bool) -> Run:
        start, end = covered
        first, last = self.text.place(*own)
        return Run(
            at=start,
            tokens=end - start,
            salts=self.salts[merkle.SALT * start : merkle.SALT * end],
            path=merkle.proof(self.rows, start, end),
            check=b"".join(leaf[:CHECK_BYTES] for leaf in self.rows[0][start:end]),
            written=sha256(self.text.as_written(*own).encode()).digest(),
            place=Place(start=first, end=last) if is_placed else None,
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
    if len(quotation.runs) != len(proof.runs):
        matched = _good(quotation, 0, proof) if len(quotation.runs) < len(proof.runs) else 0
        return Result(State.NOT_FOUND, matched=matched, fault=Fault.OMISSIONS)
    before = 0
    for number, run in enumerate(quotation.runs):
        fault, matched = _fault(quotation, number, proof, seal)
        if fault is not None:
            return Result(State.NOT_FOUND, matched=before + matched, fault=fault)
        before += len(run)
    covered = tuple((run.at, run.at + run.tokens) for run in proof.runs)
    if not all(a[1] < b[0] for a, b in pairwise(covered)):
        return Result(State.NOT_FOUND, matched=before, fault=Fault.SEAL)
    same = [sha256(part.encode()).digest() for part in quotation.parts]
    state = State.VERBATIM if same == [r.written for r in proof.runs] else State.TYPOGRAPHY
    return Result(state, quotation.within(covered), covered)


def _fault(
    quotation: Quotation, number: int, proof: Proof, seal: ClosedSeal
) -> tuple[Fault | None, int]:
    """Return why a run is not proven, and how many of its tokens match; None when it is."""
    run, words = proof.runs[number], quotation.covering(number)
    if (len(quotation.prefix), len(quotation.suffix)) == (proof.prefix, proof.suffix):
        leaves = merkle.leaves_of(run.salts, words)
        if len(words) == run.tokens:
            top = merkle.root_of(leaves, run.at, seal.tokens, run.path)
            if top is not None and top.hex() == seal.root:
                return None, len(quotation.runs[number])
    good = _good(quotation, number, proof)
    own = len(quotation.runs[number])
    if (len(quotation.prefix), len(quotation.suffix)) != (proof.prefix, proof.suffix):
        return (Fault.AROUND if good == own else Fault.WORDS), good
    if good < min(own, _own_tokens(proof, number)):
        return Fault.WORDS, good
    if len(words) == run.tokens:
        return (Fault.SEAL if _all_agree(run, words) else Fault.AROUND), good
    return (Fault.LONGER if len(words) > run.tokens else Fault.SHORTER), good


def _own_tokens(proof: Proof, number: int) -> int:
    """Count the tokens of a sealed run without prefix and suffix."""
    start, end = proof.own(number)
    return end - start


def _good(quotation: Quotation, number: int, proof: Proof) -> int:
    """Count the leading tokens of a run that match what is sealed, by the leaves' checks."""
    run, before = proof.runs[number], proof.prefix if number == 0 else 0
    own = quotation.runs[number][: _own_tokens(proof, number)]
    leaves = merkle.leaves_of(run.salts[merkle.SALT * before :], own)
    agreeing = takewhile(lambda pair: _agrees(pair[1], run, pair[0]), enumerate(leaves, before))
    return sum(1 for _ in agreeing)


def _all_agree(run: Run, words: list[str]) -> bool:
    leaves = merkle.leaves_of(run.salts, words)
    return all(_agrees(leaf, run, at) for at, leaf in enumerate(leaves))


def _agrees(leaf: bytes, run: Run, at: int) -> bool:
    return leaf[:CHECK_BYTES] == run.check[at * CHECK_BYTES : at * CHECK_BYTES + CHECK_BYTES]
