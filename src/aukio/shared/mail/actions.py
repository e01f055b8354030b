"""Queueing and sending mail.

Retries after 1, 5, 25 and 125 minutes, then gives up: five attempts in all. A message that
is being sent is first pushed ten minutes ahead, so that a second worker does not take it
and a killed one leaves it to be tried again.
"""

from __future__ import annotations

import logging
import smtplib
from datetime import timedelta
from typing import Any

from django.core.mail import EmailMessage
from django.db import models, transaction
from django.utils import timezone

from aukio.shared.mail.models import Message, State

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 5
CLAIM = timedelta(minutes=10)
KEEP = timedelta(days=30)


def queue(
    *,
    to: str,
    subject: str,
    text: str,
    language: str = "fi",
    about: models.Model | None = None,
    key: str = "",
    headers: dict[str, str] | None = None,
) -> Message:
    """Put a message in the outbox, in the caller's transaction.

    With a ``key`` the same message is queued only once, however often this is called.
    """
    fields: dict[str, Any] = {
        "to": to,
        "subject": " ".join(subject.split())[:200],
        "text": text,
        "language": language,
        "headers": headers or {},
        "about_type": about._meta.label_lower if about else "",
        "about_id": str(about.pk) if about else "",
    }
    if not key:
        return Message.objects.create(**fields)
    message, _created = Message.objects.get_or_create(key=key, defaults=fields)
    return message


def send_due(*, limit: int = 50) -> int:
    """Send what is waiting and due; returns how many were sent."""
    sent = 0
    for _turn in range(limit):
        message = _claim()
        if message is None:
            break
        sent += _send(message)
    return sent


@transaction.atomic
def _claim() -> Message | None:
    now = timezone.now()
    message = (
        Message.objects.select_for_update(skip_locked=True)
        .filter(state=State.WAITING, due__lte=now)
        .order_by("due", "pk")
        .first()
    )
    if message:
        message.attempts += 1
        message.due = now + CLAIM
        message.save(update_fields=["attempts", "due"])
    return message


def _send(message: Message) -> bool:
    try:
        EmailMessage(message.subject, message.text, to=[message.to], headers=message.headers).send()
    except (OSError, smtplib.SMTPException) as error:
        _put_off(message, error)
        return False
    message.state = State.SENT
    message.sent = timezone.now()
    message.trouble = ""
    message.save(update_fields=["state", "sent", "trouble"])
    return True


def _put_off(message: Message, error: Exception) -> None:
    log.warning("Message %s was not sent (attempt %s): %s", message.pk, message.attempts, error)
    message.trouble = f"{type(error).__name__}: {error}"[:300]
    if message.attempts >= MAX_ATTEMPTS:
        message.state = State.GIVEN_UP
    message.due = timezone.now() + timedelta(minutes=5 ** (message.attempts - 1))
    message.save(update_fields=["state", "due", "trouble"])


def try_again() -> int:
    """Put messages that were given up back in the queue; returns how many."""
    return Message.objects.filter(state=State.GIVEN_UP).update(
        state=State.WAITING, attempts=0, due=timezone.now()
    )


def forget_old() -> int:
    """Delete messages that were sent, or given up, over thirty days ago: least data."""
    count, _by_model = (
        Message.objects.exclude(state=State.WAITING)
        .filter(created__lt=timezone.now() - KEEP)
        .delete()
    )
    return count
