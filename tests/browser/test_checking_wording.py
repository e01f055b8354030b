"""Checking a text: while typing, with the keyboard alone, without JavaScript, beside a field."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from aukio.apps.dialogues.tests.factories import RoundFactory, core_group
from aukio.apps.wording import asking
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.tests.factories import HARD
from aukio.shared.jobs.worker import make_worker
from tests.browser.visitor import Visitor, visitor

pytestmark = pytest.mark.django_db(transaction=True)
FOCUSED = "document.activeElement.closest('.wording-finding')?.id"


@pytest.fixture
def quick_worker(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The worker, with surface rules in place of the models: what they find is tested elsewhere."""
    monkeypatch.setattr(asking, "whole", asking.surface)
    return lambda: make_worker(batch=True, interval=0).run()


def open_with(someone: Visitor, text: str) -> Page:
    someone.open("/fi/wording/")
    someone.page.get_by_label("Tarkistettava teksti").fill(text)
    someone.page.locator(".wording-finding").first.wait_for()
    return someone.page


def no_faults(someone: Visitor) -> None:
    someone.examine_both(thoroughly=True)
    assert not someone.faults, "\n".join(someone.faults)


def test_findings_appear_while_one_types_and_the_page_stays_accessible(browser: Browser, site: str):
    with visitor(browser, site, locale="fi") as someone:
        page = open_with(someone, HARD)
        expect(page.locator(".wording-finding")).to_have_count(5)
        page.get_by_label("Selkokieli").check()
        expect(page.get_by_text("Tavoite on 75")).to_be_visible()
        assert not KeptText.objects.exists()
        no_faults(someone)


def test_the_keyboard_goes_from_finding_to_finding_and_to_its_place(browser: Browser, site: str):
    with visitor(browser, site) as someone:
        page = open_with(someone, HARD)
        page.locator("#finding-1 .wording-finding__link").focus()
        walked = []
        for key in ("n", "ArrowDown", "p", "ArrowUp", "p"):
            page.keyboard.press(key)
            walked.append(page.evaluate(FOCUSED))
        assert walked == ["finding-2", "finding-3", "finding-2", "finding-1", "finding-1"]
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#mark-1"
        page.locator("#mark-3").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#finding-3"


def test_letters_are_only_letters_in_the_field(browser: Browser, site: str):
    with visitor(browser, site) as someone:
        page = open_with(someone, HARD)
        field = page.get_by_label("Tarkistettava teksti")
        field.press("End")
        field.press("n")
        expect(field).to_be_focused()
        assert "n" in field.input_value()


def test_a_suggestion_is_put_in_its_place_also_after_signs_of_two_units(
    browser: Browser, site: str
):
    text = "😀😀 Mikäli haluat, hae tukea. Mikäli et halua, älä hae."
    with visitor(browser, site) as someone:
        page = open_with(someone, text)
        page.locator("[data-wording-use]").nth(1).click()
        field = page.get_by_label("Tarkistettava teksti")
        expect(field).to_have_value("😀😀 Mikäli haluat, hae tukea. Jos et halua, älä hae.")
        expect(page.locator("[data-wording-use]")).to_have_count(1)


def test_the_bookmark_s_text_is_checked_and_leaves_the_address(browser: Browser, site: str):
    with visitor(browser, site) as someone:
        someone.open("/fi/wording/?profile=web#text=Mik%C3%A4li%20haluat%2C%20hae%20tukea.")
        page = someone.page
        expect(page.locator(".wording-finding").first).to_be_visible()
        assert page.url == f"{site}/fi/wording/?profile=web"


def test_a_thorough_check_is_waited_for_shared_and_deleted(
    browser: Browser, site: str, quick_worker: Any
):
    with visitor(browser, site, locale="fi") as someone:
        page = open_with(someone, HARD)
        page.get_by_role("button", name="Tarkista perusteellisesti").click()
        expect(page.get_by_text("odottavat vuoroaan")).to_be_visible()
        quick_worker()
        expect(page.get_by_text("Kaikki säännöt on tarkistettu")).to_be_visible()
        page.locator("#finding-2 summary").click()
        page.locator("#reason-2").fill("Sana on laissa")
        page.locator("#finding-2").get_by_role("button", name="Jätä ennalleen").click()
        expect(page.get_by_text("Syysi näkyy")).to_be_visible()
        no_faults(someone)
        page.get_by_label("Montako päivää linkki toimii").fill("7")
        page.get_by_role("button", name="Tee linkki").click()
        link = page.get_by_label("Linkki muille").input_value()
        own = page.url.split("#")[0]
        someone.open(link.removeprefix(site))
        expect(page.get_by_role("button", name="Jätä ennalleen")).to_have_count(0)
        no_faults(someone)
        page.goto(own)
        page.get_by_role("button", name="Poista teksti nyt").click()
        expect(page.get_by_text("Teksti on poistettu")).to_be_visible()
        assert not KeptText.objects.exists()
        someone.open(link.removeprefix(site), expected=404)


def test_all_of_it_works_without_javascript(browser: Browser, site: str, quick_worker: Any):
    with visitor(browser, site, java_script_enabled=False) as someone:
        page = someone.page
        page.goto(f"{site}/fi/wording/")
        page.get_by_label("Tarkistettava teksti").fill(HARD)
        page.get_by_role("button", name="Tarkista nopeasti").click()
        page.locator("#finding-2 .wording-finding__link").click()
        expect(page).to_have_url(f"{site}/fi/wording/#mark-2")
        expect(page.locator("#finding-2 ins")).to_have_text("Jos")
        page.get_by_role("button", name="Vaihda varmat korjaukset").click()
        expect(page.get_by_label("Tarkistettava teksti")).to_have_value(
            HARD.replace("Mikäli", "Jos")
            .replace("ko.", "kyseinen")
            .replace("24/7", "ympäri vuorokauden joka päivä")
        )
        with page.expect_download() as download:
            page.get_by_role("button", name="Word ja kommentit").click()
        assert download.value.suggested_filename == "aukio-findings.docx"
        page.get_by_role("button", name="Tarkista perusteellisesti").click()
        quick_worker()
        page.get_by_role("link", name="Näytä havainnot tähän asti").click()
        expect(page.get_by_text("Kaikki säännöt on tarkistettu")).to_be_visible()


def test_beside_a_field_the_score_and_first_findings_come_under_it(browser: Browser, site: str):
    client = Client()
    client.force_login(core_group(), backend="django.contrib.auth.backends.ModelBackend")
    where = reverse("dialogues:theme-create", args=[RoundFactory().slug])
    with visitor(browser, site, locale="fi") as someone:
        cookie = client.cookies["sessionid"].value
        someone.page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
        someone.open(where)
        page = someone.page
        field = page.locator("textarea").first
        field.fill(HARD)
        page.get_by_role("link", name="Tarkista kieli").first.click()
        expect(page.get_by_text("Selkeys")).to_be_visible()
        expect(page.locator(".wording-beside li").first).to_be_visible()
        assert page.url == f"{site}{where}"
        assert field.input_value() == HARD
        no_faults(someone)
