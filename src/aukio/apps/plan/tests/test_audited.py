"""Following and importing are told in the audit: what, and by whom; never the address."""

from __future__ import annotations

import datetime

import pytest
from click.testing import CliRunner
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from aukio.apps.plan.actions import following, import_plan, load_plan, send_news
from aukio.apps.plan.command import group
from aukio.apps.plan.models import Plan, Subscription
from aukio.apps.plan.tests import factories
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


def told(verb: str) -> Event:
    return Event.objects.get(verb=verb)


def follow(measure=None, by=None):
    return following.follow(by=by, email="a@example.fi", measure=measure, language="en")


def test_following_confirming_and_stopping_are_told_without_the_address():
    measure = factories.measure("1.1.1")
    one = follow(measure, AnonymousUser())
    following.confirm(by=AnonymousUser(), subscription=one)
    following.stop(by=AnonymousUser(), subscription=one)

    for verb in ("plan.follow", "plan.confirm_following", "plan.stop_following"):
        assert told(verb).detail == {"measure": measure.pk}
    assert "a@example.fi" not in str(list(Event.objects.values()))


def test_asking_twice_and_stopping_twice_are_told_once():
    one = follow()
    follow()
    following.stop(by=None, subscription=one)
    following.stop(by=None, subscription=one)

    assert told("plan.follow")
    assert told("plan.stop_following")


def test_somebody_signed_in_is_named():
    someone = factories.person()

    follow(by=someone)

    assert told("plan.follow").actor_id == someone.pk


def test_forgetting_the_unconfirmed_is_told_with_their_number():
    follow()
    Subscription.objects.update(asked=timezone.now() - datetime.timedelta(days=30))

    send_news()

    assert told("plan.forget_unconfirmed").detail == {"count": 1}


class TestImports:
    @pytest.fixture
    def sheet(self, tmp_path):
        path = tmp_path / "own.yaml"
        path.write_bytes(factories.FINLAND.read_bytes())
        return path

    def test_a_person_of_the_team_is_named(self, sheet):
        someone = factories.team()

        import_plan(by=someone, source=sheet, format="aukio")

        assert told("plan.load_plan").actor_id == someone.pk

    @pytest.mark.parametrize("make", [factories.person, factories.reviewer])
    def test_others_may_not_import(self, sheet, make):
        with pytest.raises(PermissionDenied):
            import_plan(by=make(), source=sheet, format="aukio")
        with pytest.raises(PermissionDenied):
            load_plan(sheet, by=make())

        assert not Plan.objects.exists()

    def test_the_command_takes_who_imports(self, sheet):
        someone = factories.team()
        given = ["import", str(sheet), "--format", "aukio", "--by", someone.email]

        assert CliRunner().invoke(group, given).exit_code == 0
        assert told("plan.load_plan").actor_id == someone.pk

    @pytest.mark.parametrize("make", [factories.person, factories.reviewer])
    def test_the_command_refuses_others(self, sheet, make):
        given = ["import", str(sheet), "--format", "aukio", "--by", make().email]

        assert CliRunner().invoke(group, given).exit_code == 2
        assert not Plan.objects.exists()
