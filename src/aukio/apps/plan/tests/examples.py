"""Addresses the browser suite opens: every public page of the room that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.plan.actions import (
    Shown,
    add_evidence,
    add_milestone,
    following,
    take_snapshots,
    voices,
)
from aukio.apps.plan.models import IndicatorDefinition, Measure, Plan
from aukio.apps.plan.tests import factories


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; the data is made here."""
    if not Plan.objects.filter(is_current=True).exists():
        factories.finland()
    measure = Measure.objects.get(commitment__plan__is_current=True, number="1.1.1")
    shown = Shown(title="Photo", file_name="p.png", content=b"\x89PNG\r\n\x1a\n0000")
    evidence = add_evidence(by=None, measure=measure, shown=shown)
    if not measure.reports.exists():
        factories.report(measure)
    one = {"number": "1.1.1"}
    comment = voices.comment(by=None, measure=measure, name="NGO", text="Good.", language="en")
    follower = following.follow(by=None, email="a@example.fi", measure=measure, language="fi")
    milestone = add_milestone(by=None, measure=measure, title="Guide out", due="2026")
    take_snapshots()
    definition = IndicatorDefinition.objects.filter(measure=measure).first()
    token = {"token": following.token_of(follower)}
    return {
        "plan:commitment": {"number": "1"},
        "plan:measure": one,
        "plan:measure-feed": one,
        "plan:measure-light": one,
        "plan:measure-follow": one,
        "plan:comment-add": one,
        "plan:comment-answer": {**one, "pk": comment.pk},
        "plan:subscription": token,
        "plan:subscription-stop": token,
        "plan:measure-update": one,
        "plan:measure-approve": one,
        "plan:report-file": {"form": "json"},
        "plan:evidence-file": {**one, "pk": evidence.pk},
        "plan:figure": {"code": "dialogues.organisers"},
        "plan:indicator-edit": {"pk": definition.pk if definition else 0},
        "plan:people": one,
        "plan:milestone-list": one,
        "plan:milestone-edit": {**one, "pk": milestone.pk},
        "plan:measure-amend": one,
        "plan:review-add": one,
        "plan:figure-tell": one,
        "plan:evidence-check": {**one, "pk": evidence.pk},
    }
