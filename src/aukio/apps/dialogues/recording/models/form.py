"""The form of a round's records: its versions are kept, as records were written on them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.recording.fields import Field, fields_from


class Form(models.Model):
    """``fields`` is a list of ``Field`` as plain values. A version never changes."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="record_forms")
    version = models.PositiveSmallIntegerField()
    fields = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["round", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="record_form_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.version}"

    @property
    def asked(self) -> tuple[Field, ...]:
        return fields_from(self.fields)
