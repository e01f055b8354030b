"""The board of themes: the machine proposes, the team decides, and every step can be undone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.plan.cocreation import actions, tasks
from aukio.apps.plan.cocreation.forms.desk import MergeForm, MoveForm, ThemeForm
from aukio.apps.plan.cocreation.models import Change, Theme
from aukio.apps.plan.cocreation.queries import desk as queries
from aukio.apps.plan.cocreation.queries.desk import find_desk
from aukio.apps.plan.cocreation.views._frame import (
    desk_crumbs,
    get_or_post,
    person,
    sent,
    try_and_tell,
    try_for_form,
)
from aukio.apps.plan.cocreation.words import verb_words
from aukio.shared.accounts.access import allowed
from aukio.shared.jobs.actions import start
from aukio.shared.numbers import whole

KIND = "cocreation.themes"
editing = allowed("cocreation.edit_themes", find=find_desk)


def find_theme(slug: str, theme: int) -> Theme:
    """A theme of the call that has not been merged. Raises ``Http404``."""
    rows = Theme.objects.select_related("call").filter(merged_into=None)
    return get_object_or_404(rows, call__slug=slug, pk=theme)


@editing
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Every theme with its proposals and why they are there."""
    call = find_desk(slug)
    found = queries.board(call)
    names = [(theme.pk, str(theme)) for theme in found.themes]
    latest = Change.objects.filter(call=call, undone_at=None).first()
    context = {
        "title": _("Themes of the proposals"),
        "caption": str(call),
        "crumbs": desk_crumbs(call),
        "call": call,
        "board": found,
        "has_proposals": bool(found.cards),
        "move": MoveForm(themes=names),
        "merge": MergeForm(themes=names),
        "latest": verb_words(latest.verb) if latest else "",
    }
    return render(request, "cocreation/themes.html", context)


@editing
@require_POST
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the worker group the proposals; asking again meanwhile starts nothing new."""
    call, by = find_desk(slug), person(request)
    back = reverse("cocreation:themes", args=[slug])
    job = start(
        by=by,
        kind=KIND,
        task=tasks.group,
        arguments={"call_id": call.pk, "person_id": by.pk},
        key=f"{KIND}:{call.pk}",
        next_url=back,
    )
    # A job's page is its starter's; somebody else comes back to the board.
    return redirect("jobs:job", job_id=job.pk) if job.started_by_id == by.pk else redirect(back)


@editing
@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the latest change."""
    call = find_desk(slug)
    try_and_tell(
        request, _("The change was undone."), lambda: actions.undo(by=person(request), call=call)
    )
    return redirect("cocreation:themes", slug)


@editing
@get_or_post
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a theme of the team's own."""
    call = find_desk(slug)
    form = ThemeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            lambda: actions.create_theme(by=person(request), call=call, title=form.title()),
        )
        if done:
            messages.success(request, _("The theme has been added."))
            return redirect("cocreation:themes", slug)
    return _name_page(request, call, form, _("Add a theme"))


@allowed("cocreation.edit_themes", find=find_theme)
@get_or_post
def rename(request: HttpRequest, slug: str, theme: int) -> HttpResponse:
    """Give the theme titles of the team's own."""
    found = find_theme(slug, theme)
    initial = {
        f"title_{code}": getattr(found, f"title_{code}") or found.label.get(code, "")
        for code in ("fi", "sv", "en")
    }
    form = ThemeForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            lambda: actions.rename_theme(by=person(request), theme=found, title=form.title()),
        )
        if done:
            messages.success(request, _("The theme has been renamed."))
            return redirect("cocreation:themes", slug)
    return _name_page(request, found.call, form, _("Rename the theme"))


def _name_page(request: HttpRequest, call: Any, form: ThemeForm, title: str) -> HttpResponse:
    back = reverse("cocreation:themes", args=[call.slug])
    context = {
        "title": title,
        "crumbs": desk_crumbs(call, (pgettext("page", "Themes"), back)),
        "form": form,
        "back": back,
    }
    return render(request, "ui/form_page.html", context)


@allowed("cocreation.edit_themes", find=find_theme)
@require_POST
def accept(request: HttpRequest, slug: str, theme: int) -> HttpResponse:
    """Keep the theme as the machine proposed it."""
    found = find_theme(slug, theme)
    try_and_tell(
        request,
        _("The theme has been accepted."),
        lambda: actions.accept_theme(by=person(request), theme=found),
    )
    return redirect("cocreation:themes", slug)


@editing
@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Move the ticked proposals to a theme."""
    call = find_desk(slug)
    themes = list(call.themes.filter(merged_into=None))
    form = MoveForm(request.POST, themes=[(one.pk, str(one)) for one in themes])
    numbers = (whole(one) for one in request.POST.getlist("p"))
    ticked = {one for one in numbers if one is not None}
    if not form.is_valid() or not ticked:
        messages.error(request, _("Tick at least one proposal, and choose the theme."))
        return redirect("cocreation:themes", slug)
    to = next(one for one in themes if str(one.pk) == form.cleaned_data["to"])
    chosen = list(call.proposals.filter(pk__in=ticked))
    try_and_tell(
        request,
        _("The proposals are now in the theme “%(theme)s”.") % {"theme": to},
        lambda: actions.move_proposals(by=person(request), proposals=chosen, to=to),
    )
    return redirect("cocreation:themes", slug)


@editing
@require_POST
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Merge one theme into another."""
    call = find_desk(slug)
    themes = {str(one.pk): one for one in call.themes.filter(merged_into=None)}
    form = MergeForm(request.POST, themes=[(one.pk, str(one)) for one in themes.values()])
    if not form.is_valid():
        messages.error(request, _("Choose both themes."))
        return redirect("cocreation:themes", slug)
    given, into = themes[form.cleaned_data["theme"]], themes[form.cleaned_data["into"]]
    try_and_tell(
        request,
        _("The themes have been merged."),
        lambda: actions.merge_themes(by=person(request), themes=[given], into=into),
    )
    return redirect("cocreation:themes", slug)


@editing
@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """What has been done to the themes, by whom and when."""
    call = find_desk(slug)
    rows = Change.objects.filter(call=call).select_related("by")[:200]
    context = {
        "title": _("History of the themes"),
        "caption": str(call),
        "crumbs": desk_crumbs(
            call, (pgettext("page", "Themes"), reverse("cocreation:themes", args=[slug]))
        ),
        "call": call,
        "changes": [(verb_words(one.verb), one) for one in rows],
    }
    return render(request, "cocreation/history.html", context)
