"""A dialogue told beforehand: when and where people meet, and what the organiser has done."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models

from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.organising.models.gathering import Gathering

KEY_BYTES = 9


def new_key() -> str:
    """The end of the page's address; cannot be guessed, so an unlisted page stays so."""
    return secrets.token_urlsafe(KEY_BYTES)


class Announcement(models.Model):
    """The page of a dialogue before the day.

    Unlisted (``is_public`` false): only those who have the address find it. ``languages`` and
    ``groups`` are codes of the vocabularies "languages" and "participant-groups". The contact
    is for the core group and for those who have signed up.
    """

    dialogue = models.OneToOneField(Dialogue, on_delete=models.CASCADE, related_name="announcement")
    gathering = models.OneToOneField(
        Gathering, on_delete=models.SET_NULL, related_name="announcement", null=True, blank=True
    )
    key = models.CharField(max_length=16, unique=True, default=new_key)
    is_public = models.BooleanField(default=True)
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    online_address = models.URLField(max_length=400, blank=True)
    languages = models.JSONField(default=list)
    groups = models.JSONField(default=list)
    text = models.TextField(blank=True, max_length=2000)
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField()
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    called_off_at = models.DateTimeField(null=True, blank=True)
    registered_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["dialogue__date", "begins", "pk"]
        indexes = [models.Index(fields=["is_public", "changed_at"], name="announcement_listed")]

    def __str__(self) -> str:
        return str(self.dialogue)

    @property
    def is_called_off(self) -> bool:
        return self.called_off_at is not None


class Tick(models.Model):
    """A step of the checklist that is done; ``step`` is a code of ``checklist.STEPS``."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="ticks")
    step = models.CharField(max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["announcement", "step"], name="tick_once_for_a_step")
        ]

    def __str__(self) -> str:
        return self.step
