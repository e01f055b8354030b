"""Finding what an address of the cockpit is about; each raises ``Http404``."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from aukio.apps.dialogues.organising.actions.inviting import PURPOSE
from aukio.apps.dialogues.organising.models import (
    Contact,
    Invitation,
    Invited,
    MaterialKind,
    Milestone,
    TopicProposal,
    Training,
)
from aukio.shared.accounts import codes
from aukio.shared.accounts.models import LANGUAGES, Code


def find_topic(topic: int, **_rest: Any) -> TopicProposal:
    return get_object_or_404(TopicProposal.objects.select_related("round"), pk=topic)


def find_milestone(milestone: int, **_rest: Any) -> Milestone:
    return get_object_or_404(Milestone.objects.select_related("round"), pk=milestone)


def find_contact(contact: int, **_rest: Any) -> Contact:
    return get_object_or_404(Contact.objects.filter(unsubscribed_at=None), pk=contact)


def find_invitation(invitation: int, **_rest: Any) -> Invitation:
    return get_object_or_404(Invitation.objects.select_related("round"), pk=invitation)


def find_training(training: int, **_rest: Any) -> Training:
    return get_object_or_404(Training.objects.select_related("gathering", "round"), pk=training)


def find_invited(token: str) -> tuple[Code, Invited]:
    """What the link in a letter opens."""
    code = codes.find(token, PURPOSE)
    if code is None:
        raise Http404
    rows = Invited.objects.select_related("contact", "invitation__round")
    return code, get_object_or_404(rows, pk=code.target_id)


def known_material(kind: str, language: str) -> None:
    if kind not in MaterialKind.values or language not in dict(LANGUAGES):
        raise Http404
