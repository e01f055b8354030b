"""The sign-in link: one use, a quarter of an hour, signed by django-sesame.

A link is tied to the person's last sign-in, password and address: using it, or changing
any of them, makes every earlier link worthless. Opening the address does nothing by itself,
because mail scanners open links; the page there has a button.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from sesame.backends import ModelBackend
from sesame.utils import get_token

from aukio.shared.accounts.models import Person

SCOPE = "sign-in"


def make(person: Person, *, next_page: str = "") -> str:
    """The whole address of a new sign-in link, in the person's language."""
    with translation.override(person.language):
        path = reverse("accounts:link-open", args=[get_token(person, SCOPE)])
    query = f"?{urlencode({'next': next_page})}" if next_page else ""
    return f"{settings.PUBLIC_URL}{path}{query}"


def look(token: str) -> Person | None:
    """Whose link this is, while it is still good. Looking does not use it up."""
    person = ModelBackend().authenticate(None, sesame=token, scope=SCOPE, max_age=None)
    return person if isinstance(person, Person) else None


@transaction.atomic
def use(token: str) -> Person | None:
    """Whose link this is, and use it up: of two at the same moment, one gets None."""
    seen = look(token)
    if seen is None:
        return None
    person = Person.objects.select_for_update().get(pk=seen.pk)
    if person.last_login != seen.last_login:
        return None
    person.last_login = timezone.now()
    person.save(update_fields=["last_login"])
    return person
