"""Reviews: the team's own, an independent reviewer's, and those of civil society."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.apps.plan import actions, forms
from aukio.apps.plan.models import Measure, Review
from aukio.apps.plan.queries.desk import reviews_page
from aukio.apps.plan.queries.plan import current_plan, find_measure
from aukio.apps.plan.rules import may
from aukio.apps.plan.views._frame import form_page, frame, get_or_post, language, person
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault
from aukio.ui.components.ways import Crumb


@allowed("plan.review_measure")
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The reviewer's page: each measure with what has been reported and reviewed."""
    plan = current_plan()
    context = {
        "title": _("Reviewing the plan"),
        "lead": _("Your review stands beside the team's own judgement and never changes it."),
        "crumbs": [Crumb(plan.title, reverse("plan:plan"))],
        "page": reviews_page(plan, request.user),
    }
    return render(request, "plan/reviews.html", context)


@allowed("plan.write_review", find=find_measure)
@get_or_post
def review(request: HttpRequest, number: str) -> HttpResponse:
    """Write a review of a measure."""
    measure = find_measure(number)
    form = forms.ReviewForm(request.POST or None, initial={"reviewer": person(request).name})
    kinds = _kinds(request, measure)
    form.fields["kind"].choices = kinds  # type: ignore[attr-defined]
    if len(kinds) == 1:
        form.initial["kind"] = kinds[0][0]
    if request.method == "POST" and form.is_valid():
        judgement = actions.Judgement(language=language(), **form.cleaned_data)
        try:
            actions.review_measure(by=person(request), measure=measure, judgement=judgement)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The review is now on the measure's page."))
            return redirect("plan:measure", number=number)
    context = frame(measure, _("Review the measure"), form=form, submit=_("Publish the review"))
    context["lead"] = _("A review is published as it is and cannot be changed afterwards.")
    return form_page(request, context | {"keep": f"plan-review-{number}"})


def _kinds(request: HttpRequest, measure: Measure) -> list[tuple[str, str]]:
    """The kinds this person may write: the team its own, a reviewer those of others."""
    own = may("plan.assess_measure", request.user, measure)
    others = may("plan.review_measure", request.user, measure)
    return [
        (kind, str(words))
        for kind, words in Review.Kind.choices
        if (own if kind == Review.Kind.SELF else others)
    ]
