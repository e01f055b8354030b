"""The proposer's address: kept apart, used to tell of their own proposal, then deleted."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aukio.apps.plan.cocreation.models import Contact, Proposal, Response
from aukio.apps.plan.cocreation.rules import CODE
from aukio.shared.accounts import codes
from aukio.shared.accounts.sealing import seal
from aukio.shared.mail.actions import queue

KEPT_AFTER_CLOSING = timedelta(days=365)
KEPT_AFTER_RESPONSE = timedelta(days=30)  # a correction of the response is told too
LINK_DAYS = 365


def keep_address(proposal: Proposal, address: str) -> Contact:
    """Keep the address until a year after the call closes, or a month after the response."""
    return Contact.objects.create(
        proposal=proposal,
        sealed_email=seal(address),
        language=(get_language() or "fi")[:2],
        delete_after=proposal.call.closes + KEPT_AFTER_CLOSING,
    )


def tell_refusal(proposal: Proposal) -> None:
    """Write to the proposer why the proposal is not published, with a link to correct it."""
    contact = _contact(proposal)
    if contact is None:
        return
    code = codes.issue(CODE, proposal, days=LINK_DAYS)
    with translation.override(contact.language):
        text = _(
            "Your proposal “%(title)s” is not published.\n\n%(ground)s.\n%(reason)s\n\n"
            "You can correct it while the call is open, or withdraw it:\n%(link)s\n"
        )
        link = settings.PUBLIC_URL + reverse("cocreation:own", args=[code])
        told = {
            "title": proposal.title,
            "ground": proposal.get_ground_display(),
            "reason": proposal.refusal,
            "link": link,
        }
        queue(
            to=contact.email,
            subject=_("Your proposal is not published"),
            text=text % told,
            language=contact.language,
            about=proposal,
            key=f"cocreation.refusal:{proposal.pk}:{proposal.revision}",
        )


def tell_response(response: Response) -> None:
    """Write to the proposer what was decided and why, once for each response."""
    proposal = response.proposal
    contact = _contact(proposal)
    if contact is None:
        return
    with translation.override(contact.language):
        path = reverse("cocreation:proposal", args=[proposal.call.slug, proposal.number])
        text = _(
            "Your proposal “%(title)s” has a response.\n\n%(decision)s.\n%(reason)s\n\n"
            "Read the whole response:\n%(link)s\n\n"
            "Your address is removed a month from now. If you did not make this proposal, "
            "you need do nothing.\n"
        )
        told = {
            "title": proposal.title,
            "decision": response.get_decision_display(),
            "reason": response.reason,
            "link": settings.PUBLIC_URL + path,
        }
        queue(
            to=contact.email,
            subject=_("Your proposal has a response"),
            text=text % told,
            language=contact.language,
            about=proposal,
            key=f"cocreation.response:{response.pk}",
        )
    soon = timezone.localdate() + KEPT_AFTER_RESPONSE
    contact.delete_after = min(contact.delete_after, soon)
    contact.save(update_fields=["delete_after"])


def forget_old() -> int:
    """Delete the addresses whose day has come. Returns how many."""
    gone, _each = Contact.objects.filter(delete_after__lt=timezone.localdate()).delete()
    return gone


def _contact(proposal: Proposal) -> Contact | None:
    found = Contact.objects.filter(proposal=proposal).first()
    return found if found and found.email else None
