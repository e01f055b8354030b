"""What a proposer does: send, correct, withdraw, and take the address away again."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.cocreation.actions._checks import email_address, locked, needed, within
from aukio.apps.plan.cocreation.actions.contacts import keep_address
from aukio.apps.plan.cocreation.faults import ChangedMeanwhile
from aukio.apps.plan.cocreation.models import (
    Alike,
    Call,
    Contact,
    Placement,
    Proposal,
    Question,
    Response,
    State,
)
from aukio.apps.plan.cocreation.rules import CODE
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation
from aukio.shared.search.actions import refresh

LONGEST = {"title": 150, "problem": 2000, "change": 3000, "carrier": 500, "name": 150}
CODE_DAYS = 730  # longer than any call with its responses takes


@dataclass(frozen=True)
class Words:
    """What is proposed, in the proposer's own words."""

    title: str
    change: str
    language: str
    problem: str = ""
    carrier: str = ""
    name: str = ""


@dataclass(frozen=True)
class Sent:
    """A proposal that was sent, and the code of its private link, shown this once."""

    proposal: Proposal
    code: str


@transaction.atomic
def propose(
    *,
    by: Any,
    call: Call,
    words: Words,
    email: str = "",
    organisation: Organisation | None = None,
) -> Sent:
    """Keep a proposal for the team to check. Anyone may propose. Raises ``Fault``.

    ``organisation`` is the one it is made for; only its own people may do that. Who they are
    is told to nobody.
    """
    if organisation is not None:
        require("cocreation.propose_for", by, organisation)
    address = email_address(email) if email.strip() else ""
    call = locked(call)
    _must_be_open(call)
    proposal = Proposal(call=call, organisation=organisation)
    _take_in(proposal, words)
    last = call.proposals.aggregate(last=Max("number"))["last"] or 0
    proposal.number = last + 1
    proposal.save()
    if address:
        keep_address(proposal, address)
    code = codes.issue(CODE, proposal, days=CODE_DAYS)
    record(by=by, verb="cocreation.propose", target=proposal)
    return Sent(proposal, code)


@transaction.atomic
def correct_proposal(
    *, by: Code | None, proposal: Proposal, revision: int, words: Words
) -> Proposal:
    """Change the words while the call is open. The team then checks them anew."""
    require("cocreation.correct_proposal", by, proposal)
    call = locked(proposal.call)
    now = Proposal.objects.get(pk=proposal.pk)
    _must_be_open(call)
    if Response.objects.filter(proposal=now).exists() or now.state == State.WITHDRAWN:
        raise Fault(
            _("This proposal can no longer be corrected."),
            mend=_("Send a new proposal while the call is open."),
        )
    if now.revision != revision:
        raise ChangedMeanwhile
    _take_in(now, words)
    now.revision += 1
    now.state, now.ground, now.refusal = State.WAITING, "", ""
    now.checked = now.checked_by = None
    now.save()
    refresh(now)
    record(by=by, verb="cocreation.correct_proposal", target=now)
    return now


@transaction.atomic
def withdraw_proposal(*, by: Code | None, proposal: Proposal) -> Proposal:
    """Take the proposal back: its words, name and address are removed at once.

    Possible until the responses are published. Again changes nothing.
    """
    require("cocreation.withdraw_proposal", by, proposal)
    call = locked(proposal.call)
    now = Proposal.objects.get(pk=proposal.pk)
    if now.state == State.WITHDRAWN:
        return now
    if call.outcome_published:
        raise Fault(
            _("The responses have been published, and this proposal among them."),
            mend=_("You can still remove your name and e-mail address."),
        )
    for name in LONGEST:
        setattr(now, name, "")
    now.organisation = None
    now.state, now.ground, now.refusal = State.WITHDRAWN, "", ""
    now.revision += 1
    now.save()
    Contact.objects.filter(proposal=now).delete()
    Placement.objects.filter(proposal=now).delete()
    Alike.objects.filter(first=now).delete()
    Alike.objects.filter(second=now).delete()
    refresh(now)
    record(by=by, verb="cocreation.withdraw_proposal", target=now)
    return now


@transaction.atomic
def forget_contact(*, by: Code | None, proposal: Proposal) -> Proposal:
    """Remove the proposer's name and e-mail address. Again changes nothing."""
    require("cocreation.forget_contact", by, proposal)
    now = Proposal.objects.select_for_update().get(pk=proposal.pk)
    gone, _each = Contact.objects.filter(proposal=now).delete()
    if not gone and not now.name:
        return now
    now.name = ""
    now.revision += 1
    now.save(update_fields=["name", "revision"])
    record(by=by, verb="cocreation.forget_contact", target=now)
    return now


def _must_be_open(call: Call) -> None:
    if not call.is_open:
        raise Fault(
            _("The call is not open."), mend=_("Look at the call's page for when it is open.")
        )


def _take_in(proposal: Proposal, words: Words) -> None:
    asked = {"title": True, "change": True, "name": False, "carrier": False}
    asked["problem"] = proposal.call.asks(Question.PROBLEM)
    names = _field_names()
    for name, most in LONGEST.items():
        check = needed if asked[name] else within
        setattr(proposal, name, check(getattr(words, name), most=most, where=names[name]))
    if words.language not in proposal.call.languages:
        raise Fault(
            _("The call does not take proposals in this language."),
            where=pgettext("field", "language"),
            mend=_("Choose one of the languages of the call."),
        )
    proposal.language = words.language


def _field_names() -> dict[str, str]:
    return {
        "title": pgettext("field", "title"),
        "problem": pgettext("field", "problem"),
        "change": pgettext("field", "what should change"),
        "carrier": pgettext("field", "who would carry it out"),
        "name": pgettext("field", "name"),
    }


def words_of(proposal: Proposal) -> Words:
    """The proposal's words as they are now."""
    return Words(**{one.name: getattr(proposal, one.name) for one in fields(Words)})
