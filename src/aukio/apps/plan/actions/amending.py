"""Changes to the plan in mid-term. The history is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Amendment, Measure
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.search.actions import refresh

LANGUAGES = ("fi", "sv", "en")
AMENDABLE = (
    *(f"{name}_{language}" for name in ("title", "text", "lead") for language in LANGUAGES),
    "supporters",
    "start",
    "end",
)


@dataclass(frozen=True)
class Decision:
    """Why the plan is changed, when it was decided and by whom."""

    why: str
    decided: date
    approved_by: str
    language: str = "fi"


@transaction.atomic
def amend_measure(
    *,
    by: Person | None,
    measure: Measure,
    revision: int,
    values: dict[str, str],
    decision: Decision,
) -> Amendment:
    """Change the measure's texts, lead or dates. ``revision`` is the one the writer read.

    Raises ``EditedMeanwhile`` when the measure has been amended since, ``Fault`` when the
    amendment changes nothing, has no reason or no approver.
    """
    require("plan.amend_measure", by, measure)
    now = Measure.objects.select_for_update().get(pk=measure.pk)
    if now.revision != revision:
        raise EditedMeanwhile(theirs=now, yours=dict(values))
    changes = _changes(now, values)
    _check(changes, decision)
    for name, (_before, after) in changes.items():
        setattr(now, name, after)
    now.revision += 1
    now.save()
    amendment = Amendment.objects.create(
        measure=now,
        revision=now.revision,
        changes=changes,
        why=decision.why.strip(),
        language=decision.language,
        decided=decision.decided,
        approved_by=decision.approved_by.strip(),
        by=by,
    )
    refresh(now)
    detail = {"revision": now.revision, "fields": sorted(changes)}
    record(by=by, verb="plan.amend_measure", target=now, detail=detail)
    return amendment


def _changes(measure: Measure, values: dict[str, str]) -> dict[str, list[Any]]:
    unknown = set(values) - set(AMENDABLE)
    if unknown:
        raise ValueError(f"Not amendable: {sorted(unknown)}")
    there = {name: getattr(measure, name) or "" for name in values}
    return {
        name: [there[name], value.strip()]
        for name, value in values.items()
        if there[name] != value.strip()
    }


def _check(changes: dict[str, list[Any]], decision: Decision) -> None:
    if not changes:
        raise Fault(_("Nothing was changed."), mend=_("Change at least one field."))
    if not decision.why.strip():
        raise Fault(
            _("The amendment has no reason."),
            where=pgettext("field", "reason"),
            mend=_("Say why the plan is changed."),
        )
    if not decision.approved_by.strip():
        raise Fault(
            _("The amendment names no approver."),
            where=pgettext("field", "approved by"),
            mend=_("Name who decided on it."),
        )
