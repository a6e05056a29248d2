"""Bytes put aside on the disk until they are wanted: a site of any size needs no more memory."""

from __future__ import annotations

import tempfile
import weakref
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Spool:
    """A nameless file that is gone when nobody holds it."""

    def __init__(self) -> None:
        self._stream = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as its readers
        self._end = 0
        weakref.finalize(self, self._stream.close)

    def put(self, content: bytes) -> Callable[[], bytes]:
        """Put bytes aside; return what reads them back. Raises OSError."""
        start, self._end = self._end, self._end + len(content)
        self._stream.seek(start)
        self._stream.write(content)
        return partial(self._get, start, len(content))

    def _get(self, start: int, size: int) -> bytes:
        self._stream.seek(start)
        return self._stream.read(size)
