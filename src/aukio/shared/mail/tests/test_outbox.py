"""Mail is never lost and never sent twice, whatever the mail server does."""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from aukio.shared.mail import actions
from aukio.shared.mail.models import Message, State

pytestmark = pytest.mark.django_db


class RefusingServer(BaseEmailBackend):
    """A mail server that is down."""

    def send_messages(self, email_messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


@pytest.fixture
def server_down(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingServer"


def queue(**words) -> Message:
    fields = {"to": "maija@example.org", "subject": "Kutsu", "text": "Tervetuloa!"}
    return actions.queue(**{**fields, **words})


def test_a_queued_message_is_sent_as_it_was_written():
    queue(headers={"List-Unsubscribe": "<https://aukio.example/x>"})

    assert actions.send_due() == 1

    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["maija@example.org"], "Kutsu", "Tervetuloa!")
    assert sent.extra_headers["List-Unsubscribe"] == "<https://aukio.example/x>"


def test_a_sent_message_is_not_sent_again():
    queue()
    actions.send_due()

    assert actions.send_due() == 0
    assert len(mail.outbox) == 1


def test_a_message_goes_only_if_what_it_tells_was_stored():
    with pytest.raises(RuntimeError), transaction.atomic():
        queue()
        raise RuntimeError

    assert actions.send_due() == 0


def test_the_same_key_is_queued_once():
    queue(key="invitation-1")
    queue(key="invitation-1")

    assert actions.send_due() == 1


def test_a_line_break_in_a_subject_cannot_add_headers():
    queue(subject="Kutsu\r\nBcc: kaikki@example.org")
    actions.send_due()

    assert mail.outbox[0].subject == "Kutsu Bcc: kaikki@example.org"


@pytest.mark.usefixtures("server_down")
class TestAServerThatIsDown:
    def test_gets_the_message_later(self):
        message = queue()

        assert actions.send_due() == 0

        message.refresh_from_db()
        assert message.state == State.WAITING
        assert message.due > timezone.now() + timedelta(seconds=50)
        assert "SMTPServerDisconnected" in message.trouble

    def test_is_asked_five_times_and_then_no_more(self):
        message = queue()
        for _attempt in range(7):
            Message.objects.update(due=timezone.now() - timedelta(seconds=1))
            actions.send_due()

        message.refresh_from_db()
        assert (message.state, message.attempts) == (State.GIVEN_UP, 5)

    def test_does_not_hold_up_the_next_message(self, settings):
        queue()
        actions.send_due()
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        queue(to="toinen@example.org")

        assert actions.send_due() == 1
        assert mail.outbox[0].to == ["toinen@example.org"]

    def test_can_be_tried_again_by_hand(self, settings):
        queue()
        Message.objects.update(state=State.GIVEN_UP, attempts=5)
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

        assert actions.try_again() == 1
        assert actions.send_due() == 1


def test_a_message_that_another_worker_is_sending_is_left_alone():
    queue()
    assert actions._claim() is not None

    assert actions._claim() is None


def test_a_worker_killed_while_sending_leaves_the_message_to_be_tried_again():
    queue()
    actions._claim()
    Message.objects.update(due=timezone.now() - timedelta(seconds=1))  # ten minutes later

    assert actions.send_due() == 1


def test_old_messages_are_forgotten_but_waiting_ones_stay():
    queue(key="sent")
    actions.send_due()
    queue(key="waiting")
    Message.objects.update(created=timezone.now() - timedelta(days=31))

    assert actions.forget_old() == 1
    assert Message.objects.get().key == "waiting"
