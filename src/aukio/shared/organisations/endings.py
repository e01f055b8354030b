"""When a person is erased, so are their roles."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from aukio.shared.accounts.models import Person
from aukio.shared.accounts.signals import person_erased
from aukio.shared.organisations.models import Membership
from aukio.shared.organisations.public_rules import forget


@receiver(person_erased)
def end_memberships(sender: type[Person], person: Person, **_rest: Any) -> None:
    """Also the last one of an organisation: the right to be erased comes first."""
    Membership.objects.filter(person=person).delete()
    forget(person)
