"""Who may do what in the wing.

The core group asks and publishes; an editor of summaries also writes the brief. An owner
answers for their organisation, signed in or with the code in their letter. What is published
anyone may read.
"""

from __future__ import annotations

from typing import Any, cast

import rules
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.impact.models import Question
from aukio.apps.dialogues.rules import is_core_group
from aukio.shared.accounts.models import Code
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import Reach, add_role, find_role

ROOM = "dialogues"
OWNER = add_role(
    ROOM,
    "owner",
    pgettext_lazy("role", "Answers questions from dialogues"),
    reach=Reach.ORGANISATION,
)
EDITOR = find_role(ROOM, "editor") or add_role(
    ROOM, "editor", pgettext_lazy("role", "Editor of summaries and briefs")
)
ANSWER_CODE = "impact.answer"


def is_owner(person: Any, target: Any) -> bool:
    """Answers for the organisation that was asked, or for some organisation when none is given."""
    if isinstance(person, Code):
        return is_code_of(person, target)
    if target is None:
        return has_role(person, OWNER.room, OWNER.code)
    return isinstance(target, Question) and has_role(
        person, OWNER.room, OWNER.code, target.owner_id
    )


def is_code_of(code: Code, target: Any) -> bool:
    """The code in the letter opens this question and no other."""
    return (
        isinstance(target, Question)
        and code.purpose == ANSWER_CODE
        and code.target_type == target._meta.label_lower
        and code.target_id == str(target.pk)
    )


def writes_briefs(person: Any) -> bool:
    """Of the core group, or an editor of summaries."""
    if isinstance(person, Code):
        return False
    return is_core_group(person) or has_role(person, EDITOR.room, EDITOR.code)


def leads(person: Any) -> bool:
    """Of the core group; a code is never that."""
    return not isinstance(person, Code) and is_core_group(person)


def register() -> None:
    """Make the wing's rules known. Called once, when the house starts."""
    book = cast(Any, rules)  # the library has no types
    core, editor = book.predicate(leads), book.predicate(writes_briefs)
    named = {
        "impact.see_desk": editor,
        "impact.edit_brief": editor,
        "impact.publish_brief": core,
        "impact.ask": core,
        "impact.answer": book.predicate(is_owner),
    }
    for name, predicate in named.items():
        if not book.rule_exists(name):
            book.add_rule(name, predicate)
