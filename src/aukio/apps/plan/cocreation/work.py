"""What waits for the team, for the page “my work”: one task for each call and kind of work."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.plan.cocreation.models import Call, Proposal, Response, State
from aukio.apps.plan.rules import is_team
from aukio.ui.my_work import Task


def tasks(person: Any) -> list[Task]:
    """Proposals to check and to respond to, and outcomes ready to be published."""
    if not is_team(person):
        return []
    calls = Call.objects.filter(shown=True).in_bulk()
    return [task for row in _counts() for task in _of(calls[row["call"]], row)]


def _counts() -> list[Any]:
    """How many proposals each shown call has to check and to respond to, in one query."""
    answered = Exists(Response.objects.filter(proposal=OuterRef("pk")))
    rows = Proposal.objects.filter(call__shown=True).annotate(answered=answered)
    published = Q(state=State.PUBLISHED)
    counted = (
        rows.order_by("call")
        .values("call")
        .annotate(
            to_check=Count("pk", filter=Q(state=State.WAITING)),
            to_answer=Count("pk", filter=published & Q(answered=False)),
            answered_ones=Count("pk", filter=published & Q(answered=True)),
        )
    )
    return list(counted)


def _of(call: Call, row: Any) -> list[Task]:
    found = []
    is_over = timezone.localdate() > call.closes
    if row["to_check"]:
        words = ngettext(
            "Check %(count)d proposal: %(call)s",
            "Check %(count)d proposals: %(call)s",
            row["to_check"],
        )
        found.append(_task(words, call, row["to_check"], "check-list"))
    if is_over and row["to_answer"]:
        words = ngettext(
            "Respond to %(count)d proposal: %(call)s",
            "Respond to %(count)d proposals: %(call)s",
            row["to_answer"],
        )
        found.append(_task(words, call, row["to_answer"], "respond"))
    is_ready = not row["to_check"] and not row["to_answer"] and row["answered_ones"]
    if is_over and is_ready and not call.outcome_published:
        found.append(_task(_("Publish the responses: %(call)s"), call, 0, "publish"))
    return found


def _task(words: str, call: Call, count: int, route: str) -> Task:
    told = words % {"count": count, "call": call}
    return Task(told, reverse(f"cocreation:{route}", args=[call.slug]), None, _room())


def _room() -> str:
    return pgettext("room", "Action plan")
