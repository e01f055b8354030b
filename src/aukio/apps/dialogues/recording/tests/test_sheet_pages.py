"""Writing a record through either door, with a script and without."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.models import Gate, Record
from aukio.apps.dialogues.recording.models import Entry, Sheet, SheetState
from aukio.apps.dialogues.recording.tests.scene import SAID, scene
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in

pytestmark = pytest.mark.django_db
PAGES = ("sheet", "add", "notes", "send", "receipt")


def url(name: str, token: str, **more: object) -> str:
    return reverse(f"recording:scribe-{name}", kwargs={"code": token, **more})


def shown(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def here():
    return scene()


@pytest.fixture
def token(here):
    return here.invited()[1]


def test_a_scribe_opens_the_record_without_an_account(here, token):
    page = shown(Client(), url("sheet", token))

    assert "What was talked about" in page
    assert "sheet.js" in page
    assert not Sheet.objects.exists(), "opening a page changes nothing"


@pytest.mark.parametrize("name", [*PAGES, "state"])
def test_a_wrong_code_opens_nothing(name):
    assert Client().get(url(name, "not-a-code")).status_code == 404


def test_a_link_taken_back_opens_nothing(here):
    scribe, token = here.invited()
    here.client().post(reverse("recording:scribe-take-back", args=[scribe.pk]))

    assert Client().get(url("sheet", token)).status_code == 404


def test_the_address_of_the_link_is_told_to_nobody(token):
    assert Client().get(url("sheet", token))["Referrer-Policy"] == "same-origin"


def test_without_a_script_the_button_saves_every_field(here, token):
    sent = {"text_talked": SAID, "text_hopes": "Toivon.", "language": "fi", "permission": "quotes"}
    answer = Client().post(url("sheet", token), {**sent, "next": "notes"})

    assert answer.headers["Location"] == url("notes", token)
    assert set(Entry.objects.values_list("text", flat=True)) == {SAID, "Toivon."}
    assert Sheet.objects.get().permission == "quotes"


def test_a_page_that_is_wrong_keeps_what_was_typed(token):
    answer = Client().post(url("sheet", token), {"text_talked": "Ilta", "permission": "all"})

    assert b"Ilta" in answer.content
    assert not Entry.objects.exists()


def test_an_old_page_sent_again_overwrites_nothing(here, token):
    base = {"language": "", "permission": "none"}
    Client().post(url("sheet", token), {**base, "text_talked": "Ensimmäinen", "session": "a"})
    Client().post(url("sheet", token), {**base, "text_talked": "Toinen", "session": "b"})
    page = shown(Client(), url("sheet", token))

    assert "Ensimmäinen" in page
    assert "Toinen" in page
    assert "Make one text of them" in page


def test_the_script_saves_a_field_and_hears_of_others(here, token):
    client = Client()
    first = client.post(url("save", token), {"field": "talked", "text": "A", "session": "a"}).json()
    second = client.post(
        url("save", token), {"field": "talked", "text": "B", "session": "b"}
    ).json()
    state = client.get(url("state", token)).json()

    assert [head["text"] for head in second["heads"]] == ["A", "B"]
    assert [head["id"] for head in state["fields"]["talked"]] == [first["entry"], second["entry"]]


def test_the_script_is_told_why_a_text_is_not_taken(here, token):
    answer = Client().post(url("save", token), {"field": "nothing", "text": "A"})

    assert answer.status_code == 409
    assert "no such field" in answer.json()["said"]


def test_saving_needs_the_form_s_own_token(here, token):
    client = Client(enforce_csrf_checks=True)

    assert client.post(url("save", token), {"field": "talked", "text": "A"}).status_code == 403


@pytest.mark.parametrize("name", ["save", "correct"])
def test_what_changes_is_never_opened_by_get(name, token):
    assert Client().get(url(name, token)).status_code == 405


def test_two_texts_are_made_one(here, token):
    client = Client()
    heads = [
        client.post(url("save", token), {"field": "talked", "text": one, "session": one}).json()[
            "entry"
        ]
        for one in "AB"
    ]
    settle = url("settle", token, field="talked")
    assert "A\n\nB" in shown(client, settle)
    client.post(settle, {"text": "A ja B", "heads": heads})

    assert Entry.objects.get(is_head=True).text == "A ja B"


def test_the_receipt_counts_the_words_the_scribe_wrote_though_some_are_hidden(here, token):
    client = Client()
    secret = "Soita 040 123 4567 nyt."
    client.post(url("sheet", token), {"text_talked": secret, "permission": "quotes"})

    assert "5 words" in shown(client, url("send", token))
    client.post(url("send", token))

    assert ">5</dd>" in shown(client, url("receipt", token))


def test_the_whole_way_to_the_receipt(here, token):
    client = Client()
    sent = {"text_talked": SAID, "language": "fi", "permission": "quotes"}
    client.post(url("sheet", token), sent)
    notes = shown(client, url("notes", token))
    assert "3 notes" in notes
    head = Entry.objects.get()
    client.post(url("notes", token), {"join": [f"{head.pk}-0"], "send": "yes"})
    assert "2 notes" in shown(client, url("send", token))
    client.post(url("send", token))
    receipt = shown(client, url("sheet", token))

    made = Record.objects.get()
    assert f"{made.pk}-{made.sha256[:8]}" in receipt
    assert [note.text for note in made.notes.all()] == [
        "Ilta on pitkä.\nKukaan ei soita minulle.",
        "Kirjastossa sanotaan päivää.",
    ]
    assert made.gate == Gate.HELD
    assert made.imported_by is None


def test_a_sent_record_is_corrected_by_a_new_version(here, token):
    client = Client()
    client.post(url("sheet", token), {"text_talked": SAID, "permission": "none"})
    client.post(url("send", token))
    client.post(url("correct", token))
    base = Entry.objects.get(is_head=True).pk
    fixed = {"text_talked": SAID + "\nLisää.", "base_talked": base, "permission": "none"}
    client.post(url("sheet", token), fixed)
    client.post(url("send", token))

    new, old = Record.objects.get(superseded=False), Record.objects.get(superseded=True)
    assert (new.version, old.version) == (2, 1)
    assert "Lisää." in new.text


def test_a_sent_record_takes_no_more_words(here, token):
    client = Client()
    client.post(url("sheet", token), {"text_talked": SAID, "permission": "none"})
    client.post(url("send", token))
    answer = client.post(url("save", token), {"field": "talked", "text": "Myöhässä"})

    assert answer.status_code == 409
    assert Sheet.objects.get().state == SheetState.SENT


def test_a_line_is_split_where_the_scribe_says(here, token):
    client = Client()
    client.post(
        url("sheet", token),
        {"text_talked": "Ilta on pitkä. Kukaan ei soita.", "permission": "none"},
    )
    key = f"{Entry.objects.get().pk}-0"
    split = url("split", token, key=key)
    assert b"not the same" in client.post(split, {"text": "Ilta on lyhyt.\nKukaan"}).content
    client.post(split, {"text": "Ilta on pitkä.\r\nKukaan ei soita."})

    assert "2 notes" in shown(client, url("notes", token))


def test_the_organiser_writes_signed_in(here):
    address = reverse("recording:own-sheet", args=[here.dialogue.pk])
    here.client().post(address, {"text_talked": SAID, "permission": "none"})

    assert Entry.objects.get().text == SAID
    assert Client().get(address).status_code == 302
    assert signed_in(make.organiser()).get(address).status_code == 403
    assert signed_in(make.core_group()).get(address).status_code == 403
