"""The code frame of a round, owned by people, and its whole history."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Round

LONGEST_NAME = 120


class Shape(models.TextChoices):
    """A code is told by its shape and name; colour never tells it alone."""

    CIRCLE = "circle", pgettext_lazy("shape", "Circle")
    SQUARE = "square", pgettext_lazy("shape", "Square")
    TRIANGLE = "triangle", pgettext_lazy("shape", "Triangle")
    DIAMOND = "diamond", pgettext_lazy("shape", "Diamond")
    HEXAGON = "hexagon", pgettext_lazy("shape", "Hexagon")
    STAR = "star", pgettext_lazy("shape", "Star")
    DROP = "drop", pgettext_lazy("shape", "Drop")
    CROSS = "cross", pgettext_lazy("shape", "Cross")


class Code(models.Model):
    """``name`` and the rest are in the language the core group writes.

    A code merged into another is kept and points to it: what was coded with it is read as
    coded with the other. A retired code stays on old notes and is not given to new ones.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="codes")
    name = models.CharField(max_length=LONGEST_NAME)
    description = models.TextField(blank=True)  # when it is used
    not_when = models.TextField(blank=True)  # when it is not
    example = models.TextField(blank=True)
    shape = models.CharField(max_length=8, choices=Shape.choices, default=Shape.CIRCLE)
    order = models.PositiveIntegerField(default=0)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="code_has_a_name"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="code_is_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="code_is_not_under_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FrameChange(models.Model):
    """Who changed what of the frame, when and why, and the rows before and after."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="frame_changes")
    verb = models.CharField(max_length=20)
    what = models.JSONField(default=dict)  # names, as they were then
    why = models.TextField(blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["round", "-id"], name="frame_change_newest_first")]

    def __str__(self) -> str:
        return self.verb
