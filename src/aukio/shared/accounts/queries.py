"""What the account pages read."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import QuerySet

from aukio.shared.accounts.models import Person


@dataclass(frozen=True)
class SignInMethods:
    """The ways a person can come in. The link to their address is always there."""

    has_password: bool
    has_authenticator_app: bool
    passkeys: int
    organisation_sign_ins: int


def sign_in_methods(person: Person) -> SignInMethods:
    """Two queries."""
    kinds = list(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    return SignInMethods(
        has_password=person.has_usable_password(),
        has_authenticator_app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        organisation_sign_ins=SocialAccount.objects.filter(user=person).count(),
    )


def sample_people() -> QuerySet[Person]:
    """People one may try the service as: none at all unless the settings allow it."""
    if not settings.SAMPLE_PEOPLE:
        return Person.objects.none()
    found = Person.objects.filter(is_sample=True, is_active=True).order_by("name", "pk")
    return found.prefetch_related("memberships")


def people() -> QuerySet[Person]:
    """Everybody who has not been erased, in the order they joined."""
    return Person.objects.filter(erased=None).order_by("joined", "pk")
