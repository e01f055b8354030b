"""Figures: what each means, one with the records behind it, and those that people tell."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan import actions, forms
from aukio.apps.plan.actions.told_figures import code_for, moment_of
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Evidence, IndicatorDefinition, Measure, Snapshot
from aukio.apps.plan.queries import indicators as queries
from aukio.apps.plan.queries.plan import current_plan, find_measure
from aukio.apps.plan.rules import may
from aukio.apps.plan.views import _tables
from aukio.apps.plan.views._frame import (
    Both,
    compare,
    form_page,
    frame,
    get_or_post,
    language,
    person,
)
from aukio.apps.plan.views.pages import crumbs
from aukio.apps.plan.views.work import give_evidence
from aukio.shared.accounts.access import allowed, public
from aukio.shared.faults import Fault
from aukio.shared.i18n.figures import number as in_digits
from aukio.ui.components.own import Link
from aukio.ui.components.ways import Crumb


@public
@require_safe
def indicators(request: HttpRequest) -> HttpResponse:
    """Every figure of the plan: its definition, version, source, owner, baseline and target."""
    plan = current_plan()
    may_describe = may("plan.define_indicator", request.user, None)
    context = {
        "title": _("What the plan's figures mean"),
        "lead": _("A new way of counting is a new version; the old one stays beside it."),
        "crumbs": crumbs(plan),
        "head": _tables.definition_head(),
        "rows": _tables.definition_rows(queries.definitions(), may_describe=may_describe),
        "files": [Link("JSON", "/api/v1/indicators")],
    }
    return render(request, "plan/indicators.html", context)


@public
@require_safe
def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One live figure: its value, definition and past, and the records behind it."""
    page = queries.figure_page(code)
    measure = page.measure
    address = reverse("plan:measure", args=[measure.number])
    way = Crumb(f"{measure.number} {measure.title}", address)
    files = [Link("JSON", f"/api/v1/indicators/{code}")]
    if page.groups:
        name = _("JSON: the records behind it")
        files.append(Link(name, f"/api/v1/indicators/{code}/records"))
    context = {
        "title": page.figure.label,
        "caption": pgettext("caption", "Live figure"),
        "crumbs": crumbs(measure.commitment.plan, measure.commitment, way),
        "page": page,
        "facts": _tables.figure_facts(page),
        "groups": page.groups,
        "rows": _tables.group_rows(page.groups) if page.groups else [],
        "head": _tables.group_head(page.groups) if page.groups else [],
        "files": files,
    }
    return render(request, "plan/figure.html", context)


@allowed("plan.tell_figure", find=find_measure)
@get_or_post
def tell(request: HttpRequest, number: str) -> HttpResponse:
    """Tell a figure that no part of Aukio counts, with what shows it."""
    measure = find_measure(number)
    form = forms.FactForm(request.POST or None, request.FILES or None, measure=measure)
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            _tell(request, measure, form)
        except EditedMeanwhile as edited:
            conflict = _both(form, edited.theirs)
            form = _again(form, request, measure, edited.theirs)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The figure is now on the measure's page."))
            return redirect(reverse("plan:measure", args=[number]) + "#told")
    context = frame(measure, _("Tell a figure"), form=form, keep=f"plan-tell-{number}")
    context["lead"] = _("For what Aukio cannot count itself. Readers see that people told it.")
    context["conflict"] = conflict
    return form_page(request, context, conflict=conflict, template="plan/tell.html")


def _tell(request: HttpRequest, measure: Measure, form: forms.FactForm) -> None:
    given = form.cleaned_data
    known = form.definitions.get(given["figure"])
    fact = actions.Fact(
        code=known.code if known else code_for(given["label"]),
        label=known.label if known else given["label"],
        unit=known.unit if known else given["unit"],
        period=given["period"].strip(),
        value=given["value"],
        language=language(),
    )
    with transaction.atomic():
        evidence: Evidence | None = given["evidence"]
        if evidence is None:
            evidence = give_evidence(person(request), measure, given)
        if evidence is not None:
            actions.tell_figure(
                by=person(request),
                measure=measure,
                fact=fact,
                evidence=evidence,
                replacing=given["replacing"],
            )


def _both(form: forms.FactForm, theirs: Snapshot | None) -> list[Both]:
    """The figure now there, with its evidence, beside the one that was typed."""
    if theirs is None:
        return [Both(pgettext("figure", "Value"), "–", str(form.data.get("value", "")))]
    value = "–" if theirs.value is None else in_digits(theirs.value)
    mine = form.cleaned_data["evidence"] or form.cleaned_data["evidence_title"]
    shown = theirs.evidence.title if theirs.evidence else ""
    return [
        Both(pgettext("figure", "Value"), value, str(form.data.get("value", ""))),
        Both(pgettext("figure", "Evidence"), shown, str(mine)),
    ]


def _again(
    form: forms.FactForm, request: HttpRequest, measure: Measure, theirs: Snapshot | None
) -> forms.FactForm:
    """The form as it was typed, ready to replace the figure that is there now.

    A file cannot be shown again, so new evidence is kept already now.
    """
    data = request.POST.copy()
    data["replacing"] = moment_of(theirs)
    given = form.cleaned_data
    if given["evidence"] is None:
        kept = give_evidence(person(request), measure, given)
        if kept:
            messages.info(request, _("Your evidence has been added already."))
            data["evidence"] = str(kept.pk)
            data["evidence_title"] = data["evidence_address"] = ""
    return forms.FactForm(data, None, measure=measure)


def find_definition(pk: int) -> IndicatorDefinition:
    """The definition of a figure of the current plan."""
    rows = IndicatorDefinition.objects.select_related("measure__commitment__plan")
    return get_object_or_404(rows, pk=pk, measure__commitment__plan__is_current=True)


@allowed("plan.define_indicator", find=find_definition)
@get_or_post
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whose a figure is, where it comes from, and where it began and should come to."""
    found = find_definition(pk)
    form = forms.DescribeForm.of(_words(found), found.revision, request.POST)
    conflict = None
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in _words(found)}
        try:
            actions.describe_indicator(
                by=person(request),
                definition=found,
                revision=form.cleaned_data["revision"],
                described=actions.Described(**words),
            )
        except EditedMeanwhile as edited:
            conflict = compare(form, _words(edited.theirs), edited.theirs.revision)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The words about the figure have been saved."))
            return redirect("plan:indicator-list")
    context = frame(found.measure, found.label or found.code, form=form)
    context |= {"keep": f"plan-describe-{pk}", "back": reverse("plan:indicator-list")}
    return form_page(request, context, conflict=conflict)


def _words(definition: IndicatorDefinition) -> dict[str, Any]:
    names = ("owner", "source", "filter", "baseline", "target")
    return {name: getattr(definition, name) for name in names}
