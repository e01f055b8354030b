"""An easier version by a language model: a stand-in server on this machine speaks the protocol."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from aukio.apps.wording import proposed, tasks
from aukio.apps.wording.actions import proposals as actions
from aukio.apps.wording.actions.texts import forget_expired, share
from aukio.apps.wording.models import KeptText, ModelUse
from aukio.apps.wording.queries import texts
from aukio.apps.wording.templatetags.wording import only_in_first
from aukio.apps.wording.tests import factories as make
from aukio.apps.wording.tests.conftest import signed_in
from aukio.apps.wording.tests.pages.test_check import words_of
from aukio.engines.clarity import _language_model
from aukio.engines.clarity.tests.test_language_model import said, standing_in
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.jobs.models import Job
from aukio.shared.organisations.tests.factories import organisation, person

pytestmark = pytest.mark.django_db
TEXT = "Otsikko\n\nMikäli et maksa 25 euroa, hakemus raukeaa etkä saa tukea.\n\nHae heti."
EASY = "Maksa 25 euroa. Jos et maksa, et saa tukea."
AGREED = {"agrees": "on", "is_safe": "on"}


@pytest.fixture
def member(settings: Any) -> Any:
    """Somebody whose organisation has allowed the model."""
    settings.LANGUAGE_MODEL_URL = "http://127.0.0.1:9/v1"
    house = organisation()
    ModelUse.objects.create(organisation=house)
    return make.colleague(house)


def at(name: str, token: str) -> str:
    return reverse(f"wording:{name}", args=[token])


def ask(member: Any, token: str, **told: str) -> Any:
    return signed_in(member).post(at("text-propose", token), told or AGREED)


def work(row: KeptText) -> None:
    """As the worker does it, with what it was given."""
    row.refresh_from_db()
    assert row.model_job is not None
    given = DBTaskResult.objects.get(args_kwargs__args__0=str(row.model_job.pk)).args_kwargs
    tasks.propose.call(*given["args"], **given["kwargs"])
    row.refresh_from_db()


def test_the_page_says_where_the_text_goes_and_nothing_is_sent_before(member: Any):
    _row, token = make.kept(TEXT, by=member)
    client = signed_in(member)
    assert at("text-propose", token) in client.get(at("text", token)).content.decode()
    page = words_of(client.get(at("text-propose", token)))
    assert "sent to a language model at 127.0.0.1" in page
    assert not Job.objects.filter(kind="wording.model").exists()


def test_a_proposal_is_shown_beside_the_text_and_taken_paragraph_by_paragraph(
    member: Any, settings: Any
):
    row, token = make.kept(TEXT, by=member)
    seen: list[Any] = []
    with standing_in(said(EASY), seen) as address:
        settings.LANGUAGE_MODEL_URL = address
        assert ask(member, token).status_code == 302
        assert "waits" in words_of(signed_in(member).get(at("text-propose", token)))
        work(row)
    assert len(seen) == 1, "headings and short lines are not sent"
    assert EASY not in row.sealed_proposal
    page = words_of(signed_in(member).get(at("text-propose", token)))
    assert EASY in page
    answer = signed_in(member).post(at("text-take", token), {"take": ["1"]})
    new = texts.own(answer.url.rstrip("/").rsplit("/", 1)[1])
    assert new is not None
    assert new.given.content.decode() == f"Otsikko\n\n{EASY}\n\nHae heti."
    detail = Event.objects.get(verb="wording.ask_model").detail
    assert "Mikäli" not in str(detail)


def test_a_slow_model_does_not_outlive_the_text(member: Any, settings: Any):
    row, token = make.kept(TEXT, by=member)
    with standing_in(said(EASY), []) as address:
        settings.LANGUAGE_MODEL_URL = address
        ask(member, token)
        asked = timezone.now()
        assert forget_expired(now=asked + timedelta(minutes=59)) == 0
        shown = words_of(signed_in(member).get(at("text", token)))
        assert "while the language model writes and for ten minutes after that" in shown
        work(row)
    assert proposed.opened(row)
    assert timedelta(minutes=9) < row.expires - asked < timedelta(minutes=12)
    assert forget_expired(now=asked + timedelta(minutes=61)) == 1


def test_a_model_that_fails_leaves_ten_minutes_and_never_adds_any(member: Any, settings: Any):
    row, token = make.kept(TEXT, by=member)
    ask(member, token)
    with pytest.raises(Fault):
        work(row)
    row.refresh_from_db()
    assert row.expires - timezone.now() < timedelta(minutes=11)

    soon = timezone.now() + timedelta(minutes=3)
    KeptText.objects.filter(pk=row.pk).update(expires=soon)
    actions.ready(text_id=str(row.pk), turn=row.turn)
    row.refresh_from_db()
    assert row.expires == soon


def test_a_shared_text_keeps_its_day(member: Any):
    row, token = make.kept(TEXT, by=member)
    share(by=member, row=row, days=5)
    day = row.expires
    ask(member, token)
    actions.ready(text_id=str(row.pk), turn=row.turn)
    row.refresh_from_db()
    assert row.expires == day


def test_what_is_left_stays_as_it_was(member: Any, settings: Any):
    row, token = make.kept(TEXT, by=member)
    with standing_in(said(EASY), []) as address:
        settings.LANGUAGE_MODEL_URL = address
        ask(member, token)
        work(row)
    odd = ["0", "99", "x", "9" * 5000]
    answer = signed_in(member).post(at("text-take", token), {"take": odd})
    new = texts.own(answer.url.rstrip("/").rsplit("/", 1)[1])
    assert new is not None
    assert new.given.content.decode() == TEXT


def test_facts_that_differ_are_shown(member: Any, settings: Any):
    row, token = make.kept(TEXT, by=member)
    with standing_in(said("Maksa 35 euroa, niin saat tukea."), []) as address:
        settings.LANGUAGE_MODEL_URL = address
        ask(member, token)
        work(row)
    page = words_of(signed_in(member).get(at("text-propose", token)))
    assert "The facts differ." in page
    assert "25" in page.split("Missing from the proposal")[1]
    assert "35" in page.split("Only in the proposal")[1]


def test_words_that_differ_are_marked_and_escaped():
    assert (
        only_in_first("Mikäli <b> haluat tukea,\nhae.", "Jos haluat tukea,\nhae.", "del")
        == "<del>Mikäli &lt;b&gt;</del> haluat tukea,<br>hae."
    )
    assert only_in_first("Sama.", "Sama.", "ins") == "Sama."


@pytest.mark.parametrize(
    ("answer", "code"),
    [(None, 500), ({"error": "no"}, 401), ({}, 200), (said(""), 200), (said(None), 200)]  # type: ignore[arg-type]
    + [({"choices": "x"}, 200), ({"choices": []}, 200), (None, 302), (said("x" * 1_100_000), 200)],
)
def test_a_model_that_refuses_or_answers_garbage_changes_nothing(
    member: Any, settings: Any, answer: Any, code: int
):
    row, token = make.kept(TEXT, by=member)
    with standing_in(answer, [], code) as address:
        settings.LANGUAGE_MODEL_URL = address
        ask(member, token)
        with pytest.raises(Fault):
            work(row)
    row.refresh_from_db()
    assert proposed.opened(row) == ()
    page = signed_in(member).get(at("text-propose", token)).content.decode()
    assert "Tekstisi on ennallaan" in page, "told in the language of who asked"


def test_a_model_that_is_too_slow_is_not_waited_for(member: Any, settings: Any, monkeypatch: Any):
    monkeypatch.setattr(_language_model, "SECONDS", 0.2)
    row, token = make.kept(TEXT, by=member)
    settings.LANGUAGE_MODEL_URL = "http://10.255.255.1/v1"
    monkeypatch.setattr("socket.create_connection", _never)
    ask(member, token)
    with pytest.raises(Fault):
        work(row)


def _never(*_: Any, **__: Any) -> None:
    time.sleep(0.2)
    raise TimeoutError("timed out")


@pytest.mark.parametrize("told", [{"agrees": ""}, {"is_safe": "on"}])
def test_without_agreeing_nothing_is_sent(member: Any, told: dict[str, str]):
    _row, token = make.kept(TEXT, by=member)
    assert ask(member, token, **told).status_code == 200
    assert not Job.objects.filter(kind="wording.model").exists()


def test_a_text_with_an_identity_code_is_never_sent(member: Any):
    _row, token = make.kept(TEXT + "\n\nHakija 131052-308T asuu täällä.", by=member)
    assert "Take it out first" in words_of(signed_in(member).get(at("text-propose", token)))
    ask(member, token)
    assert not Job.objects.filter(kind="wording.model").exists()


def test_contact_details_have_to_be_looked_at(member: Any):
    _row, token = make.kept(TEXT + "\n\nKirjoita: maija.malli@example.fi", by=member)
    assert "maija.malli@example.fi" in words_of(signed_in(member).get(at("text-propose", token)))
    ask(member, token, agrees="on")
    assert not Job.objects.filter(kind="wording.model").exists()
    ask(member, token)
    assert Job.objects.filter(kind="wording.model").exists()


def test_every_name_and_address_is_there_to_be_looked_at(member: Any):
    addresses = [f"nimi{number}@example.fi" for number in range(60)]
    _row, token = make.kept("\n\n".join([TEXT, ", ".join(addresses)]), by=member)
    page = words_of(signed_in(member).get(at("text-propose", token)))
    assert [one for one in addresses if one not in page] == []


def test_asking_twice_sends_the_text_once(member: Any):
    row, token = make.kept(TEXT, by=member)
    opened = texts.own(token)
    assert opened is not None
    ask(member, token)
    actions.ask(
        by=member,
        text=opened,
        organisation=ModelUse.objects.get().organisation,
        agrees=True,
        is_safe=True,
    )
    ask(member, token)
    assert Job.objects.filter(kind="wording.model").count() == 1
    row.refresh_from_db()
    assert row.model_job == Job.objects.get(kind="wording.model")


def test_nothing_is_sent_once_the_organisation_has_switched_it_off(member: Any, settings: Any):
    row, token = make.kept(TEXT, by=member)
    seen: list[Any] = []
    with standing_in(said(EASY), seen) as address:
        settings.LANGUAGE_MODEL_URL = address
        ask(member, token)
        ModelUse.objects.all().delete()
        work(row)
    assert seen == []
    assert proposed.opened(row) == ()


def test_those_whose_organisation_has_not_allowed_it_see_nothing_of_it(member: Any, settings: Any):
    _row, token = make.kept(TEXT, by=member)
    for client in (signed_in(person()), signed_in(make.colleague())):
        assert client.get(at("text-propose", token)).status_code == 404
        assert client.post(at("text-propose", token), AGREED).status_code == 404
        assert at("text-propose", token) not in client.get(at("text", token)).content.decode()
    settings.LANGUAGE_MODEL_URL = ""
    assert signed_in(member).get(at("text-propose", token)).status_code == 404
    assert not Job.objects.filter(kind="wording.model").exists()


def test_an_editor_switches_it_on_and_off_and_others_do_not(settings: Any):
    settings.LANGUAGE_MODEL_URL = "https://model.example/v1"
    house = organisation()
    here = reverse("wording:model-decide", args=[house.pk])
    for other in (make.colleague(house), make.editor(), person()):
        assert signed_in(other).post(here, {"use": "yes"}).status_code in (403, 404)
    client = signed_in(make.editor(house))
    assert client.get(here).status_code == 405
    client.post(here, {"use": "yes"})
    assert ModelUse.objects.filter(organisation=house).exists()
    shown = words_of(client.get(reverse("wording:glossary", args=[house.pk])))
    assert "model.example" in shown
    client.post(here, {"use": "no"})
    assert not ModelUse.objects.exists()
    assert (
        Event.objects.filter(verb__in=["wording.allow_model", "wording.forbid_model"]).count() == 2
    )


def test_nothing_is_taken_when_nothing_was_proposed(member: Any):
    row, token = make.kept(TEXT, by=member)
    opened = texts.own(token)
    assert opened is not None
    with pytest.raises(Fault, match="no proposal"):
        actions.take(by=member, text=opened, numbers={0})
    assert KeptText.objects.get() == row
