"""Inviting organisers: the letter, sending, reminding, replies, and no more letters.

Places to be filled in for each receiver: ``{name}``, ``{organisation}``, ``{round}``,
``{days}``, ``{link}``. Anything else in braces is refused before anything is stored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions._checks import fitting, in_three
from aukio.apps.dialogues.organising.actions.contacts import KEPT
from aukio.apps.dialogues.organising.models import (
    Contact,
    ContactKind,
    Invitation,
    Invited,
    ReplyKind,
)
from aukio.apps.dialogues.queries.words import shown
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code, Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue

PURPOSE = "organising.invitation"
PLACES = ("name", "organisation", "round", "days", "link")
_PLACE = re.compile(r"\{([^{}\n]*)\}")


@transaction.atomic
def write_invitation(
    *,
    by: Person | None,
    round: Round,
    kinds: list[str],
    subject: Mapping[str, str],
    text: Mapping[str, str],
    invitation: Invitation | None = None,
) -> Invitation:
    """Write a letter in three languages, or change one that has not been sent."""
    require("organising.run_cockpit", by, round)
    if invitation is not None and invitation.sent_at:
        raise Fault(_("This letter has been sent."), mend=_("Write a new one."))
    wanted = [kind for kind in ContactKind.values if kind in kinds]
    if not wanted:
        raise Fault(_("Nobody was chosen."), mend=_("Choose at least one kind of organisers."))
    fields = in_three("subject", subject, 160) | in_three("text", text, 5000)
    for name, words in fields.items():
        _check_places(words, needs_link=name.startswith("text"))
    made = invitation or Invitation(round=round, written_by=by)
    made.kinds = wanted
    for name, words in fields.items():
        setattr(made, name, words)
    made.save()
    record(by=by, verb="organising.write_invitation", target=made, detail={"kinds": wanted})
    return made


def receivers(invitation: Invitation) -> list[Contact]:
    """Everybody of the chosen kinds who takes letters. A sample round writes to sample people."""
    return list(
        Contact.objects.filter(
            kind__in=invitation.kinds,
            unsubscribed_at=None,
            is_sample=invitation.round.is_sample,
        ).exclude(sealed_email="")
    )


def heading(invitation: Invitation, round: Round) -> str:
    """The subject in the reader's language with the round's theme in its place."""
    subject, _text = invitation.words(translation.get_language() or "fi")
    return subject.replace("{round}", shown(in_languages(round, "title")).text)


def written_to(invitation: Invitation, contact: Contact, link: str) -> tuple[str, str]:
    """The letter as this receiver gets it: subject and text, in their language."""
    with translation.override(contact.language):
        days = [long_date(day.date) for day in invitation.round.days.all()]
        values = {
            "name": contact.name or contact.organisation_name,
            "organisation": contact.organisation_name,
            "round": shown(in_languages(invitation.round, "title")).text,
            "days": ", ".join(days),
            "link": link,
        }
        subject, text = invitation.words(contact.language)
        ending = _("No more letters from us? Open the same page and say so.")
        if not values["name"]:  # "Hello {name}," of somebody whose name is not known
            text = text.replace(" {name}", "")
        filled = [_PLACE.sub(lambda found: values[found[1]], words) for words in (subject, text)]
        return filled[0], f"{filled[1]}\n\n– –\n{ending}\n{link}\n"


@transaction.atomic
def send(*, by: Person | None, invitation: Invitation) -> int:
    """Put every letter in the outbox, once. Returns how many."""
    require("organising.run_cockpit", by, invitation)
    locked = Invitation.objects.select_for_update().select_related("round").get(pk=invitation.pk)
    if locked.sent_at:
        raise Fault(_("This letter has been sent."))
    people = receivers(locked)
    if not people:
        raise Fault(
            _("There is nobody to send this to."), mend=_("Add contacts of this kind first.")
        )
    locked.sent_at = timezone.now()
    locked.save(update_fields=["sent_at"])
    for contact in people:
        one = Invited.objects.create(invitation=locked, contact=contact)
        _post(one, locked, contact, "invitation")
    record(by=by, verb="organising.send_invitation", target=locked, detail={"sent": len(people)})
    return len(people)


@transaction.atomic
def remind(*, by: Person | None, invitation: Invitation) -> int:
    """Write once more to those who have not replied or will tell later; once to each."""
    require("organising.run_cockpit", by, invitation)
    waiting = (
        Invited.objects.select_for_update(of=("self",))
        .filter(
            invitation=invitation,
            reply__in=[ReplyKind.NONE, ReplyKind.LATER],
            reminded_at=None,
            contact__unsubscribed_at=None,
        )
        .select_related("contact")
    )
    found = list(waiting)
    for one in found:
        one.reminded_at = timezone.now()
        one.save(update_fields=["reminded_at"])
        _post(one, invitation, one.contact, "reminder")
    record(by=by, verb="organising.remind_invited", target=invitation, detail={"sent": len(found)})
    return len(found)


def _post(one: Invited, invitation: Invitation, contact: Contact, key: str) -> None:
    token = codes.issue(PURPOSE, one, email=contact.email)
    with translation.override(contact.language):
        link = f"{settings.PUBLIC_URL}{reverse('organising:reply', args=[token])}"
        stop = f"{settings.PUBLIC_URL}{reverse('organising:unsubscribe', args=[token])}"
        subject, text = written_to(invitation, contact, link)
        if key == "reminder":
            subject = _("Reminder: %(subject)s") % {"subject": subject}
    queue(
        to=contact.email,
        subject=subject,
        text=text,
        language=contact.language,
        about=invitation,
        key=f"organising.{key}:{one.pk}",
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


@transaction.atomic
def reply(*, by: Code, invited: Invited, answer: str, remark: str = "") -> Invited:
    """Yes, no or later, by the link in the letter; the newest reply holds."""
    if answer not in (ReplyKind.YES, ReplyKind.NO, ReplyKind.LATER):
        raise Fault(_("Choose one of the replies."))
    invited.reply = answer
    invited.remark = fitting(remark, pgettext("reply", "Remark"), 500)
    invited.replied_at = timezone.now()
    invited.save(update_fields=["reply", "remark", "replied_at"])
    # Somebody who replies is somebody we still know.
    Contact.objects.filter(pk=invited.contact_id).update(delete_on=timezone.localdate() + KEPT)
    detail = {"reply": answer}
    record(by=by, verb="organising.reply", target=invited.invitation, detail=detail)
    return invited


@transaction.atomic
def unsubscribe(*, by: Any, contact: Contact) -> None:
    """No more letters: name and address go, the hash stays so that nobody adds them again."""
    if contact.unsubscribed_at:
        return
    contact.unsubscribed_at = timezone.now()
    contact.name = contact.sealed_email = ""
    contact.save(update_fields=["unsubscribed_at", "name", "sealed_email"])
    for one in contact.invited.all():
        codes.revoke_all(PURPOSE, one)
    record(by=by, verb="organising.unsubscribe", target=contact)


def _check_places(words: str, *, needs_link: bool) -> None:
    found = _PLACE.findall(words)
    strange = [name for name in found if name not in PLACES]
    if strange:
        raise Fault(
            _("“{%(name)s}” cannot be filled in.") % {"name": strange[0][:40]},
            mend=_("Use only these: %(places)s.")
            % {"places": ", ".join(f"{{{name}}}" for name in PLACES)},
        )
    if needs_link and "link" not in found:
        raise Fault(
            _("The letter does not tell where to reply."),
            mend=_("Write {link} where the link to the reply page belongs."),
        )
