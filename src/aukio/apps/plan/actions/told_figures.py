"""Figures that people tell, with evidence, and the words that say what any figure means."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.actions.figures import PLACES
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Evidence, IndicatorDefinition, Measure, Snapshot
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.indicators import registry

PERIOD = re.compile(r"20\d{2}(-[12]|-(0[1-9]|1[0-2]))?")
LARGEST = Decimal(10) ** 15


@dataclass(frozen=True)
class Fact:
    """A figure that people tell: what it is, and its value in a period.

    ``period`` is a year, a half-year or a month: ``2026``, ``2026-1``, ``2026-11``.
    """

    code: str
    label: str
    unit: str
    period: str
    value: Decimal
    language: str = "fi"


def code_for(label: str) -> str:
    """A code for a figure that people name themselves."""
    return f"told.{slugify(label)[:80] or 'figure'}"


@transaction.atomic
def tell_figure(
    *,
    by: Person | None,
    measure: Measure,
    fact: Fact,
    evidence: Evidence,
    replacing: str = "",
) -> Snapshot:
    """Keep a figure that no room counts. Without evidence of this measure it is refused.

    ``replacing`` is the moment (ISO) the figure now there was told, as the writer saw it;
    empty when there was none. Raises ``EditedMeanwhile`` when there is another, and ``Fault``.
    """
    require("plan.tell_figure", by, measure)
    _check(measure, fact, evidence)
    definition = _definition(measure, fact)
    there = Snapshot.objects.select_for_update(of=("self",)).filter(
        definition=definition, period=fact.period
    )
    before = there.select_related("evidence", "definition").first()
    if moment_of(before) != replacing:
        raise EditedMeanwhile(theirs=before, yours=asdict(fact))
    values: dict[str, Any] = {
        "value": fact.value.quantize(PLACES),
        "evidence": evidence,
        "told_by": by,
        "taken": timezone.now(),
    }
    snapshot, _is_new = Snapshot.objects.update_or_create(
        definition=definition, period=fact.period, defaults=values
    )
    detail = {"code": fact.code, "period": fact.period, "value": str(fact.value)}
    if before:
        detail["before"] = str(before.value)
    record(by=by, verb="plan.tell_figure", target=measure, detail=detail)
    return snapshot


def moment_of(snapshot: Snapshot | None) -> str:
    """When the figure was told, as ``replacing`` says it; empty for none."""
    return snapshot.taken.isoformat() if snapshot else ""


def _definition(measure: Measure, fact: Fact) -> IndicatorDefinition:
    defaults = {
        "kind": IndicatorDefinition.Kind.MANUAL,
        "unit": fact.unit.strip()[:60],
        f"label_{fact.language}": fact.label.strip(),
    }
    definition, _is_new = IndicatorDefinition.objects.get_or_create(
        measure=measure, code=fact.code, version=1, defaults=defaults
    )
    if definition.kind != IndicatorDefinition.Kind.MANUAL:
        raise _counted_here()
    return definition


def _counted_here() -> Fault:
    return Fault(
        _("Aukio counts this figure itself."),
        where=pgettext("field", "code"),
        mend=_("Give the figure another code."),
    )


def _check(measure: Measure, fact: Fact, evidence: Evidence) -> None:
    if evidence.measure_id != measure.pk:
        raise Fault(
            _("The evidence belongs to another measure."),
            where=pgettext("field", "evidence"),
            mend=_("Add it to this measure first."),
        )
    if not fact.label.strip() or not fact.code:
        raise Fault(
            _("The figure has no name."),
            where=pgettext("field", "name of the figure"),
            mend=_("Say in a few words what is counted."),
        )
    if not PERIOD.fullmatch(fact.period):
        raise Fault(
            _("This is not a year, a half-year or a month."),
            where=pgettext("field", "period"),
            mend=_("Write it like 2026, 2026-1 or 2026-11."),
        )
    if not fact.value.is_finite() or abs(fact.value) >= LARGEST:
        raise Fault(
            _("This number cannot be kept."),
            where=pgettext("field", "value"),
            mend=_("Write an ordinary number."),
        )
    if any(one.code == fact.code for one in registry.every()):
        raise _counted_here()


@dataclass(frozen=True)
class Described:
    """What a figure means, in words: whose it is, where it comes from, and what it should be."""

    source: str
    filter: str = ""
    baseline: str = ""
    target: str = ""
    owner: str = ""


@transaction.atomic
def describe_indicator(
    *,
    by: Person | None,
    definition: IndicatorDefinition,
    revision: int,
    described: Described,
) -> IndicatorDefinition:
    """Change the words about the figure; how it is counted and its values stay.

    ``revision`` is the one the writer read. Raises ``EditedMeanwhile`` and ``Fault``.
    """
    require("plan.define_indicator", by, definition.measure)
    now = IndicatorDefinition.objects.select_for_update().get(pk=definition.pk)
    if now.revision != revision:
        raise EditedMeanwhile(theirs=now, yours=asdict(described))
    changes = {
        name: [getattr(now, name), text.strip()]
        for name, text in asdict(described).items()
        if getattr(now, name) != text.strip()
    }
    if not changes:
        raise Fault(_("Nothing was changed."), mend=_("Change at least one field."))
    for name, (_before, after) in changes.items():
        setattr(now, name, after)
    now.revision += 1
    now.save()
    detail = {"indicator": now.pk, "changes": changes}
    record(by=by, verb="plan.describe_indicator", target=now.measure, detail=detail)
    return now
