"""``aukio accounts``."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from django.utils import translation

from aukio.shared.accounts import links
from aukio.shared.accounts.command import group
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.tests import factories
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message
from aukio.shared.organisations.models import Membership, Organisation
from aukio.shared.organisations.public_rules import has_role

pytestmark = pytest.mark.django_db


def run(*words: str):
    with translation.override("en"):
        return CliRunner().invoke(group, words)


def invite(*more: str, email: str = "maija@example.fi", role: str = "keeper"):
    return run(
        *("invite", email, "--name", "Maija", "--organisation", "Verohallinto"),
        *("--room", "house", "--role", role, *more),
    )


class TestInvite:
    def test_gives_the_role_and_writes_to_the_person(self):
        Organisation.objects.create(name_fi="Verohallinto", kind="state_agency")

        result = invite()

        assert result.exit_code == 0, result.output
        assert has_role(Person.objects.get(), "house", "keeper")
        assert Message.objects.get().to == "maija@example.fi"
        assert set(Event.objects.values_list("actor_kind", flat=True)) == {"system"}

    def test_registers_the_organisation_when_its_kind_is_told(self):
        assert invite("--kind", "state_agency").exit_code == 0

        assert Organisation.objects.get().name_fi == "Verohallinto"

    def test_finds_the_organisation_by_business_id_or_any_name(self):
        Organisation.objects.create(
            name_fi="Verohallinto",
            name_sv="Skatteförvaltningen",
            kind="state_agency",
            business_id="0245458-3",
        )
        for text in ("0245458-3", "verohallinto", "Skatteförvaltningen"):
            result = run(
                *("invite", "a@example.fi", "--organisation", text),
                *("--room", "house", "--role", "keeper"),
            )
            assert result.exit_code == 0, result.output
        assert Membership.objects.count() == 1

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ({"email": "maija"}, "is not an e-mail address"),
            ({"role": "emperor"}, "There is no role"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_nothing(self, words, told):
        Organisation.objects.create(name_fi="Verohallinto", kind="state_agency")

        result = invite(**words)

        assert result.exit_code == 2
        assert told in result.stderr
        assert not Person.objects.exists()

    def test_refuses_an_organisation_nobody_knows(self):
        result = invite()

        assert result.exit_code == 2
        assert "--kind" in result.stderr

    def test_leaves_no_organisation_behind_when_the_address_is_wrong(self):
        assert invite("--kind", "state_agency", email="maija").exit_code == 2

        assert not Organisation.objects.exists()


class TestLink:
    def test_prints_a_link_that_works_once(self):
        person = factories.person()

        result = run("link", person.email.upper())

        token = result.output.strip().rstrip("/").split("/")[-1]
        assert links.use(token) == person
        assert links.use(token) is None

    def test_is_refused_for_somebody_unknown(self):
        result = run("link", "nobody@example.fi")

        assert result.exit_code == 2
        assert result.stdout == ""

    def test_is_refused_for_a_closed_account(self):
        assert run("link", factories.person(is_active=False).email).exit_code == 2


class TestPeople:
    def test_lists_everybody_with_roles(self):
        invite("--kind", "state_agency")

        result = run("people")

        assert "maija@example.fi" in result.output
        assert "house.keeper@" in result.output

    def test_answers_machines_without_the_erased(self):
        from aukio.shared.accounts.actions import erase_person

        erase_person(by=None, person=factories.person())
        kept = factories.person()

        answer = json.loads(run("people", "--format", "json").output)

        assert [one["person"] for one in answer["people"]] == [kept.pk]

    def test_says_when_there_is_nobody(self):
        assert run("people").output.strip() == "Nobody yet."
