"""Who may do what with calls and proposals.

Anyone proposes. Whoever holds a proposal's code follows, corrects and withdraws it. The team
of the action plan runs the calls, checks, groups and responds.
"""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.plan.cocreation.models import Proposal
from aukio.apps.plan.rules import is_team, may
from aukio.shared.accounts.models import Code
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import memberships

CODE = "cocreation.proposal"


def holds_code(who: Any, target: Any) -> bool:
    """Came by the private link of this very proposal."""
    return (
        isinstance(who, Code)
        and isinstance(target, Proposal)
        and who.purpose == CODE
        and who.target_type == target._meta.label_lower
        and who.target_id == str(target.pk)
    )


def belongs_to(who: Any, target: Any) -> bool:
    """Has any role in the organisation."""
    if not isinstance(target, Organisation) or not getattr(who, "is_authenticated", False):
        return False
    return who.is_active and any(own == target.pk for _room, _role, own in memberships(who))


def on_team(who: Any) -> bool:
    return not isinstance(who, Code) and is_team(who)


_predicate = cast(Any, rules).predicate  # the library has no types
_team = _predicate(on_team)
_holder = _predicate(holds_code)

RULES = {
    "cocreation.manage_calls": _team,
    "cocreation.check_proposals": _team,
    "cocreation.edit_themes": _team,
    "cocreation.respond": _team,
    "cocreation.publish_outcome": _team,
    "cocreation.propose_for": _predicate(belongs_to),
    "cocreation.correct_proposal": _holder,
    "cocreation.withdraw_proposal": _holder,
    "cocreation.forget_contact": _holder,
}


def register() -> None:
    """Make the rules known; again changes nothing."""
    book = cast(Any, rules)
    for name, predicate in RULES.items():
        if not book.rule_exists(name):
            book.add_rule(name, predicate)


__all__ = ["CODE", "RULES", "may", "register"]
