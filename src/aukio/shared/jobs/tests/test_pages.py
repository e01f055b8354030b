"""The page of a job is for the person who started it."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from aukio.shared.accounts.models import Person
from aukio.shared.jobs.models import Job, Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    return Person.objects.create_user("maija@example.org", language="fi")


@pytest.fixture
def job(person: Person) -> Job:
    return Job.objects.create(
        kind="count", status=Status.RUNNING, done=3, total=12, started_by=person, message="Laskee"
    )


def address(job_id: object, name: str = "jobs:job") -> str:
    return reverse(name, kwargs={"job_id": job_id})


def test_whoever_started_it_sees_how_far_it_is(client: Client, person: Person, job: Job):
    client.force_login(person)

    page = client.get(address(job.pk)).content.decode()

    assert "Laskee" in page
    assert 'value="25"' in page  # per cent
    assert "25" in page


def test_htmx_gets_only_the_moving_part(client: Client, person: Person, job: Job):
    client.force_login(person)

    page = client.get(address(job.pk), headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in page
    assert "Laskee" in page


def test_a_failed_job_says_what_where_and_how_to_mend_it(client: Client, person: Person, job: Job):
    job.status = Status.FAILED
    job.fault = {"what": "Rivi puuttuu.", "where": "rivi 7", "mend": "Lisää rivi."}
    job.save()
    client.force_login(person)

    page = client.get(address(job.pk)).content.decode()

    assert all(words in page for words in ("Rivi puuttuu.", "rivi 7", "Lisää rivi."))


def test_a_finished_job_leads_on(client: Client, person: Person, job: Job):
    job.status = Status.DONE
    job.next_url = "/fi/dialogues/"
    job.save()
    client.force_login(person)

    assert 'href="/fi/dialogues/"' in client.get(address(job.pk)).content.decode()


def test_machines_get_the_same_as_json(client: Client, person: Person, job: Job):
    client.force_login(person)

    told = client.get(address(job.pk, "jobs:job-status")).json()

    assert (told["status"], told["done"], told["total"]) == ("running", 3, 12)


def test_another_person_is_refused(client: Client, job: Job):
    client.force_login(Person.objects.create_user("toinen@example.org"))

    assert client.get(address(job.pk)).status_code == 403


def test_a_visitor_is_asked_to_sign_in(client: Client, job: Job):
    assert client.get(address(job.pk)).status_code == 302


def test_nothing_can_be_posted(client: Client, person: Person, job: Job):
    client.force_login(person)

    assert client.post(address(job.pk)).status_code == 405


def test_a_job_that_is_not_there_is_not_found(client: Client, person: Person):
    client.force_login(person)

    assert client.get(address(uuid.uuid4())).status_code == 404
