"""Reminders go out on their day, once; late answers are told further up; data is forgotten."""

from __future__ import annotations

import smtplib
import time
from datetime import date, timedelta

import pytest
from django.utils import timezone

from aukio.apps.dialogues.impact import letters
from aukio.apps.dialogues.impact.actions.reminding import (
    forget_contacts,
    send_reminders,
    stage_on,
)
from aukio.apps.dialogues.impact.models import Contact, Notice, Question, Stage
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.tests.factories import core_group
from aukio.shared.mail.actions import send_due
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
DUE = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (-15, None),
        (-14, Stage.BEFORE),
        (-4, Stage.BEFORE),
        (-3, Stage.SOON),
        (0, Stage.SOON),
        (1, Stage.LATE),
        (13, Stage.LATE),
        (14, Stage.ESCALATED),
        (400, Stage.ESCALATED),
    ],
)
def test_each_day_has_its_letter(days: int, stage: Stage | None) -> None:
    assert stage_on(DUE + timedelta(days=days), DUE) == stage


class TestReminding:
    @pytest.fixture
    def asked(self) -> Question:
        made = make.question()
        Message.objects.all().delete()
        return made

    def due_in(self, asked: Question, days: int) -> None:
        Question.objects.filter(pk=asked.pk).update(due=timezone.localdate() + timedelta(days=days))

    def test_before_the_day_the_contact_is_reminded_once(self, asked: Question) -> None:
        self.due_in(asked, 10)

        assert (send_reminders(), send_reminders()) == (1, 0)
        letter = Message.objects.get()
        assert letter.to == "oona@example.org"
        assert "/dialogues/impact/code/" in letter.text

    def test_the_day_after_says_that_the_answer_is_late(self, asked: Question) -> None:
        self.due_in(asked, -1)
        send_reminders()

        assert "myöhäss" in Message.objects.get().text or "late" in Message.objects.get().text

    def test_two_weeks_late_goes_to_the_superior_and_the_core_group(self, asked: Question) -> None:
        leader = core_group()
        self.due_in(asked, -14)
        send_reminders()

        assert set(Message.objects.values_list("to", flat=True)) == {
            "paivi@example.org",
            leader.email,
        }
        assert not any("/code/" in text for text in Message.objects.values_list("text", flat=True))

    def test_without_a_superior_the_core_group_is_told(self, asked: Question) -> None:
        Contact.objects.update(sealed_superior="")
        core_group()
        self.due_in(asked, -20)
        send_reminders()

        assert Message.objects.count() == 1

    def test_who_has_answered_is_left_alone(self, asked: Question) -> None:
        make.answer(asked)
        self.due_in(asked, -30)

        assert send_reminders() == 0

    def test_what_was_sent_is_known_after_the_letter_itself_is_forgotten(
        self, asked: Question
    ) -> None:
        self.due_in(asked, -1)
        send_reminders()
        Message.objects.all().delete()

        assert send_reminders() == 0
        assert Notice.objects.filter(question=asked, stage=Stage.LATE).count() == 1

    def test_a_contact_is_forgotten_on_its_day(self, asked: Question) -> None:
        Contact.objects.update(delete_on=timezone.localdate())

        assert forget_contacts() == 1
        self.due_in(asked, -1)
        assert send_reminders() == 1
        assert not Message.objects.exists()


class TestSlowMail:
    def test_nobody_waits_for_a_mail_server_that_does_not_answer(self, monkeypatch) -> None:
        calls = []

        def slow(self: object) -> None:
            calls.append(1)
            time.sleep(0.2)
            raise smtplib.SMTPServerDisconnected("slow")

        monkeypatch.setattr("django.core.mail.EmailMessage.send", slow)
        asked = make.question()
        make.answer(asked)

        assert not calls
        assert send_due() == 0
        letter = Message.objects.get(about_id=str(asked.pk))
        assert (letter.state, letter.attempts) == ("waiting", 1)


class TestTheEnd:
    """Reminders have an end, and a job that is cut off neither loses a letter nor doubles one."""

    @pytest.fixture
    def asked(self) -> Question:
        core_group()
        made = make.question()
        Message.objects.all().delete()
        return made

    def on(self, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
        real = timezone.localdate
        monkeypatch.setattr(timezone, "localdate", lambda at=None: real(at) if at else day)

    def test_from_asking_to_two_years_late_each_letter_goes_once_and_then_none(
        self, asked: Question, monkeypatch
    ) -> None:
        told = []
        for days in range(-90, 730, 2):
            self.on(monkeypatch, asked.due + timedelta(days=days))
            told += [days] * (send_reminders() + send_reminders())

        assert told == [-14, -2, 2, 14]
        assert Message.objects.filter(to="oona@example.org").count() == 3
        assert Message.objects.count() == 5  # and one each to the superior and the core group

    def test_a_job_cut_off_sends_what_was_left_next_time(
        self, asked: Question, monkeypatch
    ) -> None:
        make.question(due=asked.due)
        Message.objects.all().delete()
        self.on(monkeypatch, asked.due - timedelta(days=10))
        whole, turns = letters.remind, []

        def cut_off(question: Question, stage: str) -> None:
            whole(question, stage)
            turns.append(question)
            if len(turns) == 2:
                raise KeyboardInterrupt

        monkeypatch.setattr(letters, "remind", cut_off)
        with pytest.raises(KeyboardInterrupt):
            send_reminders()
        monkeypatch.setattr(letters, "remind", whole)

        assert (send_reminders(), send_reminders()) == (1, 0)
        assert Message.objects.count() == 2
        assert Notice.objects.exclude(stage=Stage.ASKED).count() == 2
