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
from aukio.apps.plan.models import Commitment, IndicatorDefinition, Measure, Plan
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
    other = _other_plan()
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
        "plan:other-plan": {"code": other.commitment.plan.code},
        "plan:other-files": {"code": other.commitment.plan.code},
        "plan:other-show": {"code": other.commitment.plan.code},
        "plan:other-measure": {"code": other.commitment.plan.code, "pk": other.pk},
    }


def _other_plan() -> Measure:
    """A measure of a plan that is shown beside the current one."""
    plan, _new = Plan.objects.get_or_create(
        code="another", defaults={"title_en": "Another plan", "country": "Sweden", "is_shown": True}
    )
    above, _new = Commitment.objects.get_or_create(
        plan=plan, number="1", defaults={"title_en": "Openness"}
    )
    found, _new = Measure.objects.get_or_create(
        commitment=above, number="1.1", defaults={"title_en": "Open data", "start": "2024"}
    )
    return found
