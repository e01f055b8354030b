"""Themes that proposals speak of: proposed by the machine, decided by people."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, pgettext_lazy

from aukio.apps.plan.cocreation.models.call import Call
from aukio.apps.plan.cocreation.models.proposal import Proposal


class Origin(models.TextChoices):
    MACHINE = "machine", pgettext_lazy("origin", "Machine")
    PERSON = "person", pgettext_lazy("origin", "Person")


class Theme(models.Model):  # type: ignore[django-manager-missing]
    """``label`` ({"fi": …}), ``keywords`` and ``nearest`` stay as the machine told them.

    ``nearest`` holds ids of the proposals that stand for the theme best. A theme merged into
    another is kept, points to it and holds no proposals.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="themes")
    title = models.CharField(max_length=160, blank=True)
    label = models.JSONField(default=dict, blank=True)
    keywords = models.JSONField(default=list, blank=True)
    nearest = models.JSONField(default=list, blank=True)
    order = models.PositiveIntegerField(default=0)
    accepted = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )

    objects: ClassVar[models.Manager[Theme]] = models.Manager()

    # Columns made by modeltranslation (translation.py).
    title_fi: str | None
    title_sv: str | None
    title_en: str | None

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                name="call_theme_not_merged_into_itself",
            )
        ]

    def __str__(self) -> str:
        return str(self.title or self.proposed_title)

    @property
    def proposed_title(self) -> str:
        """The machine's words for it in the reader's language, else in one there is."""
        mine = self.label.get((get_language() or "fi")[:2])
        return str(mine or next(iter(self.label.values()), "–"))


class Placement(models.Model):
    """A proposal's place: one theme at most. ``nearest`` holds ids of proposals like it."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="placements")
    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="placement")
    origin = models.CharField(max_length=7, choices=Origin.choices, default=Origin.MACHINE)
    nearest = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.proposal_id} → {self.theme_id}"


class Alike(models.Model):
    """Two proposals that may ask for the same: a hint to answer them together, no more."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="alike")
    first = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="+")
    likeness = models.FloatField()

    class Meta:
        ordering = ["-likeness", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="alike_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="alike_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"


class Change(models.Model):
    """What was done to themes: ``before`` and ``after`` hold the rows that changed."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="changes")
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

    def __str__(self) -> str:
        return self.verb
