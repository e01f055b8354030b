"""A job: one piece of long work, how far it is, and how it ended."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    WAITING = "waiting", _("Waiting for its turn")
    RUNNING = "running", _("Under way")
    DONE = "done", _("Done")
    FAILED = "failed", _("Did not succeed")


OPEN = (Status.WAITING, Status.RUNNING)


class Job(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=80)
    key = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=200, blank=True)
    fault = models.JSONField(default=dict, blank=True)
    result = models.JSONField(default=dict, blank=True)
    next_url = models.CharField(max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            # The same work cannot be waiting or under way twice.
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(status__in=["waiting", "running"]) & ~models.Q(key=""),
                name="job_key_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="job_status_known"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["started_by", "-created"])]

    def __str__(self) -> str:
        return f"{self.kind} ({self.status})"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def percent(self) -> int | None:
        """Share done, 0-100, or nothing while the size of the work is not known."""
        if not self.total:
            return None
        return min(100, round(100 * self.done / self.total))


class Heartbeat(models.Model):
    """A worker that is alive says so every few seconds; a silent one is taken for dead."""

    worker = models.CharField(max_length=64, primary_key=True)
    seen = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker
