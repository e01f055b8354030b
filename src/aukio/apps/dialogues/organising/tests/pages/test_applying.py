"""Bringing one's organisation in, and the core group's decision."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aukio.apps.dialogues.organising.actions import applying
from aukio.apps.dialogues.organising.models import Application
from aukio.apps.dialogues.organising.work import tasks
from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message
from aukio.shared.organisations.models import Membership, Organisation
from aukio.shared.organisations.tests.factories import organisation, person

pytestmark = pytest.mark.django_db
ASK = {"name_fi": "Kyläyhdistys ry", "kind": "civil_society"}


def asked(**fields):
    return applying.apply(by=fields.pop("by", None) or person(), **{**ASK, **fields})


def decide(application, who=None, **given):
    return applying.decide(by=who or core_group(), application=application, **given)


def test_anyone_signed_in_asks_and_the_core_group_finds_it_in_its_work():
    somebody = person()
    answer = signed_in(somebody).post(reverse("organising:apply"), ASK, follow=True)

    assert "Kyläyhdistys ry" in answer.content.decode()
    assert Application.objects.get().person == somebody
    assert [task.url for task in tasks(core_group())] == [
        reverse("organising:application", args=[Application.objects.get().pk])
    ]
    assert tasks(outsider()) == []


@pytest.mark.parametrize("wrong", [{"name_fi": ""}, {"kind": "club"}, {"business_id": "1234567-0"}])
def test_what_cannot_be_used_is_explained(wrong):
    answer = signed_in(person()).post(reverse("organising:apply"), {**ASK, **wrong})

    assert "govuk-error-summary" in answer.content.decode()
    assert not Application.objects.exists()


def test_asking_twice_asks_once():
    somebody = person()

    assert asked(by=somebody) == asked(by=somebody)


def test_nobody_floods_the_core_group():
    somebody = person()
    for number in range(5):
        asked(by=somebody, name_fi=f"Ryhmä {number}")

    with pytest.raises(Fault):
        asked(by=somebody, name_fi="Vielä yksi")


def test_a_confirmed_organisation_is_there_and_the_person_organises_for_it():
    application = asked(name_sv="Byaförening rf")

    decide(application, confirm=True)

    made = Organisation.objects.get(name_fi="Kyläyhdistys ry")
    roles = Membership.objects.filter(organisation=made, person=application.person)
    assert set(roles.values_list("room", "role")) == {
        ("dialogues", "organiser"),
        ("organisations", "admin"),
    }
    assert Message.objects.get().to == application.person.email
    assert Event.objects.filter(verb="organising.decide_application").count() == 1


def test_one_that_is_here_already_is_not_added_twice_and_nobody_takes_it_over():
    there = organisation(name_fi="Kyläyhdistys")
    application = asked()

    decide(application, confirm=True, existing=there)

    roles = Membership.objects.filter(person=application.person).values_list("room", "role")
    assert list(roles) == [("dialogues", "organiser")]
    assert not Organisation.objects.filter(name_fi="Kyläyhdistys ry").exists()


def test_a_refusal_needs_a_reason_which_is_told():
    application = asked()

    with pytest.raises(Fault):
        decide(application, confirm=False)
    decide(application, confirm=False, reason="Tämä on yritys.")

    assert "Tämä on yritys." in Message.objects.get().text
    assert not Organisation.objects.filter(name_fi="Kyläyhdistys ry").exists()


def test_a_decision_is_made_once():
    application = asked()
    decide(application, confirm=True)

    with pytest.raises(Fault):
        decide(application, confirm=False, reason="Ei sittenkään.")


@pytest.mark.parametrize("who", [organiser, outsider])
def test_only_the_core_group_decides(who):
    with pytest.raises(PermissionDenied):
        decide(asked(), who(), confirm=True)


def test_the_page_shows_what_looks_alike(leader):
    organisation(name_fi="Kyläyhdistys ry")
    application = asked()

    text = leader.get(reverse("organising:application", args=[application.pk])).content.decode()

    assert "These look alike:" in text


def test_the_core_group_decides_on_the_page(leader):
    application = asked()
    where = reverse("organising:application", args=[application.pk])

    refused = leader.post(where, {"decision": "no"})
    chosen = leader.post(where, {"decision": "same"})
    leader.post(where, {"decision": "yes"})

    assert "The reason is missing." in refused.content.decode()
    assert "Choose the organisation" in chosen.content.decode()
    assert Organisation.objects.filter(name_fi="Kyläyhdistys ry").exists()
    assert leader.get(reverse("organising:applications")).status_code == 200
    assert "Decision" not in leader.get(where).content.decode()
