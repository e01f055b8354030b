"""Reporting how a measure stands. A person judges; no count ever sets a status."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Completion, Evidence, Measure, Period, StatusReport
from aukio.apps.plan.models.status import WITH_OBSTACLES
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.terms.queries import words


@dataclass(frozen=True)
class Told:
    """What a lead tells: completion, obstacles, what has been done and what comes next."""

    completion: str
    done: str
    coming: str = ""
    obstacles: tuple[str, ...] = ()
    language: str = "fi"


def report_status(*, by: Person | None, measure: Measure, told: Told, after: int) -> StatusReport:
    """Add the next report. ``after`` is the number of the report the writer had before them.

    “Complete” is kept as substantial, and the team is asked to approve it; that needs checked
    evidence. The same report sent twice by the same person (a second press, the back button) is
    kept once. Raises ``EditedMeanwhile`` when somebody else has reported since, and ``Fault``.
    """
    require("plan.report_status", by, measure)
    _check(measure, told)
    asks = told.completion == Completion.COMPLETE
    report = StatusReport(
        measure=measure,
        period=Period.objects.filter(plan=measure.commitment.plan, closed=None).first(),
        sequence=after + 1,
        completion=Completion.SUBSTANTIAL if asks else told.completion,
        asks_completion=asks,
        obstacles=" ".join(told.obstacles),
        done=told.done.strip(),
        coming=told.coming.strip(),
        language=told.language,
        by=by,
    )
    last = last_report(measure)
    if last is not None and _is_same(last, report):
        return last
    with transaction.atomic():
        _add_next(report, told)
        record(
            by=by,
            verb="plan.report_status",
            target=measure,
            detail={
                "report": report.pk,
                "completion": report.completion,
                "asks_completion": asks,
                "obstacles": list(told.obstacles),
            },
        )
    return report


def approve_completion(
    *, by: Person, measure: Measure, evidence: Evidence, after: int
) -> StatusReport:
    """A named approver confirms that the measure is complete, on checked evidence.

    The last report must ask for it, and the approver must be somebody else than its writer.
    """
    last = last_report(measure)
    if last is None or not last.asks_completion:
        raise Fault(
            _("Nobody has asked to have this measure approved as complete."),
            mend=_("The lead first reports the measure as complete."),
        )
    require("plan.approve_completion", by, last)
    if evidence.measure_id != measure.pk or not evidence.is_checked:
        raise Fault(
            _("This evidence has not been checked for this measure."),
            where=pgettext("field", "evidence"),
            mend=_("Choose evidence that somebody has checked."),
        )
    report = StatusReport(
        measure=measure,
        period=last.period,
        sequence=after + 1,
        completion=Completion.COMPLETE,
        done=last.done,
        coming=last.coming,
        language=last.language,
        by=last.by,
        approved_by=by,
        rests_on=evidence,
    )
    with transaction.atomic():
        _add_next(report, Told(Completion.COMPLETE, last.done))
        detail = {"report": report.pk, "evidence": evidence.pk}
        record(by=by, verb="plan.approve_completion", target=measure, detail=detail)
    return report


def _is_same(last: StatusReport, report: StatusReport) -> bool:
    """Whether the newest report already says all this, by the same person for the same period."""
    told = ["completion", "asks_completion", "obstacles", "done", "coming", "language"]
    told += ["by_id", "period_id"]
    return last.approved_by_id is None and all(
        getattr(last, name) == getattr(report, name) for name in told
    )


def _add_next(report: StatusReport, told: Told) -> None:
    """Store the report if it is the next one. The database lets in one of two at once."""
    last = last_report(report.measure)
    if (last.sequence if last else 0) + 1 != report.sequence:
        raise EditedMeanwhile(theirs=last, yours=asdict(told))
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError as error:
        there = StatusReport.objects.filter(
            measure=report.measure, sequence=report.sequence
        ).first()
        if there is None:
            raise
        raise EditedMeanwhile(theirs=there, yours=asdict(told)) from error


def _check(measure: Measure, told: Told) -> None:
    if told.completion not in Completion.values:
        raise Fault(
            _("This is not one of the completion codes."),
            where=pgettext("field", "completion"),
            mend=_("Choose one of the four."),
        )
    if not told.done.strip():
        raise Fault(
            _("The report says nothing."),
            where=pgettext("field", "what has been done"),
            mend=_("Write a sentence or two."),
        )
    known = {word.code for word in words("obstacles") if not word.retired}
    if not set(told.obstacles) <= known:
        raise Fault(
            _("This is not one of the obstacles."),
            where=pgettext("field", "obstacles"),
            mend=_("Choose from the list."),
        )
    if told.completion in WITH_OBSTACLES and not told.obstacles:
        raise Fault(
            _("The report names no obstacle."),
            where=pgettext("field", "obstacles"),
            mend=_("Say what stands in the way when a measure is limited or not started."),
        )
    if told.completion == Completion.COMPLETE and not checked_evidence(measure).exists():
        raise Fault(
            _("A measure is complete only when checked evidence shows it."),
            where=pgettext("field", "completion"),
            mend=_(
                "Report it now as substantial and give the evidence. When somebody else has "
                "checked the evidence, report the measure as complete."
            ),
        )


def checked_evidence(measure: Measure) -> QuerySet[Evidence]:
    """Evidence of the measure that somebody else than its giver has checked."""
    return Evidence.objects.filter(measure=measure, checked__isnull=False)


def last_report(measure: Measure) -> StatusReport | None:
    """The newest report of the measure."""
    return StatusReport.objects.filter(measure=measure).order_by("sequence").last()
