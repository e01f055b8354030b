"""The material kit, as a round has changed it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.models import LANGUAGES


class MaterialKind(models.TextChoices):
    INVITATION = "invitation", pgettext_lazy("material", "Invitation to participants")
    SCRIPT = "script", pgettext_lazy("material", "Facilitator's script")
    PARTICIPANTS = "participants", pgettext_lazy("material", "Information for participants")
    SCRIBE = "scribe", pgettext_lazy("material", "Scribe's form")


class MaterialVersion(models.Model):
    """A text in one language; the newest version is in use. Version 0 is the kit's own file."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="materials")
    kind = models.CharField(max_length=14, choices=MaterialKind.choices)
    language = models.CharField(max_length=3, choices=LANGUAGES)
    version = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=20_000)
    what_changed = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["kind", "language", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "kind", "language", "version"],
                name="material_version_once_in_round",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.version}"
