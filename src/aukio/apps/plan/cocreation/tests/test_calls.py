"""Preparing, showing and changing a call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.faults import ChangedMeanwhile
from aukio.apps.plan.cocreation.models import Call, Phase
from aukio.apps.plan.cocreation.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.search.models import SearchEntry

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def prepare(slug="spring", by=None, **change) -> Call:
    return actions.prepare_call(by=by, slug=slug, asked=factories.asked(**change))


def test_a_call_is_seen_once_it_is_shown():
    call = prepare()
    assert call.phase is Phase.DRAFT
    assert not SearchEntry.objects.filter(kind="cocreation.call").exists()

    shown = actions.show_call(by=None, call=call)

    assert shown.phase is Phase.OPEN
    assert SearchEntry.objects.filter(kind="cocreation.call").count() == 3


def test_its_phase_follows_the_days():
    today = timezone.localdate()
    coming = factories.call(opens=today + DAY, closes=today + DAY)
    last_day = factories.call(opens=today, closes=today)

    assert coming.phase is Phase.COMING
    assert last_day.phase is Phase.OPEN
    assert factories.close(factories.call()).phase is Phase.CLOSED


def test_what_should_change_is_always_asked():
    assert prepare(questions=[]).questions == ["change"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": {"fi": "Haku", "sv": "", "en": "Call"}},
        {"title": factories.texts("x" * 150)},
        {"guidance": {}},
        {"opens": timezone.localdate(), "closes": timezone.localdate() - DAY},
        {"languages": []},
        {"languages": ["xx"]},
    ],
)
def test_bad_calls_are_refused_whole(change):
    with pytest.raises(Fault):
        prepare(**change)
    assert not Call.objects.exists()


@pytest.mark.parametrize("slug", ["", "desk", "p", "ä b", "x" * 61, "a/b"])
def test_bad_addresses_are_refused(slug):
    with pytest.raises(Fault):
        prepare(slug)


def test_an_address_is_used_once():
    prepare()
    with pytest.raises(Fault):
        prepare()


def test_two_people_editing_lose_nothing():
    call = factories.call()
    actions.change_call(by=None, call=call, revision=1, asked=factories.asked(languages=["sv"]))

    with pytest.raises(ChangedMeanwhile):
        actions.change_call(by=None, call=call, revision=1, asked=factories.asked())
    assert Call.objects.get().languages == ["sv"]


def test_an_answered_call_no_longer_changes():
    call = factories.call()
    factories.respond(factories.published(call))
    factories.outcome(call)
    with pytest.raises(Fault):
        actions.change_call(by=None, call=call, revision=1, asked=factories.asked())


def test_only_the_team_manages_calls():
    call, someone = factories.call(), factories.person()
    with pytest.raises(PermissionDenied):
        prepare(by=someone)
    with pytest.raises(PermissionDenied):
        actions.show_call(by=someone, call=call)
    with pytest.raises(PermissionDenied):
        actions.change_call(by=someone, call=call, revision=1, asked=factories.asked())
    assert prepare(by=factories.team()).slug == "spring"
