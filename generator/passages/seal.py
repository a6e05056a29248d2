"""The seal of a source: what makes its quotations checkable without its text.

Strict JSON, described for other programs in SEALS.md. A seal is data from strangers as long as
nobody whom the site trusts has signed it, and even then it is read with care.
"""

from __future__ import annotations

import json
from binascii import a2b_base64, b2a_base64
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from generator.passages import tokens
from generator.passages.merkle import HASH, SALT

FORMAT = "factcheck-seal/1"
MAX_BYTES = 8 * 1024 * 1024
CHECK_BYTES = 2  # of each leaf, to say where a changed quotation breaks
SHINGLE_BYTES = 8
WRITTEN_BYTES = 4  # a token
_MAX_TOKENS = 10_000_000
_MAX_OFFSET = 2**53 - 1  # which every reader of JSON can hold (RFC 8259, section 6)


def _bytes(value: object) -> bytes:
    # The canonical spelling only: two spellings of one seal would have two signatures.
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise ValueError("text in base64 belongs here")  # noqa: TRY004 - pydantic collects it
    try:
        raw = a2b_base64(value, strict_mode=True)
    except ValueError:
        raise ValueError("not base64") from None
    if b2a_base64(raw, newline=False).decode() != value:
        raise ValueError("not the shortest base64")
    return raw


Blob = Annotated[
    bytes,
    BeforeValidator(_bytes),
    PlainSerializer(lambda raw: b2a_base64(raw, newline=False).decode()),
]
Count = Annotated[int, Field(ge=0, le=_MAX_TOKENS)]
Offset = Annotated[int, Field(ge=0, le=_MAX_OFFSET)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Captured(_Model):
    """The bytes that were captured, whatever their format."""

    sha256: Sha256
    bytes: Annotated[int, Field(ge=0)]


class Canonical(_Model):
    """The text as it was compared: normal form C, without ``removed`` invisible characters."""

    sha256: Sha256
    removed: Count


class Place(_Model):
    """Where words stand in the canonical text, in code points; the end is open."""

    start: Offset
    end: Offset


class Run(_Model):
    """A row of tokens that stand at ``at`` of the tree.

    ``salts`` holds 16 bytes a token, ``path`` the nodes beside the row, ``check`` the first two
    bytes of each leaf: they say where a changed quotation breaks and prove nothing. ``written``
    is the SHA-256 of the quoted part as the capture writes it, ``place`` that of the same part;
    a seal need not tell it.
    """

    at: Count
    tokens: Annotated[int, Field(ge=1, le=_MAX_TOKENS)]
    salts: Blob
    path: Blob
    check: Blob
    written: Blob
    place: Place | None = None

    def fits(self, tokens: int) -> bool:
        """Whether the lengths agree with each other and with a text of so many tokens."""
        lengths = (len(self.salts), len(self.check), len(self.written))
        is_sound = lengths == (SALT * self.tokens, CHECK_BYTES * self.tokens, HASH)
        return is_sound and len(self.path) % HASH == 0 and self.at + self.tokens <= tokens


class Proof(_Model):
    """The runs of one passage; the first begins with ``prefix`` tokens of its prefix."""

    prefix: Count
    suffix: Count
    runs: Annotated[list[Run], Field(min_length=1)]

    def own(self, number: int) -> tuple[int, int]:
        """Return the tokens of a run without prefix and suffix, end open."""
        run = self.runs[number]
        before = self.prefix if number == 0 else 0
        after = self.suffix if number == len(self.runs) - 1 else 0
        return run.at + before, run.at + run.tokens - after

    def places_agree(self) -> bool:
        """Whether no run has a place, or all in order, with a character a token or more."""
        if all(run.place is None for run in self.runs):
            return True
        free = 0  # the first character that the next run may begin with
        for number, run in enumerate(self.runs):
            first, end = self.own(number)
            at = run.place
            if at is None or at.start < max(free, first) or at.end - at.start < end - first:
                return False
            free = at.end + 1
        return True


class _Head(_Model):
    format: Literal["factcheck-seal/1"]
    source: Id
    extractor: Annotated[str, Field(pattern=r"^[a-z0-9.+_-]+/[A-Za-z0-9.+_-]+$", max_length=80)]
    normaliser: Literal["factcheck-tokens/1"]
    captured: Captured
    canonical: Canonical
    tokens: Count


class ClosedSeal(_Head):
    """A salted Merkle tree over the tokens, and a proof for each published passage."""

    kind: Literal["closed"]
    root: Sha256
    passages: dict[Id, Proof]

    @model_validator(mode="after")
    def _fits(self) -> ClosedSeal:
        for key, proof in self.passages.items():
            around = proof.prefix + proof.suffix
            if around >= sum(run.tokens for run in proof.runs):
                raise ValueError(f"the proof of '{key}' has no words of its own")
            if not all(run.fits(self.tokens) for run in proof.runs):
                raise ValueError(f"the proof of '{key}' has lengths that do not agree")
            if not proof.places_agree():
                raise ValueError(f"the proof of '{key}' has places that do not agree")
        return self


class OpenSeal(_Head):
    """A hash of every run of ``shingle`` tokens, in order: it gives the text away.

    ``shingles`` holds 8 bytes a run. ``written`` holds 4 bytes a token: two of the token as the
    capture writes it, two of the same with the space before it. ``inner`` are the tokens before
    which no quotation may begin or end.
    """

    kind: Literal["open"]
    shingle: Annotated[int, Field(ge=3, le=12)]
    shingles: Blob
    written: Blob
    inner: list[Count]

    @model_validator(mode="after")
    def _fits(self) -> OpenSeal:
        rows = max(0, self.tokens - self.shingle + 1)
        lengths = (len(self.shingles), len(self.written))
        if lengths != (SHINGLE_BYTES * rows, WRITTEN_BYTES * self.tokens):
            raise ValueError("'shingles' and 'written' do not have the length of the text")
        if any(a >= b for a, b in pairwise([-1, *self.inner, self.tokens + 1])):
            raise ValueError("'inner' is not in order")
        return self


Seal = ClosedSeal | OpenSeal
_SEAL: TypeAdapter[ClosedSeal | OpenSeal] = TypeAdapter(
    Annotated[ClosedSeal | OpenSeal, Field(discriminator="kind")]
)


class SealError(ValueError):
    """A seal file that cannot be used; ``line`` and ``column`` count from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def head(
    *, source: str, extractor: str, captured: Captured, canonical: Canonical
) -> dict[str, Any]:
    """Return the keys that both kinds of seal share."""
    return {
        "format": FORMAT,
        "source": source,
        "extractor": extractor,
        "normaliser": tokens.VERSION,
        "captured": captured,
        "canonical": canonical,
    }


def parse(raw: bytes) -> Seal:
    """Read a seal file. Raises SealError for anything that is not exactly one."""
    if len(raw) > MAX_BYTES:
        raise SealError(f"the seal has more than {MAX_BYTES:,} bytes")
    try:
        data = json.loads(raw.decode(), object_pairs_hook=_object, parse_constant=_refuse)
        return _SEAL.validate_python(data)
    except json.JSONDecodeError as error:
        raise SealError(f"not JSON: {error.msg}", error.lineno, error.colno) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"][1:])
        said = first["msg"].removeprefix("Value error, ")
        is_whole = not where and first["type"] == "value_error"
        raise SealError(said if is_whole else f"'{where or 'kind'}': {said}") from None
    except UnicodeDecodeError:
        raise SealError("not UTF-8") from None
    except RecursionError:
        raise SealError("nested too deeply") from None
    except ValueError as error:  # a number of thousands of digits, a key twice, NaN
        raise SealError(str(error)) from None


def dump(seal: Seal) -> bytes:
    """Write a seal: the same seal gives the same bytes."""
    data = seal.model_dump(exclude_none=True)
    return (json.dumps(data, indent=1, sort_keys=True) + "\n").encode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
