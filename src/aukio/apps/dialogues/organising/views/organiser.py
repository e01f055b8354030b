"""The organiser's pages: registering in minutes, the dialogue's desk, counting people."""

from __future__ import annotations

from typing import Any

import rules
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions import announcing
from aukio.apps.dialogues.organising.forms.announcing import (
    AnnouncementForm,
    PeopleForm,
    as_it_is,
    remembered,
)
from aukio.apps.dialogues.organising.models import Announcement
from aukio.apps.dialogues.organising.queries import own as queries
from aukio.apps.dialogues.organising.queries.coming import page_of
from aukio.apps.dialogues.organising.views._finding import find_announcement
from aukio.apps.dialogues.organising.views._own_tables import (
    application_table,
    needs_list,
    own_head,
    own_table,
    people_head,
    people_table,
)
from aukio.apps.dialogues.organising.views._ways import crumbs, facts, own_step, title_of, whole
from aukio.apps.dialogues.queries.pages.own import organisations_of, rounds_to_join
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.shared.accounts.access import allowed, signed_in
from aukio.ui.components.own import Link

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """An organiser's dialogues and what is still to do; or how to become one."""
    rows = list(queries.own_announcements(request.user))
    organisations = list(queries.own_organisations(request.user))
    context = {
        "title": pgettext("page", "My dialogues"),
        "lead": _("The pages of your dialogues, sign-ups and checklists."),
        "crumbs": crumbs((pgettext("page", "My dialogues"), "")),
        "rows": own_table(rows),
        "head": own_head(),
        "organisations": organisations,
        "rounds": [(title_of(one), one.slug) for one in rounds_to_join()],
        "applications": application_table(queries.own_applications(request.user)),
    }
    return render(request, "organising/own.html", context)


@signed_in
@get_or_post
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Register a dialogue. The action asks the rule for the organiser that is chosen."""
    round = find_round(slug)
    leads = is_core_group(request.user)
    organisers = organisations_of(request.user, everyone=leads, among=round)
    if not leads and not organisers.exists():
        return redirect("organising:apply")
    days = _days(round)
    earlier = queries.earlier(organisers, round) if not leads else None
    own = list(organisers.select_related("area")[:2]) if not leads else []
    home = own[0].area if len(own) == 1 else None
    start = remembered(earlier, request.user, home)
    coming = [day for day in days if day >= timezone.localdate()]
    if coming:
        start |= {"day": coming[0].isoformat()}
    form = AnnouncementForm(
        sent(request), organisers=organisers, days=coming, may_be_open=leads, initial=start
    )
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            None,
            lambda: announcing.announce(
                by=actor(request),
                round=round,
                organiser=form.cleaned_data["organiser"],
                telling=form.telling(),
            ),
        )
        if made:
            messages.success(request, _("The dialogue has been registered. Here is its page."))
            return redirect("organising:dialogue-desk", dialogue=made.dialogue_id)
    title = _("Register a dialogue")
    return _form(
        request,
        form,
        title=title,
        caption=title_of(round).text,
        crumbs=crumbs(own_step(), (title, "")),
        submit=_("Register the dialogue"),
        back=reverse("organising:own"),
        keep=f"organising-register-{round.pk}",
        is_first=start.get("organiser") is None,
    )


def _days(round: Round) -> list[Any]:
    return [day.date for day in round.days.all()]


def _form(request: HttpRequest, form: AnnouncementForm, **context: Any) -> HttpResponse:
    parts = {
        name: [form[field] for field in fields if field in form.fields]
        for name, fields in (
            ("main", form.MAIN),
            ("people", form.PEOPLE),
            ("contact", form.CONTACT),
            ("more", form.MORE),
        )
    }
    # What is folded away must be seen when something in it is wrong.
    more_wrong = any(bound.errors for bound in [*parts["more"], form["groups"]])
    return render(
        request,
        "organising/announcement_form.html",
        {"form": form, "parts": parts, "more_wrong": more_wrong, **context},
    )


@allowed("organising.edit_announcement", find=find_announcement)
@get_or_post
def edit(request: HttpRequest, dialogue: int) -> HttpResponse:
    """Change the page of a dialogue."""
    told = find_announcement(dialogue)
    round, held = told.dialogue.round, told.dialogue
    days = _days(round)
    organisers = organisations_of(request.user, everyone=True).filter(pk=held.organiser_id or 0)
    form = AnnouncementForm(
        sent(request),
        organisers=organisers,
        days=days,
        may_be_open=held.organiser_id is None,
        initial=as_it_is(told, days),
    )
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            None,
            lambda: announcing.edit(by=actor(request), announcement=told, telling=form.telling()),
        )
        if done:
            messages.success(request, _("The page has been changed."))
            return redirect("organising:dialogue-desk", dialogue=dialogue)
    title = _("Change the dialogue")
    return _form(
        request,
        form,
        title=title,
        caption=held.title,
        crumbs=crumbs(own_step(), _desk_step(told), (title, "")),
        submit=pgettext("button", "Save"),
        back=reverse("organising:dialogue-desk", args=[dialogue]),
        keep=f"organising-edit-{told.pk}",
    )


def _desk_step(told: Announcement) -> tuple[str, str]:
    return told.dialogue.title, reverse("organising:dialogue-desk", args=[told.dialogue_id])


@allowed("organising.edit_announcement", find=find_announcement)
@require_safe
def desk(request: HttpRequest, dialogue: int) -> HttpResponse:
    """One dialogue: its address and QR code, who is coming, what is still to do."""
    told = find_announcement(dialogue)
    one = page_of(told.key)
    assert one is not None
    may_see = rules.test_rule("organising.see_sign_ups", request.user, told)
    people = queries.people_of(told.gathering) if may_see else []
    path = reverse("organising:dialogue", args=[told.key])
    context = {
        "title": told.dialogue.title,
        "caption": title_of(told.dialogue.round).text,
        "crumbs": crumbs(own_step(), (told.dialogue.title, "")),
        "told": told,
        "one": one,
        "rows": facts(one),
        "address": whole(path),
        "path": path,
        "parts": queries.steps_of(told),
        "may_see": may_see,
        "people": people_table(people),
        "people_head": people_head(),
        "needs": needs_list(people),
        "coming": sum(1 for person in people if person.has_place),
        "waiting": sum(1 for person in people if not person.has_place),
        "forgotten": told.gathering.forgotten_on if told.gathering else None,
        "is_over": bool(told.dialogue.date and told.dialogue.date <= timezone.localdate()),
        "downloads": [
            Link("SVG", reverse("organising:code", args=[told.key, "svg"]), _("the QR code")),
            Link("PNG", reverse("organising:code", args=[told.key, "png"]), _("the QR code")),
            Link("PDF", reverse("organising:poster", args=[told.key]), _("a poster")),
            Link("PDF", reverse("organising:afterwards", args=[told.key]),
                 _("a sheet to hand out at the end: how to follow what comes of it")),
        ],
    }  # fmt: skip
    return render(request, "organising/dialogue_desk.html", context)


@allowed("organising.edit_announcement", find=find_announcement)
@require_POST
def tick(request: HttpRequest, dialogue: int, step: str) -> HttpResponse:
    """Mark a step as done, or as not done."""
    told = find_announcement(dialogue)
    if "undo" in request.POST:
        act, done = announcing.untick, _("The step is open again.")
    else:
        act, done = announcing.tick, _("Marked as done.")
    try_and_tell(request, done, lambda: act(by=actor(request), announcement=told, step=step))
    return redirect(f"{reverse('organising:dialogue-desk', args=[dialogue])}#checklist")


@allowed("organising.edit_announcement", find=find_announcement)
@get_or_post
def call_off(request: HttpRequest, dialogue: int) -> HttpResponse:
    """Call the dialogue off, after asking once more."""
    told = find_announcement(dialogue)
    if request.method == "POST":
        try_and_tell(
            request,
            _("The dialogue has been called off. Those who gave an address are told by e-mail."),
            lambda: announcing.call_off(by=actor(request), announcement=told),
        )
        return redirect("organising:dialogue-desk", dialogue=dialogue)
    title = _("Call off the dialogue")
    context = {
        "title": title,
        "caption": told.dialogue.title,
        "crumbs": crumbs(own_step(), _desk_step(told), (title, "")),
        "back": reverse("organising:dialogue-desk", args=[dialogue]),
    }
    return render(request, "organising/call_off.html", context)


@allowed("organising.edit_announcement", find=find_announcement)
@get_or_post
def people(request: HttpRequest, dialogue: int) -> HttpResponse:
    """After the day: how many people took part, by age band and group."""
    told = find_announcement(dialogue)
    held = told.dialogue
    form = PeopleForm(sent(request), initial=_counted(told))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "participants",
            lambda: room.count_people(
                by=actor(request),
                dialogue=held,
                participants=form.cleaned_data["participants"],
                age_bands=form.counts("band"),
                groups=form.counts("group"),
            ),
        )
        if done:
            announcing.tick(by=actor(request), announcement=told, step="report")
            messages.success(request, _("Thank you. The numbers have been saved."))
            return redirect("organising:dialogue-desk", dialogue=dialogue)
    title = _("Who took part")
    context = {
        "title": title,
        "caption": held.title,
        "crumbs": crumbs(own_step(), _desk_step(told), (title, "")),
        "form": form,
        "bands": form.part("band"),
        "groups": form.part("group"),
        "back": reverse("organising:dialogue-desk", args=[dialogue]),
        "keep": f"organising-people-{told.pk}",
    }
    return render(request, "organising/people.html", context)


def _counted(told: Announcement) -> dict[str, Any]:
    held = told.dialogue
    bands = {f"band:{code}": n for code, n in held.age_bands.values_list("band", "count")}
    groups = {f"group:{code}": n for code, n in held.groups.values_list("group", "count")}
    return {"participants": held.participants, **bands, **groups}
