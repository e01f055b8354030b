"""A person's own page is nobody else's."""

from __future__ import annotations

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from aukio.shared.accounts.access import require
from aukio.shared.accounts.tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rule", ["accounts.edit_profile", "accounts.erase_person"])
def test_only_the_person_themself(rule: str):
    person, other = factories.person(), factories.person()

    assert rules.test_rule(rule, person, person)
    assert not rules.test_rule(rule, other, person)
    assert not rules.test_rule(rule, AnonymousUser(), person)
    assert not rules.test_rule(rule, person, None)


def test_require_lets_the_service_itself_act():
    require("accounts.edit_profile", None, factories.person())


def test_require_refuses_a_visitor():
    with pytest.raises(PermissionDenied):
        require("accounts.edit_profile", AnonymousUser(), factories.person())
