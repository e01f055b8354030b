"""Finding what an address is about; each raises ``Http404`` when it is not there."""

from __future__ import annotations

from typing import Any

import rules
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import pgettext

from aukio.apps.dialogues.opinions.actions.voting import voter_of
from aukio.apps.dialogues.opinions.models import Conversation, Statement, Voter
from aukio.apps.dialogues.opinions.queries import question
from aukio.apps.dialogues.views._ways import crumbs, desk_steps, round_step
from aukio.ui.components.ways import Crumb


def find_conversation(conversation: int, **_rest: Any) -> Conversation:
    return get_object_or_404(Conversation.objects.select_related("round"), pk=conversation)


def find_statement(statement: int, **_rest: Any) -> Statement:
    return get_object_or_404(Statement.objects.select_related("conversation"), pk=statement)


def visible(
    person: Any, conversation: int, rule: str = "opinions.see_conversation"
) -> Conversation:
    """A conversation this person may see; to others it is not there."""
    found = find_conversation(conversation)
    if not rules.test_rule(rule, person, found):
        raise Http404
    return found


def voter_or_404(code: str) -> Voter:
    found = voter_of(code)
    if found is None:
        raise Http404
    return found


def public_way(conversation: Conversation, *rest: tuple[str, str]) -> list[Crumb]:
    """Breadcrumbs under the round's public page; the last is the page itself."""
    return crumbs(round_step(conversation.round), *rest)


def desk_way(conversation: Conversation, *rest: tuple[str, str]) -> list[Crumb]:
    maps = reverse("opinions:desk", args=[conversation.round.slug])
    own = reverse("opinions:manage", args=[conversation.pk])
    return crumbs(
        *desk_steps(conversation.round),
        (pgettext("page", "Opinion maps"), maps),
        (question(conversation).text, own if rest else ""),
        *rest,
    )
