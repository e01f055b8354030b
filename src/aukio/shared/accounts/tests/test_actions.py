"""Changes to people."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import translation

from aukio.shared.accounts import actions
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.signals import person_erased
from aukio.shared.accounts.tests import factories
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


class TestEnsurePerson:
    def test_adds_a_person_and_writes_to_them_in_their_language(self):
        person, is_new = actions.ensure_person(
            by=None, email=" Maija@Example.fi ", name="Maija", language="sv"
        )

        assert is_new
        assert (person.email, person.name, person.language) == ("maija@example.fi", "Maija", "sv")
        assert not person.has_usable_password()
        message = Message.objects.get()
        assert (message.to, message.language) == ("maija@example.fi", "sv")
        assert "/sv/" in message.text

    def test_finds_the_person_who_is_there_already(self):
        there = factories.person(email="maija@example.fi")

        assert actions.ensure_person(by=None, email="MAIJA@example.fi") == (there, False)
        assert not Message.objects.exists()

    def test_refuses_what_is_not_an_address(self):
        with pytest.raises(Fault), translation.override("en"):
            actions.ensure_person(by=None, email="maija")

        assert not Person.objects.exists()

    def test_leaves_no_address_in_the_audit(self):
        actions.ensure_person(by=None, email="maija@example.fi")

        event = Event.objects.get()
        assert event.verb == "accounts.invite_person"
        assert "maija" not in str(vars(event))


class TestEditProfile:
    def test_changes_name_and_language(self):
        person = factories.person()

        actions.edit_profile(by=person, person=person, name=" Aino ", language="en")

        person.refresh_from_db()
        assert (person.name, person.language) == ("Aino", "en")
        assert Event.objects.get().verb == "accounts.edit_profile"

    @pytest.mark.parametrize("stranger", [AnonymousUser, factories.person])
    def test_is_for_the_person_only(self, stranger):
        with pytest.raises(PermissionDenied):
            actions.edit_profile(
                by=stranger(), person=factories.person(), name="Other", language="fi"
            )

    def test_refuses_an_unknown_language(self):
        person = factories.person()

        with pytest.raises(Fault):
            actions.edit_profile(by=person, person=person, name="A", language="xx")


class TestErasePerson:
    def test_removes_everything_that_tells_who_it_was(self):
        person = factories.person(email="maija@example.fi", name="Maija", password="x" * 20)
        Authenticator.objects.create(user=person, type="totp", data={})
        SocialAccount.objects.create(user=person, provider="staff", uid="1")
        actions.send_link(email=person.email)

        actions.erase_person(by=person, person=person)

        person.refresh_from_db()
        assert person.name == ""
        assert person.email == f"erased-{person.pk}@erased.invalid"
        assert not person.is_active
        assert not person.has_usable_password()
        assert person.erased is not None
        for model in (EmailAddress, Authenticator, SocialAccount, Message):
            assert not model.objects.exists()

    def test_keeps_the_audit_with_the_bare_id(self):
        person = factories.person()
        actions.edit_profile(by=person, person=person, name="B", language="fi")

        actions.erase_person(by=person, person=person)

        assert list(Event.objects.values_list("verb", "actor_id")) == [
            ("accounts.edit_profile", person.pk),
            ("accounts.erase_person", person.pk),
        ]

    def test_frees_the_address_for_a_new_account(self):
        person = factories.person(email="maija@example.fi")
        actions.erase_person(by=person, person=person)

        assert Person.objects.create_user("maija@example.fi")

    def test_tells_the_rooms(self):
        person, told = factories.person(), []

        def listen(sender, person, **_rest):
            told.append(person.email)

        person_erased.connect(listen)
        try:
            actions.erase_person(by=person, person=person)
        finally:
            person_erased.disconnect(listen)

        assert told[0].startswith("person")

    @pytest.mark.parametrize("stranger", [AnonymousUser, factories.person])
    def test_is_for_the_person_only(self, stranger):
        with pytest.raises(PermissionDenied):
            actions.erase_person(by=stranger(), person=factories.person())

    def test_may_be_done_by_the_operator(self):
        person = factories.person()

        actions.erase_person(by=None, person=person)

        assert Event.objects.get().actor_kind == "system"


class TestConfirmAddress:
    def test_confirms_the_address_of_somebody_invited(self):
        person = Person.objects.create_user("maija@example.fi")

        actions.confirm_address(person=person)

        address = EmailAddress.objects.get(user=person)
        assert (address.verified, address.primary) == (True, True)

    def test_leaves_one_primary_address(self):
        person = Person.objects.create_user("maija@example.fi")
        EmailAddress.objects.create(user=person, email="old@example.fi", primary=True)

        actions.confirm_address(person=person)

        assert EmailAddress.objects.get(primary=True).email == "maija@example.fi"


def test_everyone_s_address_is_unique_in_any_case():
    from django.db import IntegrityError, transaction

    factories.person(email="maija@example.fi")

    with pytest.raises(IntegrityError), transaction.atomic():
        Person(email="Maija@example.fi").save()
