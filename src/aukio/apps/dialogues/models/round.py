"""A round: one theme, one season, two to four dialogue days, many dialogues."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy


class RoundStatus(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("round", "Being planned")
    OPEN = "open", pgettext_lazy("round", "Open for organisers")
    COLLECTING = "collecting", pgettext_lazy("round", "Collecting records")
    SUMMARISING = "summarising", pgettext_lazy("round", "Summary being written")
    PUBLISHED = "published", pgettext_lazy("round", "Summary published")


class Season(models.TextChoices):
    SPRING = "spring", pgettext_lazy("season", "Spring")
    AUTUMN = "autumn", pgettext_lazy("season", "Autumn")


class Round(models.Model):  # type: ignore[django-manager-missing]
    """``title`` is what people are invited to talk about, in fi, sv and en."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    season = models.CharField(max_length=10, choices=Season.choices)
    year = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=12, choices=RoundStatus.choices, default=RoundStatus.PLANNED
    )
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[Round]] = models.Manager()

    # Columns made by modeltranslation (translation.py).
    title_fi: str | None
    title_sv: str | None
    title_en: str | None
    description_fi: str | None
    description_sv: str | None
    description_en: str | None

    class Meta:
        ordering = ["-year", "season", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year__gte=2000, year__lte=2100), name="round_year_is_likely"
            )
        ]

    def __str__(self) -> str:
        return self.title


class DialogueDay(models.Model):
    """A day on which dialogues are held all over the country at the same time."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="days")
    date = models.DateField()

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(fields=["round", "date"], name="round_has_a_day_once")
        ]

    def __str__(self) -> str:
        return self.date.isoformat()
