"""A passkey, added and used in a real browser under the site's own security policy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, Page

from aukio.shared.accounts import links
from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.test_sign_in_pages import address, path_of

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a built-in authenticator that always says yes."""
    context = browser.new_context()
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_added_and_signs_in_by_itself(page: Page, live_server):
    # Browsers give passkeys to names only, never to numeric addresses.
    site = live_server.url.replace("127.0.0.1", "localhost")
    person = factories.person()
    page.goto(site + path_of(links.make(person)))
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "sign-in" not in url)

    page.goto(site + address("mfa_add_webauthn"))
    page.locator("input[name=passwordless]").check(force=True)
    page.locator("main button").last.click()
    page.wait_for_url(lambda url: "webauthn/add" not in url)
    assert Authenticator.objects.filter(user=person, type="webauthn").exists()

    page.context.clear_cookies()
    page.goto(site + address("account_login"))
    page.locator("#passkey_login").click()
    page.wait_for_url(lambda url: "login" not in url)

    page.goto(site + address("accounts:profile-show"))
    assert page.locator("input[name=name]").input_value() == person.name
