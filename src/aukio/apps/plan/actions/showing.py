"""Which plans besides the current one anyone may read."""

from __future__ import annotations

from django.db import transaction

from aukio.apps.plan.models import Plan
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def show_plan(*, by: Person | None, plan: Plan, shown: bool) -> Plan:
    """Show the plan to everyone, or to the team alone; the same again changes nothing."""
    require("plan.show_plan", by, plan)
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.is_shown != shown:
        plan.is_shown = shown
        plan.save(update_fields=["is_shown"])
        record(by=by, verb="plan.show_plan", target=plan, detail={"shown": shown})
    return plan
