"""The organiser's pages: registering, the desk, the checklist, counting people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from aukio.apps.dialogues.models import Dialogue, DialogueDay
from aukio.apps.dialogues.organising.models import Announcement, Tick
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import organiser
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    make.vocabularies()
    return organisation(name_fi="Kirjasto")


@pytest.fixture
def client(own):
    return signed_in(
        organiser(
            own,
        )
    )


@pytest.fixture
def round():
    made = make.open_round()
    DialogueDay.objects.create(round=made, date=make.soon(20))
    return made


def form(round, **fields):
    return {
        "day": make.soon(20).isoformat(),
        "begins": "17.30",
        "mode": "in_person",
        "municipality": make.town().pk,
        "languages": ["fi"],
        "places": "12",
        "is_public": "yes",
        "contact_name": "Otso Oletus",
        "contact_email": "otso@example.org",
        **fields,
    }


def register(round):
    return reverse("organising:register", args=[round.slug])


def test_the_only_organisation_need_not_be_chosen_and_the_day_is_offered(client, round, own):
    text = client.get(register(round)).content.decode()

    assert f'name="organiser" value="{own.pk}"' in text
    assert f'value="{make.soon(20).isoformat()}" ' in text


def test_a_dialogue_is_registered_with_its_page(client, round, own):
    answer = client.post(register(round), {**form(round), "organiser": own.pk}, follow=True)

    made = Announcement.objects.get()
    text = answer.content.decode()
    assert made.dialogue.title == "Kirjasto, Kuopio"
    assert reverse("organising:dialogue", args=[made.key]) in text
    assert reverse("organising:code", args=[made.key, "svg"]) in text
    assert "0 of 12 places taken" in text


def test_nothing_is_typed_twice(client, round, own):
    make.town()
    client.post(
        register(round),
        {
            **form(round),
            "organiser": own.pk,
            "place": "Kirjasto, Katu 1",
            "languages": ["fi", "sv"],
            "groups": ["students"],
        },
    )

    text = client.get(register(round)).content.decode()

    assert "Kirjasto, Katu 1" in text
    assert 'value="otso@example.org"' in text
    assert 'value="17.30"' in text
    assert f'<option value="{make.town().pk}" selected' in text


def test_a_first_dialogue_is_offered_the_municipality_the_organisation_told(client, round, own):
    own.area = make.town()
    own.save()

    text = client.get(register(round)).content.decode()

    assert f'<option value="{make.town().pk}" selected' in text


def test_an_online_dialogue_needs_no_municipality(client, round, own):
    given = {**form(round), "organiser": own.pk, "mode": "online", "municipality": ""}

    client.post(register(round), given)

    assert Dialogue.objects.get().municipality is None


def test_another_day_can_be_given(client, round, own):
    day = make.soon(25)
    given = {"organiser": own.pk, "day": "other", "other_day": f"{day:%d.%m.%Y}"}

    client.post(register(round), {**form(round), **given})

    assert Dialogue.objects.get().date == day


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "other"},
        {"day": "other", "other_day": "31.2.2027"},
        {"begins": "half past"},
        {"languages": []},
        {"contact_email": "otso"},
        {"places": "many"},
        {"mode": "telepathy"},
        {"municipality": ""},
        {"organiser": "1000000"},
    ],
)
def test_what_is_wrong_is_explained_and_nothing_is_stored(client, round, own, wrong):
    answer = client.post(register(round), {**form(round), "organiser": own.pk, **wrong})

    assert "govuk-error-summary" in answer.content.decode()
    assert "Otso Oletus" in answer.content.decode()
    assert not Dialogue.objects.exists()


def test_nobody_registers_for_an_organisation_of_others(client, round):
    client.post(register(round), {**form(round), "organiser": organisation().pk})

    assert not Dialogue.objects.exists()


def test_somebody_without_an_organisation_is_led_to_bring_one_in(stranger, round):
    answer = stranger.get(register(round))

    assert answer["Location"] == reverse("organising:apply")


@pytest.fixture
def told(round, own):
    return make.announcement(round=round, organiser=own)


def desk(told, name="dialogue-desk", *more):
    return reverse(f"organising:{name}", args=[told.dialogue_id, *more])


def test_the_desk_shows_who_is_coming_and_what_they_need(client, told):
    make.signed_up(told.gathering, name="Maija", access="ramp")

    text = client.get(desk(told)).content.decode()

    assert "Maija" in text
    assert "ramp" in text


def test_the_core_group_sees_the_desk_but_no_names(leader, told):
    make.signed_up(told.gathering, name="Maija", access="ramp", email="maija@example.org")

    text = leader.get(desk(told)).content.decode()

    assert "Only the organiser sees who has signed up." in text
    assert not [word for word in ("Maija", "ramp", "maija@") if word in text]


def test_the_desk_takes_the_same_queries_however_many_come(
    client, told, django_assert_max_num_queries
):
    for _turn in range(25):
        make.signed_up(told.gathering, diet="x")

    with django_assert_max_num_queries(22):
        client.get(desk(told))


def test_a_step_is_ticked_and_opened_again(client, told):
    client.post(desk(told, "tick", "people"))
    assert Tick.objects.get().step == "people"

    client.post(desk(told, "tick", "people"), {"undo": "1"})
    assert not Tick.objects.exists()


def test_a_step_nobody_knows_is_explained(client, told):
    answer = client.post(desk(told, "tick", "dance"), follow=True)

    assert "no such step" in answer.content.decode()


def test_the_page_is_changed(client, told, own):
    assert "Otso Oletus" in client.get(desk(told, "dialogue-edit")).content.decode()
    given = {**form(None), "organiser": own.pk, "title": "New title"}

    client.post(desk(told, "dialogue-edit"), given)

    assert Dialogue.objects.get().title == "New title"


def test_a_change_that_cannot_be_made_is_explained(client, told, own):
    given = {**form(None), "organiser": own.pk, "closes_on": f"{make.soon(30):%d.%m.%Y}"}

    answer = client.post(desk(told, "dialogue-edit"), given)

    assert "Sign-up ends after the dialogue." in answer.content.decode()


def test_calling_off_asks_once_more(client, told):
    assert "cannot be taken back" in client.get(desk(told, "call-off")).content.decode()
    client.post(desk(told, "call-off"))

    told.refresh_from_db()
    assert told.is_called_off
    text = client.get(reverse("organising:dialogue", args=[told.key])).content.decode()
    assert "called off" in text


def test_people_are_counted_after_the_day_by_age_band_and_group(client, told):
    given = {"participants": "12", "band:18-29": "7", "group:students": "5", "band:30-50": ""}

    client.post(desk(told, "people"), given)

    held = Dialogue.objects.get()
    assert held.participants == 12
    assert dict(held.age_bands.values_list("band", "count")) == {"18-29": 7}
    assert dict(held.groups.values_list("group", "count")) == {"students": 5}
    assert Tick.objects.filter(step="report").exists()
    assert 'value="7"' in client.get(desk(told, "people")).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"participants": ""}, {"participants": "-1"}, {"participants": "3", "band:18-29": "7"}],
)
def test_counts_that_cannot_be_right_are_explained(client, told, wrong):
    answer = client.post(desk(told, "people"), wrong)

    assert "govuk-error-summary" in answer.content.decode()
    assert Dialogue.objects.get().participants is None


def test_own_dialogues_are_listed_with_places_and_steps(client, told):
    make.signed_up(told.gathering)
    make.announcement(title="Of others")

    text = client.get(reverse("organising:own")).content.decode()

    assert "1/25" in text
    assert "Of others" not in text


def test_after_the_day_the_desk_leads_to_the_record(client, told):
    held = told.dialogue
    held.date = timezone.localdate() - timedelta(days=1)
    held.save()

    text = client.get(desk(told)).content.decode()

    assert reverse("recording:own-sheet", args=[held.pk]) in text
    assert desk(told, "people") in text
