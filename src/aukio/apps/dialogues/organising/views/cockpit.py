"""The core group's cockpit: where the round stands, its timetable, and who is missing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.organising.actions import timetable as actions
from aukio.apps.dialogues.organising.forms.cockpit import MilestoneForm
from aukio.apps.dialogues.organising.queries import cockpit as queries
from aukio.apps.dialogues.organising.queries.coverage import coverage as picture
from aukio.apps.dialogues.organising.views import _cockpit_tables as tables
from aukio.apps.dialogues.organising.views._round_finding import find_milestone
from aukio.apps.dialogues.organising.views._ways import cockpit_crumbs, title_of, whole
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._maps import county_map
from aukio.shared.accounts.access import allowed
from aukio.shared.calendars import Occasion, icalendar
from aukio.ui.components.own import Link


@allowed("organising.run_cockpit", find=find_round)
@require_safe
def cockpit(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the round stands and where each part of the work is done."""
    round = find_round(slug)
    found = queries.overview(round)
    context = {
        "title": pgettext("page", "Cockpit"),
        "caption": title_of(round).text,
        "crumbs": cockpit_crumbs(round),
        "round": round,
        "found": found,
        "parts": tables.parts(round, found),
    }
    return render(request, "organising/cockpit.html", context)


@allowed("organising.run_cockpit", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def timetable(request: HttpRequest, slug: str) -> HttpResponse:
    """What is done by when and by whom; a form that adds a step."""
    round = find_round(slug)
    form = MilestoneForm(
        sent(request), people=queries.core_people(), steps=queries.milestones(round)
    )
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form, "due", lambda: actions.plan(by=actor(request), round=round, **form.cleaned_data)
        )
        if made:
            messages.success(request, _("The step has been added."))
            return redirect("organising:timetable", slug=slug)
    title = pgettext("page", "Timetable")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": cockpit_crumbs(round, (title, "")),
        "round": round,
        "steps": tables.steps(queries.milestones(round)),
        "form": form,
        "submit": _("Add the step"),
        "downloads": [Link("iCalendar", reverse("organising:timetable-calendar", args=[slug]))],
    }
    return render(request, "organising/timetable.html", context)


@allowed("organising.run_cockpit", find=find_round)
@require_POST
def usual(request: HttpRequest, slug: str) -> HttpResponse:
    """Fill an empty timetable with the usual steps."""
    round = find_round(slug)
    done = _("The usual steps have been added. Change them as you need.")
    try_and_tell(request, done, lambda: actions.plan_usual(by=actor(request), round=round))
    return redirect("organising:timetable", slug=slug)


@allowed("organising.run_cockpit", find=find_round)
@require_safe
def timetable_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The steps for the core group's own calendars; who is responsible is not told in it."""
    round = find_round(slug)
    page = pgettext("page", "Timetable")
    name = f"{title_of(round).text}: {page}"
    address = whole(reverse("organising:timetable", args=[slug]))
    occasions = [
        Occasion(
            uid=f"step-{one.pk}@aukio",
            title=one.words,
            day=one.due,
            changed=one.changed_at,
            text=address,
            address=address,
        )
        for one in queries.milestones(round)
    ]
    content = icalendar(name, occasions, language=get_language() or "fi")
    return attached(f"{slug}-timetable.ics", "text/calendar; charset=utf-8", content)


@allowed("organising.run_cockpit", find=find_milestone)
@require_http_methods(["GET", "HEAD", "POST"])
def milestone_edit(request: HttpRequest, milestone: int) -> HttpResponse:
    """Change a step's words, day, person or place in the order."""
    found = find_milestone(milestone)
    start = {
        "title": found.words,
        "due": found.due,
        "responsible": found.responsible_id,
        "after": found.after_id,
    }
    form = MilestoneForm(
        sent(request),
        people=queries.core_people(),
        steps=queries.milestones(found.round).exclude(pk=found.pk),
        initial=start,
    )
    back = reverse("organising:timetable", args=[found.round.slug])
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "due",
            lambda: actions.change(by=actor(request), milestone=found, **form.cleaned_data),
        )
        if done:
            messages.success(request, _("The step has been changed."))
            return redirect(back)
    title = _("Change the step")
    context = {
        "title": title,
        "caption": title_of(found.round).text,
        "crumbs": cockpit_crumbs(found.round, (pgettext("page", "Timetable"), back), (title, "")),
        "form": form,
        "back": back,
    }
    return render(request, "ui/form_page.html", context)


@allowed("organising.run_cockpit", find=find_milestone)
@require_POST
def milestone(request: HttpRequest, milestone: int) -> HttpResponse:
    """Mark a step as done, open it again, or take it away."""
    found = find_milestone(milestone)
    slug, by = found.round.slug, actor(request)
    if "remove" in request.POST:
        actions.remove(by=by, milestone=found)
        messages.success(request, _("The step has been taken away."))
    else:
        actions.set_done(by=by, milestone=found, is_done="undo" not in request.POST)
        messages.success(request, _("The timetable has been changed."))
    return redirect(reverse("organising:timetable", args=[slug]))


@allowed("organising.run_cockpit", find=find_round)
@require_safe
def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """Who has been reached, who is missing, whom to ask next."""
    round = find_round(slug)
    found = picture(round)
    title = pgettext("page", "Coverage")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "lead": _("Counted from what has been registered. What is missing is only counted too."),
        "crumbs": cockpit_crumbs(round, (title, "")),
        "round": round,
        "found": found,
        "rows": tables.coverage_rows(found),
        "map": county_map(found.places),
        "missing": found.missing,
        "tables": tables.coverage_tables(found),
    }
    return render(request, "organising/coverage.html", context)
