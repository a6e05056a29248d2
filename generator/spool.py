"""Bytes put aside on the disk until they are wanted: a site of any size needs no more memory."""

from __future__ import annotations

import os
import tempfile
import weakref
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Spool:
    """A nameless file that is gone when nobody holds it.

    A process that was forked reads what was put before: nobody moves a position that is shared.
    """

    def __init__(self) -> None:
        stream = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as its readers
        self._number = stream.fileno()
        self._end = 0
        weakref.finalize(self, stream.close)

    def put(self, content: bytes) -> Callable[[], bytes]:
        """Put bytes aside; return what reads them back. Raises OSError."""
        start, self._end = self._end, self._end + len(content)
        left = memoryview(content)
        while left:
            left = left[os.pwrite(self._number, left, self._end - len(left)) :]
        return partial(self._get, start, len(content))

    def _get(self, start: int, size: int) -> bytes:
        parts = []
        while size > 0 and (part := os.pread(self._number, size, start)):
            parts.append(part)
            start, size = start + len(part), size - len(part)
        return b"".join(parts)
