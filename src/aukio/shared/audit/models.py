"""An event is written once. Neither the model nor the database lets it be changed."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnlyError(Exception):
    """Somebody tried to change or remove an audit event."""

    def __init__(self) -> None:
        super().__init__("An audit event is never changed or removed; record a new one.")


class Events(models.QuerySet["Event"]):
    """Events for reading; every bulk change is refused."""

    def update(self, **values: Any) -> NoReturn:
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        raise AppendOnlyError

    def bulk_create(self, *args: Any, **options: Any) -> NoReturn:
        raise AppendOnlyError

    def bulk_update(self, *args: Any, **options: Any) -> NoReturn:
        raise AppendOnlyError


class Event(models.Model):
    """One thing that happened: an actor, a verb, a target.

    Written by ``actions.record`` only. The actor is an id, never a name or an address,
    so the chain survives the erasure of a person.
    """

    class Actor(models.TextChoices):
        PERSON = "person", _("person")
        CODE = "code", _("holder of a personal code")
        VISITOR = "visitor", _("visitor")
        SYSTEM = "system", _("the service itself")

    sequence = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor_id = models.BigIntegerField(null=True)
    actor_kind = models.CharField(max_length=10, choices=Actor.choices)
    verb = models.CharField(max_length=100, db_index=True)
    target_type = models.CharField(max_length=100)
    target_id = models.CharField(max_length=64)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects: ClassVar[models.Manager[Event]] = Events.as_manager()

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["target_type", "target_id"], name="audit_event_target")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **{**options, "force_insert": True})

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise AppendOnlyError


class Head(models.Model):
    """The end of the chain, in one row that writers queue for.

    Its count and hash tell when events were removed from the tail.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="audit_head_only_one"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"
