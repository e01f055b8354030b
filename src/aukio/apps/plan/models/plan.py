"""A plan and its parts, as published: commitments, their sections, and measures.

Dates and leads stay as they are written in the plan; nothing is guessed from them.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Plan(models.Model):  # type: ignore[django-manager-missing]
    """An action plan. One at a time is the current one: the one the public pages follow.

    Others, such as another country's, can be read beside it once the team shows them.
    """

    code = models.SlugField(max_length=80, unique=True)
    country = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    motto = models.CharField(max_length=300, blank=True)
    lead = models.CharField(max_length=300, blank=True)
    introduction = models.JSONField(default=list, blank=True)
    start = models.CharField(max_length=40, blank=True)
    end = models.CharField(max_length=40, blank=True)
    source = models.JSONField(default=dict, blank=True)
    translation = models.JSONField(default=dict, blank=True)
    is_current = models.BooleanField(default=False)
    is_shown = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Plan]] = models.Manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("action plan")
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="plan_current_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.title)

    def sections(self) -> list[dict[str, object]]:
        """The introduction in the reader's language: headings with their paragraphs."""
        language = (get_language() or "fi")[:2]
        return [
            {
                "heading": section["heading"].get(language, ""),
                "paragraphs": [text.get(language, "") for text in section["paragraphs"]],
            }
            for section in self.introduction
        ]


class Numbered(models.Model):
    """A part of the plan with a number and a place among its siblings."""

    number = models.CharField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    title = models.TextField()
    text = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Commitment(Numbered):  # type: ignore[django-manager-missing]
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="commitments")

    objects: ClassVar[models.Manager[Commitment]] = models.Manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("commitment")
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="commitment_number_once")
        ]


class SubCommitment(Numbered):  # type: ignore[django-manager-missing]
    """A section of a commitment, where the plan has such."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="sections")

    objects: ClassVar[models.Manager[SubCommitment]] = models.Manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("section of a commitment")
        constraints = [
            models.UniqueConstraint(fields=["commitment", "number"], name="section_number_once")
        ]


class Measure(Numbered):  # type: ignore[django-manager-missing]
    """What is to be done. ``revision`` grows at each amendment: nobody overwrites unseen."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="measures")
    section = models.ForeignKey(
        SubCommitment,
        on_delete=models.CASCADE,
        related_name="measures",
        null=True,
        blank=True,
    )
    lead = models.TextField(blank=True)
    supporters = models.TextField(blank=True)
    start = models.TextField(blank=True)
    end = models.TextField(blank=True)
    rooms = models.JSONField(default=list, blank=True)
    translation = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Measure]] = models.Manager()

    class Meta:
        ordering = ["commitment__position", "position", "pk"]
        verbose_name = _("measure")
        constraints = [
            models.UniqueConstraint(fields=["commitment", "number"], name="measure_number_once")
        ]

    @property
    def is_own_translation(self) -> bool:
        """Whether the text in the reader's language is Aukio's own translation."""
        return str(self.translation.get((get_language() or "fi")[:2], "")) == "aukio"
