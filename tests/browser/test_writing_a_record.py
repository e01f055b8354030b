"""A scribe writes two thousand words: no dead network, closed tab or other scribe loses one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Error, Page

from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.models import Entry, Sheet
from aukio.apps.dialogues.recording.tests.scene import SECRETS, Scene, scene
from tests.browser.visitor import visitor

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = 2_000
FIELD = "textarea[data-field=talked]"


def words(first: int, upto: int) -> str:
    """Words that differ from one another, on lines of ten."""
    return "".join(
        f"sana{number}ä" + ("\n" if number % 10 == 9 else " ") for number in range(first, upto)
    )


@pytest.fixture
def here() -> Scene:
    return scene()


@pytest.fixture
def address(here: Scene, site: str) -> str:
    with translation.override("fi"):
        token = here.invited()[1]
        return site + reverse("recording:scribe-sheet", args=[token])


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def write(page: Page, text: str) -> None:
    """As a hand does: the first letters one by one, the rest as they come."""
    page.locator(FIELD).focus()
    page.keyboard.press("Control+End")
    head, rest = text[:30], text[30:]
    page.keyboard.type(head)
    for at in range(0, len(rest), 400):
        page.keyboard.insert_text(rest[at : at + 400])


def on_server(field: str = "talked") -> list[str]:
    return list(Entry.objects.filter(field=field, is_head=True).values_list("text", flat=True))


def wait_for(expected: str) -> None:
    """Until the server has it; half a minute at most."""
    for _turn in range(150):
        if on_server() == [expected]:
            return
        time.sleep(0.2)
    assert [one.split() for one in on_server()] == [expected.split()]


def test_the_network_is_cut_while_two_thousand_words_are_written(
    device: BrowserContext, address: str
):
    page = device.new_page()
    page.goto(address)
    write(page, words(0, 400))
    wait_for(words(0, 400))

    device.set_offline(True)
    write(page, words(400, WORDS))
    page.wait_for_selector("[data-trouble]:not(:empty)")
    with pytest.raises(Error):  # the page cannot be had without a network
        page.reload()
    device.set_offline(False)
    page.goto(address)

    assert page.locator(FIELD).input_value().split() == words(0, WORDS).split()
    wait_for(words(0, WORDS))
    assert Entry.objects.filter(is_head=True).count() == 1


def test_a_tab_closed_without_a_network_loses_nothing(device: BrowserContext, address: str):
    page = device.new_page()
    page.goto(address)
    device.set_offline(True)
    write(page, words(0, WORDS))
    page.close()
    device.set_offline(False)
    other = device.new_page()
    other.goto(address)

    assert other.locator(FIELD).input_value() == words(0, WORDS)
    wait_for(words(0, WORDS))


def test_a_network_that_comes_and_goes_makes_no_second_text(device: BrowserContext, address: str):
    page = device.new_page()
    page.goto(address)
    for turn in range(4):
        device.set_offline(turn % 2 == 0)
        write(page, words(turn * 100, turn * 100 + 100))
        page.wait_for_timeout(300)
    device.set_offline(False)

    wait_for(words(0, 400))


def test_an_answer_that_is_lost_on_the_way_makes_no_second_text(
    device: BrowserContext, address: str
):
    page = device.new_page()
    page.goto(address)
    page.route("**/save/", lambda route: (route.fetch(), route.abort()))
    write(page, words(0, 50))
    page.wait_for_selector("[data-trouble]:not(:empty)")
    page.unroute("**/save/")
    write(page, words(50, 100))

    wait_for(words(0, 100))
    page.goto(address)
    assert page.locator(FIELD).input_value() == words(0, 100)


def test_back_and_forth_in_the_browser_keeps_what_was_written(device: BrowserContext, address: str):
    page = device.new_page()
    page.goto(address)
    write(page, words(0, 200))
    page.goto(address + "add/")
    page.go_back()

    assert page.locator(FIELD).input_value() == words(0, 200)
    wait_for(words(0, 200))


def test_the_organiser_s_ended_session_loses_nothing(
    device: BrowserContext, here: Scene, site: str, client: Any
):
    client.force_login(here.organiser, backend="django.contrib.auth.backends.ModelBackend")
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}
    device.add_cookies([cookie])
    with translation.override("fi"):
        own = site + reverse("recording:own-sheet", args=[here.dialogue.pk])
    page = device.new_page()
    page.goto(own)
    client.logout()
    write(page, words(0, WORDS))
    page.wait_for_selector("[data-trouble]:not(:empty)")
    client.force_login(here.organiser, backend="django.contrib.auth.backends.ModelBackend")
    device.add_cookies([cookie | {"value": client.cookies["sessionid"].value}])
    page.goto(own)

    assert page.locator(FIELD).input_value() == words(0, WORDS)
    wait_for(words(0, WORDS))


def test_two_scribes_at_once_see_both_texts_and_make_one(browser: Browser, address: str):
    one, other = browser.new_context(), browser.new_context()
    first, second = one.new_page(), other.new_page()
    first.goto(address)
    second.goto(address)
    write(first, "Ensimmäinen kirjaaja kirjoittaa tätä riviä.")
    wait_for("Ensimmäinen kirjaaja kirjoittaa tätä riviä.")
    write(second, "Toinen kirjaaja kirjoittaa aivan muuta.")
    second.wait_for_selector("[data-others=talked]:not([hidden])")

    assert "Ensimmäinen" in second.locator("[data-others=talked]").inner_text()
    assert second.locator(FIELD).input_value().startswith("Toinen")
    assert len(on_server()) == 2
    second.locator("[data-others=talked] a").click()
    second.locator("main form button").first.click()
    second.wait_for_url(address)
    assert len(on_server()) == 1
    assert "Ensimmäinen" in on_server()[0]
    assert "Toinen" in on_server()[0]
    one.close()
    other.close()


def test_without_a_script_the_button_saves(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(FIELD).fill(words(0, 300))
    page.locator("main form button").last.click()

    assert [one.split() for one in on_server()] == [words(0, 300).split()]
    context.close()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_are_usable_by_everyone(
    language: str, browser: Browser, here: Scene, site: str, client: Any
):
    with translation.override(language):
        token = here.invited()[1]
        sheet = actions.begin(by=here.organiser, dialogue=here.dialogue)
        _two_texts(here, sheet)
        beside = scene()
        record = actions.send(by=beside.organiser, sheet=beside.written(SECRETS))
        scribe = [
            reverse(f"recording:scribe-{name}", args=[token]) for name in ("sheet", "add", "notes")
        ]
        settle = reverse("recording:scribe-settle", args=[token, "hopes"])
        organiser = [
            reverse("recording:scribes", args=[here.dialogue.pk]),
            reverse("recording:people", args=[here.dialogue.pk]),
        ]
    client.force_login(here.organiser, backend="django.contrib.auth.backends.ModelBackend")
    with visitor(browser, site) as someone:
        for path in [*scribe, settle]:
            someone.open(path)
            someone.examine_both(thoroughly=language == "fi")
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}
        someone.page.context.add_cookies([cookie])
        for path in organiser:
            someone.open(path)
            someone.examine_both(thoroughly=language == "fi")
        client.force_login(beside.organiser, backend="django.contrib.auth.backends.ModelBackend")
        someone.page.context.add_cookies([cookie | {"value": client.cookies["sessionid"].value}])
        with translation.override(language):
            someone.open(reverse("recording:gate", args=[record.pk]))
        someone.examine_both(thoroughly=language == "fi")
    assert someone.faults == []


def _two_texts(here: Scene, sheet: Sheet) -> None:
    for text in ("Toivon bussia.", "Toivon kauppaa."):
        actions.save_text(
            by=here.organiser, sheet=sheet, field="hopes", text=text, base=None, session=text
        )
    actions.save_text(by=here.organiser, sheet=sheet, field="talked", text="Ilta.\nYö.", base=None)
