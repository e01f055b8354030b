"""What a person does: with the keyboard alone, without JavaScript, with what they typed kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visitor import PROBES, visitor

pytestmark = pytest.mark.django_db(transaction=True)
ACTIVE = "document.activeElement"
FOCUSABLE = (
    "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea,"
    " summary, [tabindex='0']"
)


def stops(page: Page) -> list[int]:
    """Presses Tab through the page; the places of the focused elements in the document."""
    order = f"""[...document.querySelectorAll("{FOCUSABLE}")].indexOf({ACTIVE})"""
    found: list[int] = []
    for _turn in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(order)
        if at < 0 or (found and at <= found[-1]):
            break
        found.append(at)
    return found


def reachable(page: Page) -> int:
    """How many elements the keyboard should reach: one for each group of radios."""
    return page.evaluate(
        f"""new Set([...document.querySelectorAll("{FOCUSABLE}")]
        .filter((one) => one.checkVisibility({{visibilityProperty: true}}) && one.tabIndex >= 0)
        .map((one) => one.type === "radio" ? one.name : one)).size"""
    )


def test_the_first_tab_is_the_skip_link_and_it_leads_to_the_content(browser: Browser, site: str):
    with visitor(browser, site) as someone:
        someone.open("/fi/about/")
        page = someone.page
        page.keyboard.press("Tab")
        link = page.get_by_role("link", name="Siirry sivun sisältöön")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport()
        page.keyboard.press("Enter")
        assert page.evaluate(f"{ACTIVE}.id") == "content"
        page.keyboard.press("Tab")
        assert page.evaluate(f"!{ACTIVE}.closest('header')")


@pytest.mark.parametrize("path", ["/fi/", "/sv/feedback/", "/en/about/", "/fi/account/login/"])
def test_tab_goes_through_everything_in_the_order_of_the_page(
    path: str, browser: Browser, site: str
):
    with visitor(browser, site) as someone:
        someone.open(path)
        count = reachable(someone.page)
        assert len(stops(someone.page)) == count


@pytest.mark.parametrize("path", ["/fi/", "/fi/feedback/", "/fi/gallery/"])
def test_the_focused_element_always_looks_focused(path: str, browser: Browser, gallery: str):
    with visitor(browser, gallery) as someone:
        someone.open(path)
        page = someone.page
        page.evaluate(PROBES)
        unseen = []
        for _turn in range(80):
            page.keyboard.press("Tab")
            if page.evaluate(f"{ACTIVE} === document.body"):
                break
            if not page.evaluate(_LOOKS_FOCUSED):
                unseen.append(page.evaluate(f"{ACTIVE}.outerHTML").split(">")[0])
        assert not unseen


# Radios and checkboxes are drawn by their label: its mark shows the focus.
_LOOKS_FOCUSED = """(() => {
  const one = document.activeElement;
  const drawn = one.matches("[type=radio], [type=checkbox]") ? one.nextElementSibling : one;
  const seen = () => aukioProbes.look(drawn) + getComputedStyle(drawn, "::before").boxShadow;
  const focused = seen();
  one.blur();
  const plain = seen();
  one.focus();
  return focused !== plain;
})()"""


def test_the_site_works_without_javascript(browser: Browser, site: str):
    with visitor(browser, site, java_script_enabled=False) as someone:
        page = someone.page
        page.goto(f"{site}/fi/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Yhteiset asiat avoimesti")
        page.get_by_role("link", name="Tietoa Aukiosta").click()
        page.get_by_role("link", name="Svenska").click()
        expect(page).to_have_url(f"{site}/sv/about/")
        page.get_by_role("link", name="Ge respons").click()
        page.get_by_role("button", name="Skicka respons").click()
        expect(page.get_by_role("alert")).to_contain_text("Skriv din respons först")
        page.get_by_label("Vad vill du berätta för oss?").fill("Det fungerar.")
        page.get_by_role("button", name="Skicka respons").click()
        expect(page.get_by_role("alert")).to_contain_text("Tack.")


def test_search_from_the_front_page_needs_no_javascript(browser: Browser, site: str):
    with visitor(browser, site, java_script_enabled=False) as someone:
        page = someone.page
        page.goto(f"{site}/fi/")
        page.get_by_role("searchbox").fill("avoin")
        page.get_by_role("button", name="Hae").click()
        expect(page).to_have_url(f"{site}/fi/search/?q=avoin")
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_errors_take_the_focus_and_lead_to_the_field(browser: Browser, site: str):
    with visitor(browser, site) as someone:
        page = someone.page
        page.goto(f"{site}/en/feedback/")
        page.get_by_role("button", name="Send feedback").click()
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        page.get_by_role("link", name="Write your feedback first").click()
        expect(page.get_by_label("What would you like to tell us?")).to_be_focused()


def test_what_was_typed_can_be_brought_back_until_it_is_sent(browser: Browser, site: str):
    with visitor(browser, site) as someone:
        page = someone.page
        page.goto(f"{site}/en/feedback/")
        words = page.get_by_label("What would you like to tell us?")
        words.fill("A long story")
        page.wait_for_timeout(800)  # It is put away 0.3 s after the last key.
        page.goto(f"{site}/en/about/")
        page.goto(f"{site}/en/feedback/")
        expect(words).to_have_value("")
        page.get_by_role("button", name="Bring it back").click()
        expect(words).to_have_value("A long story")
        page.get_by_role("button", name="Send feedback").click()
        expect(page.get_by_role("alert")).to_contain_text("Thank you")
        assert page.evaluate("sessionStorage.length") == 0


def test_one_click_shows_the_numbers_of_a_chart(browser: Browser, gallery: str):
    with visitor(browser, gallery) as someone:
        someone.open("/en/gallery/")
        chart = someone.page.locator("figure.aukio-chart").first
        expect(chart.get_by_role("table")).to_be_hidden()
        chart.get_by_text("Show the numbers as a table").click()
        expect(chart.get_by_role("table")).to_be_visible()
        expect(chart.get_by_role("img")).to_have_accessible_name(
            "Dialogues by kind of organiser Municipalities held the most dialogues."
        )
