"""A dialogue: one organiser, one place and day, six to twenty-five people."""

from __future__ import annotations

from django.db import models

from aukio.apps.dialogues.models.round import Round


class Dialogue(models.Model):
    """``reference`` is the organiser's or the core group's own mark for it, unique in a round.

    ``area`` is set when the dialogue was for a wider area than one municipality.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="dialogues")
    reference = models.CharField(max_length=80)
    organiser = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        related_name="dialogues",
        null=True,
        blank=True,
    )
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    municipality = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    area = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    mode = models.CharField(max_length=40, blank=True)  # a code of terms "dialogue-modes"
    date = models.DateField(null=True, blank=True)
    participants = models.PositiveSmallIntegerField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["date", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "reference"], name="dialogue_reference_once_in_round"
            )
        ]
        indexes = [models.Index(fields=["round", "organiser"], name="dialogue_round_organiser")]

    def __str__(self) -> str:
        return self.title


class AgeBandCount(models.Model):
    """How many people of an age band took part; ``band`` is a code of terms "age-bands"."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="age_bands")
    band = models.CharField(max_length=40)
    count = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["band"]
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "band"], name="age_band_once_in_dialogue")
        ]

    def __str__(self) -> str:
        return f"{self.band}: {self.count}"


class GroupCount(models.Model):
    """How many people of a group took part; ``group`` is a code of terms "participant-groups"."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="groups")
    group = models.CharField(max_length=40)
    count = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["group"]
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "group"], name="group_once_in_dialogue")
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.count}"
