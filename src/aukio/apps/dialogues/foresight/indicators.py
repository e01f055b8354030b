"""Live figures of measures 1.1.3 and 1.1.4: what is taken along, and what is followed."""

from __future__ import annotations

from collections import Counter

from django.db.models import QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from aukio.apps.dialogues.foresight.models import Taken
from aukio.apps.dialogues.foresight.queries.matters import matters
from aukio.apps.dialogues.foresight.queries.slices import Kind, which_of
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.shared.indicators.registry import Breakdown, Figure, Part, indicator

AREAS = (Kind.COUNTY.value, Kind.MUNICIPALITY.value)


def areas_taken() -> Breakdown:
    """Files of each county and municipality, the most taken first."""
    counts: Counter[tuple[str, str]] = Counter()
    for what, code, times in _rows(AREAS).values_list("what", "code", "times"):
        counts[what, code] += times
    parts = []
    for (what, code), times in counts.most_common():
        which = which_of(what, code)
        if which is not None:
            href = reverse("foresight:slice-all", args=[what, code])
            parts.append(Part(which.name, times, href))
    return Breakdown(pgettext("breakdown", "Area"), tuple(parts), _("Files taken along."))


def matters_by_rounds() -> Breakdown:
    """Matters by name, each with the number of rounds that spoke of it."""
    parts = tuple(
        Part(one.title.text, len(one.moments_of_it), reverse("foresight:matter", args=[one.id]))
        for one in matters(voices())
    )
    return Breakdown(pgettext("breakdown", "Matter"), parts, _("Rounds that spoke of each."))


def exports_by_form() -> Breakdown:
    rows = _rows(("foresight",)).order_by("form").values_list("form")
    parts = tuple(Part(form.upper(), times) for form, times in rows.annotate(Sum("times")))
    return Breakdown(pgettext("breakdown", "Kind of file"), parts)


@indicator(
    code="foresight.areas_downloaded",
    measure="1.1.3",
    label=gettext_lazy("Files taken of counties' and municipalities' own views"),
    unit=gettext_lazy("times"),
    direction="up",
    records=areas_taken,
)
def areas_downloaded() -> Figure:
    """Each file that was asked for on the page of an area; of who took it nothing is kept."""
    return _figure(AREAS)


@indicator(
    code="foresight.matters_followed",
    measure="1.1.4",
    label=gettext_lazy("Matters followed over rounds"),
    unit=gettext_lazy("matters"),
    direction="up",
    records=matters_by_rounds,
)
def matters_followed() -> Figure:
    """Matters that a person has linked over two or more published rounds."""
    rounds = voices()
    if len(rounds) < 2:
        return Figure(None, len(rounds), _("Two published rounds are needed."))
    note = _sample_note() if any(one.round.is_sample for one in rounds) else ""
    return Figure(len(matters(rounds)), len(rounds), note)


@indicator(
    code="foresight.exports",
    measure="1.1.4",
    label=gettext_lazy("Files taken for foresight reports"),
    unit=gettext_lazy("times"),
    direction="up",
    records=exports_by_form,
)
def exports() -> Figure:
    """Each file of trends and weak signals that was asked for."""
    return _figure(("foresight",))


def _rows(kinds: tuple[str, ...]) -> QuerySet[Taken]:
    return Taken.objects.filter(what__in=kinds).order_by("what", "code")


def _figure(kinds: tuple[str, ...]) -> Figure:
    rows = Taken.objects.filter(what__in=kinds)
    times = rows.aggregate(times=Sum("times"))["times"]
    return Figure(times, rows.count())


def _sample_note() -> str:
    return _("Counted from sample data, not from real dialogues.")
