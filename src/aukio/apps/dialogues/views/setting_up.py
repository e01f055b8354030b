"""Beginning a round, describing it, and registering dialogues."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.forms.dialogues import DialogueForm
from aukio.apps.dialogues.forms.rounds import NewRoundForm, RoundForm, StageForm
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.queries.pages.own import organisations_of
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import crumbs, desk_steps, title_of
from aukio.shared.accounts.access import allowed, signed_in

TEXTS = ("title_fi", "title_sv", "title_en", "description_fi", "description_sv", "description_en")


@allowed("dialogues.create_round")
@require_http_methods(["GET", "HEAD", "POST"])
def new_round(request: HttpRequest) -> HttpResponse:
    """Begin a round."""
    form = NewRoundForm(sent(request), initial={"year": timezone.localdate().year})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = try_for_form(
            form,
            "slug",
            lambda: actions.create_round(
                by=actor(request),
                slug=given["slug"],
                title=form.words("title"),
                description=form.words("description"),
                season=given["season"],
                year=given["year"],
                days=given["days"],
            ),
        )
        if made:
            messages.success(
                request,
                _("The round has begun. Only the core group and organisers see it now."),
            )
            return redirect("dialogues:desk", slug=made.slug)
    title = _("Begin a round")
    return render(
        request,
        "ui/form_page.html",
        {
            "title": title,
            "crumbs": crumbs((_("Desk"), reverse("dialogues:desks")), (title, "")),
            "form": form,
            "submit": _("Begin the round"),
            "back": reverse("dialogues:desks"),
            "keep": "dialogues-new-round",
        },
    )


@allowed("dialogues.edit_round", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_round(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what the round says of itself."""
    round = find_round(slug)
    form = RoundForm(sent(request), initial=_as_it_is(round))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "title_fi",
            lambda: actions.edit_round(
                by=actor(request),
                round=round,
                title=form.words("title"),
                description=form.words("description"),
                days=form.cleaned_data["days"],
            ),
        )
        if done:
            messages.success(request, _("The round has been changed."))
            return redirect("dialogues:desk", slug=slug)
    title = _("Change the round's texts and days")
    return render(
        request,
        "ui/form_page.html",
        {
            "title": title,
            "crumbs": crumbs(*desk_steps(round), (title, "")),
            "form": form,
            "back": reverse("dialogues:desk", args=[slug]),
            "keep": f"dialogues-round-{round.pk}",
        },
    )


@allowed("dialogues.edit_round", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def stage(request: HttpRequest, slug: str) -> HttpResponse:
    """Open the round to organisers and everyone, or move it to another stage."""
    round = find_round(slug)
    form = StageForm(sent(request), initial={"status": round.status})
    if request.method == "POST" and form.is_valid():
        status = form.cleaned_data["status"]
        done = status == round.status or try_for_form(
            form,
            "status",
            lambda: actions.move_round(by=actor(request), round=round, status=status),
        )
        if done:
            messages.success(
                request,
                _("The round's stage is now: %(stage)s.")
                % {"stage": RoundStatus(round.status).label},
            )
            return redirect("dialogues:desk", slug=slug)
    title = _("Stage of the round")
    return render(
        request,
        "ui/form_page.html",
        {
            "title": title,
            "caption": title_of(round).text,
            "crumbs": crumbs(*desk_steps(round), (title, "")),
            "form": form,
            "back": reverse("dialogues:desk", args=[slug]),
        },
    )


def _as_it_is(round: Round) -> dict[str, Any]:
    days = [day.date.strftime("%d.%m.%Y") for day in round.days.all()]
    return {**{field: getattr(round, field) for field in TEXTS}, "days": "\n".join(days)}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new_dialogue(request: HttpRequest, slug: str) -> HttpResponse:
    """Register a dialogue: for the core group, and for organisers their own.

    The action asks the rule for the organiser that is chosen.
    """
    round = find_round(slug)
    leads = is_core_group(request.user)
    organisers = organisations_of(request.user, everyone=leads, among=round)
    if not leads and not organisers.exists():
        raise PermissionDenied
    form = DialogueForm(sent(request), organisers=organisers, may_be_open=leads)
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            None,
            lambda: actions.register_dialogue(by=actor(request), round=round, **form.cleaned_data),
        )
        if made:
            messages.success(request, _("The dialogue has been registered. Now add its record."))
            return redirect("dialogues:record-add", dialogue=made.pk)
    title = _("Register a dialogue")
    way = desk_steps(round) if leads else [(_("Own dialogues"), reverse("dialogues:own"))]
    return render(
        request,
        "ui/form_page.html",
        {
            "title": title,
            "crumbs": crumbs(*way, (title, "")),
            "form": form,
            "submit": _("Register the dialogue"),
            "back": way[-1][1],
            "keep": f"dialogues-new-dialogue-{round.pk}",
        },
    )
