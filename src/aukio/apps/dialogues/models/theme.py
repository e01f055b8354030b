"""A theme gathers notes. The machine proposes; people decide."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models.record import Note
from aukio.apps.dialogues.models.round import Round


class ThemeState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("theme", "Proposed by the machine")
    ACCEPTED = "accepted", pgettext_lazy("theme", "Accepted by a person")


class Origin(models.TextChoices):
    MACHINE = "machine", pgettext_lazy("origin", "Machine")
    PERSON = "person", pgettext_lazy("origin", "Person")


class Theme(models.Model):  # type: ignore[django-manager-missing]
    """``label`` ({"fi": …}) and ``keywords`` stay as the machine proposed them.

    A theme merged into another is kept, points to it and holds no notes.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="themes")
    title = models.CharField(max_length=160, blank=True)
    description = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)
    label = models.JSONField(default=dict, blank=True)
    keywords = models.JSONField(default=list, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    state = models.CharField(max_length=8, choices=ThemeState.choices, default=ThemeState.PROPOSED)

    objects: ClassVar[models.Manager[Theme]] = models.Manager()

    # Columns made by modeltranslation (translation.py).
    title_fi: str | None
    title_sv: str | None
    title_en: str | None
    description_fi: str | None
    description_sv: str | None
    description_en: str | None

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="theme_is_not_merged_into_itself",
            )
        ]

    def __str__(self) -> str:
        return self.title or " · ".join(self.label.values())


class ThemeNote(models.Model):
    """A note's place: one theme at most, as a note belongs to one round."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="placements")
    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="placement")
    origin = models.CharField(max_length=7, choices=Origin.choices, default=Origin.MACHINE)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["note"]

    def __str__(self) -> str:
        return f"{self.note_id} → {self.theme_id}"
