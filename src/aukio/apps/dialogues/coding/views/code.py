"""One code with its notes: splitting it, and taking its notes into a theme."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.forms import NotesForm
from aukio.apps.dialogues.coding.models import Code, ThemeSource
from aukio.apps.dialogues.coding.queries.coded import CodedNote, coded_notes, in_themes
from aukio.apps.dialogues.coding.views._common import (
    find_code,
    frame_step,
    get_or_post,
    ids,
    round_of_code,
    ways,
)
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.models import Note, Theme
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.queries.desk import desk_themes
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.shared.accounts.access import allowed
from aukio.ui.components.own import Link

PAGE = 50


@allowed("coding.edit_frame", find=round_of_code)
@get_or_post
@never_cache
def code(request: HttpRequest, code: int) -> HttpResponse:
    """The code, the themes made of it, and a page of its notes."""
    found = find_code(code)
    person = actor(request)
    listed = coded_notes(found, person)
    page: Page[int] = Paginator(listed.notes, PAGE).get_page(request.GET.get("page", 1))
    themes = [(one.id, str(one.title)) for one in desk_themes(found.round)]
    form = NotesForm(sent(request), notes=listed.notes, themes=themes)
    if request.method == "POST" and form.is_valid():
        to = try_for_form(form, "notes", lambda: _do(request, found, form, listed.disputed))
        if to:
            return redirect(to)
    rows: tuple[CodedNote, ...] = in_themes(found.round, list(page.object_list))
    page.object_list = rows  # type: ignore[assignment]
    context = {
        "title": found.name,
        "caption": pgettext("coding", "Code"),
        "crumbs": ways(found.round, frame_step(found.round), (found.name, "")),
        "round": found.round,
        "code": found,
        "page": page,
        "disputed": listed.disputed,
        "hidden": listed.hidden,
        "form": form,
        "ticked": request.POST.getlist("notes"),
        "themes": _themes_of(found),
    }
    return render(request, "coding/code.html", context, status=422 if form.errors else 200)


def _do(request: HttpRequest, code: Code, form: Any, disputed: frozenset[int]) -> str:
    """Where to go once it is done."""
    given = form.cleaned_data
    chosen = ids(given["notes"])
    notes = list(Note.objects.filter(pk__in=chosen))
    if given["do"] == "split":
        made = actions.split_code(
            by=actor(request),
            code=code,
            words=actions.Words(given["name"]),
            notes=notes,
            why=given["why"],
        )
        messages.success(request, _("The notes now have the code “%(name)s”.") % {"name": made})
        return reverse("coding:code", args=[made.pk])
    if disputed & set(chosen):
        raise InputFault(
            _("Coders differ on some of the chosen notes."),
            mend=_("Settle them first, or leave them out."),
        )
    theme = Theme.objects.get(pk=given["theme"]) if given["theme"] else None
    to = actions.theme_from_code(
        by=actor(request),
        code=code,
        notes=notes,
        theme=theme,
        title={reader_language(): given["title"]},
    )
    name = shown(theme_title(to)).text
    messages.success(request, _("The notes are now in the theme “%(theme)s”.") % {"theme": name})
    return reverse("coding:code", args=[code.pk])


def _themes_of(code: Code) -> list[Link]:
    """The themes made or filled from the code; those merged since lead to where they went."""
    rows = ThemeSource.objects.filter(code=code).select_related("theme__merged_into")
    themes = dict.fromkeys(one.theme.merged_into or one.theme for one in rows)
    return [
        Link(shown(theme_title(one)).text, reverse("dialogues:theme-desk", args=[one.pk]))
        for one in themes
        if one.merged_into_id is None
    ]
