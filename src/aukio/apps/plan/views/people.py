"""Who is responsible for a measure: its organisations as the plan names them, and people."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from aukio.apps.plan import actions, forms
from aukio.apps.plan.models import Measure, Responsible
from aukio.apps.plan.queries.plan import find_measure
from aukio.apps.plan.views._frame import form_page, frame, get_or_post, language, person
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault
from aukio.shared.numbers import whole


@allowed("plan.name_lead", find=find_measure)
@get_or_post
def people(request: HttpRequest, number: str) -> HttpResponse:
    """Name the people who report on a measure, and take them off again."""
    measure = find_measure(number)
    if request.method == "POST" and "remove" in request.POST:
        return _remove(request, measure)
    form = forms.LeadForm(request.POST or None, initial={"language": language()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_lead(by=person(request), measure=measure, **form.cleaned_data)
        except Fault as fault:
            form.add_error("email", str(fault.what))
        else:
            messages.success(request, _("They now lead the measure and get its tasks."))
            return redirect("plan:people", number=number)
    named = [
        (_("Lead"), measure.lead or measure.commitment.plan.lead),
        (_("Supported by"), measure.supporters),
    ]
    context = frame(measure, _("Who is responsible"), form=form, submit=_("Name as a lead"))
    context |= {
        "facts": [(key, value) for key, value in named if value],
        "responsible": list(Responsible.objects.filter(measure=measure).select_related("person")),
    }
    return form_page(request, context, template="plan/people.html")


def _remove(request: HttpRequest, measure: Measure) -> HttpResponse:
    one = get_object_or_404(Responsible, pk=whole(request.POST["remove"]), measure=measure)
    actions.remove_lead(by=person(request), responsible=one)
    messages.success(request, _("They no longer lead the measure. What they reported stays."))
    return redirect("plan:people", number=measure.number)
