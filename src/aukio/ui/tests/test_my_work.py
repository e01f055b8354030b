"""Tasks that wait for a person, across rooms."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from aukio.ui import my_work
from aukio.ui.my_work import Desk, Task


@pytest.fixture(autouse=True)
def _no_sources(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(my_work, "_sources", [])
    monkeypatch.setattr(my_work, "_desks", [])


@pytest.fixture
def person(db: None):
    return get_user_model().objects.create_user("virpi@example.fi")


def test_a_visitor_is_asked_to_sign_in(client: Client):
    answer = client.get("/fi/my-work/")

    assert answer.status_code == 302
    assert "next=/fi/my-work/" in answer.headers["Location"]


def test_it_cannot_be_posted_to(client: Client, person):
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")

    assert client.post("/fi/my-work/").status_code == 405


def test_with_nothing_to_do_it_says_so(client: Client, person):
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")

    assert "Nyt mikään ei odota sinua" in client.get("/fi/my-work/").text


def test_tasks_stand_by_due_date_and_those_without_one_last(person):
    my_work.register(lambda who: [Task("Some day", "/a/")])
    my_work.register(lambda who: [Task("Later", "/b/", datetime.date(2027, 3, 1))])
    my_work.register(lambda who: [Task("Sooner", "/c/", datetime.date(2027, 2, 1))])

    assert [task.title for task in my_work.tasks_for(person)] == ["Sooner", "Later", "Some day"]


def test_a_source_is_asked_once_however_often_it_registers(person):
    def source(who):
        return [Task("Answer the brief", "/a/")]

    my_work.register(source)
    my_work.register(source)

    assert len(my_work.tasks_for(person)) == 1


def test_a_late_task_says_that_it_is_late(client: Client, person):
    my_work.register(lambda who: [Task("Vastaa", "/a/", datetime.date(2020, 2, 3), "Dialogit")])
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")

    text = client.get("/fi/my-work/").text

    assert "Myöhässä" in text
    assert "Määräaika 3.2.2020" in text
    assert "Dialogit" in text


@pytest.mark.django_db
def test_leads_to_ones_own_details_and_organisations(client):
    from aukio.shared.accounts.models import Person

    client.force_login(Person.objects.create_user("maija@example.org"))

    page = client.get("/fi/my-work/").content.decode()

    assert 'href="/fi/profile/"' in page
    assert 'href="/fi/organisations/"' in page


def test_leads_to_the_desks_a_person_works_at(client: Client, person):
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    assert "Työpöytäsi" not in client.get("/fi/my-work/").text

    my_work.register_desks(lambda who: [Desk("Tiimin työpöytä", "/desk/")])
    my_work.register_desks(lambda who: [])

    page = client.get("/fi/my-work/").text
    assert "Työpöytäsi" in page
    assert '<a class="govuk-link" href="/desk/">Tiimin työpöytä</a>' in page
