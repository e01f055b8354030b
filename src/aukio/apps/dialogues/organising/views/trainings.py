"""Trainings: for anyone to sign up to, and the core group's desk for them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aukio.apps.dialogues.organising.actions import training as actions
from aukio.apps.dialogues.organising.forms.cockpit import AttendedForm, TrainingForm
from aukio.apps.dialogues.organising.forms.taking_part import SignUpForm
from aukio.apps.dialogues.organising.queries import cockpit as queries
from aukio.apps.dialogues.organising.queries.own import people_of
from aukio.apps.dialogues.organising.views import _cockpit_tables as tables
from aukio.apps.dialogues.organising.views._own_tables import needs_list, people_head, people_table
from aukio.apps.dialogues.organising.views._round_finding import find_training
from aukio.apps.dialogues.organising.views._ways import (
    cockpit_crumbs,
    crumbs,
    desk_steps,
    list_step,
    moment,
    title_of,
)
from aukio.apps.dialogues.organising.views.taking_part import take_place
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.shared.accounts.access import allowed, public
from aukio.ui.components.tables import Row

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@public
@require_safe
def trainings(request: HttpRequest) -> HttpResponse:
    """Trainings one can still come to."""
    found = queries.trainings()
    title = pgettext("page", "Trainings")
    context = {
        "title": title,
        "lead": _("For those who facilitate or write down dialogues, and for those who want to."),
        "crumbs": crumbs(list_step(), (title, "")),
        "rows": tables.training_table(found, route="training"),
        "head": tables.training_head(),
        "has_sample": any(one.is_sample for one in found),
    }
    return render(request, "organising/trainings.html", context)


@public
@get_or_post
def training(request: HttpRequest, training: int) -> HttpResponse:
    """One training, and signing up to it."""
    one = queries.trainings().filter(pk=training).first()
    if one is None:
        raise Http404
    form = SignUpForm(sent(request))
    if request.method == "POST" and form.is_valid():
        answer = take_place(request, form, one.gathering)
        if answer is not None:
            return answer
    free = max(one.gathering.places - one.taken, 0)  # type: ignore[attr-defined]
    steps = (pgettext("page", "Trainings"), reverse("organising:trainings"))
    context = {
        "title": one.title,
        "caption": pgettext("training", "Training"),
        "crumbs": crumbs(list_step(), steps, (one.title, "")),
        "rows": _facts(one),
        "one": one,
        "form": form,
        "is_open": one.gathering.takes_people(timezone.localdate()),
        "is_full": not free,
        "forgotten": one.gathering.forgotten_on,
        "submit": _("Sign up") if free else _("Join the waiting list"),
        "back": reverse("organising:trainings"),
    }
    return render(request, "organising/sign_up.html", context)


def _facts(one: Any) -> list[Row]:
    free = max(one.gathering.places - one.taken, 0)
    rows = [
        (pgettext("dialogue", "When"), moment(one.gathering.day, one.begins, one.ends)),
        (pgettext("dialogue", "Where"),
         one.place or (_("Online") if one.online_address else "")),
        (pgettext("training", "Language"), str(one.get_language_display())),
        (_("Free places"), str(free)),
        (pgettext("training", "About"), one.text),
    ]  # fmt: skip
    return [Row(key, value) for key, value in rows if value]


@allowed("organising.run_cockpit", find=find_round)
@get_or_post
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The round's trainings; a form that adds one."""
    round = find_round(slug)
    form = TrainingForm(sent(request), initial={"language": get_language(), "places": 30})
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            None,
            lambda: actions.plan_training(by=actor(request), round=round, **form.cleaned_data),
        )
        if made:
            messages.success(request, _("The training has been announced."))
            return redirect("organising:trainings-desk", slug=slug)
    title = pgettext("page", "Trainings")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": cockpit_crumbs(round, (title, "")),
        "rows": tables.training_table(queries.trainings(round), route="training-desk"),
        "head": tables.training_head(),
        "form": form,
        "submit": _("Announce the training"),
    }
    return render(request, "organising/trainings_desk.html", context)


@allowed("organising.run_cockpit", find=find_training)
@get_or_post
def one_desk(request: HttpRequest, training: int) -> HttpResponse:
    """Who is coming to the training; afterwards, how many were trained."""
    one = find_training(training)
    form = AttendedForm(sent(request), initial={"attended": one.attended})
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "attended",
            lambda: actions.count_attended(by=actor(request), training=one, **form.cleaned_data),
        )
        if done:
            messages.success(request, _("Thank you. The number has been saved."))
            return redirect("organising:training-desk", training=training)
    people = people_of(one.gathering)
    ways = crumbs(*desk_steps(one.round), (one.title, "")) if one.round else crumbs((one.title, ""))
    context = {
        "title": one.title,
        "caption": pgettext("training", "Training"),
        "crumbs": ways,
        "one": one,
        "when": moment(one.gathering.day, one.begins, one.ends),
        "people": people_table(people),
        "people_head": people_head(),
        "needs": needs_list(people),
        "forgotten": one.gathering.forgotten_on,
        "is_over": one.gathering.day <= timezone.localdate(),
        "form": form,
    }
    return render(request, "organising/training_desk.html", context)
