"""How clear the language of organisations is, from figures only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from aukio.apps.wording.models import Showing, TextFigures
from aukio.shared.organisations.models import Organisation

FEWEST = 5
"""A mean of fewer texts is not shown: a single text's writer could be recognised."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """Texts last checked in one quarter, of one profile. `mean` is none for under five."""

    label: str
    profile: str
    texts: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class OrganisationTrend:
    """One organisation that shows its figures. `change` is of texts checked more than once."""

    organisation: Organisation
    texts: int
    mean: float | None
    change: float | None
    changed: int
    quarters: tuple[Quarter, ...]


def shown_organisations() -> list[OrganisationTrend]:
    """Organisations that show their figures, by name. Two queries."""
    owners = {
        row.organisation_id: row.organisation
        for row in Showing.objects.select_related("organisation").order_by("organisation__name")
    }
    rows: dict[int, list[TextFigures]] = defaultdict(list)
    for row in TextFigures.objects.filter(organisation__in=owners):
        rows[row.organisation_id].append(row)
    return [_trend(owner, rows[pk]) for pk, owner in owners.items()]


def overall(rows: Iterable[TextFigures]) -> tuple[Quarter, ...]:
    """Quarters of every profile, each with its mean."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in rows:
        found[_quarter(row), row.profile].append(row.last_score)
    return tuple(
        Quarter(label, profile, len(scores), _mean(scores))
        for (label, profile), scores in sorted(found.items())
    )


def all_figures() -> list[TextFigures]:
    """The figures of organisations that show them."""
    showing = Showing.objects.values("organisation")
    return list(TextFigures.objects.filter(organisation__in=showing))


def _trend(owner: Organisation, rows: list[TextFigures]) -> OrganisationTrend:
    again = [row.last_score - row.first_score for row in rows if row.checks > 1]
    return OrganisationTrend(
        organisation=owner,
        texts=len(rows),
        mean=_mean([row.last_score for row in rows]),
        change=_mean(again),
        changed=len(again),
        quarters=overall(rows),
    )


def _mean(scores: list[float]) -> float | None:
    return round(fmean(scores), 1) if len(scores) >= FEWEST else None


def _quarter(row: TextFigures) -> str:
    return f"{row.last_day.year}/{(row.last_day.month + 2) // 3}"
