"""Trainings for facilitators and scribes."""

from __future__ import annotations

from django.db import models

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.models.gathering import Gathering
from aukio.shared.accounts.models import LANGUAGES


class Training(models.Model):
    """``attended`` is counted afterwards; names are deleted with the sign-ups."""

    round = models.ForeignKey(
        Round, on_delete=models.SET_NULL, null=True, blank=True, related_name="trainings"
    )
    gathering = models.OneToOneField(Gathering, on_delete=models.PROTECT, related_name="training")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True, max_length=2000)
    language = models.CharField(max_length=3, choices=LANGUAGES)
    begins = models.TimeField()
    ends = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    online_address = models.URLField(max_length=400, blank=True)
    attended = models.PositiveSmallIntegerField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["gathering__day", "begins"]

    def __str__(self) -> str:
        return self.title
