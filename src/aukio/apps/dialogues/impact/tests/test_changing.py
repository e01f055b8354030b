"""A question's last day moves, or the question is withdrawn: told, kept, and counted right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from aukio.apps.dialogues.faults import Frozen, InputFault
from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.actions.reminding import send_reminders
from aukio.apps.dialogues.impact.models import Change, Contact, Entry, Notice, Question, Stage
from aukio.apps.dialogues.impact.queries import ledger as queries
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.tests.factories import core_group, organiser
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Question:
    made = make.question()
    Message.objects.all().delete()
    return made


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def move(asked: Question, days: int = 120, reason: str = "Lomien takia.", **fields) -> Change:
    given = {"by": None, "due": day(days), "reason": reason, "language": "fi", **fields}
    return actions.move_due(question=asked, **given)


def withdraw(asked: Question, reason: str = "Kysyttiin väärältä.", **fields) -> Change:
    given = {"by": None, "reason": reason, "language": "fi", **fields}
    return actions.withdraw(question=asked, **given)


class TestMoving:
    def test_the_owner_is_told_the_new_day_the_old_one_and_why(self, asked: Question) -> None:
        Contact.objects.update(language="en")
        move(asked)

        letter = Message.objects.get()
        assert letter.to == "oona@example.org"
        assert "Lomien takia." in letter.text
        assert f"/dialogues/impact/question/{asked.pk}/" in letter.text

    def test_every_move_stays_in_the_history(self, asked: Question) -> None:
        move(asked, 120)
        move(asked, 100, "Saatiin sovittua.")

        told = queries.asked_of(Question.objects.get(pk=asked.pk))
        days = [(one.before, one.after) for one in told.changes]
        assert days == [(day(90), day(120)), (day(120), day(100))]
        assert told.due == day(100)

    def test_a_change_is_never_altered(self, asked: Question) -> None:
        change = move(asked)

        with pytest.raises(Frozen):
            change.save()

    def test_the_contact_is_kept_a_year_from_the_new_day(self, asked: Question) -> None:
        move(asked, 120)

        assert Contact.objects.get().delete_on == day(120) + timedelta(days=365)

    @pytest.mark.parametrize("days", [90, -1, 800])
    def test_the_same_day_a_past_one_and_a_far_one_are_refused(
        self, asked: Question, days: int
    ) -> None:
        with pytest.raises(InputFault):
            move(asked, days)
        assert not Change.objects.exists()
        assert not Message.objects.exists()

    def test_without_a_reason_nothing_moves(self, asked: Question) -> None:
        with pytest.raises(InputFault):
            move(asked, reason="  ")
        asked.refresh_from_db()
        assert asked.due == day(90)

    def test_an_answered_question_stays_as_it_is(self, asked: Question) -> None:
        make.answer(asked)

        with pytest.raises(InputFault):
            move(asked)
        with pytest.raises(InputFault):
            withdraw(asked)

    def test_only_the_core_group_does_it(self, asked: Question) -> None:
        for act in (move, withdraw):
            for person in (organiser(), make.owner_of(asked)):
                with pytest.raises(PermissionDenied):
                    act(asked, by=person)

    def test_it_is_in_the_audit(self, asked: Question) -> None:
        move(asked, by=core_group())

        assert Event.objects.filter(verb="impact.move_due").exists()


class TestRemindersAfterAMove:
    def late(self, asked: Question) -> None:
        Question.objects.filter(pk=asked.pk).update(due=day(-1))
        asked.refresh_from_db()

    def test_the_new_day_has_reminders_of_its_own_once_each(self, asked: Question) -> None:
        self.late(asked)
        assert (send_reminders(), send_reminders()) == (1, 0)
        move(asked, 2)

        assert (send_reminders(), send_reminders()) == (1, 0)
        stages = Notice.objects.exclude(stage=Stage.ASKED).values_list("stage", "due")
        assert list(stages) == [(Stage.LATE, day(-1)), (Stage.SOON, day(2))]

    def test_a_reminder_the_mail_server_has_not_taken_is_taken_back(self, asked: Question) -> None:
        self.late(asked)
        send_reminders()
        move(asked, 100)

        subjects = [one.subject for one in Message.objects.filter(state=State.WAITING)]
        assert len(subjects) == 1
        assert "late" not in subjects[0]

    def test_an_answer_takes_back_a_waiting_reminder(self, asked: Question) -> None:
        self.late(asked)
        send_reminders()
        make.answer(asked)

        assert not Message.objects.filter(to="oona@example.org").exists()


class TestWithdrawing:
    def test_reminders_stop_and_the_contact_is_told_and_forgotten(self, asked: Question) -> None:
        withdraw(asked)
        Question.objects.update(due=day(-30))

        assert send_reminders() == 0
        assert "Kysyttiin väärältä." in Message.objects.get().text
        assert not Contact.objects.exists()

    def test_it_is_shown_as_withdrawn_with_the_reason(self, asked: Question) -> None:
        withdraw(asked)
        slug = asked.round.slug
        pages = [
            reverse("impact:question", args=[asked.pk]),
            reverse("impact:round", args=[slug]),
            f"{reverse('impact:all')}?state=withdrawn",
        ]
        for address in pages:
            page = Client().get(address).content.decode()
            assert "Withdrawn on" in page, address
            assert "Kysyttiin väärältä." in page, address

    def test_machines_are_told_too(self, asked: Question) -> None:
        withdraw(asked)

        (told,) = Client().get("/api/v1/dialogues/impact/questions").json()["items"]
        assert told["state"] == "withdrawn"
        assert told["changes"][0]["reason"] == "Kysyttiin väärältä."
        assert "withdrawn" in Client().get(reverse("impact:csv")).content.decode()

    def test_nobody_can_answer_or_be_made_the_contact_any_more(self, asked: Question) -> None:
        withdraw(asked)

        with pytest.raises(InputFault):
            make.answer(asked)
        with pytest.raises(InputFault):
            actions.change_contact(
                by=None,
                question=Question.objects.get(pk=asked.pk),
                contact=actions.Addressee("", "b@example.org"),
                superior=actions.Addressee(),
                language="fi",
            )
        assert not Entry.objects.exists()

    def test_twice_is_refused(self, asked: Question) -> None:
        withdraw(asked)

        with pytest.raises(InputFault):
            withdraw(asked)
        with pytest.raises(InputFault):
            move(asked)

    def test_the_same_owner_can_be_asked_anew(self) -> None:
        made, owner = make.told(), make.ministry()
        withdraw(make.question(made, owner=owner))

        make.question(made, owner=owner)

        assert Question.objects.filter(owner=owner).count() == 2


class TestShare:
    def share(self) -> queries.Share:
        return queries.share_of(Question.objects.all())

    def test_an_answer_on_the_last_hour_of_the_ninetieth_day_is_in_time(self) -> None:
        asked = make.question(ago=90)
        Question.objects.update(answered_at=timezone.now())

        assert self.share().in_time == 1
        Question.objects.update(asked_at=asked.asked_at - timedelta(days=1))
        assert self.share().later == 1

    def test_moving_the_last_day_does_not_mend_the_share(self) -> None:
        asked = make.question(ago=100)
        move(asked, 30)

        assert (self.share().unanswered, self.share().share) == (1, 0.0)

    def test_withdrawn_within_ninety_days_does_not_count(self) -> None:
        withdraw(make.question(ago=10))

        share = self.share()
        assert (share.withdrawn, share.counted, share.share) == (1, 0, None)

    def test_withdrawn_later_counts_as_not_answered(self) -> None:
        withdraw(make.question(ago=100))

        assert (self.share().unanswered, self.share().withdrawn) == (1, 0)


class TestPages:
    def test_the_core_group_moves_the_day(self, asked: Question, leader: Client) -> None:
        address = reverse("impact:due", args=[asked.pk])
        after = day(100)
        data = {
            "due-day": after.day,
            "due-month": after.month,
            "due-year": after.year,
            "reason": "Loma.",
        }

        assert leader.get(address).status_code == 200
        assert leader.post(address, data).status_code == 302
        asked.refresh_from_db()
        assert asked.due == after

    def test_a_wrong_day_is_told_at_the_field(self, asked: Question, leader: Client) -> None:
        address = reverse("impact:due", args=[asked.pk])
        data = {"due-day": "1", "due-month": "1", "due-year": "2020", "reason": "Loma."}

        page = leader.post(address, data).content.decode()
        assert "The day is in the past." in page
        assert "Loma." in page

    def test_the_core_group_withdraws(self, asked: Question, leader: Client) -> None:
        address = reverse("impact:withdraw", args=[asked.pk])

        assert leader.get(address).status_code == 200
        assert leader.post(address, {"reason": "Turha."}).status_code == 200  # not sure yet
        assert leader.post(address, {"reason": "Turha.", "sure": "on"}).status_code == 302
        asked.refresh_from_db()
        assert asked.withdrawn_at is not None

    def test_the_owner_sees_that_nothing_is_asked_any_more(self, asked: Question) -> None:
        from aukio.apps.dialogues.impact.rules import ANSWER_CODE
        from aukio.shared.accounts import codes

        token = codes.issue(ANSWER_CODE, asked)
        withdraw(asked)

        page = Client().get(reverse("impact:by-code", args=[token])).content.decode()
        assert "You need not do anything more." in page
        assert "Write the answer" not in page
