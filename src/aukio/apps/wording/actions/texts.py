"""Texts on their way through a check: begun, let be, shared, deleted.

A check that is not shared leaves no event in the audit: who checked which text when is
nobody's business, and the text is gone in ten minutes, or in an hour with proposals.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.wording import asking, sealing
from aukio.apps.wording.asking import Asked, LetBe
from aukio.apps.wording.bounds import MOST_DAYS, WORKING_TIME
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.queries.glossary import glossary
from aukio.apps.wording.sealing import Opened
from aukio.apps.wording.texts import Given, read
from aukio.engines.clarity import rules as known_rules
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.jobs.actions import start

OWN = "wording.own"
SHARED = "wording.shared"
LONGEST_REASON = 300


@transaction.atomic
def begin(*, by: Any, given: Given, asked: Asked) -> tuple[KeptText, str]:
    """Check what can be seen at once, and ask the worker for the rest.

    Returns the kept text and the token of its private link. Raises ``Fault``.
    """
    require("wording.check", by)
    report = asking.surface(read(given), asked, glossary(asked.organisation, asked.language))
    row = KeptText.objects.create(
        sealed_content=sealing.sealed_content(given),
        sealed_asked=sealing.sealed_asked(asked),
        sealed_report=sealing.sealed_report(report),
        expires=timezone.now() + WORKING_TIME,
    )
    _ask_worker(row)
    return row, codes.issue(OWN, row, days=MOST_DAYS + 1)


@transaction.atomic
def let_be(*, by: Any, text: Opened, one: LetBe) -> KeptText:
    """Let a rule's findings be, everywhere or in one place, and check anew.

    Raises ``Fault`` for a rule that is not known and for a missing reason.
    """
    require("wording.check", by)
    if one.rule not in known_rules():
        raise Fault(_("There is no such rule."), where=one.rule, mend=_("Reload the page."))
    reason = one.reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Fault(
            _("A finding is let be only with a reason."),
            where=pgettext("field", "Reason"),
            mend=_("Write the reason in at most %(limit)d characters.") % {"limit": LONGEST_REASON},
        )
    return _again(text, (*text.asked.let_be, replace(one, reason=reason)))


@transaction.atomic
def mind_again(*, by: Any, text: Opened, number: int) -> KeptText:
    """Take back what was let be. A number that is not there changes nothing."""
    require("wording.check", by)
    kept = tuple(one for at, one in enumerate(text.asked.let_be) if at != number)
    return _again(text, kept)


@transaction.atomic
def share(*, by: Any, row: KeptText, days: int) -> str:
    """Keep the text until the chosen day and return the token of a link for reading it.

    Raises ``Fault`` when the days are not from 1 to 90. An earlier link stops working.
    """
    require("wording.check", by)
    if not 1 <= days <= MOST_DAYS:
        raise Fault(
            _("A shared text is kept from 1 to %(most)d days.") % {"most": MOST_DAYS},
            where=pgettext("field", "Days"),
            mend=_("Choose a number of days in between."),
        )
    codes.revoke_all(SHARED, row)
    row.is_shared, row.expires = True, _end_of_day(days)
    row.save(update_fields=["is_shared", "expires"])
    record(by=by, verb="wording.share_text", target=row, detail={"days": days})
    return codes.issue(SHARED, row, days=days + 1)


@transaction.atomic
def delete(*, by: Any, row: KeptText) -> None:
    """Delete the text at once; no link opens it any more."""
    require("wording.check", by)
    if row.is_shared:
        record(by=by, verb="wording.delete_text", target=row)
    _forget(row)


def forget_expired(*, now: datetime | None = None) -> int:
    """Delete the texts whose time has come; returns how many. The worker does this by itself."""
    expired = KeptText.objects.filter(expires__lte=now or timezone.now())
    count = 0
    for row in expired.only("pk")[:500]:
        with transaction.atomic():
            _forget(row)
        count += 1
    return count


def still_worked_on(row: KeptText, time: timedelta = WORKING_TIME) -> datetime:
    """The time of deletion after a change: a shared text keeps its day."""
    return row.expires if row.is_shared else timezone.now() + time


def _forget(row: KeptText) -> None:
    for purpose in (OWN, SHARED):
        codes.revoke_all(purpose, row)
    KeptText.objects.filter(pk=row.pk).delete()


def _again(text: Opened, kept: tuple[LetBe, ...]) -> KeptText:
    asked = replace(text.asked, let_be=kept)
    words = glossary(asked.organisation, asked.language)
    row = text.row
    row.sealed_asked = sealing.sealed_asked(asked)
    row.sealed_report = sealing.sealed_report(asking.surface(read(text.given), asked, words))
    row.is_deep, row.turn = False, row.turn + 1
    row.expires = still_worked_on(row)
    row.sealed_proposal = ""
    row.save(
        update_fields=[
            *("sealed_asked", "sealed_report", "sealed_proposal", "is_deep", "turn", "expires")
        ]
    )
    _ask_worker(row)
    return row


def _ask_worker(row: KeptText) -> None:
    """The queue holds the text's number only, never its words."""
    from aukio.apps.wording import tasks

    arguments = {"text_id": str(row.pk), "turn": row.turn}
    row.job = start(by=None, kind="wording.check", task=tasks.check, arguments=arguments)
    row.save(update_fields=["job"])


def _end_of_day(days: int) -> datetime:
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=23, minute=59, second=59, microsecond=0)
