"""Registering a dialogue with its page, changing it, calling it off, the checklist."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aukio.apps.dialogues.models import Dialogue, RoundStatus
from aukio.apps.dialogues.organising.actions import announcing
from aukio.apps.dialogues.organising.models import Announcement, Needs, SignUp, Tick
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _words():
    make.vocabularies()


def test_an_organiser_registers_a_dialogue_and_gets_a_page_with_places():
    own = organisation(name_fi="Kirjasto")
    person = organiser(own)

    made = announcing.announce(
        by=person,
        round=make.open_round(),
        organiser=own,
        telling=make.telling(municipality=make.town()),
    )

    assert made.dialogue.title == "Kirjasto, Kuopio"
    assert made.gathering.places == 25
    assert made.registered_by == person
    assert len(made.key) >= 12
    assert Event.objects.filter(verb="organising.announce_dialogue").count() == 1


@pytest.mark.parametrize("who", [organiser, outsider])
def test_nobody_registers_for_others(who):
    with pytest.raises(PermissionDenied):
        announcing.announce(
            by=who(), round=make.open_round(), organiser=organisation(), telling=make.telling()
        )
    assert not Dialogue.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": make.soon(-1)},
        {"mode": "telepathy"},
        {"languages": ["xx"]},
        {"groups": ["nobody"]},
        {"contact_email": "not an address"},
        {"contact_name": ""},
        {"places": 1001},
        {"closes_on": make.soon(30)},
        {"kept_days": 400},
        {"begins": time(17), "ends": time(17)},
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_stored(wrong):
    with pytest.raises(Fault):
        make.announcement(**wrong)

    assert not Announcement.objects.exists()
    assert not Dialogue.objects.exists()


@pytest.mark.parametrize("status", [RoundStatus.PLANNED, RoundStatus.PUBLISHED])
def test_a_round_that_is_not_open_takes_no_dialogues(status):
    with pytest.raises(Fault):
        make.announcement(round=make.open_round(status=status))


def test_the_place_of_an_unlisted_dialogue_stays_on_its_own_page():
    made = make.announcement(is_public=False, place="Turvatalo, Katu 1")

    assert made.place == "Turvatalo, Katu 1"
    assert made.dialogue.place == ""


def test_without_places_nobody_signs_up_here():
    assert make.announcement(places=0).gathering is None


def test_everybody_is_told_when_the_day_or_the_place_changes():
    made = make.announcement()
    make.signed_up(made.gathering, email="tulija@example.org", access="luiska")
    before = Message.objects.count()

    announcing.edit(by=None, announcement=made, telling=make.telling(day=make.soon(27)))

    assert Message.objects.count() == before + 1
    assert Needs.objects.get().delete_on == make.soon(29)
    assert Dialogue.objects.get().date == make.soon(27)


def test_the_desk_of_a_dialogue_leads_its_organiser_to_material_scribes_and_record(leader):
    own = organisation()
    made = make.announcement(organiser=own)
    desk = reverse("organising:dialogue-desk", args=[made.dialogue_id])
    theirs = [
        reverse(f"recording:{one}", args=[made.dialogue_id]) for one in ("scribes", "own-sheet")
    ]

    page = signed_in(organiser(own)).get(desk).content.decode()
    seen_by_the_core_group = leader.get(desk).content.decode()

    assert all(where in page for where in theirs)
    assert not any(where in seen_by_the_core_group for where in theirs)
    assert reverse("organising:kit", args=[made.dialogue.round.slug]) in page


def test_nobody_is_written_to_when_only_words_change():
    made = make.announcement()
    make.signed_up(made.gathering, email="tulija@example.org")
    before = Message.objects.count()

    announcing.edit(by=None, announcement=made, telling=make.telling(text="Kahvia on."))

    assert Message.objects.count() == before


def test_more_places_let_people_in_when_the_page_is_changed():
    made = make.announcement(places=1)
    for _turn in range(3):
        make.signed_up(made.gathering)

    announcing.edit(by=None, announcement=made, telling=make.telling(places=2))

    assert SignUp.objects.filter(has_place=True).count() == 2


def test_sign_up_can_be_closed_and_opened_again():
    made = make.announcement(places=5)

    announcing.edit(by=None, announcement=made, telling=make.telling(places=0))
    made.refresh_from_db()
    assert not made.gathering.is_open
    announcing.edit(by=None, announcement=made, telling=make.telling(places=5))
    made.refresh_from_db()
    assert made.gathering.is_open


@pytest.mark.parametrize("who", [organiser, outsider])
def test_others_change_nothing(who):
    made, person = make.announcement(), who()

    for act in (
        lambda: announcing.edit(by=person, announcement=made, telling=make.telling()),
        lambda: announcing.call_off(by=person, announcement=made),
        lambda: announcing.tick(by=person, announcement=made, step="people"),
        lambda: announcing.untick(by=person, announcement=made, step="people"),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_calling_off_closes_sign_up_and_tells_everybody_once():
    made = make.announcement()
    make.signed_up(made.gathering, email="tulija@example.org")
    before = Message.objects.count()

    announcing.call_off(by=core_group(), announcement=made)
    announcing.call_off(by=core_group(), announcement=made)

    made.gathering.refresh_from_db()
    assert not made.gathering.is_open
    assert Message.objects.count() == before + 1


def test_a_step_is_ticked_once_and_can_be_opened_again():
    made = make.announcement()

    for _turn in range(2):
        announcing.tick(by=None, announcement=made, step="people")
    assert Tick.objects.count() == 1
    announcing.untick(by=None, announcement=made, step="people")
    assert not Tick.objects.exists()


def test_a_step_that_is_not_on_the_list_is_refused():
    with pytest.raises(Fault):
        announcing.tick(by=None, announcement=make.announcement(), step="dance")


def test_a_days_change_is_dated_so_that_calendars_follow():
    made = make.announcement()
    before = made.changed_at

    announcing.edit(by=None, announcement=made, telling=make.telling(text="Uusi"))

    made.refresh_from_db()
    assert made.changed_at > before
    assert made.changed_at - before < timedelta(minutes=1)
