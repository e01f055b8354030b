"""Inviting scribes by a private link, and taking the link back."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.recording.models import Scribe
from aukio.apps.dialogues.rules import SCRIBE
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.mail.actions import queue

DAYS = 120
MOST = 20


@dataclass(frozen=True)
class Invited:
    """``link`` is shown to the organiser this once only; the database holds no copy."""

    scribe: Scribe
    link: str


@transaction.atomic
def invite(
    *, by: Person | None, dialogue: Dialogue, name: str, email: str = "", language: str = "fi"
) -> Invited:
    """Make a scribe's private link; send it when an address is given. Raises ``InputFault``."""
    require("recording.invite_scribe", by, dialogue)
    given, address = name.strip(), email.strip()
    _check(dialogue, given, address)
    token = codes.issue(SCRIBE, dialogue, address, days=DAYS)
    code = codes.find(token, SCRIBE)
    if code is not None:  # finding it here is not the scribe opening it
        code.last_used = None
        code.save(update_fields=["last_used"])
    made = Scribe.objects.create(dialogue=dialogue, name=given, code=code, invited_by=by)
    with translation.override(language):
        path = reverse("recording:scribe-sheet", args=[token])
        link = f"{settings.PUBLIC_URL}{path}"
        if address:
            _send(dialogue, made, address, link, language)
    detail = {"scribe": made.pk, "by_mail": bool(address)}
    record(by=by, verb="recording.invite_scribe", target=dialogue, detail=detail)
    return Invited(made, link)


@transaction.atomic
def take_back(*, by: Person | None, scribe: Scribe) -> None:
    """The scribe's link no longer opens anything; what was written stays."""
    require("recording.invite_scribe", by, scribe.dialogue)
    if scribe.code is not None:
        codes.revoke(scribe.code)
    record(
        by=by,
        verb="recording.take_back_link",
        target=scribe.dialogue,
        detail={"scribe": scribe.pk},
    )


def _check(dialogue: Dialogue, name: str, address: str) -> None:
    if not name or len(name) > 80:
        raise InputFault(
            _("The scribe has no name, or the name is too long."),
            place=Place(field=pgettext("field", "name")),
            mend=_("Write a first name or a mark, such as “Scribe 2”."),
        )
    if dialogue.scribes.count() >= MOST:
        raise InputFault(
            _("The dialogue already has as many scribes as one record can have."),
            mend=_("Use a link you have already given."),
        )
    if address:
        try:
            validate_email(address)
        except ValidationError as error:
            raise InputFault(
                _("The e-mail address cannot be right."),
                place=Place(field=pgettext("field", "e-mail")),
                mend=_("Check it, or leave it empty and give the link yourself."),
            ) from error


def _send(dialogue: Dialogue, scribe: Scribe, address: str, link: str, language: str) -> None:
    paragraphs = [
        _("Hello,"),
        _("you have been asked to write the record of the dialogue “%(dialogue)s”.")
        % {"dialogue": dialogue.title},
        _("Open the record by this private link. You need no account:"),
        link,
        _(
            "What you write is kept on your device and on the server as you write. "
            "Do not pass the link on: whoever has it can write in the record."
        ),
    ]
    queue(
        to=address,
        subject=_("Writing the record of a dialogue"),
        text="\n\n".join(paragraphs) + "\n",
        language=language,
        about=scribe,
        key=f"recording.scribe:{scribe.pk}",
    )
