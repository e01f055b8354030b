"""Beginning a round, registering dialogues, own dialogues, and the shared pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from aukio.apps.dialogues.models import Dialogue, Round, RoundStatus
from aukio.apps.dialogues.tests.factories import (
    DialogueFactory,
    RoundFactory,
    core_group,
    organiser,
    outsider,
)
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.apps.dialogues.views.shared_pages import tasks
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db
ROUND = {
    "title_en": "Safe evenings",
    "slug": "safe-evenings",
    "season": "autumn",
    "year": "2026",
    "days": "6.10.2026\n2026-10-21\n",
}


def test_a_round_begins(leader):
    answer = leader.post(reverse("dialogues:round-new"), ROUND)

    made = Round.objects.get()
    assert answer["Location"] == reverse("dialogues:desk", args=["safe-evenings"])
    assert [day.date for day in made.days.all()] == [date(2026, 10, 6), date(2026, 10, 21)]
    assert made.status == RoundStatus.PLANNED


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"slug": "desk"}, "used by the service itself"),
        ({"slug": "Safe evenings"}, "the letters a–z, digits and hyphens only"),
        ({"title_en": ""}, 'href="#id_title_fi">Write the theme in at least one language.'),
        ({"season": ""}, "Season: This field is required."),
        ({"year": "26"}, "The year 26 cannot be right."),
        ({"year": "soon"}, "whole number"),
        ({"days": "tomorrow"}, "“tomorrow” is not a day."),
        ({"season": "winter"}, "winter"),
    ],
)
def test_a_round_that_cannot_begin_is_explained(leader, wrong, message):
    answer = leader.post(reverse("dialogues:round-new"), {**ROUND, **wrong})

    assert message in answer.content.decode()
    assert not Round.objects.exists()


def test_the_desk_leads_to_opening_the_round_and_then_everyone_sees_it(leader, client):
    made = RoundFactory(status=RoundStatus.PLANNED)
    where = reverse("dialogues:round-stage", args=[made.slug])
    assert where in leader.get(reverse("dialogues:desk", args=[made.slug])).content.decode()
    assert client.get(reverse("dialogues:round", args=[made.slug])).status_code == 404

    answer = leader.post(where, {"status": "open"}, follow=True)

    assert "Open for organisers" in answer.content.decode()
    assert client.get(reverse("dialogues:round", args=[made.slug])).status_code == 200


@pytest.mark.parametrize(("now", "wanted"), [("open", "published"), ("published", "open")])
def test_a_round_is_not_published_by_its_stage(leader, now, wanted):
    made = RoundFactory(status=now)

    answer = leader.post(reverse("dialogues:round-stage", args=[made.slug]), {"status": wanted})

    assert "govuk-error-summary" in answer.content.decode()
    assert Round.objects.get().status == now


def test_only_the_core_group_moves_a_round(stranger, other_organiser, client):
    where = reverse("dialogues:round-stage", args=[RoundFactory(status="planned").slug])

    for someone in (stranger, other_organiser):
        assert someone.post(where, {"status": "open"}).status_code == 403
    assert client.post(where, {"status": "open"}).status_code == 302
    assert Round.objects.get().status == "planned"


def test_a_rounds_texts_are_changed(leader):
    round = RoundFactory()

    leader.post(reverse("dialogues:round-edit", args=[round.slug]), {"title_en": "New title"})

    round.refresh_from_db()
    assert round.title_en == "New title"


def test_an_organiser_registers_only_own_dialogues():
    round, own = RoundFactory(status=RoundStatus.OPEN), organisation()
    person = signed_in(organiser(own))
    where = reverse("dialogues:dialogue-new", args=[round.slug])

    refused = person.post(where, {"title": "X", "organiser": organisation().pk})
    person.post(where, {"title": "Our evening", "organiser": own.pk, "participants": "9"})

    assert "govuk-error-summary" in refused.content.decode()
    assert Dialogue.objects.get().title == "Our evening"


def test_a_dialogue_with_a_wrong_number_is_explained(leader):
    round = RoundFactory()

    answer = leader.post(
        reverse("dialogues:dialogue-new", args=[round.slug]),
        {"title": "Evening", "participants": "many", "date-day": "31", "date-month": "2"},
    )

    assert "govuk-error-summary" in answer.content.decode()
    assert "Evening" in answer.content.decode()
    assert not Dialogue.objects.exists()


def test_own_dialogues_are_only_ones_own():
    mine = DialogueFactory(title="Mine")
    DialogueFactory(title="Theirs")

    text = signed_in(organiser(mine.organiser)).get(reverse("dialogues:own")).content.decode()

    assert "Mine" in text
    assert "Theirs" not in text
    assert reverse("dialogues:record-add", args=[mine.pk]) in text


def test_somebody_without_dialogues_is_told_how_to_begin(stranger):
    text = stranger.get(reverse("dialogues:own")).content.decode()

    assert "You have no dialogues yet." in text


def test_the_desk_tells_what_is_next(leader):
    round = RoundFactory()
    where = reverse("dialogues:desk", args=[round.slug])

    assert "Register a dialogue" in leader.get(where).content.decode()
    DialogueFactory(round=round)
    assert "1 dialogue has no record yet." in leader.get(where).content.decode()


def test_the_front_page_shows_rounds_that_are_going_on(client):
    RoundFactory(title_en="Safe evenings", status=RoundStatus.OPEN)
    RoundFactory(title_en="Not open", status=RoundStatus.PLANNED)

    text = client.get("/en/").content.decode()

    assert "Safe evenings" in text
    assert "Not open" not in text


def test_the_front_page_has_no_empty_section(client):
    assert "National Dialogues now" not in client.get("/en/").content.decode()


def test_tasks_wait_for_those_who_can_do_them():
    waiting = DialogueFactory(title="Evening", round=RoundFactory(title_en="Safe evenings"))

    assert [str(one.title) for one in tasks(organiser(waiting.organiser))] == [
        "Send the record of “Evening”"
    ]
    assert [str(one.title) for one in tasks(core_group())] == [
        "Collect the records of “Safe evenings”"
    ]
    assert tasks(outsider()) == []


def test_my_work_opens(leader):
    RoundFactory(title_en="Safe evenings")

    assert "Safe evenings" in leader.get("/en/my-work/").content.decode()
