"""Who reports on a measure, by name."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from aukio.apps.plan.models.plan import Measure


class Responsible(models.Model):
    """A person who leads a measure: who gets its tasks and may report on it."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="responsible")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="led_measures"
    )
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "person"], name="responsible_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.measure_id}"
