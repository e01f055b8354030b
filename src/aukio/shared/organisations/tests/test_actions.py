"""Changes to organisations and their members."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from aukio.shared.accounts.actions import erase_person
from aukio.shared.accounts.models import Person
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message
from aukio.shared.organisations import actions
from aukio.shared.organisations.models import Kind, Membership, Organisation
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import ADMIN, KEEPER, find_role
from aukio.shared.organisations.tests import factories

pytestmark = pytest.mark.django_db


class TestRegisterOrganisation:
    def register(self, by=None, **fields):
        given = {"name_fi": "Verohallinto", "kind": Kind.STATE_AGENCY, **fields}
        return actions.register_organisation(by=by, **given)

    def test_keeps_the_names_and_the_business_id(self):
        made = self.register(name_sv="Skatteförvaltningen", business_id="02454583")

        made.refresh_from_db()
        assert (made.name_fi, made.name_sv) == ("Verohallinto", "Skatteförvaltningen")
        assert made.business_id == "0245458-3"

    def test_shows_the_name_in_the_reader_s_language_or_in_finnish(self):
        self.register(name_sv="Skatteförvaltningen")
        made = Organisation.objects.get()

        with translation.override("sv"):
            assert made.name == "Skatteförvaltningen"
        with translation.override("en"):
            assert made.name == "Verohallinto"

    def test_is_recorded(self):
        keeper = factories.keeper()

        self.register(by=keeper)

        event = Event.objects.get()
        assert (event.verb, event.actor_id) == ("organisations.register_organisation", keeper.pk)

    def test_is_refused_to_others(self):
        with pytest.raises(PermissionDenied):
            self.register(by=factories.admin(factories.organisation()))

    @pytest.mark.parametrize(
        "fields", [{"name_fi": "  "}, {"kind": "guild"}, {"business_id": "0245458-4"}]
    )
    def test_refuses_what_cannot_be_used(self, fields):
        with pytest.raises(Fault):
            self.register(**fields)

        assert not Organisation.objects.exists()

    def test_refuses_a_business_id_that_is_here_already(self):
        self.register(business_id="0245458-3")

        with pytest.raises(Fault):
            self.register(business_id="0245458-3")

    def test_several_may_be_without_a_business_id(self):
        self.register()
        self.register(name_fi="Toinen")

        assert Organisation.objects.count() == 2

    def test_the_database_refuses_an_unknown_kind(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.organisation(kind="guild")


class TestAddMember:
    def test_gives_the_role_once(self):
        own, person = factories.organisation(), factories.person()

        for _turn in range(2):
            actions.add_member(
                by=None, organisation=own, person=person, room="organisations", role="admin"
            )

        assert Membership.objects.count() == 1
        assert Event.objects.count() == 1
        assert has_role(person, "organisations", "admin", own)

    def test_holds_at_once_although_asked_before(self):
        own, person = factories.organisation(), factories.person()
        assert not has_role(person, "organisations", "admin", own)

        actions.add_member(
            by=None, organisation=own, person=person, room="organisations", role="admin"
        )

        assert has_role(person, "organisations", "admin", own)

    def test_refuses_a_role_nobody_knows(self):
        with pytest.raises(Fault):
            actions.add_member(
                by=None,
                organisation=factories.organisation(),
                person=factories.person(),
                room="house",
                role="emperor",
            )

    def test_an_admin_cannot_make_themself_a_keeper(self):
        own = factories.organisation()
        admin = factories.admin(own)

        with pytest.raises(PermissionDenied):
            actions.add_member(
                by=admin, organisation=own, person=admin, room="house", role="keeper"
            )

    def test_an_admin_cannot_add_to_another_organisation(self):
        admin = factories.admin(factories.organisation())

        with pytest.raises(PermissionDenied):
            actions.add_member(
                by=admin,
                organisation=factories.organisation(),
                person=admin,
                room="organisations",
                role="admin",
            )


class TestInviteMember:
    def test_adds_and_writes_to_somebody_new(self):
        own = factories.organisation()

        membership = actions.invite_member(
            by=factories.admin(own), organisation=own, email="new@example.fi", role=ADMIN
        )

        assert membership.person.email == "new@example.fi"
        assert Message.objects.get().to == "new@example.fi"

    def test_does_not_write_to_somebody_who_is_here(self):
        own, there = factories.organisation(), factories.person()

        membership = actions.invite_member(
            by=None, organisation=own, email=there.email.upper(), role=ADMIN
        )

        assert membership.person == there
        assert not Message.objects.exists()

    def test_leaves_nobody_behind_when_it_is_refused(self):
        with pytest.raises(PermissionDenied):
            actions.invite_member(
                by=factories.person(),
                organisation=factories.organisation(),
                email="new@example.fi",
                role=KEEPER,
            )

        assert not Person.objects.filter(email="new@example.fi").exists()


class TestRemoveMember:
    def test_takes_the_role_away_at_once(self):
        own = factories.organisation()
        admin, other = factories.admin(own), factories.admin(own)
        membership = Membership.objects.select_related("person").get(person=other)

        actions.remove_member(by=admin, membership=membership)

        assert not has_role(membership.person, "organisations", "admin", own)
        assert Event.objects.get().detail["person"] == other.pk

    def test_keeps_the_last_admin_of_an_organisation(self):
        own = factories.organisation()
        admin = factories.admin(own)
        factories.admin(factories.organisation())

        with pytest.raises(actions.LastOneFault):
            actions.remove_member(by=admin, membership=admin.memberships.get())

    def test_keeps_the_last_keeper_of_the_service(self):
        keeper = factories.keeper()

        with pytest.raises(actions.LastOneFault):
            actions.remove_member(by=keeper, membership=keeper.memberships.get())

    def test_somebody_whose_account_is_closed_does_not_count(self):
        own = factories.organisation()
        admin = factories.admin(own)
        factories.admin(own, is_active=False)

        with pytest.raises(actions.LastOneFault):
            actions.remove_member(by=admin, membership=admin.memberships.get())

    def test_is_refused_to_others(self):
        own = factories.organisation()
        membership = factories.admin(own).memberships.get()
        factories.admin(own)

        with pytest.raises(PermissionDenied):
            actions.remove_member(by=factories.person(), membership=membership)

    def test_twice_changes_nothing_more(self):
        own = factories.organisation()
        factories.admin(own)
        membership = factories.admin(own).memberships.get()

        for _turn in range(2):
            actions.remove_member(by=None, membership=membership)

        assert Event.objects.count() == 1


def test_erasing_a_person_ends_their_roles():
    own = factories.organisation()
    admin = factories.admin(own)

    erase_person(by=admin, person=admin)

    assert not Membership.objects.exists()
    assert not has_role(admin, "organisations", "admin", own)


def test_a_room_adds_its_roles_as_data():
    from aukio.shared.organisations.roles import Reach, add_role, all_roles

    added = add_role("tests", "scribe", "Scribe")
    try:
        assert find_role("tests", "scribe") == added
        assert added in all_roles()
        assert added.reach is Reach.SERVICE
    finally:
        from aukio.shared.organisations import roles

        del roles._roles[("tests", "scribe")]
