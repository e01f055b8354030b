"""A brief: one page for those who decide, each claim of it a sentence with its source."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.impact.models.append_only import AppendOnly
from aukio.apps.dialogues.models import (
    TEXTS_HAVE_A_STATUS,
    InThreeLanguages,
    Origin,
    Round,
    Sentence,
    TextStatus,
)


class Brief(models.Model):
    """The working copy, one for a round. What is public is in ``Edition``.

    ``accepted`` tells whether a person has taken the closing request (``ask``) as theirs.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="brief")
    ask_fi = models.TextField(blank=True)
    ask_sv = models.TextField(blank=True)
    ask_en = models.TextField(blank=True)
    status_fi = models.CharField(max_length=13, choices=TextStatus.choices, blank=True)
    status_sv = models.CharField(max_length=13, choices=TextStatus.choices, blank=True)
    status_en = models.CharField(max_length=13, choices=TextStatus.choices, blank=True)
    due = models.DateField(null=True, blank=True)
    accepted = models.BooleanField(default=False)
    drafted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.round)


class PointKind(models.TextChoices):
    FINDING = "finding", pgettext_lazy("brief", "Finding")
    WISH = "wish", pgettext_lazy("brief", "What people ask")


class Point(InThreeLanguages):
    """A finding or a wish. It always leads to a sentence of the summary, and so to its words.

    Without texts of its own it says what the sentence says. ``heard`` is the number of
    dialogues behind the sentence when it was proposed.
    """

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="points")
    sentence = models.ForeignKey(Sentence, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=7, choices=PointKind.choices)
    order = models.PositiveSmallIntegerField(default=0)
    heard = models.PositiveIntegerField(default=0)
    origin = models.CharField(max_length=7, choices=Origin.choices, default=Origin.PERSON)
    accepted = models.BooleanField(default=True)

    class Meta:
        ordering = ["kind", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["brief", "sentence"], name="impact_point_once"),
            models.CheckConstraint(
                condition=TEXTS_HAVE_A_STATUS,
                name="impact_point_text_has_a_status",
            ),
            models.CheckConstraint(
                condition=Q(accepted=True) | Q(origin=Origin.MACHINE),
                name="impact_point_of_a_person_is_accepted",
            ),
        ]

    def __str__(self) -> str:
        return self.text_fi or str(self.sentence_id)


class Edition(AppendOnly):
    """A published brief, word for word (see ``frozen.py``); a correction is a new version."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="brief_editions")
    version = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["round", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="impact_edition_once")
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.version}"


class Opening(models.Model):
    """How many times a brief was opened on a day. Nothing is kept of who opened it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="openings")
    day = models.DateField()
    by_owner = models.BooleanField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "day", "by_owner"], name="impact_opening_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.times}"
