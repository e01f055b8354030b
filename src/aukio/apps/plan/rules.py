"""Who may do what with the plan.

The team runs the plan. A lead reports on their own measures. A reviewer checks evidence and
judges. Four eyes: nobody checks or approves what they have themself given.
"""

from __future__ import annotations

from typing import Any, cast

import rules
from django.utils.translation import pgettext_lazy

from aukio.apps.plan.models import Evidence, Measure, Responsible, StatusReport
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import add_role

TEAM = add_role("plan", "team", pgettext_lazy("role", "Team of the action plan"))
REVIEWER = add_role("plan", "reviewer", pgettext_lazy("role", "Reviewer of the action plan"))


def is_team(person: Any) -> bool:
    """Runs the plan."""
    return has_role(person, TEAM.room, TEAM.code)


def is_reviewer(person: Any) -> bool:
    """Checks evidence and reviews measures."""
    return has_role(person, REVIEWER.room, REVIEWER.code)


def leads(person: Any, target: Any) -> bool:
    """Leads the measure the target is or belongs to."""
    measure = target.pk if isinstance(target, Measure) else getattr(target, "measure_id", None)
    if measure is None or not person.is_authenticated or not person.is_active:
        return False
    return Responsible.objects.filter(measure_id=measure, person_id=person.pk).exists()


def is_not_own(person: Any, target: Any) -> bool:
    """Somebody else gave the evidence or wrote the report."""
    if isinstance(target, Evidence):
        return bool(target.added_by_id != person.pk)
    return isinstance(target, StatusReport) and bool(target.by_id != person.pk)


_predicate = cast(Any, rules).predicate  # the library has no types
_team = _predicate(is_team)
_reviewer = _predicate(is_reviewer)
_lead = _predicate(leads)
_other = _predicate(is_not_own)

RULES = {
    "plan.report_status": _lead | _team,
    "plan.add_evidence": _lead | _team | _reviewer,
    "plan.check_evidence": (_team | _reviewer) & _other,
    "plan.approve_completion": _team & _other,
    "plan.tell_figure": _lead | _team,
    "plan.amend_measure": _team,
    "plan.set_milestones": _lead | _team,
    "plan.name_lead": _team,
    "plan.open_period": _team,
    "plan.review_measure": _reviewer,
    "plan.assess_measure": _team,
    "plan.write_review": _team | _reviewer,
    "plan.define_indicator": _team,
    "plan.see_desk": _team,
    "plan.import_plan": _team,
    "plan.show_plan": _team,
    "plan.answer_comment": _lead | _team,
}


def register() -> None:
    """Make the rules known; again changes nothing."""
    book = cast(Any, rules)
    for name, predicate in RULES.items():
        if not book.rule_exists(name):
            book.add_rule(name, predicate)


def may(rule: str, person: Any, target: Any) -> bool:
    """Whether the rule holds: for pages that show the way only to those who may go it."""
    return bool(cast(Any, rules).test_rule(rule, person, target))
