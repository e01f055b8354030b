"""Live figures of measures 1.2.3 and 1.2.4, from scores only.

Counted are the texts of organisations that have chosen to show their figures.
"""

from __future__ import annotations

from collections import Counter
from statistics import fmean

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from aukio.apps.wording.models import Profile, Showing, TextFigures
from aukio.shared.indicators.registry import Breakdown, Figure, Part, indicator
from aukio.shared.organisations.models import Organisation


def texts_by_organisation() -> Breakdown:
    return _by_organisation(_rows())


def texts_checked_again_by_organisation() -> Breakdown:
    """Texts whose change of score is counted."""
    return _by_organisation(_rows().filter(checks__gt=1))


def easy_texts_by_organisation() -> Breakdown:
    return _by_organisation(_rows().filter(profile=Profile.EASY))


def organisations_by_kind() -> Breakdown:
    """Organisations that show their figures."""
    rows = Organisation.objects.filter(pk__in=_rows().values("organisation"))
    counts = Counter(str(one.get_kind_display()) for one in rows)
    parts = tuple(Part(kind, count) for kind, count in sorted(counts.items()))
    return Breakdown(pgettext("breakdown", "Kind of organisation"), parts)


@indicator(
    code="wording.texts_checked",
    measure="1.2.3",
    label=gettext_lazy("Texts whose clarity has been checked"),
    unit=pgettext_lazy("unit", "texts"),
    direction="up",
    records=texts_by_organisation,
)
def texts_checked() -> Figure:
    """Different texts, each counted once however often it was checked."""
    texts = _rows().values("series").distinct().count()
    return Figure(texts, texts, _note())


@indicator(
    code="wording.score_change",
    measure="1.2.3",
    label=gettext_lazy("Change of the score from a text's first check to its last"),
    unit=pgettext_lazy("unit", "points"),
    direction="up",
    records=texts_checked_again_by_organisation,
)
def score_change() -> Figure:
    """The mean over texts that were checked more than once."""
    pairs = _rows().filter(checks__gt=1).values_list("first_score", "last_score")
    changes = [last - first for first, last in pairs]
    return Figure(round(fmean(changes), 1) if changes else None, len(changes), _note())


@indicator(
    code="wording.organisations",
    measure="1.2.3",
    label=gettext_lazy("Organisations that follow the clarity of their texts"),
    unit="organisations",
    direction="up",
    records=organisations_by_kind,
)
def organisations() -> Figure:
    """Organisations that show their figures and have checked at least one text."""
    count = _rows().values("organisation").distinct().count()
    return Figure(count, _rows().count(), _note())


@indicator(
    code="wording.easy_versions",
    measure="1.2.4",
    label=gettext_lazy("Texts checked as easy language"),
    unit=pgettext_lazy("unit", "texts"),
    direction="up",
    records=easy_texts_by_organisation,
)
def easy_versions() -> Figure:
    """Texts that were checked as easy language: a version was written, not approved."""
    texts = _rows().filter(profile=Profile.EASY).values("series").distinct().count()
    return Figure(texts, texts, _note())


def _by_organisation(rows: QuerySet[TextFigures]) -> Breakdown:
    """Different texts of each organisation that shows its figures; scores are told elsewhere."""
    counts = dict(
        rows.order_by("organisation")
        .values_list("organisation")
        .annotate(Count("series", distinct=True))
    )
    address = reverse("wording:trend")
    parts = tuple(
        Part(str(one), counts[one.pk], address)
        for one in Organisation.objects.filter(pk__in=counts).order_by("name")
    )
    return Breakdown(pgettext("breakdown", "Organisation"), parts, _("Texts of each."))


def _rows() -> QuerySet[TextFigures]:
    """Real organisations' figures; those of sample ones only where there are no others."""
    showing = Organisation.objects.filter(pk__in=Showing.objects.values("organisation"))
    real = showing.filter(is_sample=False)
    chosen = real if real.exists() else showing
    return TextFigures.objects.filter(organisation__in=chosen)


def _note() -> str:
    rows = _rows()
    if rows.filter(organisation__is_sample=True).exists():
        return _("Counted from sample data, not from real texts.")
    return ""
