"""What the machine proposes. A proposal is never a coding until a person accepts it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from aukio.apps.dialogues.coding.models.coding import Step
from aukio.apps.dialogues.coding.models.frame import Code
from aukio.apps.dialogues.models import Note, Round


class Run(models.Model):
    """The machine read people's codings once. ``digest`` tells them from other codings."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    coded = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.coded}"


class Proposal(models.Model):
    """``confidence`` from 0 to 1; ``words`` of the note that weighed; ``like`` are note ids."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="proposals")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="code_proposals")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="proposals")
    confidence = models.FloatField()
    words = models.JSONField(default=list)
    like = models.JSONField(default=list)

    class Meta:
        ordering = ["-confidence", "id"]
        constraints = [
            models.UniqueConstraint(fields=["note", "code"], name="code_proposed_once_for_a_note")
        ]

    def __str__(self) -> str:
        return f"{self.note_id} → {self.code_id}?"


class Decision(models.Model):
    """A person accepted or rejected a proposal. ``step`` is the coding it became."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="decisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    accepted = models.BooleanField()
    step = models.ForeignKey(Step, on_delete=models.SET_NULL, null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "by"], name="proposal_decided_once_by_each")
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.accepted}"


class Useful(models.Model):
    """A note from which the machine would learn most, in order."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="useful")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["run", "rank"]

    def __str__(self) -> str:
        return f"{self.rank}: {self.note_id}"
