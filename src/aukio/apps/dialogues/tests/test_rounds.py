"""Beginning, describing and moving a round."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.actions.rounds import TAKEN_ADDRESSES
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db
GIVEN: dict[str, Any] = {
    "slug": "turva-2026",
    "title": {"fi": "Turva", "sv": "Trygghet", "en": "Safety"},
    "season": "autumn",
    "year": 2026,
}


def test_a_round_is_begun_with_its_days_and_one_event() -> None:
    days = [date(2026, 10, 21), date(2026, 10, 6), date(2026, 10, 6)]

    made = actions.create_round(by=make.core_group(), days=days, **GIVEN)

    assert [day.date for day in made.days.all()] == [date(2026, 10, 6), date(2026, 10, 21)]
    assert (made.title_sv, made.status) == ("Trygghet", RoundStatus.PLANNED)
    assert Event.objects.filter(verb="dialogues.create_round").count() == 1


def test_only_the_core_group_begins_a_round() -> None:
    with pytest.raises(PermissionDenied):
        actions.create_round(by=make.organiser(), **GIVEN)

    assert not Round.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": "not a slug"},
        {"slug": ""},
        {"slug": "desk"},
        {"slug": "x" * 81},
        {"title": {"fi": "  "}},
        {"title": {"de": "Sicherheit"}},
        {"title": {"fi": "x" * 201}},
        {"season": "winter"},
        {"year": 26},
    ],
)
def test_a_field_that_cannot_be_used_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputFault) as fault:
        actions.create_round(by=None, **{**GIVEN, **wrong})

    assert fault.value.mend
    assert not Round.objects.exists()


def test_two_rounds_cannot_have_one_address() -> None:
    actions.create_round(by=None, **GIVEN)

    with pytest.raises(InputFault):
        actions.create_round(by=None, **GIVEN)


def test_editing_changes_texts_and_days_and_keeps_what_is_not_given() -> None:
    made = actions.create_round(by=None, days=[date(2026, 10, 6)], **GIVEN)

    actions.edit_round(by=None, round=made, title={"en": "Feeling safe"}, days=[date(2026, 11, 3)])

    made = Round.objects.get()
    assert (made.title_en, made.title_sv) == ("Feeling safe", "Trygghet")
    assert [day.date for day in made.days.all()] == [date(2026, 11, 3)]


def test_only_the_core_group_edits_a_round() -> None:
    with pytest.raises(PermissionDenied):
        actions.edit_round(by=make.organiser(), round=make.RoundFactory(), title={"fi": "X"})


def test_a_round_is_moved_on() -> None:
    made = make.RoundFactory(status=RoundStatus.PLANNED)

    actions.move_round(by=make.core_group(), round=made, status=RoundStatus.OPEN)

    assert Round.objects.get().status == RoundStatus.OPEN


def test_a_round_is_not_published_or_unpublished_by_moving_it() -> None:
    open_round = make.RoundFactory(status=RoundStatus.OPEN)
    published = make.RoundFactory(status=RoundStatus.PUBLISHED)

    for made, status in ((open_round, "published"), (published, "open"), (open_round, "lost")):
        with pytest.raises(InputFault):
            actions.move_round(by=None, round=made, status=status)


def test_a_round_published_while_its_stage_page_was_open_stays_published() -> None:
    seen = make.publishable(status=RoundStatus.SUMMARISING)
    actions.publish(by=None, round=Round.objects.get())

    with pytest.raises(InputFault):
        actions.move_round(by=None, round=seen, status="collecting")

    assert Round.objects.get().status == RoundStatus.PUBLISHED


def test_only_the_core_group_moves_a_round() -> None:
    with pytest.raises(PermissionDenied):
        actions.move_round(by=make.outsider(), round=make.RoundFactory(), status="open")


def test_a_round_cannot_be_called_what_the_room_calls_its_own_pages() -> None:
    for taken in sorted(TAKEN_ADDRESSES):
        with pytest.raises(InputFault):
            actions.create_round(by=make.core_group(), **{**GIVEN, "slug": taken})

    assert not Round.objects.exists()
