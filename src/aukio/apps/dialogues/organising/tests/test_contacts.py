"""Whom we know: adding, a table, and letting go."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.dialogues.organising.actions import contacts, inviting
from aukio.apps.dialogues.organising.actions.contacts import _rows
from aukio.apps.dialogues.organising.models import Contact
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import organiser
from aukio.shared.faults import Fault

TABLE = """organisation;name;email;kind;language;municipality
Kirjasto;Otso;otso@example.org;permanent;fi;Kuopio
Föreningen;;forening@example.org;topic;sv;297
;;avoin@example.org;;;
"""


@pytest.fixture
def round(db):
    make.town()
    return make.open_round()


def add(**fields):
    given = {"email": "otso@example.org", "kind": "permanent", "organisation_name": "Kirjasto"}
    return contacts.add_contact(by=None, **{**given, **fields})


def test_the_address_cannot_be_read_from_the_database(round):
    made = add()

    assert made.email == "otso@example.org"
    assert "otso" not in str(Contact.objects.values().get())


def test_the_same_address_is_one_contact_brought_up_to_date(round):
    add()
    add(email="OTSO@example.org", kind="topic")

    assert Contact.objects.get().kind == "topic"


def test_a_table_is_taken_in_whole(round):
    found = contacts.import_contacts(by=None, text=TABLE)

    assert (found.added, found.known, found.refused) == (3, 0, 0)
    assert Contact.objects.filter(area__code="297").count() == 2
    assert contacts.import_contacts(by=None, text=TABLE).known == 3


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("X;;not-an-address;;;", "row 3"),
        ("X;;x@example.org;club;;", "club"),
        ("X;;x@example.org;topic;ru;", "fi, sv or en"),
        ("X;;x@example.org;topic;fi;Atlantis", "Atlantis"),
    ],
)
def test_a_row_that_cannot_be_used_stops_the_whole_table(round, leader, row, told):
    head, first = TABLE.splitlines()[:2]
    where = reverse("organising:contacts-import", args=[round.slug])

    answer = leader.post(where, {"text": "\n".join([head, first, row])})

    assert told in answer.content.decode()
    assert "row 3" in answer.content.decode()
    assert not Contact.objects.exists()


def test_a_table_without_addresses_is_explained(round):
    with pytest.raises(Fault) as fault:
        contacts.import_contacts(by=None, text="name;phone\nOtso;1\n")

    assert "email" in str(fault.value)


@given(st.text(max_size=300))
def test_any_text_is_a_table_or_a_fault(text):
    try:
        rows = _rows(text)
    except Fault:
        return
    assert all(isinstance(value, str) for row in rows for value in row.values())


def test_who_wants_no_letters_is_forgotten_and_not_added_again(round):
    inviting.unsubscribe(by=None, contact=add(name="Otso"))

    left = Contact.objects.get()
    assert (left.name, left.email) == ("", "")
    with pytest.raises(Fault):
        add()
    assert contacts.import_contacts(by=None, text=TABLE).refused == 1


def test_contacts_nobody_has_heard_from_are_deleted(round):
    add()

    assert contacts.forget_contacts(make.soon(3 * 365 - 1)) == 0
    assert contacts.forget_contacts(make.soon(3 * 365)) == 1


def test_contacts_are_added_found_changed_and_deleted_on_pages(round, leader):
    listed = reverse("organising:contacts", args=[round.slug])
    given = {"organisation_name": "Kirjasto", "email": "otso@example.org", "kind": "topic",
             "language": "sv"}  # fmt: skip
    leader.post(reverse("organising:contact-new", args=[round.slug]), given)
    made = Contact.objects.get()
    own = reverse("organising:contact", args=[made.pk])

    assert "Kirjasto" in leader.get(listed, {"q": "kirj", "kind": "topic"}).content.decode()
    assert "Kirjasto" not in leader.get(listed, {"q": "nobody"}).content.decode()
    leader.post(own, {**given, "email": "uusi@example.org"})
    assert Contact.objects.get().email == "uusi@example.org"
    leader.post(reverse("organising:contact", args=[Contact.objects.get().pk]), {"remove": "1"})
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"email": "otso"}, {"kind": "club"}, {"language": ""}, {"name": ""}]
)
def test_a_contact_that_cannot_be_used_is_explained(round, leader, wrong):
    given = {"name": "Otso", "email": "otso@example.org", "kind": "topic", "language": "sv"} | wrong

    answer = leader.post(reverse("organising:contact-new", args=[round.slug]), given)

    assert "govuk-error-summary" in answer.content.decode()
    assert not Contact.objects.exists()


def test_only_the_core_group_keeps_contacts(round):
    person = organiser()

    for act in (
        lambda: contacts.add_contact(by=person, email="x@example.org", kind="topic"),
        lambda: contacts.import_contacts(by=person, text=TABLE),
        lambda: contacts.remove_contact(by=person, contact=add()),
    ):
        with pytest.raises(PermissionDenied):
            act()
