"""An organisation's members, for those who look after them."""

from __future__ import annotations

import pytest

from aukio.shared.accounts.tests.test_sign_in_pages import address
from aukio.shared.mail.models import Message
from aukio.shared.organisations.models import Membership
from aukio.shared.organisations.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return factories.organisation(name_fi="Koevirasto")


@pytest.fixture
def admin(client, own):
    person = factories.admin(own, name="Aino")
    client.force_login(person)
    return person


def members(own) -> str:
    return address("organisations:member-list", pk=own.pk)


def removal(membership) -> str:
    return address(
        "organisations:member-remove", pk=membership.organisation_id, membership=membership.pk
    )


class TestOrganisations:
    PAGE = "organisations:organisation-list"

    def test_lists_those_one_looks_after(self, client, own, admin):
        factories.organisation(name_fi="Vieras virasto")

        page = client.get(address(self.PAGE)).content.decode()

        assert members(own) in page
        assert "Vieras virasto" not in page

    def test_lists_all_for_a_keeper(self, client, own):
        client.force_login(factories.keeper())

        assert members(own) in client.get(address(self.PAGE)).content.decode()

    def test_says_what_to_do_when_there_are_none(self, client):
        client.force_login(factories.person())

        assert "aukio-empty" in client.get(address(self.PAGE)).content.decode()

    def test_asks_a_visitor_to_sign_in(self, client):
        assert client.get(address(self.PAGE)).status_code == 302

    def test_knows_no_other_method(self, client, admin):
        assert client.post(address(self.PAGE)).status_code == 405


class TestMembers:
    def test_shows_everybody_once_with_every_role(self, client, own, admin):
        Membership.objects.create(person=admin, organisation=own, room="house", role="keeper")

        page = client.get(members(own)).content.decode()

        assert page.count(f'id="member-{admin.pk}"') == 1
        assert "Administrator of the organisation" in page
        assert "Keeper of the service" in page

    def test_adds_somebody_by_address(self, client, own, admin):
        answer = client.post(
            members(own), {"email": "new@example.fi", "role": "organisations.admin"}
        )

        assert answer.status_code == 302
        added = own.memberships.exclude(person=admin).get()
        assert added.person.email == "new@example.fi"
        assert Message.objects.get().to == "new@example.fi"

    @pytest.mark.parametrize(
        ("field", "value"), [("email", "maija"), ("email", ""), ("role", "house.keeper")]
    )
    def test_shows_what_is_wrong_and_adds_nobody(self, client, own, admin, field, value):
        given = {"email": "new@example.fi", "role": "organisations.admin", field: value}

        answer = client.post(members(own), given)

        assert answer.status_code == 200
        assert answer.context["form"].errors[field]
        assert own.memberships.count() == 1

    def test_is_closed_to_others(self, client, own):
        for person in (factories.person(), factories.admin(factories.organisation())):
            client.force_login(person)
            assert client.get(members(own)).status_code == 403

    def test_asks_a_visitor_to_sign_in(self, client, own):
        assert client.get(members(own)).status_code == 302

    def test_is_not_found_when_the_organisation_is_not_there(self, client, admin):
        missing = address("organisations:member-list", pk=999_999)

        assert client.get(missing).status_code == 404

    def test_knows_no_other_method(self, client, own, admin):
        assert client.put(members(own)).status_code == 405

    def test_reads_the_same_number_of_rows_at_any_size(
        self, client, own, admin, django_assert_max_num_queries
    ):
        for _turn in range(30):
            factories.admin(own)

        with django_assert_max_num_queries(6):
            client.get(members(own))


class TestRemove:
    def test_takes_the_role_away(self, client, own, admin):
        membership = factories.admin(own).memberships.get()

        answer = client.post(removal(membership))

        assert answer.headers["Location"] == members(own)
        assert not Membership.objects.filter(pk=membership.pk).exists()

    def test_of_oneself_leads_to_the_list(self, client, own, admin):
        factories.admin(own)

        answer = client.post(removal(admin.memberships.get()))

        assert answer.headers["Location"] == address("organisations:organisation-list")

    def test_of_the_last_one_is_refused_with_words(self, client, own, admin):
        answer = client.post(removal(admin.memberships.get()), follow=True)

        assert own.memberships.count() == 1
        assert "somebody must" in answer.content.decode()

    def test_does_not_reach_another_organisation(self, client, own, admin):
        other = factories.admin(factories.organisation()).memberships.get()
        trick = address("organisations:member-remove", pk=own.pk, membership=other.pk)

        assert client.post(trick).status_code == 404
        assert client.post(removal(other)).status_code == 403
        assert Membership.objects.filter(pk=other.pk).exists()

    def test_needs_a_press_of_the_button(self, client, own, admin):
        assert client.get(removal(admin.memberships.get())).status_code == 405

    def test_asks_a_visitor_to_sign_in(self, client, own):
        assert client.post(removal(factories.admin(own).memberships.get())).status_code == 302
