"""The reasoned response to a proposal. Written once; a correction is a new one beside it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from aukio.apps.plan.cocreation.models.proposal import Proposal
from aukio.apps.plan.models import Measure
from aukio.apps.plan.models.append_only import OnceRows, WriteOnce


class Decision(models.TextChoices):
    TAKEN = "taken", pgettext_lazy("decision", "Taken in")
    PARTLY = "partly", pgettext_lazy("decision", "Partly taken in")
    NOT_TAKEN = "not_taken", pgettext_lazy("decision", "Not taken in")
    PASSED_ON = "passed_on", pgettext_lazy("decision", "Passed on to another authority")


class Response(WriteOnce):
    """One response to one proposal; the one with the highest ``sequence`` holds.

    Responses given in one go share ``together``. ``led_to`` or ``measure`` says where in the
    draft plan it shows; ``passed_to`` to which authority it went.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="responses")
    sequence = models.PositiveIntegerField()
    decision = models.CharField(max_length=9, choices=Decision.choices)
    reason = models.TextField()
    language = models.CharField(max_length=3)
    responder = models.CharField(max_length=200)
    led_to = models.CharField(max_length=300, blank=True)
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    passed_to = models.CharField(max_length=200, blank=True)
    correction = models.TextField(blank=True)
    together = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Response]] = models.Manager.from_queryset(OnceRows)()

    class Meta:
        ordering = ["proposal", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "sequence"], name="response_sequence_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="response_has_reason"),
            models.CheckConstraint(
                condition=~Q(decision__in=["taken", "partly"])
                | ~Q(led_to="")
                | Q(measure__isnull=False),
                name="response_taken_says_where",
            ),
            models.CheckConstraint(
                condition=~Q(decision="passed_on") | ~Q(passed_to=""),
                name="response_passed_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(sequence=1, correction="") | (Q(sequence__gt=1) & ~Q(correction="")),
                name="response_corrected_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}/{self.sequence} {self.decision}"
