"""Who has been reached, who is missing, whom to ask: counted, never guessed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.organising.actions import contacts, inviting
from aukio.apps.dialogues.organising.models import Contact, Invited
from aukio.apps.dialogues.organising.queries.coverage import coverage
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.tests.test_inviting import letter
from aukio.apps.dialogues.tests.factories import DialogueFactory
from aukio.shared.areas.tests.factories import area
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    make.vocabularies()
    savo = area("11", "Pohjois-Savo", kind="wellbeing")
    karelia = area("12", "Pohjois-Karjala", kind="wellbeing")
    return make.town(wellbeing=savo), area("167", "Joensuu", wellbeing=karelia)


@pytest.fixture
def round(places):
    made = make.open_round()
    make.announcement(
        round=made, municipality=places[0], languages=["fi", "sv"], groups=["students"]
    )
    return made


def asked(round, county="Pohjois-Karjala"):
    return next(one.ask for one in coverage(round).missing if one.county == county)


def test_what_there_is_and_what_is_missing_is_counted(round):
    found = coverage(round)

    assert (found.dialogues, found.organisers, found.municipalities) == (1, 1, 1)
    assert found.first_timers == 1
    assert [one.county for one in found.missing] == ["Pohjois-Karjala"]
    assert found.missing_languages == ("languages en", "languages se")
    assert found.missing_groups == ("participant-groups open_to_all",)


def test_an_organiser_of_an_earlier_round_is_no_first_timer(round):
    DialogueFactory(organiser=round.dialogues.get().organiser)

    assert coverage(round).first_timers == 0


def test_those_who_took_part_before_in_a_missing_county_are_named(round, places):
    before = organisation(name_fi="Kyläyhdistys")
    DialogueFactory(organiser=before, municipality=places[1])

    assert [one.name for one in asked(round)] == ["Kyläyhdistys"]


def test_those_who_are_in_already_are_not_asked(round, places):
    own = round.dialogues.get().organiser
    DialogueFactory(organiser=own, municipality=places[1])

    assert asked(round) == ()


def test_contacts_in_a_missing_county_are_named_unless_they_said_no(round, places):
    made = contacts.add_contact(
        by=None, email="x@example.org", kind="permanent", organisation_name="Opisto",
        area=places[1],
    )  # fmt: skip
    assert [(one.name, one.contact) for one in asked(round)] == [("Opisto", made.pk)]

    inviting.send(by=None, invitation=letter(round))
    Invited.objects.update(reply="no")
    assert asked(round) == ()


def test_who_wants_no_letters_is_not_named(round, places):
    contacts.add_contact(by=None, email="x@example.org", kind="topic", area=places[1])
    inviting.unsubscribe(by=None, contact=Contact.objects.get())

    assert asked(round) == ()


def test_people_are_told_in_full_fives_and_small_numbers_not_at_all(round):
    held = round.dialogues.get()
    room.count_people(by=None, dialogue=held, participants=12, age_bands={"18-29": 9, "30-50": 3})

    assert [one.people.count for one in coverage(round).bands] == [5, None]


def test_the_page_takes_the_same_queries_at_any_size(
    round, places, leader, django_assert_max_num_queries
):
    for number in range(10):
        make.announcement(round=round, municipality=places[0], title=f"D {number}")
        DialogueFactory(municipality=places[1])

    with django_assert_max_num_queries(28):
        answer = leader.get(reverse("organising:coverage", args=[round.slug]))
    assert "Pohjois-Karjala" in answer.content.decode()


def test_sample_and_real_rounds_are_not_mixed(round, places):
    sample = make.open_round(is_sample=True)
    DialogueFactory(round=sample, municipality=places[1], organiser=organisation())

    assert asked(round) == ()
