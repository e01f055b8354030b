"""An area of Finland, as it was from one year to another."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, pgettext_lazy

LANGUAGES = ("fi", "sv", "en")


class AreaQuerySet(models.QuerySet["Area"]):
    def in_year(self, year: int | None) -> Self:
        """Areas that existed in ``year``; without one, those of the newest division."""
        if year is None:
            return self.filter(last_year__isnull=True)
        still_there = Q(last_year__isnull=True) | Q(last_year__gte=year)
        return self.filter(still_there, first_year__lte=year)


class Area(models.Model):
    """A region, a wellbeing services county or a municipality.

    An area that does not change keeps one row over the years. One that changes or ends has
    its row closed with ``last_year``; the changed one begins a new row. Codes are text:
    ``"005"`` is not 5.
    """

    class Kind(models.TextChoices):
        REGION = "region", pgettext_lazy("area", "Region")
        WELLBEING = "wellbeing", pgettext_lazy("area", "Wellbeing services county")
        MUNICIPALITY = "municipality", pgettext_lazy("area", "Municipality")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    code = models.CharField(max_length=8)
    name_fi = models.CharField(max_length=100)
    name_sv = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True)
    # For maps and narrow tables; empty where the name is short as it is.
    short_fi = models.CharField(max_length=40, blank=True)
    short_sv = models.CharField(max_length=40, blank=True)
    short_en = models.CharField(max_length=40, blank=True)
    region = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="in_region"
    )
    # Helsinki carries the duties itself and Åland has its own laws: neither has a county.
    wellbeing = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="in_wellbeing"
    )
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "code", "first_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code", "first_year"], name="area_one_row_a_beginning"
            ),
            models.UniqueConstraint(
                fields=["kind", "code"],
                condition=Q(last_year__isnull=True),
                name="area_one_open_row",
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="area_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["region", "wellbeing", "municipality"]),
                name="area_kind_known",
            ),
        ]
        indexes = [models.Index(fields=["kind", "last_year"], name="area_kind_last_year")]

    def __str__(self) -> str:
        return self.name_fi

    def name(self, language: str | None = None) -> str:
        """The name in ``language`` (default: the reader's), else Finnish."""
        return self._in_language("name", language) or self.name_fi

    def short_name(self, language: str | None = None) -> str:
        """The name for maps and narrow tables."""
        return self._in_language("short", language) or self.name(language)

    def _in_language(self, field: str, language: str | None) -> str:
        wanted = (language or get_language() or "fi")[:2]
        return str(getattr(self, f"{field}_{wanted}")) if wanted in LANGUAGES else ""
