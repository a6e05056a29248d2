"""Modules that are loaded when something of them is first asked for.

Importing all that any command may need took longer than most commands take. A module that few
runs need is named like this, so that types and layers are still checked::

    if TYPE_CHECKING:
        import pyarrow as pa
    else:
        pa = deferred("pyarrow")
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        found = getattr(import_module(self.__name__), name)
        # Pictures ask for the same few names a hundred thousand times: the next finds it here.
        setattr(self, name, found)
        return found


def deferred(name: str) -> ModuleType:
    """Return what stands for a module until it is used, and then looks everything up in it."""
    return _Deferred(name)
