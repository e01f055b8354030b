"""Where an imported plan came from: its files as they were, and what was read from where.

A file is kept byte for byte. What the room knows of it is derived, and each derived part
remembers its place, so that an export can write changes back and leave the rest untouched.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from aukio.apps.plan.models.figures import IndicatorDefinition
from aukio.apps.plan.models.plan import Commitment, Measure, Plan


class ImportedFile(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=500)
    format = models.CharField(max_length=20)
    content = models.BinaryField()
    imported = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "name"], name="imported_file_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Origin(models.Model):
    """The place in a file (``key``) of one commitment, measure or indicator."""

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="origins")
    key = models.CharField(max_length=300)
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, null=True)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, null=True)
    indicator = models.ForeignKey(IndicatorDefinition, on_delete=models.CASCADE, null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["file", "key"], name="origin_key_once"),
            models.CheckConstraint(
                condition=Q(commitment__isnull=False, measure=None, indicator=None)
                | Q(commitment=None, measure__isnull=False, indicator=None)
                | Q(commitment=None, measure=None, indicator__isnull=False),
                name="origin_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def part(self) -> Commitment | Measure | IndicatorDefinition | None:
        """What was read from this place."""
        return self.commitment or self.measure or self.indicator
