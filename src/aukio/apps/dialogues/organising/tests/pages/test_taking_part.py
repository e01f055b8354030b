"""Signing up on the page, and one's own place by the private code."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from aukio.apps.dialogues.impact.models import Follower
from aukio.apps.dialogues.impact.public import address_for
from aukio.apps.dialogues.organising.models import SignUp
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    return make.announcement(places=1, online_address="https://meet.example.org/room")


def where(told):
    return reverse("organising:sign-up", args=[told.key])


def test_signing_up_leads_to_ones_own_page(client, told):
    answer = client.post(where(told), {"name": "Maija", "diet": "nuts"}, follow=True)

    text = answer.content.decode()
    assert "You have a place." in text
    assert 'value="nuts"' in text
    assert "https://meet.example.org/room" in text
    assert "no-store" in answer["Cache-Control"]


def test_when_it_is_full_one_joins_the_waiting_list_and_sees_the_turn(client, told):
    make.signed_up(told.gathering)
    make.signed_up(told.gathering)

    assert "Join the waiting list" in client.get(where(told)).content.decode()
    text = client.post(where(told), {"name": "Maija"}, follow=True).content.decode()

    assert "Your turn: 2." in text
    assert "meet.example.org" not in text


def test_a_wrong_address_is_explained_and_nothing_is_lost(client, told):
    answer = client.post(where(told), {"name": "Maija", "email": "maija"})

    assert "govuk-error-summary" in answer.content.decode()
    assert 'value="Maija"' in answer.content.decode()
    assert not SignUp.objects.exists()


def test_pressing_twice_takes_one_place(client, told):
    once = re.search(r'name="once" value="([^"]+)"', client.get(where(told)).content.decode())
    given = {"name": "Maija", "once": once[1]}

    client.post(where(told), given)
    client.post(where(told), given)

    assert SignUp.objects.count() == 1


def test_opening_the_page_changes_nothing(client, told):
    client.get(where(told))

    assert not SignUp.objects.exists()


def test_when_sign_up_is_over_the_page_says_so_and_takes_nobody(client, told):
    told.gathering.is_open = False
    told.gathering.save()

    assert "Sign-up is not open." in client.get(where(told)).content.decode()
    client.post(where(told), {"name": "Maija"})
    assert not SignUp.objects.exists()


def test_a_dialogue_without_sign_up_takes_nobody(client):
    told = make.announcement(places=0)

    assert client.post(where(told), {"name": "Maija"}).status_code == 200
    assert not SignUp.objects.exists()


def test_ones_own_words_are_changed_by_the_code(client, told):
    _signed, token = make.signed_up(told.gathering)

    client.post(reverse("organising:place", args=[token]), {"name": "Uusi", "access": "ramp"})

    signed = SignUp.objects.select_related("needs").get()
    assert (signed.name, signed.needs.access) == ("Uusi", "ramp")


def test_an_empty_name_is_refused(client, told):
    signed, token = make.signed_up(told.gathering, name="Maija")

    answer = client.post(reverse("organising:place", args=[token]), {"name": ""})

    assert "govuk-error-summary" in answer.content.decode()
    signed.refresh_from_db()
    assert signed.name == "Maija"


def test_cancelling_deletes_what_was_told_at_once(client, told):
    _signed, token = make.signed_up(told.gathering)

    assert client.get(reverse("organising:place-cancel", args=[token])).status_code == 405
    answer = client.post(reverse("organising:place-cancel", args=[token]))

    assert "deleted" in answer.content.decode()
    assert not SignUp.objects.exists()
    assert client.get(reverse("organising:place", args=[token])).status_code == 404


def test_a_code_of_somebody_else_opens_only_theirs(client, told):
    make.signed_up(told.gathering, name="Maija")
    _other, token = make.signed_up(told.gathering, name="Kalle")

    text = client.get(reverse("organising:place", args=[token])).content.decode()

    assert "Kalle" in text
    assert "Maija" not in text


@pytest.mark.parametrize("name", ["place", "place-cancel"])
def test_a_wrong_code_opens_nothing(client, name):
    assert client.post(reverse(f"organising:{name}", args=["guess"])).status_code == 404


def test_guessing_codes_is_slowed_down(client):
    for turn in range(20):
        client.get(reverse("organising:place", args=[f"guess-{turn}"]))

    assert client.get(reverse("organising:place", args=["one-more"])).status_code == 429


class TestFollowing:
    """From one's own place: what comes of the round, by mail."""

    def asks(self, client, token) -> str:
        address = reverse("organising:place-follow", args=[token])
        return client.post(address, follow=True).content.decode()

    def test_with_the_link_of_the_letter_at_once(self, client, told):
        make.signed_up(told.gathering, name="Maija", email="maija@example.org")
        letter = Message.objects.get(to="maija@example.org").text
        (token,) = re.findall(r"/place/([^/]+)/", letter)

        assert "You now get news by e-mail." in self.asks(client, token)
        assert Follower.objects.get().confirmed is not None

    def test_with_the_link_of_the_browser_after_a_letter(self, client, told):
        """Whoever signs somebody else up must not subscribe them too."""
        _signed, token = make.signed_up(told.gathering, name="Maija", email="maija@example.org")

        assert "confirm" in self.asks(client, token)
        assert Follower.objects.get().confirmed is None

    def test_without_an_address_there_is_nothing_to_ask(self, client, told):
        _signed, token = make.signed_up(told.gathering, name="Maija", email="")

        page = client.get(reverse("organising:place", args=[token])).content.decode()
        assert "Send me news" not in page
        self.asks(client, token)
        assert not Follower.objects.exists()

    def test_opening_the_address_does_nothing(self, client, told):
        _signed, token = make.signed_up(told.gathering, name="Maija", email="maija@example.org")

        assert client.get(reverse("organising:place-follow", args=[token])).status_code == 405
        assert not Follower.objects.exists()

    def test_the_sheet_to_hand_out_leads_to_the_participants_page(self, client, told):
        answer = client.get(reverse("organising:afterwards", args=[told.key]))

        assert answer["Content-Type"] == "application/pdf"
        way = address_for(told.dialogue).partition("/dialogues/")[2]
        assert client.get(f"/en/dialogues/{way}").status_code == 200
