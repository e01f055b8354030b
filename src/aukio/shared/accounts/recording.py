"""Changes that allauth makes by itself to somebody's ways of signing in, put in the audit."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as organisation
from django.dispatch import Signal

from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

WATCHED: dict[str, Signal] = {
    "password_set": account.password_set,
    "password_changed": account.password_changed,
    "password_reset": account.password_reset,
    "address_changed": account.email_changed,
    "authenticator_added": mfa.authenticator_added,
    "authenticator_removed": mfa.authenticator_removed,
    "organisation_connected": organisation.social_account_added,
    "organisation_disconnected": organisation.social_account_removed,
}


def watch() -> None:
    """Called once, when the house is opened."""
    for what, signal in WATCHED.items():
        signal.connect(_recorder(what), weak=False, dispatch_uid=f"accounts.recording.{what}")


def _recorder(what: str) -> Any:
    def write(sender: Any, **told: Any) -> None:
        person = told.get("user") or _person_of(told)
        if isinstance(person, Person):
            record(by=person, verb="accounts.change_sign_in", target=person, detail={"what": what})

    return write


def _person_of(told: dict[str, Any]) -> Any:
    login = told.get("sociallogin")
    account_ = login.account if login is not None else told.get("socialaccount")
    return getattr(account_, "user", None)
