"""Who leads which measure."""

from __future__ import annotations

from django.db import transaction

from aukio.apps.plan.actions.periods import greet
from aukio.apps.plan.models import Measure, Responsible
from aukio.shared.accounts.access import require
from aukio.shared.accounts.actions import ensure_person
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def name_lead(
    *, by: Person | None, measure: Measure, email: str, name: str = "", language: str = "fi"
) -> Responsible:
    """Make the person with this address a lead. A letter tells them which measure it is;
    somebody new gets another that says how to sign in.
    """
    require("plan.name_lead", by, measure)
    person, _is_new = ensure_person(by=by, email=email, name=name, language=language)
    responsible, is_new = Responsible.objects.get_or_create(measure=measure, person=person)
    if is_new:
        record(by=by, verb="plan.name_lead", target=measure, detail={"person": person.pk})
        greet(responsible)
    return responsible


@transaction.atomic
def remove_lead(*, by: Person | None, responsible: Responsible) -> None:
    """The person no longer leads the measure; what they reported stays."""
    measure = responsible.measure
    require("plan.name_lead", by, measure)
    record(by=by, verb="plan.remove_lead", target=measure, detail={"person": responsible.person_id})
    responsible.delete()
