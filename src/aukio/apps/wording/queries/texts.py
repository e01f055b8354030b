"""Kept texts by their private links."""

from __future__ import annotations

from django.utils import timezone

from aukio.apps.wording import sealing
from aukio.apps.wording.actions.texts import OWN, SHARED
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.sealing import Opened
from aukio.shared.accounts import codes


def own_row(token: str) -> KeptText | None:
    """The row its maker's link opens, its sealed parts left where they are."""
    return _row(token, OWN, "sealed_content", "sealed_asked", "sealed_report")


def own(token: str) -> Opened | None:
    """The text its maker's link opens; None when it is deleted or its time is up."""
    return _opened(_row(token, OWN))


def shared(token: str) -> Opened | None:
    """The text a link for reading opens."""
    return _opened(_row(token, SHARED))


def _row(token: str, purpose: str, *unread: str) -> KeptText | None:
    code = codes.find(token, purpose)
    if code is None:
        return None
    good = KeptText.objects.filter(pk=code.target_id, expires__gt=timezone.now())
    return good.select_related("job", "model_job").defer(*unread).first()


def _opened(row: KeptText | None) -> Opened | None:
    return sealing.opened(row) if row else None
