"""A place in a record that could tell who somebody is, and what was decided about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models.record import Record

HIDDEN = "\u2588"  # stands in the text for each hidden sign
LONGEST_REASON = 300
LONGEST_REPLACEMENT = 80


class FindingKind(models.TextChoices):
    """The kinds of the privacy engine, and what a person points out."""

    IDENTITY = "identity", pgettext_lazy("finding", "Personal identity code")
    EMAIL = "email", pgettext_lazy("finding", "E-mail address")
    IBAN = "iban", pgettext_lazy("finding", "Bank account")
    PHONE = "phone", pgettext_lazy("finding", "Telephone number")
    ADDRESS = "address", pgettext_lazy("finding", "Address")
    NAME = "name", pgettext_lazy("finding", "Name")
    PLATE = "plate", pgettext_lazy("finding", "Mark of a vehicle")
    RARE = "rare", pgettext_lazy("finding", "Rare combination")
    OTHER = "other", pgettext_lazy("finding", "Pointed out by a person")


class Decision(models.TextChoices):
    REDACT = "redact", pgettext_lazy("finding", "Hide the words")
    GENERALISE = "generalise", pgettext_lazy("finding", "Say it more generally")
    KEEP = "keep", pgettext_lazy("finding", "Leave the words as they are")


class Finding(models.Model):
    """``record.text[start:end]``. While ``masked``, the words are only in ``sealed``, encrypted.

    ``destroyed_at`` tells that the words are gone for good.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="findings")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=FindingKind.choices)
    certain = models.BooleanField(default=False)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    replacement = models.CharField(max_length=LONGEST_REPLACEMENT, blank=True)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    masked = models.BooleanField(default=False)
    sealed = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["record", "start"]
        constraints = [
            models.UniqueConstraint(fields=["record", "start"], name="finding_start_once"),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="finding_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(decision="") | ~Q(reason=""), name="finding_decided_with_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=["redact", "generalise"]) | Q(masked=True),
                name="finding_hidden_when_redacted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}-{self.end}"
