"""Small recurring work (sending mail, deleting what has expired), each in a thread of its own.

A part of the house registers a chore in its ``apps.py``; the worker runs them. A chore must
be safe to run in two workers at once: it locks or claims the rows it works on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections, connections

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    name: str
    every: float  # seconds
    function: Callable[[], object]


_chores: dict[str, Chore] = {}


def register(name: str, function: Callable[[], object], *, every: float) -> None:
    """Have the worker call ``function`` every ``every`` seconds."""
    _chores[name] = Chore(name, every, function)


def registered() -> list[Chore]:
    return list(_chores.values())


class Keeper:
    """Runs every chore until told to stop."""

    def __init__(self, chores: list[Chore]) -> None:
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep, args=(chore,), name=chore.name, daemon=True)
            for chore in chores
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(timeout=5)

    def _keep(self, chore: Chore) -> None:
        while not self._stop.is_set():
            close_old_connections()
            try:
                chore.function()
            except Exception:  # a chore that fails once is tried again at its next turn
                log.exception("Chore %s failed", chore.name)
            self._stop.wait(chore.every)
        connections.close_all()
