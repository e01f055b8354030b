"""A lead updates a measure with evidence, by the path of docs/guides/plan-lead: with and without
JavaScript, few pages and few steps."""

from __future__ import annotations

import datetime
import time

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from aukio.apps.plan.actions import open_period
from aukio.apps.plan.models import Evidence, StatusReport
from aukio.apps.plan.tests import factories
from tests.browser.visitor import visitor

pytestmark = pytest.mark.django_db(transaction=True)
MOST_PAGES, MOST_STEPS = 3, 6
A_PERSON = 20.0  # seconds somebody who is not a computer person takes for each step


class Walk:
    """Counts what a person does, and the pages they see on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0
        self.pages = 1
        page.on("framenavigated", lambda _frame: self._seen())

    def _seen(self) -> None:
        self.pages += 1

    def follow(self, words: str) -> None:
        self.steps += 1
        self.page.get_by_role("link", name=words).click()

    def choose(self, words: str) -> None:
        self.steps += 1
        self.page.get_by_label(words, exact=True).check()

    def write(self, label: str, words: str) -> None:
        self.steps += 1
        self.page.get_by_label(label).fill(words)

    def press(self, words: str) -> None:
        self.steps += 1
        self.page.get_by_role("button", name=words).click()


def sign_in(context: BrowserContext, site: str, person) -> None:
    """The person's own session, as after following the link in the letter."""
    client = Client()
    client.force_login(person)
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])


@pytest.fixture
def lead():
    factories.finland()
    factories.obstacles()
    plan = factories.Plan.objects.get(is_current=True)
    due = timezone.localdate() + datetime.timedelta(days=20)
    measure = factories.Measure.objects.get(commitment__plan=plan, number="1.1.1")
    person = factories.lead_of(measure)
    open_period(by=None, plan=plan, code="2026-1", due=due)
    return person


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_lead_updates_a_measure_with_evidence_in_three_minutes(
    script: bool, browser: Browser, site: str, lead
):
    with visitor(browser, site, java_script_enabled=script) as someone:
        page = someone.page
        sign_in(page.context, site, lead)
        page.goto(f"{site}/fi/my-work/")
        walk = Walk(page)
        started = time.monotonic()

        walk.follow("Raportoi toimenpiteestä 1.1.1")
        walk.choose("Toteutunut suurelta osin")
        walk.write("Mitä on tehty?", "Kierroksella oli 28 dialogia.")
        walk.write("Mitä näyttö osoittaa?", "Työryhmän pöytäkirja")
        walk.write("Näytön osoite", "https://example.fi/poytakirja")
        walk.press("Tallenna")
        expect(page.get_by_role("alert")).to_contain_text("Kiitos")

        expect(page.get_by_role("main")).to_contain_text("Kierroksella oli 28 dialogia.")
        assert page.get_by_role("link", name="Työryhmän pöytäkirja").count()
        waited = time.monotonic() - started
        assert walk.steps <= MOST_STEPS
        assert walk.pages <= MOST_PAGES
        assert walk.steps * A_PERSON + waited < 180
        assert not someone.faults
    assert StatusReport.objects.get().completion == "substantial"
    assert Evidence.objects.get().address == "https://example.fi/poytakirja"
