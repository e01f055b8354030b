"""Signing in at one's own organisation, against an OpenID Connect issuer on this computer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlparse

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.urls import reverse
from django.utils import translation

from aukio.shared.accounts.models import Person
from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.test_sign_in_pages import address, signed_in


class Issuer(HTTPServer):
    """The least an issuer does: its configuration, a token, and who the person is."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.root = f"http://127.0.0.1:{self.server_port}"
        self.person = {
            "sub": "007",
            "name": "Maija Virkamies",
            "email": "maija@example.fi",
            "email_verified": True,
            "picture": "https://example.fi/maija.png",
        }


class Answers(BaseHTTPRequestHandler):
    server: Issuer

    def do_GET(self) -> None:
        if self.path.endswith("/openid-configuration"):
            root = self.server.root
            self.answer(
                {
                    "issuer": root,
                    "authorization_endpoint": f"{root}/authorize",
                    "token_endpoint": f"{root}/token",
                    "userinfo_endpoint": f"{root}/userinfo",
                    "jwks_uri": f"{root}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        else:
            self.answer(self.server.person)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "token", "token_type": "Bearer", "expires_in": 60})

    def answer(self, content: dict) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Quiet."""


@pytest.fixture
def issuer(settings) -> Iterator[Issuer]:
    server = Issuer()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    app = {
        "provider_id": "staff",
        "name": "Virtu",
        "client_id": "aukio",
        "secret": "secret",
        "settings": {"server_url": server.root},
    }
    settings.OIDC_NAME, settings.OIDC_ORIGIN = "Virtu", [server.root]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def sign_in(client):
    """There and back: our button, the issuer's page, our callback."""
    away = client.post(address("openid_connect_login", provider_id="staff"))
    asked = {key: value[0] for key, value in parse_qs(urlparse(away["Location"]).query).items()}
    assert asked["code_challenge_method"] == "S256"
    back = urlparse(asked["redirect_uri"]).path
    return client.get(back, {"code": "code", "state": asked["state"]})


@pytest.mark.django_db
class TestWithAnIssuer:
    def test_the_sign_in_page_offers_it_by_name(self, client, issuer):
        assert "Sign in with Virtu" in client.get(address("account_login")).content.decode()

    def test_somebody_new_comes_in_with_name_and_address_and_nothing_more(self, client, issuer):
        sign_in(client)

        person = Person.objects.get()
        assert signed_in(client) == person.pk
        assert (person.name, person.email) == ("Maija Virkamies", "maija@example.fi")
        assert not person.has_usable_password()
        assert not SocialToken.objects.exists()

    def test_somebody_invited_is_recognised_by_the_address(self, client, issuer):
        invited = factories.person(email="maija@example.fi", name="Maija")

        sign_in(client)

        assert signed_in(client) == invited.pk
        assert SocialAccount.objects.get().user == invited

    def test_an_address_the_issuer_has_not_verified_opens_nobody_s_account(self, client, issuer):
        factories.person(email="maija@example.fi")
        issuer.person["email_verified"] = False

        sign_in(client)

        assert signed_in(client) is None
        assert not SocialAccount.objects.exists()

    def test_comes_in_again_as_the_same_person(self, client, issuer):
        sign_in(client)
        client.logout()
        issuer.person["email"] = "maija.new@example.fi"

        sign_in(client)

        assert Person.objects.count() == 1
        assert signed_in(client) == Person.objects.get().pk

    def test_an_answer_nobody_asked_for_is_refused(self, client, issuer):
        with translation.override("en"):
            back = reverse("openid_connect_callback", kwargs={"provider_id": "staff"})

        client.get(back, {"code": "code", "state": "invented"})

        assert signed_in(client) is None
        assert not Person.objects.exists()

    def test_a_closed_account_does_not_get_in(self, client, issuer):
        factories.person(email="maija@example.fi", is_active=False)

        sign_in(client)

        assert signed_in(client) is None


@pytest.mark.django_db
class TestWithoutAnIssuer:
    def test_the_sign_in_page_does_not_mention_it(self, client):
        assert "by-organisation" not in client.get(address("account_login")).content.decode()

    def test_its_address_is_not_found(self, client):
        assert client.post(address("openid_connect_login", provider_id="staff")).status_code == 404


@pytest.mark.parametrize(
    ("server", "origin"),
    [("", []), ("https://id.example.fi/realms/state", ["https://id.example.fi"])],
)
def test_the_environment_decides(server: str, origin: list[str]):
    code = (
        "import json; from aukio.project import settings as s; "
        "apps = s.SOCIALACCOUNT_PROVIDERS['openid_connect']['APPS']; "
        "print(json.dumps([s.OIDC_ORIGIN, [app['settings']['server_url'] for app in apps], "
        "[str(one) for one in s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action']][1:]]))"
    )
    environment = {**os.environ, "AUKIO_MODE": "development", "OIDC_SERVER_URL": server}
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert json.loads(result.stdout) == [origin, [server] if server else [], origin]
