"""Every letter the service writes to a person about their account, in one place.

The words are plain text and short. Each is rendered in the language active at the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str


Context = Mapping[str, Any]


def _letter(subject: str, *paragraphs: str) -> Letter:
    ending = f"Aukio\n{settings.PUBLIC_URL}"
    return Letter(subject, "\n\n".join([_("Hello,"), *paragraphs, ending]) + "\n")


def _address(name: str) -> str:
    return f"{settings.PUBLIC_URL}{reverse(name)}"


def sign_in_link(link: str) -> Letter:
    return _letter(
        _("Your sign-in link"),
        _("Open this link and press the button on the page to sign in:"),
        link,
        _("The link works once, for 15 minutes."),
        _("If you did not ask for it, you need not do anything."),
    )


def invitation() -> Letter:
    return _letter(
        _("You have been added to Aukio"),
        _("You have been given a task in Aukio, the service for open government work."),
        _("To sign in, open this page and ask for a sign-in link to this address:"),
        _address("account_login"),
    )


def _confirm_address(context: Context) -> Letter:
    return _letter(
        _("Confirm your e-mail address"),
        _("Open this link and press the button on the page to confirm your address:"),
        str(context["activate_url"]),
        _("If you did not give this address to Aukio, you need not do anything."),
    )


def _already_a_person(_context: Context) -> Letter:
    return _letter(
        _("You already have an account"),
        _("Somebody, perhaps you, tried to make an account with this address. You have one."),
        _("To sign in, open this page and ask for a sign-in link to this address:"),
        _address("account_login"),
    )


def _new_password(context: Context) -> Letter:
    return _letter(
        _("Choose a new password"),
        _("Open this link to choose a new password:"),
        str(context["password_reset_url"]),
        _("If you did not ask for it, you need not do anything."),
    )


def _noticed(what: str) -> Callable[[Context], Letter]:
    def write(_context: Context) -> Letter:
        when = date_format(timezone.localtime(), "DATETIME_FORMAT")
        return _letter(
            _(what),
            _("This happened to your account on %(when)s.") % {"when": when},
            _("If it was not you, sign in and check your ways of signing in:"),
            _address("accounts:profile-show"),
        )

    return write


LETTERS: dict[str, Callable[[Context], Letter]] = {
    "account/email/email_confirmation_signup": _confirm_address,
    "account/email/email_confirmation": _confirm_address,
    "account/email/account_already_exists": _already_a_person,
    "account/email/password_reset_key": _new_password,
    "account/email/password_changed": _noticed(gettext_noop("Your password was changed")),
    "account/email/password_reset": _noticed(gettext_noop("Your password was changed")),
    "account/email/password_set": _noticed(gettext_noop("You now have a password")),
    "account/email/email_changed": _noticed(gettext_noop("Your e-mail address was changed")),
    "account/email/email_confirm": _noticed(gettext_noop("Your e-mail address was confirmed")),
    "account/email/email_deleted": _noticed(gettext_noop("An e-mail address was removed")),
    "mfa/email/totp_activated": _noticed(gettext_noop("An authenticator app was added")),
    "mfa/email/totp_deactivated": _noticed(gettext_noop("The authenticator app was removed")),
    "mfa/email/webauthn_added": _noticed(gettext_noop("A passkey was added")),
    "mfa/email/webauthn_removed": _noticed(gettext_noop("A passkey was removed")),
    "mfa/email/recovery_codes_generated": _noticed(gettext_noop("New recovery codes were made")),
    "socialaccount/email/account_connected": _noticed(
        gettext_noop("Your organisation's sign-in was connected")
    ),
    "socialaccount/email/account_disconnected": _noticed(
        gettext_noop("Your organisation's sign-in was disconnected")
    ),
}
"""The letters allauth asks for, by the name of its own template."""
