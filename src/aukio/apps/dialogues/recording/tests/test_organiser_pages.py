"""The organiser invites scribes, counts people, looks a record through and hands it over."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.models import LANGUAGES, Decision, Finding, Gate, Record
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.models import Form, Scribe
from aukio.apps.dialogues.recording.tests.scene import SECRETS, scene
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.mail.actions import send_due
from aukio.shared.terms.reading import read
from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return scene()


@pytest.fixture
def record(here):
    return actions.send(by=here.organiser, sheet=here.written(SECRETS))


def page(client: Client, name: str, *given: object) -> str:
    answer = client.get(reverse(f"recording:{name}", args=given))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_scribe_is_invited_by_mail_with_a_link_that_opens(here):
    client = here.client()
    address = reverse("recording:scribes", args=[here.dialogue.pk])
    answer = client.post(address, {"name": "Aino", "email": "aino@example.fi", "language": "sv"})
    send_due()

    (letter,) = mail.outbox
    link = next(line for line in letter.body.splitlines() if "/scribe/" in line)
    assert link in answer.content.decode()
    assert "/sv/" in link
    assert (
        Client()
        .get(link.removeprefix("http://localhost:8000")[link.index("/sv/") - len(link) :])
        .status_code
        == 200
    )


def test_a_link_just_made_has_not_been_opened_yet(here):
    page = here.client().post(
        reverse("recording:scribes", args=[here.dialogue.pk]), {"name": "Aino", "language": "fi"}
    )

    assert "not opened yet" in page.content.decode()


def test_every_language_a_record_may_be_in_has_a_name():
    (languages,) = read(Path("data/terms/languages.yaml"))

    assert set(LANGUAGES) <= {one.code for one in languages.terms}


def test_the_link_is_shown_once_only(here):
    client = here.client()
    address = reverse("recording:scribes", args=[here.dialogue.pk])
    client.post(address, {"name": "Aino", "language": "fi"})

    assert "/scribe/" not in client.get(address).content.decode()


@pytest.mark.parametrize(
    "sent", [{"name": "", "language": "fi"}, {"name": "A", "email": "x", "language": "fi"}, {}]
)
def test_a_scribe_without_a_name_or_with_a_wrong_address_is_not_invited(here, sent):
    answer = here.client().post(reverse("recording:scribes", args=[here.dialogue.pk]), sent)

    assert answer.status_code == 200
    assert not Scribe.objects.exists()


def test_people_are_counted_exactly(here):
    term("18-29", vocabulary="age-bands")
    client = here.client()
    address = reverse("recording:people", args=[here.dialogue.pk])
    client.post(address, {"participants": 12, "band_18-29": 3})
    bad = client.post(address, {"participants": 2, "band_18-29": 3})

    here.dialogue.refresh_from_db()
    assert here.dialogue.participants == 12
    assert [one.count for one in here.dialogue.age_bands.all()] == [3]
    assert b"more people than took part" in bad.content


def test_what_was_found_is_hidden_until_decided_and_then_as_decided(here, record):
    client = here.client()
    gate = reverse("recording:gate", args=[record.pk])
    text = client.get(gate).content.decode()
    assert "131052-308T" in text
    sent = {}
    for one in record.findings.all():
        keep = one.kind == "phone"
        sent |= {
            f"decision-{one.pk}": Decision.KEEP if keep else Decision.REDACT,
            f"reason-{one.pk}": "office" if keep else "tells",
            f"replacement-{one.pk}": "[nimi]",
        }
    client.post(gate, sent)
    record.refresh_from_db()

    assert "040 123 4567" in record.text
    assert "131052" not in record.text
    assert "Virtanen" not in record.text
    client.post(reverse("recording:gate-hand-over", args=[record.pk]))
    record.refresh_from_db()
    assert record.gate == Gate.HANDED
    seen = signed_in(make.core_group()).get(reverse("dialogues:record", args=[record.pk]))
    assert b"[nimi] kertoi" in seen.content


def test_a_record_is_not_handed_over_before_every_place_is_decided(here, record):
    client = here.client()
    client.post(reverse("recording:gate-hand-over", args=[record.pk]))
    record.refresh_from_db()

    assert record.gate == Gate.HELD
    assert (
        signed_in(make.core_group()).get(reverse("dialogues:record", args=[record.pk])).status_code
        == 403
    )


def test_a_decision_without_a_reason_is_refused_and_nothing_is_decided(here, record):
    gate = reverse("recording:gate", args=[record.pk])
    first, second = record.findings.all()[:2]
    here.client().post(
        gate,
        {
            f"decision-{first.pk}": "redact",
            f"reason-{first.pk}": "tells",
            f"decision-{second.pk}": "redact",
        },
    )

    assert not Finding.objects.exclude(decision="").exists()


def test_words_the_machine_did_not_find_are_hidden_everywhere(here):
    record = actions.send(by=here.organiser, sheet=here.written("Kalliolan väki.\nKalliolan ilta."))
    address = reverse("recording:gate-words", args=[record.pk])
    client = here.client()
    client.post(
        address, {"words": "Kalliolan", "replacement": "[paikka]", "reason": "Pieni paikka"}
    )
    wrong = client.post(address, {"words": "Puuttuu", "reason": "x"})
    record.refresh_from_db()

    assert "Kalliolan" not in record.text
    assert b"letter for letter" in wrong.content


@pytest.mark.parametrize("who", [make.core_group, make.organiser, make.outsider])
@pytest.mark.parametrize("name", ["gate", "scribes", "people"])
def test_others_do_not_get_in(here, record, who, name):
    target = record.pk if name == "gate" else here.dialogue.pk
    address = reverse(f"recording:{name}", args=[target])

    assert signed_in(who()).get(address).status_code == 403
    assert Client().get(address).status_code == 302


def test_the_core_group_decides_about_what_it_brought_itself():
    held = make.DialogueFactory(organiser=None)
    from aukio.apps.dialogues.actions import import_record

    record = import_record(by=None, dialogue=held, reading=make.reading(SECRETS))
    client = signed_in(make.core_group())

    assert "131052-308T" in page(client, "gate", record.pk)
    assert client.post(reverse("recording:gate-hand-over", args=[record.pk])).status_code == 403


def test_the_core_group_edits_the_form(here):
    client = signed_in(make.core_group())
    address = reverse("recording:form", args=[here.dialogue.round.slug])
    assert "What was talked about" in page(client, "form", here.dialogue.round.slug)
    row = {"label_fi": "Uusi", "label_sv": "Ny", "label_en": "New", "becomes_notes": "on"}
    sent = {f"form-0-{name}": value for name, value in {**row, "order": "1"}.items()}
    client.post(address, {**sent, "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1"})

    made = Form.objects.get()
    assert [one.label["en"] for one in made.asked] == ["New"]
    assert "New" in page(client, "form-versions", here.dialogue.round.slug)
    assert "New" in page(here.client(), "own-sheet", here.dialogue.pk)
    client.post(address, {"default": "yes"})
    assert Form.objects.count() == 2
    assert signed_in(here.organiser).get(address).status_code == 403


@pytest.mark.parametrize(
    "wrong", [{"label_sv": ""}, {"becomes_notes": ""}, {"order": ""}, {"order": "kissa"}]
)
def test_a_form_that_cannot_be_used_is_not_kept(here, wrong):
    row = {"order": "1", "label_fi": "U", "label_sv": "N", "label_en": "N", "becomes_notes": "on"}
    sent = {f"form-0-{name}": value for name, value in {**row, **wrong}.items()}
    signed_in(make.core_group()).post(
        reverse("recording:form", args=[here.dialogue.round.slug]),
        {**sent, "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1"},
    )

    assert not Form.objects.exists()


def test_the_room_s_pages_show_where_records_are(here, record):
    own = here.client().get(reverse("dialogues:own")).content.decode()
    desk = signed_in(make.core_group()).get(
        reverse("dialogues:desk", args=[here.dialogue.round.slug])
    )

    assert reverse("recording:gate", args=[record.pk]) in own
    assert b"1 record is being looked through" in desk.content
    assert (
        b"Nobody but your organisation"
        in here.client().get(reverse("dialogues:record", args=[record.pk])).content
    )
    assert Record.objects.get().gate == Gate.HELD
