"""The archive: captured texts, private, outside the site.

For each source ``<id>.txt``, the text as it is compared with quotations. A capture that was no
plain text lies beside it, with ``<id>.json``: what made the text, the hash of the captured
bytes, and where pages or timecodes begin.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator import passages
from generator.characters import without_layout
from generator.passages.captured import CapturedText
from generator.passages.seal import Canonical, Captured, head

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = passages.VARIABLE
PLAIN = "plain/1"


class _About(BaseModel):
    """What ``<id>.json`` says; the form of each is that of the seal."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    extractor: Annotated[str, Field(pattern=r"^[a-z0-9.+_-]+/[A-Za-z0-9.+_-]+$", max_length=80)] = (
        PLAIN
    )
    captured: Captured | None = None
    places: tuple[tuple[Annotated[int, Field(ge=0)], str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Archived:
    """A text of the archive. ``places`` are (offset in code points, page or timecode)."""

    source: str
    raw: str
    extractor: str
    captured: Captured
    places: tuple[tuple[int, str], ...] = ()

    @cached_property
    def text(self) -> CapturedText:
        """The canonical text."""
        return CapturedText.of(self.raw)

    @property
    def head(self) -> dict[str, Any]:
        """What a seal of this text says first."""
        canonical = Canonical(sha256=self.text.sha256, removed=self.text.removed)
        return head(
            source=self.source,
            extractor=self.extractor,
            captured=self.captured,
            canonical=canonical,
        )

    @cached_property
    def _starts(self) -> list[int]:
        """Where each of ``places`` begins in the canonical text."""
        ends = [at for at, _ in self.places[1:]]
        pieces = [self.raw[a:b] for (a, _), b in zip(self.places, ends, strict=False)]
        first = len(without_layout(self.raw[: self.places[0][0]])) if self.places else 0
        return [*accumulate((len(without_layout(piece)) for piece in pieces), initial=first)]

    def place_of(self, token: int) -> str | None:
        """Return the page or timecode at which a token of the text stands."""
        if not self.places:
            return None
        number = bisect_right(self._starts, self.text.spans[token][0]) - 1
        return self.places[number][1] if number >= 0 else None


class ArchiveError(ValueError):
    """A file of the archive that cannot be read."""


def read(archive: Path, source: str) -> Archived | None:
    """Return a captured text, or None when the archive does not hold it.

    Raises ArchiveError when it does and the text cannot be read.
    """
    file, about = archive / f"{source}.txt", archive / f"{source}.json"
    try:
        raw = file.read_bytes()
        said = _About.model_validate_json(about.read_bytes() if about.is_file() else b"{}")
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{file.name}: byte {error.start} is not UTF-8") from None
    except ValidationError as error:
        raise ArchiveError(f"{about.name}: {_first(error)}") from None
    except OSError as error:
        raise ArchiveError(f"{file.name} or {about.name} cannot be read: {error}") from None
    captured = said.captured or Captured(sha256=hashlib.sha256(raw).hexdigest(), bytes=len(raw))
    return Archived(
        source=source,
        raw=text,
        extractor=said.extractor,
        captured=captured,
        places=said.places,
    )


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"'{where}': {first['msg']}" if where else first["msg"]


def folder(root: Path, named: Path | None = None) -> Path:
    """Return where the archive lies: the option, else the environment's word, else ``archive/``."""
    if named is not None:
        return named
    from_environment = os.environ.get(VARIABLE)
    return root / (from_environment or "archive")


def is_named(named: Path | None) -> bool:
    """Whether somebody said where the archive lies, so that its absence is a mistake."""
    return named is not None or bool(os.environ.get(VARIABLE))
