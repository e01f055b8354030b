"""A published summary, frozen: what was public, when, word for word."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from aukio.apps.dialogues.faults import Frozen
from aukio.apps.dialogues.models.round import Round


class Publication(models.Model):
    """Never altered: a correction is a new version that says what was corrected.

    ``content`` is the summary as a tree; ``notes`` the notes whose whole text is permitted.
    ``sha256`` is over both (see ``frozen.digest``). ``despite`` tells why it was published
    although something was still open, such as an organiser's remark.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    despite = models.TextField(blank=True)
    content = models.JSONField()
    notes = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["round", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="publication_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it once."""
        if self.pk:
            raise Frozen("A publication never changes; publish a correction as a new version.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never: what was public stays known."""
        raise Frozen("A publication is never deleted.")
