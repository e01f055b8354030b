"""Reporting periods, and what was reported in them.

A report is written once. Two people who write the next report at the same time get the same
``sequence``, and the database lets in only one of them: nobody overwrites unseen.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.plan.models.append_only import OnceRows, WriteOnce
from aukio.apps.plan.models.evidence import Evidence
from aukio.apps.plan.models.plan import Measure, Plan


class Completion(models.TextChoices):
    """How far a measure is, as a person judges it. The codes are the vocabulary's."""

    NOT_STARTED = "not_started", pgettext_lazy("completion", "Not started")
    LIMITED = "limited", pgettext_lazy("completion", "Limited")
    SUBSTANTIAL = "substantial", pgettext_lazy("completion", "Substantial")
    COMPLETE = "complete", pgettext_lazy("completion", "Complete")


WITH_OBSTACLES = (Completion.NOT_STARTED, Completion.LIMITED)


class Period(models.Model):
    """A half-year for which the leads are asked to report by ``due``."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="periods")
    code = models.CharField(max_length=10)
    due = models.DateField()
    opened = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("reporting period")
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="period_code_once"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(closed=None), name="period_open_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class StatusReport(WriteOnce):
    """How a measure stood when somebody reported: completion, obstacles, words."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="reports")
    period = models.ForeignKey(
        Period, on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    sequence = models.PositiveIntegerField()
    completion = models.CharField(max_length=12, choices=Completion.choices)
    # Codes of the vocabulary “obstacles”, separated by a space: the database can demand one.
    obstacles = models.CharField(max_length=200, blank=True)
    done = models.TextField()
    coming = models.TextField(blank=True)
    language = models.CharField(max_length=3)
    asks_completion = models.BooleanField(default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    rests_on = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[StatusReport]] = OnceRows.as_manager()

    class Meta:
        ordering = ["measure", "sequence"]
        verbose_name = _("status report")
        constraints = [
            models.UniqueConstraint(fields=["measure", "sequence"], name="report_sequence_once"),
            models.CheckConstraint(
                condition=Q(completion__in=Completion.values), name="report_completion_known"
            ),
            models.CheckConstraint(
                condition=Q(completion__in=["substantial", "complete"]) | ~Q(obstacles=""),
                name="report_obstacle_when_limited",
            ),
            models.CheckConstraint(
                condition=~Q(completion="complete")
                | (Q(approved_by__isnull=False) & Q(rests_on__isnull=False)),
                name="report_complete_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | Q(by=None) | ~Q(approved_by=F("by")),
                name="report_approved_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} #{self.sequence} {self.completion}"

    @property
    def obstacle_codes(self) -> list[str]:
        return self.obstacles.split()
