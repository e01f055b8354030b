"""What the front itself changes: feedback on the service goes to its keepers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language

from aukio.shared.audit import actions as audit
from aukio.shared.mail import actions as mail
from aukio.shared.mail.models import Message


class NoContact(Exception):
    """No address for feedback has been set (``AUKIO_CONTACT``)."""


@transaction.atomic
def send_feedback(*, by: Any, text: str, page: str, answer_to: str) -> Message:
    """Queue feedback to the service's keepers. Anyone may; nothing but the letter is kept.

    ``page`` is the address it is about, ``answer_to`` an e-mail address or empty.
    Raises ``NoContact`` when there is nowhere to send it.
    """
    if not settings.CONTACT:
        raise NoContact
    lines = [text.strip(), "", f"{settings.PUBLIC_URL}{page}" if page else "", answer_to]
    message = mail.queue(
        to=settings.CONTACT,
        subject="Aukio: palaute",
        text="\n".join(line for line in lines if line or line == "").strip(),
        language=get_language() or "fi",
        headers={"Reply-To": answer_to} if answer_to else {},
    )
    audit.record(by=by, verb="ui.send_feedback", target=message)
    return message
