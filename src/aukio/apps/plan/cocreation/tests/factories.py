"""Calls, proposals and responses to test with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.models import Call, Proposal, Response
from aukio.apps.plan.tests.factories import measure, person, team
from aukio.shared.accounts.models import Person
from aukio.shared.organisations.models import Membership, Organisation
from aukio.shared.organisations.tests.factories import organisation

__all__ = ["measure", "organisation", "person", "team"]
_numbers = count(1)
SECRET = "proposer@example.org"
REASON = "It fits the aims of the plan and can be done."


def texts(words: str) -> dict[str, str]:
    return {code: f"{words} ({code})" for code in ("fi", "sv", "en")}


def asked(**change: Any) -> actions.Asked:
    """A call that is open today."""
    today = timezone.localdate()
    given = {
        "title": texts("Next plan"),
        "guidance": texts("Say what should change."),
        "opens": today - timedelta(days=5),
        "closes": today + timedelta(days=5),
        **change,
    }
    return actions.Asked(**given)


def call(*, shown: bool = True, **change: Any) -> Call:
    made = actions.prepare_call(by=None, slug=f"call-{next(_numbers)}", asked=asked(**change))
    return actions.show_call(by=None, call=made) if shown else made


def words(**change: Any) -> actions.Words:
    given = {
        "title": f"Proposal {next(_numbers)}",
        "problem": "Meetings are in the daytime.",
        "change": "Hold evening meetings too.",
        "language": "en",
        **change,
    }
    return actions.Words(**given)


def sent(owner: Call | None = None, *, email: str = "", **change: Any) -> actions.Sent:
    """A proposal as it comes, with its code."""
    return actions.propose(by=None, call=owner or call(), words=words(**change), email=email)


def published(owner: Call | None = None, *, email: str = "", **change: Any) -> Proposal:
    one = sent(owner, email=email, **change).proposal
    return actions.publish_proposal(by=None, proposal=one, revision=one.revision)


def close(owner: Call) -> Call:
    """The call's last day was yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    Call.objects.filter(pk=owner.pk).update(closes=yesterday)
    owner.refresh_from_db()
    return owner


def answer(**change: Any) -> actions.Answer:
    given = {
        "decision": "taken",
        "reason": REASON,
        "language": "en",
        "responder": "Open government team",
        "led_to": "Commitment 2",
        **change,
    }
    return actions.Answer(**given)


def respond(
    *proposals: Proposal,
    by: Person | None = None,
    seen: Mapping[int, int] | None = None,
    **change: Any,
) -> list[Response]:
    """One response to the proposals, for the first time unless ``seen`` says otherwise."""
    return actions.respond(
        by=by,
        call=proposals[0].call,
        seen=seen or {one.pk: 0 for one in proposals},
        answer=answer(**change),
    )


def outcome(owner: Call, *, without: int = 0) -> Call:
    """The call closed and its outcome published."""
    done = actions.publish_outcome(by=None, call=close(owner), without=without)
    owner.refresh_from_db()
    return done


def member_of(owner: Organisation, room: str = "dialogues", role: str = "organiser") -> Person:
    someone = person("Member")
    Membership.objects.create(person=someone, organisation=owner, room=room, role=role)
    return someone
