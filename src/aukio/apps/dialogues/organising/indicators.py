"""Live figures of measures 1.1.1 and 1.1.5 from trainings and announced dialogues.

While there are only sample trainings or dialogues the figures are of them, and say so.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from aukio.apps.dialogues.frozen import region_of
from aukio.apps.dialogues.models import RoundStatus
from aukio.apps.dialogues.organising.models import Announcement, Training
from aukio.shared.areas.models import Area
from aukio.shared.indicators.registry import Breakdown, Figure, Part, indicator

YEAR = timedelta(days=365)


def people_by_training() -> Breakdown:
    """People who were counted at each training."""
    parts = tuple(
        Part(one.title, one.attended, reverse("organising:training", args=[one.pk]))
        for one in _held()
        if one.attended is not None
    )
    return Breakdown(pgettext("breakdown", "Training"), parts)


def trainings_by_month() -> Breakdown:
    months = Counter(one.gathering.day.strftime("%Y-%m") for one in _held())
    parts = tuple(Part(month, count) for month, count in sorted(months.items()))
    return Breakdown(pgettext("breakdown", "Month"), parts, _("Trainings in each."))


def pages_by_region() -> Breakdown:
    """Dialogues with a page; those of no single region are told apart."""
    counts = Counter(region_of(one.dialogue) for one in _pages())
    regions = Area.objects.filter(pk__in=[pk for pk in counts if pk]).order_by("code")
    parts = [Part(one.name(), counts[one.pk]) for one in regions]
    if None in counts:
        parts.append(Part(_("No single region"), counts[None]))
    return Breakdown(pgettext("breakdown", "Region"), tuple(parts), _("Dialogues in each."))


@indicator(
    code="dialogues.facilitators_trained",
    measure="1.1.5",
    label=gettext_lazy("People trained to facilitate or write down dialogues in a year"),
    unit="people",
    direction="up",
    records=people_by_training,
)
def facilitators_trained() -> Figure:
    """People counted at trainings held during the last 365 days; without a count, none."""
    held = _held()
    counted = [one for one in held if one.attended is not None]
    if not counted:
        return Figure(None, 0)
    return Figure(sum(one.attended or 0 for one in counted), len(counted), _note(counted))


@indicator(
    code="dialogues.trainings",
    measure="1.1.5",
    label=gettext_lazy("Trainings for facilitators and scribes in a year"),
    unit=gettext_lazy("trainings"),
    direction="up",
    records=trainings_by_month,
)
def trainings() -> Figure:
    """Trainings held during the last 365 days."""
    held = _held()
    return Figure(len(held) if held else None, len(held), _note(held))


@indicator(
    code="dialogues.open_pages",
    measure="1.1.1",
    label=gettext_lazy("Dialogues one can find and come to now"),
    unit=gettext_lazy("dialogues"),
    direction="up",
    records=pages_by_region,
)
def open_pages() -> Figure:
    """Dialogues from today on with a page on the public list."""
    real = _pages()
    note = _sample_note() if real and real[0].dialogue.is_sample else ""
    return Figure(len(real) if real else None, len(real), note)


def _pages() -> list[Announcement]:
    """On the public list; sample ones only where there are no others."""
    found = (
        Announcement.objects.filter(
            is_public=True, called_off_at=None, dialogue__date__gte=localdate()
        )
        .exclude(dialogue__round__status=RoundStatus.PLANNED)
        .select_related("dialogue__municipality", "dialogue__area")
    )
    rows = list(found)
    return [one for one in rows if not one.dialogue.is_sample] or rows


def _held() -> list[Training]:
    """Held in the year; sample ones only where there are no others."""
    today = localdate()
    found: QuerySet[Training] = Training.objects.filter(
        gathering__day__lt=today, gathering__day__gte=today - YEAR
    ).select_related("gathering")
    rows = list(found)
    return [one for one in rows if not one.is_sample] or rows


def _note(rows: list[Any]) -> str:
    return _sample_note() if any(one.is_sample for one in rows) else ""


def _sample_note() -> str:
    return _("Counted from sample data, not from real dialogues.")
