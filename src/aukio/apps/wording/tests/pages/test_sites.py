"""Sites of an organisation: read by the worker from a real server, shown, taken along, deleted."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aukio.apps.wording import tasks
from aukio.apps.wording.actions import sites as actions
from aukio.apps.wording.actions.sites import AskedSite
from aukio.apps.wording.models import SiteReading
from aukio.apps.wording.tests import factories as make
from aukio.apps.wording.tests.conftest import signed_in
from aukio.apps.wording.tests.pages.test_check import words_of
from aukio.engines.clarity._site import _report
from aukio.engines.clarity.tests.sites import Answer, page, serving
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.jobs.models import Job
from aukio.shared.organisations.tests.factories import organisation, person

pytestmark = pytest.mark.django_db
GOOD = "Voit hakea tukea. Täytä lomake ja lähetä se kuntaan."
BAD = "Mikäli hakija ei toimita liitteitä, ko. hakemus raukeaa. Mikäli niin käy, hae uudelleen."


@pytest.fixture
def house(settings: Any, monkeypatch: Any) -> Any:
    """An organisation, its editor's browser, and a service that may read local sites."""
    settings.WORDING_LOCAL_SITES = True
    monkeypatch.setattr(tasks, "BOUNDS", replace(tasks.BOUNDS, delay=0.0))
    own = organisation()
    return own, make.editor(own)


def read(house: Any, address: str, **told: Any) -> SiteReading:
    """Asked for by the editor, then done as the worker does it."""
    own, editor = house
    row = actions.read_site(by=editor, organisation=own, asked=AskedSite(address, **told))
    work(row)
    return row


def work(row: SiteReading) -> None:
    assert row.job is not None
    tasks.read_site.call(str(row.job.pk), reading_id=str(row.pk))
    row.refresh_from_db()


def site_of(*links: str, **pages: str) -> dict[str, Any]:
    shown = "".join(f'<a href="{link}">x</a>' for link in links)
    return {"/": page(GOOD, links=shown), **{f"/{name}": page(w) for name, w in pages.items()}}


def at(name: str, row: SiteReading, *more: str) -> str:
    return reverse(f"wording:site{name}", args=[row.pk, *more])


def test_of_a_very_long_page_the_report_says_that_its_beginning_was_checked(
    house: Any, monkeypatch: Any
):
    monkeypatch.setattr(_report, "MOST_PAGE_WORDS", 4)
    with serving({"/": page(BAD)}) as site:
        row = read(house, site.address)
    client, said = (
        signed_in(house[1]),
        "The page is long: only its first 20,000 words were checked.",
    )
    assert said in words_of(client.get(at("", row)))
    del row.report["documents"][0]["is_cut"]  # as readings were before
    row.save()
    assert said not in words_of(client.get(at("", row)))


def test_an_editor_gives_an_address_and_sees_the_worst_page_first(house: Any):
    own, editor = house
    client = signed_in(editor)
    with serving(site_of("/huono", huono=BAD)) as site:
        given = {"address": site.address, "profile": "web", "pages": 10, "days": 7}
        answer = client.post(reverse("wording:site-new", args=[own.pk]), given)
        row = SiteReading.objects.get()
        assert answer.url == at("", row)
        assert "waits for its turn" in words_of(client.get(at("", row)))
        work(row)
    shown = client.get(at("", row)).content.decode()
    assert shown.index(f'href="{site.address}/huono"') < shown.index(f'href="{site.address}/"')
    assert "Mikäli" in shown
    assert round((row.expires - row.begun) / timedelta(days=1)) == 7
    assert "2 pages were checked" in words_of(client.get(at("", row)))
    assert "has been read" in words_of(client.get(at("-progress", row)))
    assert Event.objects.filter(verb="wording.read_site").exists()


def test_robots_are_obeyed_and_told(house: Any):
    pages = site_of("/kielletty", kielletty=BAD)
    pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /kielletty", kind="text/plain")
    with serving(pages) as site:
        row = read(house, site.address)
    assert "/kielletty" not in site.asked
    assert "asks machines not to read it" in words_of(signed_in(house[1]).get(at("", row)))


def test_a_second_reading_tells_what_changed(house: Any):
    client = signed_in(house[1])
    pages = site_of("/sivu", sivu=BAD)
    with serving(pages) as site:
        first = read(house, site.address)
        pages["/sivu"] = page(GOOD + " Kunta auttaa sinua.")
        answer = client.post(at("-again", first))
        second = SiteReading.objects.exclude(pk=first.pk).get()
        assert answer.url == at("", second)
        work(second)
    assert "better than last time" in words_of(client.get(at("", second)))


def test_files_are_given_as_csv_json_and_sarif(house: Any):
    with serving(site_of("/huono", huono=BAD)) as site:
        row = read(house, site.address)
    client = signed_in(house[1])
    assert client.get(at("-download", row, "csv")).content.decode("utf-8-sig").startswith("score,")
    made = json.loads(client.get(at("-download", row, "json")).content)
    assert made["documents"][0]["path"].endswith("/huono")
    assert json.loads(client.get(at("-download", row, "sarif")).content)["version"] == "2.1.0"
    assert client.get(at("-download", row, "exe")).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost:8080/", "http://10.0.0.1/", "http://[::1]/"]
    + ["http://169.254.169.254/latest/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/"],
)
def test_machines_that_are_not_public_are_refused(house: Any, settings: Any, address: str):
    settings.WORDING_LOCAL_SITES = False
    with pytest.raises(Fault):
        read(house, address)
    told = Job.objects.get(kind="wording.site").fault
    assert "ei ole julkisessa verkossa" in told["mend"], "told in the language of who asked"
    page = words_of(signed_in(house[1]).get(at("", SiteReading.objects.get())))
    assert "ei ole julkisessa verkossa" in page


@pytest.mark.parametrize("place", ["http://169.254.169.254/", "file:///etc/passwd", "//10.0.0.9/"])
def test_a_redirect_to_such_a_machine_is_refused(house: Any, place: str):
    moved = Answer("", 302, headers={"Location": place})
    with serving({"/": moved}) as site, pytest.raises(Fault):
        read(house, site.address)
    assert SiteReading.objects.get().report == {}


@pytest.mark.parametrize(
    "address",
    ["", "ftp://example.fi", "https://me:x@example.fi", "https://"]
    + ["https://example.fi/" + "ä" * 400],  # six signs each in an address
)
def test_what_is_no_address_of_a_site_is_refused_and_nothing_is_stored(house: Any, address: str):
    own, editor = house
    given = {"address": address, "profile": "web", "pages": 10, "days": 7}
    answer = signed_in(editor).post(reverse("wording:site-new", args=[own.pk]), given)
    assert answer.status_code == 200
    assert "govuk-error" in answer.content.decode()
    assert not SiteReading.objects.exists()


def test_the_same_site_is_not_read_twice_at_once(house: Any):
    own, editor = house
    actions.read_site(by=editor, organisation=own, asked=AskedSite("https://example.fi"))
    with pytest.raises(Fault, match="already"):
        actions.read_site(by=editor, organisation=own, asked=AskedSite("https://example.fi/"))


def test_a_report_is_deleted_at_once_or_on_its_day(house: Any):
    client = signed_in(house[1])
    with serving(site_of()) as site:
        row, other = read(house, site.address), read(house, site.address + "/")
    assert client.get(at("-delete", row)).status_code == 405
    client.post(at("-delete", row))
    assert list(SiteReading.objects.all()) == [other]
    assert actions.forget_expired_sites(now=other.expires - timedelta(hours=1)) == 0
    assert actions.forget_expired_sites(now=other.expires + timedelta(hours=1)) == 1


def test_reading_ends_when_its_report_is_deleted(house: Any):
    own, editor = house
    with serving(site_of("/a", a=BAD)) as site:
        row = actions.read_site(by=editor, organisation=own, asked=AskedSite(site.address))
        job = row.job
        assert job is not None
        SiteReading.objects.all().delete()
        tasks.read_site.call(str(job.pk), reading_id=str(row.pk))
    assert site.asked == []


def test_only_an_editor_of_the_organisation_sees_its_sites(house: Any):
    own, _editor = house
    with serving(site_of()) as site:
        row = read(house, site.address)
    for other in (make.editor(), make.colleague(own), person()):
        client = signed_in(other)
        assert client.get(at("", row)).status_code in (403, 404)
        assert client.get(at("-download", row, "csv")).status_code in (403, 404)
        assert client.post(at("-delete", row)).status_code in (403, 404)
        assert client.get(reverse("wording:site-new", args=[own.pk])).status_code in (403, 404)
        assert site.address not in words_of(client.get(reverse("wording:sites")))
    assert SiteReading.objects.exists()


def test_queries_of_the_list_do_not_grow(house: Any, django_assert_num_queries: Any):
    own, editor = house
    client, here = signed_in(editor), reverse("wording:sites")

    def ask(number: int) -> None:
        asked = AskedSite(f"https://example{number}.fi")
        actions.read_site(by=editor, organisation=own, asked=asked)

    ask(0)
    client.get(here)
    with CaptureQueriesContext(connection) as one:
        client.get(here)
    for number in range(1, 6):
        ask(number)
    with django_assert_num_queries(len(one)):
        client.get(here)
