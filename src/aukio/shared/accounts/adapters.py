"""Where allauth meets the house: mail goes to the outbox, sign-ins to the audit."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from aukio.shared.accounts.letters import LETTERS
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.accounts.sealing import seal, unseal
from aukio.shared.audit.actions import record
from aukio.shared.mail.actions import queue


def spoken_language() -> str:
    """The reader's language, when people can be written to in it; else Finnish."""
    language = get_language() or "fi"
    return language if language in dict(LANGUAGES) else "fi"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Letters from ``letters.py``; a new person keeps the language they came in with."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        letter = LETTERS[template_prefix](context)
        queue(to=email, subject=letter.subject, text=letter.text, language=spoken_language())

    def new_user(self, request: HttpRequest) -> Person:
        return Person(language=spoken_language())

    def clean_email(self, email: str) -> str:
        return email.lower()

    def post_login(self, request: HttpRequest, user: Person, **details: Any) -> HttpResponse:
        with transaction.atomic():
            record(by=user, verb="accounts.sign_in", target=user)
        answer: HttpResponse = super().post_login(request, user, **details)
        return answer

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:profile-show")


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Takes the name the issuer gives; nothing else of its profile is kept."""

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        person: Person = super().populate_user(request, sociallogin, data)
        given = [data.get("first_name"), data.get("last_name")]
        person.name = (data.get("name") or " ".join(part for part in given if part))[:120]
        person.language = spoken_language()
        return person


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps and recovery codes are kept encrypted."""

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. Never an empty one, whose codes anybody could work out."""
        secret = unseal(encrypted_text)
        if not secret:
            raise PermissionDenied("The secret cannot be read: was SECRET_KEY changed?")
        return secret
