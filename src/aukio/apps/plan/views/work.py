"""Pages for those who work on the plan: updating, checking, approving, opening a period."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.plan import actions, forms
from aukio.apps.plan.actions.status import checked_evidence, last_report
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.lights import light_of
from aukio.apps.plan.models import Completion, Evidence, Measure, Period, Plan, StatusReport
from aukio.apps.plan.queries.desk import waiting
from aukio.apps.plan.queries.plan import current_plan, find_measure
from aukio.apps.plan.views._frame import frame, get_or_post, language, person
from aukio.apps.plan.views._tables import waiting_rows
from aukio.shared.accounts.access import allowed
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault
from aukio.ui.components.ways import Crumb


@allowed("plan.report_status", find=find_measure)
@get_or_post
def update(request: HttpRequest, number: str) -> HttpResponse:
    """Report how a measure stands, with evidence, on one page."""
    measure = find_measure(number)
    last = last_report(measure)
    initial: dict[str, Any] = {"after": last.sequence if last else 0}
    if last:
        initial |= {"completion": last.completion, "obstacles": last.obstacle_codes}
    form = forms.UpdateForm(request.POST or None, request.FILES or None, initial=initial)
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            _report(person(request), measure, form.cleaned_data)
        except EditedMeanwhile as conflict:
            theirs = conflict.theirs
            form = _again(request, measure, form, theirs)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _thanks(form.cleaned_data["completion"]))
            return redirect("plan:measure", number=number)
    context = frame(measure, _("Update the measure"), form=form, last=last, theirs=theirs)
    context |= {
        "keep": f"plan-update-{number}",
        "light": light_of(last.completion if last else None),
    }
    if theirs:
        context |= {"their_light": light_of(theirs.completion)}
    return render(request, "plan/update.html", context, status=409 if theirs else 200)


def _report(by: Person, measure: Measure, given: dict[str, Any]) -> None:
    told = actions.Told(
        completion=given["completion"],
        done=given["done"],
        coming=given["coming"],
        obstacles=tuple(given["obstacles"]),
        language=language(),
    )
    with transaction.atomic():
        give_evidence(by, measure, given)
        actions.report_status(by=by, measure=measure, told=told, after=given["after"])


def _thanks(completion: str) -> str:
    if completion == Completion.COMPLETE:
        return _("Thank you. The team has been asked to approve the measure as complete.")
    return _("Thank you. The measure has been updated.")


def give_evidence(by: Person, measure: Measure, given: dict[str, Any]) -> Evidence | None:
    """Add the evidence of the form, if some was given."""
    file = given["evidence_file"]
    if not (given["evidence_address"] or file):
        return None
    shown = actions.Shown(
        title=given["evidence_title"],
        address=given["evidence_address"],
        file_name=file.name if file else "",
        content=file.read() if file else b"",
        language=language(),
    )
    if file:
        file.seek(0)
    return actions.add_evidence(by=by, measure=measure, shown=shown)


def _again(
    request: HttpRequest, measure: Measure, form: forms.UpdateForm, theirs: StatusReport | None
) -> forms.UpdateForm:
    """The form with what was typed, ready to be saved after the other's report.

    A file cannot be shown again, so the evidence is kept already now.
    """
    data = request.POST.copy()
    data["after"] = str(theirs.sequence if theirs else 0)
    if give_evidence(person(request), measure, form.cleaned_data):
        messages.info(request, _("Your evidence has been added already."))
        data["evidence_title"] = data["evidence_address"] = ""
    return forms.UpdateForm(data)


def find_evidence(number: str, pk: int) -> Evidence:
    """Evidence of a measure of the current plan."""
    return get_object_or_404(
        Evidence.objects.select_related("measure__commitment__plan", "file"),
        pk=pk,
        measure__number=number,
        measure__commitment__plan__is_current=True,
    )


@allowed("plan.check_evidence", find=find_evidence)
@get_or_post
def check(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Somebody else than its giver says that the evidence shows what it claims."""
    evidence = find_evidence(number, pk)
    form = forms.CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.check_evidence(
            by=person(request), evidence=evidence, remark=form.cleaned_data["remark"]
        )
        messages.success(request, _("The evidence has been marked as checked."))
        return redirect("plan:measure", number=number)
    context = frame(evidence.measure, _("Check the evidence"), form=form, evidence=evidence)
    context["submit"] = _("I have checked it")
    return render(request, "plan/check.html", context)


def find_last(number: str) -> StatusReport:
    """The last report of the measure."""
    report = last_report(find_measure(number))
    if report is None:
        raise Http404
    return report


@allowed("plan.approve_completion", find=find_last)
@get_or_post
def approve(request: HttpRequest, number: str) -> HttpResponse:
    """A named approver confirms, on checked evidence, that the measure is complete."""
    measure = find_measure(number)
    last = find_last(number)
    form = forms.ApproveForm(request.POST or None, initial={"after": last.sequence})
    form.fields["evidence"].queryset = checked_evidence(measure)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            actions.approve_completion(by=person(request), measure=measure, **form.cleaned_data)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The measure has been approved as complete."))
            return redirect("plan:measure", number=number)
    context = frame(measure, _("Approve as complete"), form=form, last=last)
    context["submit"] = _("I approve it as complete")
    return render(request, "plan/approve.html", context)


@allowed("plan.open_period")
@get_or_post
def periods(request: HttpRequest) -> HttpResponse:
    """The half-years: open one, see who is late, close it."""
    plan = current_plan()
    open_now = Period.objects.filter(plan=plan, closed=None).first()
    form = forms.PeriodForm(request.POST or None)
    if request.method == "POST" and "close" in request.POST and open_now:
        actions.close_period(by=person(request), period=open_now)
        return redirect("plan:period-list")
    if request.method == "POST" and form.is_valid():
        try:
            actions.open_period(by=person(request), plan=plan, **form.cleaned_data)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _written(plan))
            return redirect("plan:period-list")
    context = {
        "title": _("Reporting periods"),
        "crumbs": [Crumb(plan.title, reverse("plan:plan"))],
        "form": form if not open_now else None,
        "open": open_now,
        "over": open_now is not None and timezone.localdate() > open_now.due,
        "waiting": waiting_rows(waiting(open_now)) if open_now else [],
        "earlier": Period.objects.filter(plan=plan).exclude(closed=None),
        "submit": _("Open the period and write to the leads"),
    }
    return render(request, "plan/periods.html", context)


def _written(plan: Plan) -> str:
    """What opening the period did: how many measures have somebody to ask."""
    measures = Measure.objects.filter(commitment__plan=plan)
    asked = measures.filter(responsible__isnull=False).distinct().count()
    words = _("The period is open. The leads of %(asked)d of %(all)d measures were written to.")
    return words % {"asked": asked, "all": measures.count()}
