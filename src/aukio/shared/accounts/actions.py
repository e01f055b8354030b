"""Changes to people: who they are, and how they come in."""

from __future__ import annotations

import time

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.shared.accounts import letters, links
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.accounts.signals import person_erased
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.mail.actions import queue
from aukio.shared.mail.models import Message

ERASED_ADDRESS = "erased-{id}@erased.invalid"


@transaction.atomic
def send_link(*, email: str, next_page: str = "") -> None:
    """Mail a sign-in link, if the address belongs to somebody who may sign in.

    Says nothing about whether it does. At most one mail a minute for each person, held by
    the outbox's unique key, so also across processes.
    """
    person = Person.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if person is None:
        return
    with translation.override(person.language):
        letter = letters.sign_in_link(links.make(person, next_page=next_page))
        queue(
            to=person.email,
            subject=letter.subject,
            text=letter.text,
            language=person.language,
            about=person,
            key=f"accounts.sign_in_link:{person.pk}:{int(time.time()) // 60}",
        )


@transaction.atomic
def confirm_address(*, person: Person) -> None:
    """The person has shown that they read mail sent to their address."""
    EmailAddress.objects.filter(user=person, primary=True).exclude(
        email__iexact=person.email
    ).update(primary=False)
    address, is_new = EmailAddress.objects.get_or_create(
        user=person,
        email=person.email.lower(),
        defaults={"verified": True, "primary": True},
    )
    if not is_new and not (address.verified and address.primary):
        address.verified = address.primary = True
        address.save(update_fields=["verified", "primary"])


@transaction.atomic
def ensure_person(
    *, by: Person | None, email: str, name: str = "", language: str = "fi"
) -> tuple[Person, bool]:
    """The person with this address, and whether they were added just now.

    Called by actions that have checked their own rule and give the person something to do;
    a new person gets a letter that says how to come in.
    """
    address = _usable_address(email)
    language = language if language in dict(LANGUAGES) else "fi"
    person = Person.objects.filter(email__iexact=address).first()
    if person:
        return person, False
    person = Person.objects.create_user(address, name=name.strip()[:120], language=language)
    record(by=by, verb="accounts.invite_person", target=person)
    with translation.override(language):
        letter = letters.invitation()
    queue(
        to=address,
        subject=letter.subject,
        text=letter.text,
        language=language,
        about=person,
        key=f"accounts.invitation:{person.pk}",
    )
    return person, True


@transaction.atomic
def edit_profile(*, by: Person | None, person: Person, name: str, language: str) -> Person:
    """Change the name and the language in which the person is written to."""
    require("accounts.edit_profile", by, person)
    if language not in dict(LANGUAGES):
        raise Fault(
            _("“%(language)s” is not one of the service's languages.") % {"language": language},
            where=pgettext("field", "language"),
            mend=_("Choose Finnish, Swedish or English."),
        )
    person.name = name.strip()
    person.language = language
    person.save(update_fields=["name", "language"])
    record(by=by, verb="accounts.edit_profile", target=person)
    return person


@transaction.atomic
def erase_person(*, by: Person | None, person: Person) -> None:
    """Remove everything that tells who the person was. The audit keeps the bare id.

    The row stays, empty and closed, because other rooms point to it. Changing the password
    ends every session.
    """
    require("accounts.erase_person", by, person)
    person_erased.send(sender=Person, person=person)
    record(by=by, verb="accounts.erase_person", target=person)
    Message.objects.filter(to__iexact=person.email).delete()
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()
    person.email = ERASED_ADDRESS.format(id=person.pk)
    person.name = ""
    person.is_active = False
    person.is_superuser = False
    person.is_sample = False
    person.last_login = None
    person.erased = timezone.now()
    person.set_unusable_password()
    person.save()


def _usable_address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Fault(
            _("“%(email)s” is not an e-mail address.") % {"email": address},
            where=pgettext("field", "e-mail address"),
            mend=_("Write it like name@example.fi."),
        ) from error
    return address
