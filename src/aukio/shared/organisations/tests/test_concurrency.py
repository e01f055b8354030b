"""Two administrators who leave at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from aukio.shared.organisations import actions
from aukio.shared.organisations.models import Membership
from aukio.shared.organisations.tests import factories


def leave(membership: Membership) -> bool:
    try:
        actions.remove_member(by=None, membership=membership)
    except actions.LastOneFault:
        return False
    finally:
        connection.close()
    return True


@pytest.mark.django_db(transaction=True)
def test_one_keeper_stays_however_many_leave_at_once():
    held = [factories.keeper().memberships.select_related("person").get() for _turn in range(6)]

    with ThreadPoolExecutor(6) as pool:
        left = list(pool.map(leave, held))

    assert left.count(True) == 5
    assert Membership.objects.count() == 1
