"""Organisations that have asked to join."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.organising.models import Application, ApplicationState
from aukio.shared.organisations.models import Organisation

MOST = 5


def waiting() -> QuerySet[Application]:
    return Application.objects.filter(state=ApplicationState.WAITING).select_related(
        "municipality", "person"
    )


def alike(asked: Application) -> list[Organisation]:
    """Organisations here with the same business id, or a name that holds or is held by its."""
    name = asked.name_fi.casefold()
    by_id = Q(business_id=asked.business_id) if asked.business_id else Q(pk=None)
    first = name.split()[0][:5] if name.split() else ""
    near = Organisation.objects.filter(is_sample=False).filter(
        by_id
        | Q(name_fi__icontains=first)
        | Q(name_sv__icontains=first)
        | Q(name_fi__icontains=first.capitalize())
    )
    return [
        one
        for one in near
        if (asked.business_id and one.business_id == asked.business_id)
        or any(_holds(name, other.casefold()) for other in in_languages(one, "name").values())
    ][:MOST]


def _holds(one: str, other: str) -> bool:
    return one in other or other in one
