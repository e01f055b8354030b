"""Figures that follow a measure: what is counted, and what the count was in each period."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from aukio.apps.plan.models.evidence import Evidence
from aukio.apps.plan.models.plan import Measure


class IndicatorDefinition(models.Model):
    """What a figure means. A new way of counting is a new version; the old one stays.

    A ``live`` one is counted by a room; a ``manual`` one is told by people, with evidence.
    """

    class Kind(models.TextChoices):
        LIVE = "live", _("counted by Aukio")
        MANUAL = "manual", _("told by people, with evidence")

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="indicators")
    code = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    label = models.TextField()
    unit = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=4, default="none")
    source = models.CharField(max_length=300, blank=True)
    filter = models.TextField(blank=True)
    period = models.CharField(max_length=60, blank=True)
    baseline = models.CharField(max_length=1000, blank=True)
    target = models.TextField(blank=True)
    owner = models.TextField(blank=True)
    counts_people = models.BooleanField(default=False)
    # Grows when the words about the figure are changed: nobody overwrites unseen.
    revision = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[IndicatorDefinition]] = models.Manager()

    class Meta:
        ordering = ["measure", "code", "version"]
        verbose_name = _("indicator")
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "code", "version"], name="indicator_version_once"
            ),
            models.CheckConstraint(
                condition=Q(direction__in=["up", "down", "none"]), name="indicator_direction_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class Snapshot(models.Model):
    """A figure as it was in a period (``2026-11``). ``query_hash`` says how it was counted.

    A figure told by people has evidence instead of a query: never both, never neither.
    """

    definition = models.ForeignKey(
        IndicatorDefinition, on_delete=models.PROTECT, related_name="snapshots"
    )
    period = models.CharField(max_length=10)
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    rows = models.PositiveBigIntegerField(null=True)
    query_hash = models.CharField(max_length=64, blank=True)
    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    taken = models.DateTimeField()

    class Meta:
        ordering = ["definition", "period"]
        constraints = [
            models.UniqueConstraint(fields=["definition", "period"], name="snapshot_once"),
            models.CheckConstraint(
                condition=Q(evidence=None, rows__isnull=False) & ~Q(query_hash="")
                | Q(evidence__isnull=False, rows=None, query_hash=""),
                name="snapshot_counted_or_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definition_id} {self.period}: {self.value}"
