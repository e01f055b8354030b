"""Pages of the plan's team and reviewers: accessible and within the screen, as public ones are."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser

from aukio.apps.plan.actions import Decision, Fact, amend_measure, tell_figure
from aukio.apps.plan.tests import factories
from aukio.apps.plan.tests.examples import examples
from tests.browser.test_plan_lead import sign_in
from tests.browser.visitor import visitor

pytestmark = pytest.mark.django_db(transaction=True)
TEAM = (
    "team",
    "people",
    "milestone-list",
    "milestone-edit",
    "measure-amend",
    "review-add",
    "figure-tell",
    "indicator-edit",
    "indicator-list",
    "plan-history",
    "figure",
    "measure",
    "period-list",
)


@pytest.fixture
def known():
    """A measure with something of everything, and the addresses of its pages."""
    factories.obstacles()
    found = examples()
    measure = factories.Measure.objects.get(commitment__plan__is_current=True, number="1.1.1")
    decision = Decision("The law changed.", datetime.date(2026, 3, 1), "Working group", "en")
    amend_measure(by=None, measure=measure, revision=1, values={"end": "2028"}, decision=decision)
    fact = Fact("told.x", "People trained", "people", "2026-1", Decimal(120), "en")
    tell_figure(by=None, measure=measure, fact=fact, evidence=factories.evidence(measure))
    factories.lead_of(measure)
    return found


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_teams_pages_are_accessible_and_fit_their_screen(
    language: str, browser: Browser, site: str, known
):
    _look(browser, site, language, factories.team(), TEAM, known)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_reviewers_pages_are_too(language: str, browser: Browser, site: str, known):
    _look(browser, site, language, factories.reviewer(), ("review-list", "review-add"), known)


def _look(browser, site, language, person, names, known) -> None:
    with visitor(browser, site, locale=language) as someone:
        sign_in(someone.page.context, site, person)
        for name in names:
            with translation.override(language):
                address = address_of(name, known)
            someone.open(address)
            someone.examine_both(thoroughly=language == "fi")
        faults = someone.faults
    assert not faults, "\n".join(faults)


def address_of(name: str, known) -> str:
    return reverse(f"plan:{name}", kwargs=known.get(f"plan:{name}"))
