"""Every public page in three languages on a narrow and a wide screen."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser

from tests.browser.routes import NoExample, Route, examples, public_routes
from tests.browser.visitor import visitor

LANGUAGES = ["fi", "sv", "en"]
THOROUGH = "fi"  # by every rule; in the other languages what words can change
HALVES = {"one half": 0, "other half": 1}  # shared evenly by two workers


def is_page(answer: HttpResponse) -> bool:
    """A page to look at: neither a file nor a form that only takes what is sent to it."""
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


def is_fault(answer: HttpResponse, *, is_example: bool) -> bool:
    """A broken page, or an example that leads nowhere. Some pages refuse plain asking."""
    if answer.status_code >= 500:
        return True
    return is_example and answer.status_code >= 400 and answer.status_code != 405


def paths(routes: list[Route], language: str) -> tuple[list[str], list[str]]:
    """Addresses of pages, and what is wrong with the other routes."""
    given, client = (
        examples(),
        Client(False, raise_request_exception=False, headers={"host": "localhost"}),
    )
    pages, faults = [], []
    for route in routes:
        try:
            with translation.override(language):  # Each request sets a language of its own.
                path = route.path(given)
        except NoExample as fault:
            if not route.only_takes(client):
                faults.append(str(fault))
            continue
        answer = client.get(path)
        answer.close()  # A file, too, is let go of.
        if is_page(answer):
            pages.append(path)
        elif is_fault(answer, is_example=route.name in given):
            faults.append(f"{route.name} ({path}) answered {answer.status_code}.")
    return sorted(set(pages)), faults


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page_is_accessible_and_fits_its_screen(
    language: str, half: str, browser: Browser, site: str
):
    pages, faults = paths(public_routes()[HALVES[half] :: len(HALVES)], language)
    with visitor(browser, site, locale=language) as someone:
        for path in pages:
            someone.open(path)
            someone.examine_both(thoroughly=language == THOROUGH)
        faults += someone.faults
    assert len([page for page in pages if page.startswith(f"/{language}/")]) >= 5
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_every_component_is_accessible(language: str, browser: Browser, gallery: str):
    with visitor(browser, gallery) as someone:
        someone.open(f"/{language}/gallery/")
        someone.examine_both(thoroughly=language == THOROUGH)
    assert not someone.faults, "\n".join(someone.faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_a_missing_page_is_accessible(language: str, browser: Browser, site: str):
    with visitor(browser, site) as someone:
        someone.open(f"/{language}/nothing-here/", expected=404)
        someone.faults = [fault for fault in someone.faults if "404 (Not Found)" not in fault]
        someone.examine_both(thoroughly=language == THOROUGH)
    assert not someone.faults, "\n".join(someone.faults)


def test_a_public_route_without_an_example_is_noticed():
    route = Route("plan:measure-nobody-knows", (("number", "1"),))

    with pytest.raises(NoExample, match=r"tests/examples\.py"):
        route.path({})


def test_invisible_text_is_noticed(browser: Browser, gallery: str, settings: Any):
    with visitor(browser, gallery) as someone:
        someone.open("/en/gallery/")
        someone.page.evaluate("document.querySelector('h1').style.color = '#fefefe'")
        someone.examine(1280)
    assert any("Everything there is" in fault for fault in someone.faults)


def test_a_page_too_wide_is_noticed(browser: Browser, gallery: str):
    with visitor(browser, gallery) as someone:
        someone.open("/en/gallery/")
        someone.page.evaluate("document.querySelector('h1').style.width = '900px'")
        someone.examine(320)
    assert any("wider than the screen" in fault for fault in someone.faults)
