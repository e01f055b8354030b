"""What others say of a measure: the team itself, an independent reviewer, civil society."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.plan.models.append_only import OnceRows, WriteOnce
from aukio.apps.plan.models.plan import Measure
from aukio.apps.plan.models.status import Completion


class Review(WriteOnce):
    """A judgement of a measure in words and codes. It never changes the measure's status."""

    class Kind(models.TextChoices):
        SELF = "self", pgettext_lazy("review", "Self-assessment")
        INDEPENDENT = "independent", pgettext_lazy("review", "Independent review")
        CIVIL_SOCIETY = "civil_society", pgettext_lazy("review", "Review by civil society")

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="reviews")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    completion = models.CharField(max_length=12, choices=Completion.choices, blank=True)
    # Codes of the reviewer's own scale, such as {"specificity": "high"}.
    codes = models.JSONField(default=dict, blank=True)
    text = models.TextField()
    language = models.CharField(max_length=3)
    reviewer = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[Review]] = OnceRows.as_manager()

    class Meta:
        ordering = ["measure", "at"]
        verbose_name = _("review")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["self", "independent", "civil_society"]),
                name="review_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.kind}"
