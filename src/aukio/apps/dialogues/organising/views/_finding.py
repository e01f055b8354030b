"""Finding what an address is about; each raises ``Http404`` when it is not there."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from aukio.apps.dialogues.models import RoundStatus
from aukio.apps.dialogues.organising.actions.places import PURPOSE
from aukio.apps.dialogues.organising.models import Announcement, Application, SignUp
from aukio.apps.dialogues.organising.queries.coming import Coming, page_of
from aukio.shared.accounts import codes
from aukio.shared.accounts.models import Code


def find_announcement(dialogue: int, **_rest: Any) -> Announcement:
    """The page of this dialogue, for those who take care of it."""
    rows = Announcement.objects.select_related(
        "dialogue__round", "dialogue__organiser", "dialogue__municipality", "gathering",
        "registered_by",
    )  # fmt: skip
    return get_object_or_404(rows, dialogue_id=dialogue)


def find_page(key: str) -> Coming:
    """The page at this address; of a round that is being planned there is none yet."""
    rows = Announcement.objects.filter(key=key).exclude(dialogue__round__status=RoundStatus.PLANNED)
    found = page_of(key) if rows.exists() else None
    if found is None:
        raise Http404
    return found


def find_application(application: int, **_rest: Any) -> Application:
    return get_object_or_404(
        Application.objects.select_related("person", "municipality", "organisation"),
        pk=application,
    )


def find_sign_up(token: str) -> tuple[Code, SignUp]:
    """What a private code opens."""
    code = codes.find(token, PURPOSE)
    if code is None:
        raise Http404
    rows = SignUp.objects.select_related(
        "needs", "gathering__announcement__dialogue__round", "gathering__training"
    )
    return code, get_object_or_404(rows, pk=code.target_id)
