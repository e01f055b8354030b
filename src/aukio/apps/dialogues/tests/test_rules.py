"""The whole matrix of roles and objects: who may do what, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from aukio.apps.dialogues.models import Gate, RoundStatus
from aukio.apps.dialogues.rules import RULES, SCRIBE, organiser_of
from aukio.apps.dialogues.tests import factories as make

ROLES = (
    *("visitor", "outsider", "other organiser", "organiser", "core group", "gone"),
    *("participant", "scribe", "other scribe"),
)
OBJECTS = (
    *("nothing", "organisation", "open round", "planned round", "dialogue", "record", "note"),
    *("held record", "note of a held record"),
)
CORE = {"core group"}
OWN = {"core group", "organiser"}
ORGANISER = {"organiser"}
WRITES = {"organiser", "scribe"}
HELD = {"held record": ORGANISER, "note of a held record": ORGANISER}
NOBODY: dict[str, set[str]] = {name: set() for name in OBJECTS}
ALL = set(ROLES)

# Who may, by rule and object; objects that are not named: the core group only.
MAY: dict[str, dict[str, set[str]]] = {
    "dialogues.see_round": {"open round": ALL},
    **{
        name: {
            "organisation": OWN,
            "dialogue": OWN,
            "record": OWN,
            "note": OWN,
            "held record": OWN,
            "note of a held record": OWN,
        }
        for name in ("dialogues.register_dialogue", "dialogues.edit_dialogue")
    },
    **{
        name: {"organisation": OWN, "dialogue": OWN, "record": OWN, "note": OWN, **HELD}
        for name in (
            "dialogues.import_record",
            "dialogues.read_record",
            "dialogues.set_permission",
        )
    },
    "dialogues.send_record": {
        **NOBODY,
        "organisation": ORGANISER,
        "note": ORGANISER,
        **HELD,
        "dialogue": WRITES,
        "record": WRITES,
        "held record": WRITES,
    },
    "dialogues.decide_findings": {
        **NOBODY,
        "organisation": ORGANISER,
        "dialogue": ORGANISER,
        "note": ORGANISER,
        **HELD,
        "record": OWN,
    },
    "dialogues.hand_over": {
        **NOBODY,
        "organisation": ORGANISER,
        "dialogue": ORGANISER,
        "record": ORGANISER,
        "note": ORGANISER,
        **HELD,
    },
}


@pytest.fixture
def house(db: None) -> tuple[dict[str, Any], dict[str, Any]]:
    record = make.record()
    own = record.dialogue.organiser
    gone = make.core_group()
    gone.is_active = False
    held = make.record(dialogue=record.dialogue, text="Ilta.\n")
    held.gate = Gate.HELD
    held.save(update_fields=["gate"])
    people = {
        "visitor": AnonymousUser(),
        "outsider": make.outsider(),
        "other organiser": make.organiser(),
        "organiser": make.organiser(own),
        "core group": make.core_group(),
        "gone": gone,
        "participant": make.code("organising.participant", record.dialogue),
        "scribe": make.code(SCRIBE, record.dialogue),
        "other scribe": make.code(SCRIBE, make.DialogueFactory()),
    }
    objects = {
        "nothing": None,
        "organisation": own,
        "open round": make.RoundFactory(status=RoundStatus.OPEN),
        "planned round": make.RoundFactory(status=RoundStatus.PLANNED),
        "dialogue": record.dialogue,
        "record": record,
        "note": record.notes.first(),
        "held record": held,
        "note of a held record": held.notes.first(),
    }
    return people, objects


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_lets_in_those_it_should_and_nobody_else(
    rule: str, house: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    people, objects = house
    found = {
        (role, name)
        for role, person in people.items()
        for name, target in objects.items()
        if rules.test_rule(rule, person, target)
    }

    assert found == {(role, name) for name in OBJECTS for role in MAY.get(rule, {}).get(name, CORE)}


def test_a_dialogue_without_an_organiser_is_the_core_group_s_alone(db: None) -> None:
    dialogue = make.DialogueFactory(organiser=None)

    assert organiser_of(dialogue) is None
    assert not rules.test_rule("dialogues.read_record", make.organiser(), dialogue)
