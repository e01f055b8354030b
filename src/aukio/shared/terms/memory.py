"""Keeps a vocabulary's words at hand, so that a page does not ask the database for them.

Each process remembers for at most a minute (another process may have loaded new words) and
forgets at once what it changes itself. What is read inside a transaction may still be rolled
back, so it is not remembered.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models.signals import post_delete, post_migrate, post_save

if TYPE_CHECKING:
    from aukio.shared.terms.queries import Word

SECONDS = 60.0
_kept: dict[str, tuple[float, list[Word]]] = {}


def remembered(vocabulary: str, fetch: Callable[[], list[Word]]) -> list[Word]:
    """What ``fetch`` gives for this vocabulary, from memory when it is fresh.

    An empty answer is not remembered: the vocabulary may be just about to be loaded.
    """
    if connection.in_atomic_block:
        return fetch()
    now = time.monotonic()
    kept = _kept.get(vocabulary)
    if kept and now - kept[0] < SECONDS:
        return kept[1]
    found = fetch()
    if found:
        _kept[vocabulary] = (now, found)
    return found


def forget(vocabulary: str) -> None:
    """The words of this vocabulary have changed."""
    _kept.pop(vocabulary, None)


def forget_all() -> None:
    """Remember nothing."""
    _kept.clear()


def connect() -> None:
    """Forget whenever a term changes by whatever road."""
    from aukio.shared.terms.models import Term

    post_save.connect(_term_changed, sender=Term, dispatch_uid="terms.memory.saved")
    post_delete.connect(_term_changed, sender=Term, dispatch_uid="terms.memory.deleted")
    post_migrate.connect(_tables_changed, dispatch_uid="terms.memory.migrated")


def _term_changed(instance: Any, **_: Any) -> None:
    forget(instance.vocabulary.code)


def _tables_changed(**_: Any) -> None:
    forget_all()
