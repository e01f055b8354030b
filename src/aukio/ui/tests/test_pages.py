"""Pages about the site itself, and feedback."""

from __future__ import annotations

import pytest
from django.test import Client

from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message
from aukio.ui.actions import NoContact, send_feedback

pytestmark = pytest.mark.django_db


@pytest.fixture
def _contact(settings):
    settings.CONTACT = "palaute@example.fi"


def test_the_statement_says_so_when_no_authority_is_set(client: Client, settings):
    settings.AUTHORITY = ""

    assert "statement is a draft" in client.get("/en/accessibility/").text


def test_the_statement_names_the_authority(client: Client, settings):
    settings.AUTHORITY = "Valtiovarainministeriö"

    text = client.get("/fi/accessibility/").text

    assert "josta vastaa Valtiovarainministeriö" in text
    assert "luonnos" not in text


def test_about_tells_of_sample_data_where_there_is_some(client: Client, settings):
    settings.SAMPLE_PEOPLE = True

    assert "invented sample data" in client.get("/en/about/").text


@pytest.mark.parametrize("page", ["about", "accessibility"])
def test_a_page_to_read_cannot_be_posted_to(client: Client, page: str):
    assert client.post(f"/fi/{page}/").status_code == 405


def test_without_an_address_the_feedback_page_has_no_form(client: Client, settings):
    settings.CONTACT = ""

    text = client.get("/en/feedback/").text

    assert "No address for feedback" in text
    assert "<textarea" not in text


def test_without_an_address_nothing_is_sent(client: Client, settings):
    settings.CONTACT = ""

    assert client.post("/en/feedback/", {"text": "Hello"}).status_code == 200
    with pytest.raises(NoContact):
        send_feedback(by=None, text="Hello", page="", answer_to="")
    assert not Message.objects.exists()


@pytest.mark.usefixtures("_contact")
def test_feedback_goes_to_the_outbox_and_into_the_audit_chain(client: Client):
    given = {"text": "Hyvä palvelu", "email": "virpi@example.fi", "page": "/fi/plan/"}

    answer = client.post("/fi/feedback/", given, follow=True)

    letter = Message.objects.get()
    assert letter.to == "palaute@example.fi"
    assert "Hyvä palvelu" in letter.text
    assert "/fi/plan/" in letter.text
    assert letter.headers == {"Reply-To": "virpi@example.fi"}
    assert Event.objects.filter(verb="ui.send_feedback").count() == 1
    assert "Palautteesi on matkalla" in answer.text


@pytest.mark.usefixtures("_contact")
def test_empty_feedback_is_refused_with_a_summary_that_leads_to_the_field(client: Client):
    answer = client.post("/fi/feedback/", {"text": ""})

    assert answer.status_code == 400
    assert 'href="#id_text"' in answer.text
    assert "<title>Virhe: Anna palautetta" in answer.text
    assert not Message.objects.exists()


@pytest.mark.usefixtures("_contact")
def test_a_bad_address_is_refused_and_what_was_typed_stays(client: Client):
    answer = client.post("/en/feedback/", {"text": "Fine words", "email": "virpi"})

    assert answer.status_code == 400
    assert "Fine words" in answer.text
    assert 'value="virpi"' in answer.text


@pytest.mark.usefixtures("_contact")
@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example"])
def test_an_address_elsewhere_is_left_out_of_the_letter(client: Client, page: str):
    client.post("/fi/feedback/", {"text": "Hei", "page": page})

    assert "elsewhere" not in Message.objects.get().text


@pytest.mark.usefixtures("_contact")
def test_a_flood_of_feedback_is_stopped(client: Client):
    answers = [client.post("/en/feedback/", {"text": f"no {at}"}) for at in range(12)]

    assert answers[9].status_code == 302
    assert answers[10].status_code == 429
    assert Message.objects.count() == 10
