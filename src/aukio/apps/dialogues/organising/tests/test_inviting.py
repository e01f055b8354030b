"""Letters to organisers: filled in, in the receiver's language, once; replies; no more letters."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.models import DialogueDay
from aukio.apps.dialogues.organising.actions import contacts, inviting
from aukio.apps.dialogues.organising.models import Contact, Invitation, Invited
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.views._letters import usual_letter
from aukio.apps.dialogues.tests.factories import core_group, organiser
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
LANGUAGES = ("fi", "sv", "en")


@pytest.fixture
def round():
    made = make.open_round(title_fi="Arjen turva", title_sv="Vardagstrygghet", title_en="Safety")
    DialogueDay.objects.create(round=made, date=make.soon(90))
    return made


def contact(email="otso@example.org", **fields):
    given = {"kind": "permanent", "organisation_name": "Kirjasto", "name": "Otso", **fields}
    return contacts.add_contact(by=None, email=email, **given)


def words():
    usual = usual_letter()
    return {
        "subject": {code: usual[f"subject_{code}"] for code in LANGUAGES},
        "text": {code: usual[f"text_{code}"] for code in LANGUAGES},
    }


def letter(round, **fields):
    given = {"kinds": ["permanent"], **words(), **fields}
    return inviting.write_invitation(by=None, round=round, **given)


def token_in(message):
    return re.search(r"/reply/([\w-]+)/", message.text)[1]


def test_each_gets_the_letter_in_their_own_language_once(round):
    contact()
    contact("forening@example.org", language="sv", name="Pia")
    contact("other@example.org", kind="topic")
    made = letter(round)

    assert inviting.send(by=core_group(), invitation=made) == 2
    with pytest.raises(Fault):
        inviting.send(by=None, invitation=made)

    finnish = Message.objects.get(to="otso@example.org")
    swedish = Message.objects.get(to="forening@example.org")
    assert finnish.subject == "Järjestä dialogi: Arjen turva"
    assert "Hej Pia," in swedish.text
    assert "/sv/dialogues/organising/reply/" in swedish.text
    assert "{" not in finnish.text + swedish.text
    assert finnish.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert Message.objects.count() == 2


def test_a_letter_to_somebody_without_a_name_greets_without_a_gap(round, leader):
    contact(organisation_name="", name="")
    made = letter(round)

    page = leader.get(reverse("organising:invitation", args=[made.pk])).content.decode()
    inviting.send(by=core_group(), invitation=made)

    assert "Hei,\n" in Message.objects.get().text
    assert "Hold a dialogue: Safety" in page
    assert "{round}" not in page


def test_the_replies_tell_who_wants_no_letters_and_that_all_have_been_reminded(round, leader):
    made, kept = letter(round), contact()
    inviting.send(by=core_group(), invitation=made)
    where = reverse("organising:invitation-remind", args=[made.pk])
    assert "1 reminder sent." in leader.post(where, follow=True).content.decode()

    inviting.unsubscribe(by=None, contact=kept)

    page = leader.post(where, follow=True).content.decode()
    assert "Everyone has decided or been reminded once." in page
    assert "Wants no more letters" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"kinds": []},
        {"subject": {"fi": "x", "sv": "", "en": "x"}},
        {"text": dict.fromkeys(LANGUAGES, "ilman linkkiä")},
        {"text": dict.fromkeys(LANGUAGES, "{link} {password}")},
    ],
)
def test_a_letter_that_cannot_be_sent_is_refused(round, wrong):
    with pytest.raises(Fault):
        letter(round, **wrong)

    assert not Invitation.objects.exists()


def test_a_letter_to_nobody_is_not_sent(round):
    with pytest.raises(Fault):
        inviting.send(by=None, invitation=letter(round))

    assert Invitation.objects.get().sent_at is None


def test_a_sent_letter_is_not_changed(round):
    contact()
    made = letter(round)
    inviting.send(by=None, invitation=made)
    made.refresh_from_db()

    with pytest.raises(Fault):
        letter(round, invitation=made)


def test_a_sample_round_writes_to_no_real_people(round):
    contact()
    round.is_sample = True
    round.save()

    assert inviting.receivers(letter(round)) == []


def test_the_preview_shows_what_receivers_get_before_anything_is_sent(round, leader):
    contact()
    made = letter(round)

    text = leader.get(reverse("organising:invitation", args=[made.pk])).content.decode()

    assert "Hei Otso," in text
    assert "Arjen turva" in text
    assert not Message.objects.exists()


def test_the_core_group_writes_changes_and_sends_on_pages(round, leader):
    contact()
    given = {"kinds": ["permanent"], **usual_letter()}
    leader.post(reverse("organising:invitation-new", args=[round.slug]), given)
    made = Invitation.objects.get()
    leader.post(
        reverse("organising:invitation-edit", args=[made.pk]), {**given, "subject_en": "Dear"}
    )
    leader.post(reverse("organising:invitation-send", args=[made.pk]))

    made.refresh_from_db()
    assert made.subject_en == "Dear"
    assert Message.objects.count() == 1
    assert "No reply yet" in leader.get(
        reverse("organising:invitation", args=[made.pk])
    ).content.decode()  # fmt: skip


def test_a_letter_with_a_strange_place_is_explained(round, leader):
    given = {**usual_letter(), "kinds": ["permanent"], "text_fi": "{link} {phone}"}

    answer = leader.post(reverse("organising:invitation-new", args=[round.slug]), given)

    assert "{phone}" in answer.content.decode()
    assert not Invitation.objects.exists()


@pytest.fixture
def sent(round):
    contact()
    inviting.send(by=None, invitation=letter(round))
    return Message.objects.get()


def reply_page(sent, name="reply"):
    return reverse(f"organising:{name}", args=[token_in(sent)])


def test_a_reply_is_given_and_changed_by_the_link(sent, client):
    client.get(reply_page(sent))
    assert Invited.objects.get().reply == ""

    client.post(reply_page(sent), {"answer": "later", "remark": "Kysyn hallitukselta."})
    text = client.post(reply_page(sent), {"answer": "yes"}, follow=True).content.decode()

    assert Invited.objects.get().reply == "yes"
    assert "Register a dialogue" in text


@pytest.mark.parametrize("wrong", [{}, {"answer": "maybe"}, {"answer": "yes", "remark": "x" * 501}])
def test_a_reply_that_cannot_be_used_is_explained(sent, client, wrong):
    answer = client.post(reply_page(sent), wrong)

    assert "govuk-error-summary" in answer.content.decode()
    assert Invited.objects.get().reply == ""


def test_those_who_have_not_decided_are_reminded_once(sent, round, leader):
    made = Invitation.objects.get()
    where = reverse("organising:invitation-remind", args=[made.pk])

    leader.post(where)
    leader.post(where)

    assert Message.objects.count() == 2
    assert Message.objects.order_by("pk").last().subject.startswith("Muistutus:")


def test_those_who_have_decided_are_not_reminded(sent, client):
    client.post(reply_page(sent), {"answer": "no"})

    assert inviting.remind(by=None, invitation=Invitation.objects.get()) == 0


def test_a_mail_program_stops_the_letters_with_one_click(sent):
    program = Client(enforce_csrf_checks=True)

    assert program.get(reply_page(sent, "unsubscribe")).status_code == 302
    assert Contact.objects.get().unsubscribed_at is None
    answer = program.post(reply_page(sent, "unsubscribe"), {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert Contact.objects.get().email == ""
    assert program.get(reply_page(sent)).status_code == 404


@pytest.mark.parametrize("name", ["reply", "unsubscribe"])
def test_a_wrong_link_opens_nothing(client, name):
    assert client.post(reverse(f"organising:{name}", args=["guess"])).status_code == 404


def test_only_the_core_group_writes_and_sends(round):
    made, person = letter(round), organiser()

    for act in (
        lambda: inviting.write_invitation(by=person, round=round, kinds=["topic"], **words()),
        lambda: inviting.send(by=person, invitation=made),
        lambda: inviting.remind(by=person, invitation=made),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_the_list_of_letters_counts_replies(sent, round, leader, client):
    client.post(reply_page(sent), {"answer": "yes"})

    text = leader.get(reverse("organising:invitations", args=[round.slug])).content.decode()

    assert "1" in text
    assert "Hold a dialogue: Safety" in text
