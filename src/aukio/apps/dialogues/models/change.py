"""A round's own history: who did what to themes and sentences, and how to take it back."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from aukio.apps.dialogues.models.round import Round


class Change(models.Model):
    """``before`` and ``after`` hold only the rows that changed (see ``actions/_history.py``)."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="changes")
    verb = models.CharField(max_length=40)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["round", "-id"], name="change_newest_first")]

    def __str__(self) -> str:
        return self.verb
