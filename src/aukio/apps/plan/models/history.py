"""What is due on the way, and how the plan has changed since it was published."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from aukio.apps.plan.models.append_only import OnceRows, WriteOnce
from aukio.apps.plan.models.plan import Measure


class Milestone(models.Model):
    """A step of a measure. ``due`` is as written; ``due_date`` only when it names a day.

    ``revision`` grows at each change: nobody overwrites unseen.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="milestones")
    code = models.CharField(max_length=60)
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=1000)
    due = models.CharField(max_length=200, blank=True)
    due_date = models.DateField(null=True, blank=True)
    done = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Milestone]] = models.Manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("milestone")
        constraints = [
            models.UniqueConstraint(fields=["measure", "code"], name="milestone_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Amendment(WriteOnce):
    """A change to a measure in mid-term: what, why, when and by whose decision."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="amendments")
    revision = models.PositiveIntegerField()
    # {field: [before, after]}
    changes = models.JSONField()
    why = models.TextField()
    language = models.CharField(max_length=3)
    decided = models.DateField()
    approved_by = models.CharField(max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[Amendment]] = OnceRows.as_manager()

    class Meta:
        ordering = ["measure", "revision"]
        verbose_name = _("amendment")
        constraints = [
            models.UniqueConstraint(fields=["measure", "revision"], name="amendment_revision_once")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} r{self.revision}"
