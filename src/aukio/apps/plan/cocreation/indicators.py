"""Live figures of measure 3.2.4: proposals made together, and what became of them.

Counted from published proposals. While the only calls there are are sample, the figures are
of them and say so; as soon as there is a real one, sample calls are left out.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from aukio.apps.plan.cocreation.models import Call, Decision, Proposal
from aukio.apps.plan.cocreation.queries.proposals import public_proposals, public_responses
from aukio.shared.indicators.registry import Breakdown, Figure, Part, indicator

MEASURE = "3.2.4"


def proposals_by_call() -> Breakdown:
    """Published proposals of each call."""
    rows = _counted()[0].order_by("call").values_list("call").annotate(Count("pk"))
    counts = dict(rows)
    parts = tuple(
        Part(one.title, counts[one.pk], reverse("cocreation:call", args=[one.slug]))
        for one in Call.objects.filter(pk__in=counts).order_by("pk")
    )
    return Breakdown(pgettext("breakdown", "Call"), parts)


def proposals_by_decision() -> Breakdown:
    """Published proposals of calls whose outcome is published, by what was decided."""
    answered = Counter(_answered()[0].values_list("decision", flat=True))
    without = _concluded().count() - sum(answered.values())
    parts = [Part(one.label, answered[one]) for one in Decision if answered[one]]
    if without:
        parts.append(Part(_("No response yet"), without))
    return Breakdown(pgettext("breakdown", "Decision"), tuple(parts))


@indicator(
    code="cocreation.proposals_made",
    measure=MEASURE,
    label=gettext_lazy("Proposals made for the next plan"),
    unit=gettext_lazy("proposals"),
    direction="up",
    records=proposals_by_call,
)
def proposals_made() -> Figure:
    """Published proposals of all calls."""
    rows, note = _counted()
    count = rows.count()
    return Figure(count if _any_call() else None, count, note)


@indicator(
    code="cocreation.proposals_taken_in",
    measure=MEASURE,
    label=gettext_lazy("Proposals taken in to the draft plan, wholly or partly"),
    unit=gettext_lazy("proposals"),
    direction="up",
    records=proposals_by_decision,
)
def proposals_taken_in() -> Figure:
    """Published proposals whose newest public response takes them in."""
    rows, note = _answered()
    taken = rows.filter(decision__in=[Decision.TAKEN, Decision.PARTLY]).count()
    answered = rows.count()
    return Figure(taken if answered else None, answered, note)


@indicator(
    code="cocreation.proposals_answered",
    measure=MEASURE,
    label=gettext_lazy("Proposals with a reasoned response, of calls whose outcome is published"),
    unit="percent",
    direction="up",
    records=proposals_by_decision,
)
def proposals_answered() -> Figure:
    """The share of published proposals that have a public response, 0 to 100."""
    note = _counted()[1]
    answered, count = _answered()[0].count(), _concluded().count()
    return Figure(round(100 * answered / count) if count else None, count, note)


def _any_call() -> bool:
    return Call.objects.filter(shown=True).exists()


def _counted() -> tuple[QuerySet[Proposal], str]:
    real = Call.objects.filter(shown=True, is_sample=False).exists()
    note = _("Sample data: everything is invented.") if _any_call() and not real else ""
    return public_proposals().filter(call__is_sample=not real), note


def _concluded() -> QuerySet[Proposal]:
    return _counted()[0].filter(call__outcome_published__isnull=False)


def _answered() -> tuple[QuerySet[Any], str]:
    rows, note = _counted()
    newest = public_responses().filter(proposal=OuterRef("pk")).order_by("-sequence")
    return rows.annotate(decision=Subquery(newest.values("decision")[:1])).exclude(
        decision=None
    ), note
