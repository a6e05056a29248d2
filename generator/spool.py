"""Bytes put aside on the disk until they are wanted: a site of any size needs no more memory."""

from __future__ import annotations

import os
import sys
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
        os.lseek(self._number, start, os.SEEK_SET)
        left = memoryview(content)
        while left:
            left = left[os.write(self._number, left) :]
        return partial(self._get, start, len(content))

    def _get(self, start: int, size: int) -> bytes:
        parts = []
        while size > 0 and (part := self._read(start, size)):
            parts.append(part)
            start, size = start + len(part), size - len(part)
        return b"".join(parts)

    def _read(self, start: int, size: int) -> bytes:
        if sys.platform == "win32":  # which has no such call, and does not fork
            os.lseek(self._number, start, os.SEEK_SET)
            return os.read(self._number, size)
        return os.pread(self._number, size, start)
