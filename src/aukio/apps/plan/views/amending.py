"""Changing what the plan promises: amendments of a measure, and its milestones."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from aukio.apps.plan import actions, forms
from aukio.apps.plan.actions.amending import AMENDABLE
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Measure, Milestone
from aukio.apps.plan.queries.plan import find_measure
from aukio.apps.plan.views._frame import (
    Conflict,
    compare,
    form_page,
    frame,
    get_or_post,
    language,
    person,
)
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault
from aukio.ui.components.ways import Crumb


@allowed("plan.amend_measure", find=find_measure)
@get_or_post
def amend(request: HttpRequest, number: str) -> HttpResponse:
    """Amend a measure: its texts, leads and dates, with why, when and by whose decision."""
    measure = find_measure(number)
    form = forms.AmendForm.of(_values(measure), measure.revision, request.POST)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            _amend(request, measure, form)
        except EditedMeanwhile as edited:
            conflict = compare(form, _values(edited.theirs), edited.theirs.revision)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The measure has been amended; the history shows it."))
            return redirect(reverse("plan:plan-history") + f"#measure-{number}")
    context = frame(measure, _("Amend the measure"), form=form, keep=f"plan-amend-{number}")
    context |= {"lead": _("What is changed here is kept for good: before, after, why and by whom.")}
    return form_page(request, context, conflict=conflict, template="plan/amend.html")


def _values(measure: Measure) -> dict[str, Any]:
    return {name: getattr(measure, name) or "" for name in AMENDABLE}


def _amend(request: HttpRequest, measure: Measure, form: forms.AmendForm) -> None:
    given = form.cleaned_data
    decision = actions.Decision(
        why=given["why"],
        decided=given["decided"],
        approved_by=given["approved_by"],
        language=language(),
    )
    actions.amend_measure(
        by=person(request),
        measure=measure,
        revision=given["revision"],
        values=form.values(),
        decision=decision,
    )


@allowed("plan.set_milestones", find=find_measure)
@get_or_post
def milestones(request: HttpRequest, number: str) -> HttpResponse:
    """The steps of a measure, and a form for the next one."""
    measure = find_measure(number)
    form = forms.NewMilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_milestone(
                by=person(request), measure=measure, language=language(), **form.cleaned_data
            )
        except Fault as fault:
            form.add_error("title", str(fault.what))
        else:
            messages.success(request, _("The milestone has been added."))
            return redirect("plan:milestone-list", number=number)
    context = frame(measure, _("Milestones"), form=form, submit=_("Add the milestone"))
    context["milestones"] = list(Milestone.objects.filter(measure=measure))
    return form_page(request, context, template="plan/milestones.html")


def find_milestone(number: str, pk: int) -> Milestone:
    """A milestone of a measure of the current plan."""
    rows = Milestone.objects.select_related("measure__commitment__plan")
    mine = {"measure__number": number, "measure__commitment__plan__is_current": True}
    return get_object_or_404(rows, pk=pk, **mine)


@allowed("plan.set_milestones", find=find_milestone)
@get_or_post
def milestone(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Change a step, or say on which day it was done."""
    found = find_milestone(number, pk)
    form = forms.MilestoneForm.of(_step(found), found.revision, request.POST)
    conflict: Conflict | None = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        step = actions.Step(given["title"], given["due"], given["done"], language())
        try:
            actions.change_milestone(
                by=person(request), milestone=found, revision=given["revision"], step=step
            )
        except EditedMeanwhile as edited:
            conflict = compare(form, _step(edited.theirs), edited.theirs.revision)
        except Fault as fault:
            form.add_error("done", str(fault))
        else:
            messages.success(request, _("The milestone has been saved."))
            return redirect("plan:milestone-list", number=number)
    context = frame(found.measure, _("Milestone"), form=form, keep=f"plan-milestone-{pk}")
    address = reverse("plan:milestone-list", args=[number])
    context["crumbs"].append(Crumb(_("Milestones"), address))
    return form_page(request, context | {"back": address}, conflict=conflict)


def _step(milestone: Milestone) -> dict[str, Any]:
    return {"title": milestone.title, "due": milestone.due, "done": milestone.done}
