"""Registering a dialogue and counting its people."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.areas.tests.factories import area
from aukio.shared.audit.models import Event
from aukio.shared.organisations.tests.factories import organisation
from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words() -> None:
    term("in_person")
    term("18-29", vocabulary="age-bands")
    term("30-50", vocabulary="age-bands")
    term("pensioners", vocabulary="participant-groups")


def given(**fields: Any) -> dict[str, Any]:
    return {
        "round": make.RoundFactory(),
        "organiser": organisation(),
        "title": "Kirjaston dialogi",
        **fields,
    }


def test_an_organiser_registers_its_own_dialogue() -> None:
    own = organisation()

    made = actions.register_dialogue(
        by=make.organiser(own),
        **given(
            organiser=own,
            municipality=area(),
            mode="in_person",
            participants=12,
            age_bands={"18-29": 7, "30-50": 0},
            groups={"pensioners": 5},
        ),
    )

    assert dict(made.age_bands.values_list("band", "count")) == {"18-29": 7}
    assert made.groups.get().group == "pensioners"
    assert made.reference == "1"
    assert Event.objects.filter(verb="dialogues.register_dialogue").count() == 1


@pytest.mark.parametrize("who", [make.organiser, make.outsider])
def test_nobody_registers_a_dialogue_for_others(who: Any) -> None:
    with pytest.raises(PermissionDenied):
        actions.register_dialogue(by=who(), **given())


def test_only_the_core_group_leaves_the_organiser_open() -> None:
    actions.register_dialogue(by=make.core_group(), **given(organiser=None))

    with pytest.raises(PermissionDenied):
        actions.register_dialogue(by=make.organiser(), **given(organiser=None))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"title": "x" * 201},
        {"place": "x" * 201},
        {"reference": "x" * 81},
        {"mode": "telepathy"},
        {"age_bands": {"0-200": 3}},
        {"groups": {"nobody": 3}},
        {"participants": -1},
        {"participants": 3, "age_bands": {"18-29": 4}},
    ],
)
def test_a_field_that_cannot_be_used_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputFault) as fault:
        actions.register_dialogue(by=None, **given(**wrong))

    assert fault.value.where
    assert not Dialogue.objects.exists()


def test_a_region_is_not_a_municipality() -> None:
    with pytest.raises(InputFault):
        actions.register_dialogue(by=None, **given(municipality=area("01", kind="region")))


def test_a_reference_is_used_once_in_a_round() -> None:
    fields = given(reference="A")
    actions.register_dialogue(by=None, **fields)

    with pytest.raises(InputFault):
        actions.register_dialogue(by=None, **fields)


def test_references_that_are_not_given_are_numbers_not_yet_taken() -> None:
    round = make.RoundFactory()
    actions.register_dialogue(by=None, **given(round=round, reference="2"))

    assert actions.register_dialogue(by=None, **given(round=round)).reference == "3"


def test_counting_again_replaces_the_counts() -> None:
    made = actions.register_dialogue(by=None, **given(participants=9, age_bands={"18-29": 9}))

    actions.count_people(by=None, dialogue=made, participants=6, age_bands={"30-50": 6})

    assert dict(made.age_bands.values_list("band", "count")) == {"30-50": 6}
    assert Dialogue.objects.get().participants == 6


def test_others_do_not_count_the_people() -> None:
    with pytest.raises(PermissionDenied):
        actions.count_people(by=make.organiser(), dialogue=make.DialogueFactory(), participants=100)


def test_a_dialogue_is_changed_and_the_audit_tells_what() -> None:
    made = actions.register_dialogue(by=None, **given(place="Kirjasto"))

    actions.edit_dialogue(by=None, dialogue=made, title="Uusi", place="Kirjasto")

    assert Dialogue.objects.get().title == "Uusi"
    assert Event.objects.get(verb="dialogues.edit_dialogue").detail == {"changed": ["title"]}


def test_others_do_not_change_a_dialogue() -> None:
    with pytest.raises(PermissionDenied):
        actions.edit_dialogue(by=make.organiser(), dialogue=make.DialogueFactory(), title="X")


@pytest.mark.parametrize("wrong", [{"title": " "}, {"mode": "telepathy"}, {"place": "x" * 201}])
def test_a_change_that_cannot_be_used_is_refused(wrong: dict[str, Any]) -> None:
    made = make.DialogueFactory(title="Vanha")

    with pytest.raises(InputFault):
        actions.edit_dialogue(by=None, dialogue=made, **{"title": "Uusi", **wrong})

    assert Dialogue.objects.get().title == "Vanha"
