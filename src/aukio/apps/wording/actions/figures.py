"""Figures of an organisation's texts, and its decision to show them. Never a word of a text."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aukio.apps.wording.asking import Asked
from aukio.apps.wording.models import Showing, TextFigures
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record
from aukio.shared.organisations.models import Organisation


@transaction.atomic
def count(*, asked: Asked, score: float) -> TextFigures | None:
    """Add a finished check to its organisation's figures, if the organisation shows them.

    Done by the worker, when all rules have been looked at: only such scores compare.
    """
    if asked.organisation is None or not asked.series or asked.let_be:
        return None
    if not Showing.objects.filter(organisation=asked.organisation).exists():
        return None
    today = timezone.localdate()
    found, is_first = TextFigures.objects.select_for_update().get_or_create(
        series=uuid.UUID(asked.series),
        organisation_id=asked.organisation,
        profile=asked.profile,
        defaults={
            "language": asked.language,
            "first_score": score,
            "last_score": score,
            "first_day": today,
            "last_day": today,
        },
    )
    if not is_first:
        found.last_score, found.last_day = score, max(today, found.first_day)
        found.checks += 1
        found.save(update_fields=["last_score", "last_day", "checks"])
    return found


@transaction.atomic
def show(*, by: Any, organisation: Organisation) -> None:
    """Show the organisation's figures, and begin to count them. Again changes nothing."""
    require("wording.publish_figures", by, organisation)
    _row, is_new = Showing.objects.get_or_create(organisation=organisation)
    if is_new:
        record(by=by, verb="wording.show_figures", target=organisation)


@transaction.atomic
def hide(*, by: Any, organisation: Organisation) -> None:
    """Show no figures, and delete those that were counted. Again changes nothing."""
    require("wording.publish_figures", by, organisation)
    gone, _each = Showing.objects.filter(organisation=organisation).delete()
    TextFigures.objects.filter(organisation=organisation).delete()
    if gone:
        record(by=by, verb="wording.hide_figures", target=organisation)
