"""Plans to test with: small ones made by hand, and Finland's own from its file."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from django.utils import timezone

from aukio.apps.plan.actions import load_plan
from aukio.apps.plan.models import (
    Commitment,
    Evidence,
    Measure,
    Milestone,
    Plan,
    Responsible,
    StatusReport,
    SubCommitment,
)
from aukio.shared.accounts.models import Person
from aukio.shared.organisations.models import Membership
from aukio.shared.organisations.tests.factories import organisation
from aukio.shared.terms import actions as terms

FINLAND = Path(__file__).resolve().parents[5] / "data" / "plan" / "finland-2023-2027.yaml"
TERMS = FINLAND.parents[1] / "terms"
_numbers = count(1)


def finland() -> Plan:
    """Finland's plan, loaded from its file."""
    load_plan(FINLAND)
    return Plan.objects.get(code="finland-2023-2027")


def texts(words: str, name: str = "title") -> dict[str, str]:
    """A text in the three languages, each different."""
    return {f"{name}_{language}": f"{words} ({language})" for language in ("fi", "sv", "en")}


def plan(**values: Any) -> Plan:
    values = {"code": f"plan-{next(_numbers)}", "is_current": True, **texts("Plan"), **values}
    return Plan.objects.create(**values)


def commitment(owner: Plan | None = None, number: str = "1") -> Commitment:
    return Commitment.objects.create(
        plan=owner or plan(), number=number, **texts(f"Commitment {number}")
    )


def measure(number: str = "1.1.1", owner: Plan | None = None, **values: Any) -> Measure:
    """A measure, with the commitment and section its number asks for."""
    owner = owner or Plan.objects.filter(is_current=True).first() or plan()
    above = owner.commitments.filter(number=number.split(".")[0]).first()
    above = above or commitment(owner, number.split(".")[0])
    section, _new = SubCommitment.objects.get_or_create(
        commitment=above, number=number.rpartition(".")[0], defaults=texts(f"Section of {number}")
    )
    values = {**texts(f"Measure {number}"), **texts(f"Text {number}", "text"), **values}
    return Measure.objects.create(commitment=above, section=section, number=number, **values)


def person(name: str = "Someone") -> Person:
    return Person.objects.create_user(f"person-{next(_numbers)}@example.fi", name=name)


def obstacles() -> None:
    """The vocabulary of obstacles."""
    terms.load(by=None, path=TERMS / "obstacles.yaml")


def team() -> Person:
    return with_role("team")


def reviewer() -> Person:
    return with_role("reviewer")


def with_role(role: str) -> Person:
    someone = person(f"{role.title()} {next(_numbers)}")
    Membership.objects.create(person=someone, organisation=organisation(), room="plan", role=role)
    return someone


def lead_of(measure: Measure) -> Person:
    someone = person("Lead")
    Responsible.objects.create(measure=measure, person=someone)
    return someone


def evidence(owner: Measure, *, checked: bool = False, **values: Any) -> Evidence:
    values = {
        "title": "Minutes",
        "address": "https://example.fi/minutes",
        "language": "fi",
        "added_by": person("Giver"),
        **values,
    }
    if checked:
        values |= {"checked_by": reviewer(), "checked": timezone.now()}
    return Evidence.objects.create(measure=owner, **values)


def milestone(owner: Measure, title: str = "Guide out", **values: Any) -> Milestone:
    code = f"{owner.number}-{next(_numbers)}"
    return Milestone.objects.create(measure=owner, code=code, **texts(title), **values)


def report(owner: Measure, completion: str = "substantial", **values: Any) -> StatusReport:
    """The next report of the measure, straight into the database."""
    sequence = owner.reports.count() + 1
    obstacles = "funding" if completion in ("not_started", "limited") else ""
    if completion == "complete":
        values |= {"approved_by": team(), "rests_on": evidence(owner, checked=True)}
    values = {"done": "Things were done.", "language": "fi", "obstacles": obstacles, **values}
    return StatusReport.objects.create(
        measure=owner, sequence=sequence, completion=completion, **values
    )
