"""The half-year rhythm: a period is opened, leads are asked and reminded, and it is closed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.models import Measure, Period, Plan, Responsible
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue

CODE = re.compile(r"20\d{2}-[12]")
REMIND_BEFORE = timedelta(days=14)


@transaction.atomic
def open_period(*, by: Person | None, plan: Plan, code: str, due: date) -> Period:
    """Ask every lead to report for the half-year (``2026-1``) by ``due``, and write to them.

    One period at a time is open. Raises ``Fault``.
    """
    require("plan.open_period", by, plan)
    if not CODE.fullmatch(code):
        raise Fault(
            _("This is not a half-year."),
            where=pgettext("field", "half-year"),
            mend=_("Write the year and 1 or 2, like 2026-1."),
        )
    if due <= timezone.localdate():
        raise Fault(
            _("The last day has already been."),
            where=pgettext("field", "last day"),
            mend=_("Give the leads at least a day."),
        )
    periods = Period.objects.select_for_update().filter(plan=plan)
    if periods.filter(closed=None).exists() or periods.filter(code=code).exists():
        raise Fault(
            _("A period is still open, or this one has been opened before."),
            where=pgettext("field", "half-year"),
            mend=_("Close the open period first, or choose another half-year."),
        )
    period = Period.objects.create(plan=plan, code=code, due=due, opened_by=by)
    record(by=by, verb="plan.open_period", target=period, detail={"code": code})
    _write_to_leads(period, "opened")
    return period


@transaction.atomic
def close_period(*, by: Person | None, period: Period) -> Period:
    """No more reports for the period; later ones stand outside it."""
    require("plan.open_period", by, period)
    if period.closed is None:
        period.closed = timezone.now()
        period.save(update_fields=["closed"])
        record(by=by, verb="plan.close_period", target=period)
    return period


def remind() -> int:
    """Write to leads who have not reported: two weeks before the last day, and after it.

    Each letter goes once, however often this runs. Returns how many leads were written to.
    """
    period = Period.objects.filter(closed=None, plan__is_current=True).first()
    if period is None:
        return 0
    today = timezone.localdate()
    if today > period.due:
        return _write_to_leads(period, "late")
    if today >= period.due - REMIND_BEFORE:
        return _write_to_leads(period, "soon")
    return 0


def greet(responsible: Responsible) -> None:
    """Write to somebody just named: what they report on, or that a report is asked for now."""
    measure, person = responsible.measure, responsible.person
    period = Period.objects.filter(plan=measure.commitment.plan, closed=None).first()
    if period and measure in unreported(period):
        _write(period, measure, person, "opened")
        return
    with translation.override(person.language):
        text = _(
            "%(number)s %(title)s\n"
            "%(address)s\n\n"
            "Each half-year you get a letter when it is time to report. "
            "It takes about three minutes.\n"
        )
        address = settings.PUBLIC_URL + reverse("plan:measure", args=[measure.number])
        queue(
            to=person.email,
            subject=_("You now report on measure %(number)s") % {"number": measure.number},
            text=text % {"number": measure.number, "title": measure.title, "address": address},
            language=person.language,
            about=measure,
            key=f"plan.named:{responsible.pk}",
        )


def unreported(period: Period) -> list[Measure]:
    """Measures nobody has reported on in the period."""
    measures = Measure.objects.filter(commitment__plan_id=period.plan_id)
    return list(measures.exclude(reports__period=period))


def _write_to_leads(period: Period, stage: str) -> int:
    waiting = Responsible.objects.filter(
        measure__in=unreported(period), person__is_active=True
    ).select_related("measure", "person")
    for one in waiting:
        _write(period, one.measure, one.person, stage)
    return len(waiting)


def _write(period: Period, measure: Measure, person: Person, stage: str) -> None:
    with translation.override(person.language):
        subject = {
            "opened": _("Please report on measure %(number)s by %(day)s"),
            "soon": _("Reminder: report on measure %(number)s by %(day)s"),
            "late": _("The report on measure %(number)s was due on %(day)s"),
        }[stage] % {"number": measure.number, "day": long_date(period.due)}
        address = reverse("plan:measure-update", args=[measure.number])
        text = _(
            "%(number)s %(title)s\n\n"
            "Tell how the measure stands and what shows it. It takes about three minutes:\n"
            "%(address)s\n"
        ) % {
            "number": measure.number,
            "title": measure.title,
            "address": settings.PUBLIC_URL + address,
        }
        queue(
            to=person.email,
            subject=subject,
            text=text,
            language=person.language,
            about=measure,
            key=f"plan.{stage}:{period.pk}:{measure.pk}:{person.pk}",
        )
