"""An example of each public address of the account pages that has something variable in it."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str

from aukio.shared.accounts import links
from aukio.shared.accounts.tests import factories


def examples() -> dict[str, dict[str, Any]]:
    """Makes its own people."""
    person = factories.person()
    address = EmailAddress.objects.create(user=person, email=f"new.{person.email}")
    return {
        "accounts:link-open": {"token": links.make(person).rstrip("/").split("/")[-1]},
        "account_confirm_email": {"key": EmailConfirmationHMAC(address).key},
        "account_reset_password_from_key": {
            "uidb36": user_pk_to_url_str(person),
            "key": default_token_generator.make_token(person),
        },
    }
