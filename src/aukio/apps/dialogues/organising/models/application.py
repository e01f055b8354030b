"""Asking to organise: an organisation that is not here yet."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from aukio.shared.organisations.models import Kind


class ApplicationState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("application", "Waiting")
    CONFIRMED = "confirmed", pgettext_lazy("application", "Confirmed")
    REFUSED = "refused", pgettext_lazy("application", "Not confirmed")


class Application(models.Model):
    """Somebody asks for their organisation to be added, and to organise on its behalf."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name_fi = models.CharField(max_length=200)
    name_sv = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=30, choices=Kind.choices)
    business_id = models.CharField(max_length=9, blank=True)
    municipality = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField(blank=True, max_length=1000)
    state = models.CharField(
        max_length=10, choices=ApplicationState.choices, default=ApplicationState.WAITING
    )
    reason = models.TextField(blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            # Pressing the button twice asks once.
            models.UniqueConstraint(
                fields=["person", "name_fi"],
                condition=models.Q(state="waiting"),
                name="application_waits_once",
            )
        ]

    def __str__(self) -> str:
        return self.name_fi
