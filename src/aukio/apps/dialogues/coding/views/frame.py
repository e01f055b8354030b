"""The code frame: seeing it, its history and undo; adding, changing, moving and retiring."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.forms import (
    EditCodeForm,
    MoveForm,
    NewCodeForm,
    WhyForm,
    as_it_is,
)
from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.coding.queries import frame as queries
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.views._common import (
    find_code,
    frame_step,
    get_or_post,
    round_of_code,
    ways,
)
from aukio.apps.dialogues.coding.views._words import change_head, change_table, change_words
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault

RULE = "coding.edit_frame"


@allowed(RULE, find=find_round)
@require_safe
@never_cache
def frame(request: HttpRequest, slug: str) -> HttpResponse:
    """Every code with what it says, how much it is used, and what can be done."""
    round = find_round(slug)
    latest = queries.latest_change(round)
    used = queries.uses(standing(round), actor(request))
    context = {
        "title": pgettext("page", "Code frame"),
        "caption": title_of(round),
        "crumbs": ways(round, (pgettext("page", "Code frame"), "")),
        "round": round,
        "rows": [(one, used[one.id]) for one in queries.frame(round)],
        "latest": change_words(latest) if latest else "",
    }
    return render(request, "coding/frame.html", context)


@allowed(RULE, find=find_round)
@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Who changed what, when and why."""
    round = find_round(slug)
    title = pgettext("page", "History of changes")
    context = {
        "title": title,
        "crumbs": ways(round, frame_step(round), (title, "")),
        "round": round,
        "rows": change_table(queries.changes(round)),
        "head": change_head(),
    }
    return render(request, "coding/history.html", context)


@allowed(RULE, find=find_round)
@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the latest change; again takes back the one before it."""
    try:
        change = actions.undo_frame(by=actor(request), round=find_round(slug))
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, _("Taken back: %(what)s.") % {"what": change_words(change)})
    return redirect("coding:frame", slug=slug)


@allowed(RULE, find=find_round)
@get_or_post
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a code."""
    round = find_round(slug)
    form = NewCodeForm(sent(request), heads=heads(round))
    if request.method == "POST" and form.is_valid():
        parent = form.cleaned_data["parent"]
        made = try_for_form(
            form,
            "name",
            lambda: actions.add_code(
                by=actor(request),
                round=round,
                words=form.words(),
                parent=Code.objects.get(pk=parent) if parent else None,
            ),
        )
        if made:
            messages.success(request, _("The code has been added."))
            return redirect(_at(made))
    return form_page(request, round, form, _("Add a code"), keep="new")


@allowed(RULE, find=round_of_code)
@get_or_post
def edit(request: HttpRequest, code: int) -> HttpResponse:
    """Rename a code or say anew when it is used."""
    found = find_code(code)
    start = {**as_it_is(found), "seen": actions.mark_of(found)}
    form = EditCodeForm(sent(request), initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = try_for_form(
            form,
            "name",
            lambda: actions.edit_code(
                by=actor(request),
                code=found,
                words=form.words(),
                why=given["why"],
                seen=given["seen"],
            ),
        )
        if done:
            messages.success(request, _("The code has been changed."))
            return redirect(_at(found))
        # Whoever has read what the other wrote may save over it.
        found.refresh_from_db()
        form.data = {**request.POST.dict(), "seen": actions.mark_of(found)}
    return form_page(request, found.round, form, _("Change the code"), of=found)


@allowed(RULE, find=round_of_code)
@get_or_post
def move(request: HttpRequest, code: int) -> HttpResponse:
    """Put a code under another, or by itself."""
    found = find_code(code)
    places = [(pk, name) for pk, name in heads(found.round) if pk != found.pk]
    form = MoveForm(sent(request), heads=places, initial={"parent": found.parent_id})
    if request.method == "POST" and form.is_valid():
        parent = form.cleaned_data["parent"]
        done = try_for_form(
            form,
            "parent",
            lambda: actions.move_code(
                by=actor(request),
                code=found,
                parent=Code.objects.get(pk=parent) if parent else None,
                why=form.cleaned_data["why"],
            ),
        )
        if done:
            messages.success(request, _("The code has been moved."))
            return redirect(_at(found))
    return form_page(request, found.round, form, _("Move the code"), of=found)


@allowed(RULE, find=round_of_code)
@get_or_post
def retire(request: HttpRequest, code: int) -> HttpResponse:
    """Retire a code, or take a retired one into use again."""
    found = find_code(code)
    action = actions.restore_code if found.is_retired else actions.retire_code
    title = _("Take the code into use again") if found.is_retired else _("Retire the code")
    form = WhyForm(sent(request))
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        if try_for_form(form, "why", lambda: action(by=actor(request), code=found, why=why)):
            messages.success(request, _("The change has been saved."))
            return redirect(_at(found))
    lead = (
        ""
        if found.is_retired
        else _("Notes that have the code keep it. It is given to no more notes.")
    )
    return form_page(request, found.round, form, title, of=found, lead=lead)


@allowed(RULE, find=round_of_code)
@require_POST
def order(request: HttpRequest, code: int) -> HttpResponse:
    """Move a code one place up or down."""
    found = find_code(code)
    step = -1 if request.POST.get("direction") == "up" else 1
    try_and_tell(
        request,
        _("The order has been changed."),
        lambda: actions.order_code(by=actor(request), code=found, step=step),
    )
    return redirect(_at(found))


def heads(round: Round) -> list[tuple[int, str]]:
    """Codes that others may stand under."""
    return [(one.id, one.name) for one in queries.frame(round) if one.parent is None]


def form_page(
    request: HttpRequest,
    round: Round,
    form: Any,
    title: str,
    *,
    of: Code | None = None,
    keep: str = "",
    **more: Any,
) -> HttpResponse:
    """A form about the frame, or about one code of it."""
    context = {
        "title": title,
        "caption": of.name if of else title_of(round),
        "crumbs": ways(round, frame_step(round), (title, "")),
        "form": form,
        "back": frame_step(round)[1],
        "keep": f"coding-{keep}-{round.pk}" if keep else "",
        **more,
    }
    return render(request, "coding/form.html", context, status=422 if form.errors else 200)


def _at(code: Code) -> str:
    return f"{frame_step(code.round)[1]}#code-{code.pk}"
