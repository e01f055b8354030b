"""Bringing one's organisation in; the core group's decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from aukio.apps.dialogues.organising.actions import applying
from aukio.apps.dialogues.organising.forms.applying import ApplicationForm, DecisionForm
from aukio.apps.dialogues.organising.models import Application
from aukio.apps.dialogues.organising.queries import applications as queries
from aukio.apps.dialogues.organising.views._finding import find_application
from aukio.apps.dialogues.organising.views._tables import link
from aukio.apps.dialogues.organising.views._ways import crumbs, own_step
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.shared.accounts.access import allowed, signed_in
from aukio.shared.i18n.times import date_and_time
from aukio.ui.components.tables import Cell, Row


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    """Ask for one's organisation to be added."""
    form = ApplicationForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form, None, lambda: applying.apply(by=actor(request), **form.cleaned_data)
        )
        if made:
            messages.success(
                request, _("Thank you. The core group looks at it and you get an e-mail.")
            )
            return redirect("organising:own")
    title = _("Bring your organisation in")
    context = {
        "title": title,
        "lead": _("Any organisation or group can hold a dialogue. The core group confirms it."),
        "crumbs": crumbs(own_step(), (title, "")),
        "form": form,
        "submit": pgettext("button", "Send"),
        "back": reverse("organising:own"),
        "keep": "organising-apply",
    }
    return render(request, "ui/form_page.html", context)


@allowed("organising.decide_application")
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """What waits for the core group's word."""
    waiting = queries.waiting()
    context = {
        "title": _("Organisations that want to join"),
        "crumbs": crumbs((_("Organisations that want to join"), "")),
        "rows": [_line(one) for one in waiting],
        "head": [
            Cell(pgettext("application", "Organisation")),
            Cell(pgettext("application", "Kind")),
            Cell(_("Municipality")),
            Cell(pgettext("application", "Asked")),
        ],
    }
    return render(request, "organising/applications.html", context)


def _line(one: Application) -> list[Cell]:
    return [
        Cell(link(reverse("organising:application", args=[one.pk]), one.name_fi)),
        Cell(one.get_kind_display()),
        Cell(one.municipality.name() if one.municipality else ""),
        Cell(date_and_time(one.at)),
    ]


@allowed("organising.decide_application", find=find_application)
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: HttpRequest, application: int) -> HttpResponse:
    """One application, and the decision."""
    asked = find_application(application)
    alike = queries.alike(asked)
    start = {"decision": "same" if alike else "yes", "existing": alike[0].pk if alike else None}
    form = DecisionForm(sent(request), initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = try_for_form(
            form,
            "reason",
            lambda: applying.decide(
                by=actor(request),
                application=asked,
                confirm=given["decision"] != "no",
                reason=given["reason"],
                existing=given["existing"] if given["decision"] == "same" else None,
            ),
        )
        if done:
            messages.success(request, _("Decided. The person is told by e-mail."))
            return redirect("organising:applications")
    here = (_("Organisations that want to join"), reverse("organising:applications"))
    context = {
        "title": asked.name_fi,
        "caption": _("Organisations that want to join"),
        "crumbs": crumbs(here, (asked.name_fi, "")),
        "rows": _facts(asked),
        "alike": alike,
        "is_decided": asked.decided_at is not None,
        "form": form,
        "back": here[1],
    }
    return render(request, "organising/application.html", context)


def _facts(asked: Application) -> list[Row]:
    rows = [
        (_("Name in Swedish"), asked.name_sv),
        (_("Name in English"), asked.name_en),
        (pgettext("application", "Kind"), str(asked.get_kind_display())),
        (_("Business id"), asked.business_id),
        (_("Municipality"), asked.municipality.name() if asked.municipality else ""),
        (pgettext("application", "Person"), f"{asked.person.name} {asked.person.email}".strip()),
        (pgettext("application", "Message"), asked.text),
        (pgettext("application", "State"), str(asked.get_state_display())),
    ]
    return [Row(key, value) for key, value in rows if value]
