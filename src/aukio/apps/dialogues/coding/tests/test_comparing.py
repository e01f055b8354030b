"""Coders compared: figures only when there is enough, settling by a person with a reason."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.models import Opening, Settled
from aukio.apps.dialogues.coding.queries import comparing
from aukio.apps.dialogues.coding.queries.comparing import FEWEST_DOUBLE, agreement
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.tests.scene import Scene
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db


def figures(here: Scene) -> comparing.Agreement:
    return agreement(here.round, standing(here.round))


@pytest.fixture
def double(here: Scene) -> Scene:
    """Twenty notes coded by two; they differ on the first."""
    text = "\n".join(f"Puhe {at}" for at in range(FEWEST_DOUBLE))
    record = make.record(text, dialogue=make.DialogueFactory(round=here.round))
    rows = record.notes.select_related("record__dialogue__round").order_by("position")
    here.notes = list(rows)
    for at in range(FEWEST_DOUBLE):
        here.code(here.anna, at, here.bus if at % 2 else here.doctor)
        here.code(here.bertil, at, here.bus if at % 2 or at == 0 else here.doctor)
    return here


def test_agreement_is_told_overall_and_code_by_code(double):
    found = figures(double)

    assert (found.notes, found.same) == (20, 19)
    assert found.alpha == pytest.approx(0.9025, abs=0.001)
    assert found.grade == "Good"
    bus = next(one for one in found.codes if one.code == double.bus.pk)
    assert (bus.all, bus.some, bus.percent) == (10, 1, 95)
    assert bus.alpha == pytest.approx(0.9025, abs=0.001)


def test_with_too_few_notes_no_figure_is_told(double):
    double.notes[1].codings.all().delete()

    found = figures(double)
    assert (found.notes, found.alpha, found.codes, found.is_enough) == (19, None, (), False)


def test_notes_where_a_proposal_was_accepted_are_not_counted(double):
    proposal = double.proposal(0, double.bus)
    double.notes[0].codings.all().delete()
    actions.decide(by=double.anna, round=double.round, accepted=[proposal.pk], rejected=[])
    double.code(double.bertil, 0, double.bus)

    assert figures(double).notes == 19


@pytest.mark.parametrize(
    ("alpha", "grade", "says"),
    [
        (0.8, "Good", "relied on"),
        (0.7, "Fair", "with care"),
        (0.3, "Weak", "differently"),
        (-0.1, "Weak", "no more than by chance"),
        (None, "Weak", "Everybody gave the same"),
    ],
)
def test_the_figure_is_told_in_plain_words(alpha, grade, says):
    found = comparing.Agreement(30, 20, alpha, ())

    assert found.grade == grade
    assert says in found.meaning


def test_coders_who_differ_are_settled_by_a_person_with_a_reason(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    note = here.notes[0].pk
    assert standing(here.round).final(note) is None

    with pytest.raises(InputFault, match="reason"):
        actions.settle(by=here.anna, note=here.notes[0], codes=[here.bus.pk], reason="")
    actions.settle(by=here.anna, note=here.notes[0], codes=[here.bus.pk], reason="Puhui bussista")

    found = standing(here.round)
    assert found.final(note) == {here.bus.pk}
    assert found.disputed(here.anna) == []
    assert here.codes(here.bertil, 0) == {here.doctor.pk}
    assert Settled.objects.get().by == here.anna


def test_of_two_who_settle_at_once_the_second_is_told_and_may_settle_anew(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    settle = {"note": here.notes[0], "reason": "Luettu"}
    first = actions.settle(by=here.anna, codes=[here.bus.pk], seen=0, **settle)

    with pytest.raises(InputFault, match="meanwhile"):
        actions.settle(by=here.bertil, codes=[here.doctor.pk], seen=0, **settle)
    actions.settle(by=here.bertil, codes=[here.doctor.pk], seen=first.pk, **settle)

    assert Settled.objects.count() == 2
    assert standing(here.round).final(here.notes[0].pk) == {here.doctor.pk}


def test_a_note_of_one_coder_or_of_two_others_is_not_settled(here):
    here.code(here.anna, 0, here.bus)
    with pytest.raises(InputFault, match="yet"):
        actions.settle(by=here.anna, note=here.notes[0], codes=[], reason="x")

    here.code(here.bertil, 0, here.doctor)
    with pytest.raises(InputFault, match="yet"):
        actions.settle(by=make.core_group(), note=here.notes[0], codes=[], reason="x")


def test_what_all_gave_goes_on_without_settling(here):
    here.code(here.anna, 0, here.bus, here.doctor)
    here.code(here.bertil, 0, here.doctor, here.bus)

    assert standing(here.round).final(here.notes[0].pk) == {here.bus.pk, here.doctor.pk}


def test_codes_of_others_are_hidden_until_one_has_coded_or_they_are_opened(here):
    here.code(here.anna, 0, here.bus)
    note = here.notes[0].pk
    assert not standing(here.round).is_known_to(here.bertil, note)

    actions.open_comparison(by=here.anna, round=here.round, opened=True)
    assert standing(here.round).is_known_to(here.bertil, note)
    actions.open_comparison(by=here.anna, round=here.round, opened=False)
    assert not standing(here.round).is_known_to(here.bertil, note)

    here.code(here.bertil, 0, here.doctor)
    assert standing(here.round).disputed(here.bertil) == [note]


def test_opening_twice_is_told_once(here):
    for _ in range(2):
        actions.open_comparison(by=here.anna, round=here.round, opened=True)

    assert Opening.objects.count() == 1
