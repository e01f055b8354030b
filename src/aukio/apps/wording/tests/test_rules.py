"""The whole matrix of roles and objects: who may do what, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from aukio.apps.wording.rules import EDITOR, RULES
from aukio.apps.wording.tests import factories as make
from aukio.shared.organisations.roles import Reach
from aukio.shared.organisations.tests.factories import admin, organisation, person

ALL = {"visitor", "outsider", "other editor", "colleague", "administrator", "editor", "gone"}
MEMBERS = {"colleague", "administrator", "editor"}
MAY: dict[str, dict[str, set[str]]] = {
    "wording.check": {"nothing": ALL, "organisation": ALL},
    "wording.use_glossary": {"organisation": MEMBERS},
    "wording.edit_glossary": {"organisation": {"editor"}},
    "wording.publish_figures": {"organisation": {"editor"}},
    "wording.read_site": {"organisation": {"editor"}},
    "wording.choose_model": {"organisation": {"editor"}},
    "wording.ask_model": {"organisation": MEMBERS},
}


@pytest.fixture
def people(db: None) -> tuple[dict[str, Any], Any]:
    house = organisation()
    gone = make.editor(house)
    gone.is_active = False
    return {
        "visitor": AnonymousUser(),
        "outsider": person(),
        "other editor": make.editor(),
        "colleague": make.colleague(house),
        "administrator": admin(house),
        "editor": make.editor(house),
        "gone": gone,
    }, house


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_lets_in_those_it_should_and_nobody_else(rule: str, people: Any):
    by_role, house = people
    for name, target in (("nothing", None), ("organisation", house)):
        let_in = {role for role, one in by_role.items() if rules.test_rule(rule, one, target)}
        assert let_in == MAY[rule].get(name, set()), name


def test_an_organisations_own_administrator_may_give_the_role():
    assert EDITOR.reach is Reach.ORGANISATION
