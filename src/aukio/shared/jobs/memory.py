"""Memory a job no longer needs goes back to the system, so that the worker stays small."""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Any

from django_tasks.signals import task_finished

from aukio.engines import text

ARENAS = 2
_M_ARENA_MAX = -8  # of mallopt(3) in glibc


def keep_small() -> None:
    """Called by the worker as it starts: give back what is free after each task.

    glibc otherwise keeps freed memory in a pool of its own for each thread. Systems with
    another C library are left as they are.
    """
    library = _glibc()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, ARENAS)
    task_finished.connect(give_back, dispatch_uid="jobs.memory")


def give_back(**_signal: Any) -> None:
    """Collect what nobody holds any more and return free memory to the system."""
    text.release()
    gc.collect()
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


def _glibc() -> Any | None:
    """The C library when it is glibc; None elsewhere, as on musl, macOS and Windows."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
