"""People to test with."""

from __future__ import annotations

from itertools import count
from typing import Any

from allauth.account.models import EmailAddress

from aukio.shared.accounts.models import Person

PASSWORD = "a long walk by the lake"
_numbers = count(1)


def person(**fields: Any) -> Person:
    """Somebody who may sign in, with a confirmed address."""
    number = next(_numbers)
    given = {"email": f"person{number}@example.fi", "name": f"Person {number}", **fields}
    made = Person.objects.create_user(**given)
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made
