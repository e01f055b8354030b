"""Who may do what: every role against every object."""

from __future__ import annotations

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from aukio.shared.organisations import public_rules
from aukio.shared.organisations.models import Membership
from aukio.shared.organisations.roles import ADMIN, KEEPER, Reach, Role
from aukio.shared.organisations.rules import Giving
from aukio.shared.organisations.tests import factories

pytestmark = pytest.mark.django_db

INSIDE = Role("tests", "inside", "Inside", Reach.ORGANISATION)
BEYOND = Role("tests", "beyond", "Beyond")


@pytest.fixture
def own():
    return factories.organisation()


def people(own):
    closed = factories.keeper()
    closed.is_active = False
    closed.save()
    return {
        "visitor": AnonymousUser(),
        "anybody": factories.person(),
        "member": factories.member(own, "tests", "inside"),
        "admin": factories.admin(own),
        "admin of another": factories.admin(factories.organisation()),
        "keeper": factories.keeper(),
        "closed keeper": closed,
    }


def allowed(rule: str, target, own) -> set[str]:
    return {name for name, person in people(own).items() if rules.test_rule(rule, person, target)}


def test_organisations_are_registered_by_keepers(own):
    assert allowed("organisations.register_organisation", None, own) == {"keeper"}


def test_members_are_managed_by_the_admin_and_keepers(own):
    assert allowed("organisations.manage_members", own, own) == {"admin", "keeper"}


def test_members_of_nothing_are_managed_by_keepers_only(own):
    assert allowed("organisations.manage_members", None, own) == {"keeper"}


@pytest.mark.parametrize("role", [INSIDE, ADMIN])
def test_a_role_inside_the_organisation_is_given_by_its_admin(own, role: Role):
    assert allowed("organisations.give_role", Giving(own, role), own) == {"admin", "keeper"}


@pytest.mark.parametrize("role", [BEYOND, KEEPER])
def test_a_role_that_reaches_beyond_is_given_by_keepers_only(own, role: Role):
    assert allowed("organisations.give_role", Giving(own, role), own) == {"keeper"}


class TestHasRole:
    def test_holds_in_the_organisation_and_in_any(self, own):
        person = factories.member(own, "tests", "inside")

        assert public_rules.has_role(person, "tests", "inside")
        assert public_rules.has_role(person, "tests", "inside", own)
        assert public_rules.has_role(person, "tests", "inside", own.pk)

    def test_does_not_hold_elsewhere(self, own):
        person = factories.member(own, "tests", "inside")

        assert not public_rules.has_role(person, "tests", "inside", factories.organisation())
        assert not public_rules.has_role(person, "tests", "other")
        assert not public_rules.has_role(person, "other", "inside")

    @pytest.mark.parametrize("nobody", [None, AnonymousUser()])
    def test_never_holds_for_nobody(self, nobody):
        assert not public_rules.has_role(nobody, "tests", "inside")
        assert public_rules.organisations_where(nobody, "tests", "inside") == frozenset()

    def test_asks_the_database_once(self, own, django_assert_num_queries):
        person = factories.member(own, "tests", "inside")
        for _turn in range(30):
            Membership.objects.create(
                person=person, organisation=factories.organisation(), room="a", role="b"
            )

        with django_assert_num_queries(1):
            for _turn in range(5):
                public_rules.has_role(person, "tests", "inside")
                public_rules.organisations_where(person, "a", "b")

    def test_is_read_again_after_forgetting(self, own):
        person = factories.person()
        assert not public_rules.has_role(person, "a", "b")
        Membership.objects.create(person=person, organisation=own, room="a", role="b")

        public_rules.forget(person)

        assert public_rules.has_role(person, "a", "b")
