"""Writing to the chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from aukio.shared.audit.chain import START, Link, plain
from aukio.shared.audit.models import Event, Head


def record(
    *,
    by: Any,
    verb: str,
    target: models.Model | None,
    detail: Mapping[str, Any] | None = None,
) -> Event:
    """Write one event, in the caller's transaction: both are kept, or neither.

    ``by`` is a person, a personal code, a visitor (not signed in), or None for the service
    itself. ``verb`` is ``room.verb_noun``. ``target`` must be saved; when it is about to
    be deleted, record first. ``detail`` holds ids and codes; e-mail addresses in it are
    put away. Writers queue for the head row until the transaction ends, so record last.
    """
    with transaction.atomic(savepoint=False):
        head = _take_head()
        link = Link(
            sequence=head.sequence,
            at=timezone.now(),
            actor_id=getattr(by, "pk", None),
            actor_kind=_kind(by),
            verb=verb,
            target_type=target._meta.label_lower if target is not None else "",
            target_id=str(target.pk) if target is not None else "",
            detail=plain(detail or {}),
            previous_hash=head.hash or START,
        )
        event = Event(hash=link.hash(), **vars(link))
        event.save()
        Head.objects.filter(pk=Head.ONLY).update(hash=event.hash)
    return event


def _take_head() -> Head:
    """Move the head on by one and keep it to ourselves until the transaction ends.

    The update comes before the read: it takes PostgreSQL's row lock and SQLite's write
    lock, whichever way the transaction was begun.
    """
    moved = Head.objects.filter(pk=Head.ONLY).update(sequence=models.F("sequence") + 1)
    if not moved:
        Head.objects.get_or_create(pk=Head.ONLY)
        Head.objects.filter(pk=Head.ONLY).update(sequence=models.F("sequence") + 1)
    return Head.objects.get(pk=Head.ONLY)


def _kind(by: Any) -> str:
    if by is None:
        return str(Event.Actor.SYSTEM)
    if by.pk is None:
        return str(Event.Actor.VISITOR)
    return str(getattr(by, "audit_kind", Event.Actor.PERSON))
