"""One theme on the desk: its name, its notes, and moving notes to where they belong."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.forms.themes import NotesForm, ThemeNameForm
from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.models import Note, Round, Theme
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.queries.desk import DeskTheme, desk_themes
from aukio.apps.dialogues.queries.pages.remarks import (
    RemarkPage,
    in_theme,
    unplaced_notes,
)
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round, find_theme
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed

TEXTS = ("title_fi", "title_sv", "title_en", "description_fi", "description_sv", "description_en")


@allowed("dialogues.edit_themes", find=find_theme)
@require_safe
def theme_page(request: HttpRequest, theme: int) -> HttpResponse:
    """A theme with a page of its notes."""
    found = find_theme(theme)
    page = in_theme(found, words=_asked(request), number=request.GET.get("page", 1))
    return _remarks_page(request, found.round, found, page)


@allowed("dialogues.edit_themes", find=find_theme)
@require_POST
def notes(request: HttpRequest, theme: int) -> HttpResponse:
    """Move the ticked notes of a theme to another, or to a new one."""
    found = find_theme(theme)
    held = list(found.placements.values_list("note_id", flat=True))
    form = NotesForm(request.POST, notes=held, themes=_themes(found.round))
    if form.is_valid():
        to = try_for_form(form, "notes", lambda: _move(request, form, found))
        if to:
            return redirect("dialogues:theme-desk", theme=theme)
    page = in_theme(found, number=request.POST.get("page", 1))
    return _remarks_page(request, found.round, found, page, form)


@allowed("dialogues.edit_themes", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def unplaced(request: HttpRequest, slug: str) -> HttpResponse:
    """Notes that are in no theme."""
    round = find_round(slug)
    page = unplaced_notes(round, words=_asked(request), number=request.GET.get("page", 1))
    if request.method != "POST":
        return _remarks_page(request, round, None, page)
    free = list(
        Note.objects.filter(record__dialogue__round=round, placement=None).values_list("pk")
    )
    form = NotesForm(request.POST, notes=[pk for (pk,) in free], themes=_themes(round))
    if form.is_valid() and try_for_form(form, "notes", lambda: _move(request, form, round)):
        return redirect("dialogues:themes-unplaced", slug=slug)
    return _remarks_page(request, round, None, page, form)


def _move(request: HttpRequest, form: NotesForm, place: Theme | Round) -> Theme:
    """The theme the notes went to. ``place`` is the theme they leave, or their round."""
    given = form.cleaned_data
    chosen = list(Note.objects.filter(pk__in=given["notes"]))
    title = {reader_language(): given["title"]}
    if given["do"] == "move":
        to = Theme.objects.select_related("round").get(pk=given["to"])
        actions.move_notes(by=actor(request), notes=chosen, to=to)
    elif isinstance(place, Theme):
        to = actions.split_theme(by=actor(request), theme=place, notes=chosen, title=title)
    else:
        to = actions.create_theme(by=actor(request), round=place, title=title)
        actions.move_notes(by=actor(request), notes=chosen, to=to)
    name = shown(theme_title(to)).text
    messages.success(request, _("The notes are now in the theme “%(theme)s”.") % {"theme": name})
    return to


@allowed("dialogues.edit_themes", find=find_theme)
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, theme: int) -> HttpResponse:
    """Give the theme a title and a description of people's own."""
    found = find_theme(theme)
    form = ThemeNameForm(sent(request), initial=_as_it_is(found))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "title_fi",
            lambda: actions.rename_theme(
                by=actor(request),
                theme=found,
                title=form.words("title"),
                description=form.words("description"),
            ),
        )
        if done:
            messages.success(request, _("The theme has been renamed."))
            return redirect("dialogues:theme-desk", theme=theme)
    title = _("Rename the theme")
    name = shown(theme_title(found))
    back = reverse("dialogues:theme-desk", args=[theme])
    context = {
        "title": title,
        "caption": name.text,
        "crumbs": crumbs(*_way(found.round), (name.text, back), (title, "")),
        "form": form,
        "back": back,
        "keep": f"dialogues-theme-{found.pk}",
    }
    return render(request, "ui/form_page.html", context)


def _as_it_is(theme: Theme) -> dict[str, Any]:
    """The theme's own words; where people gave none, the machine's label to start from."""
    kept = {field: getattr(theme, field) or "" for field in TEXTS}
    for code, label in theme.label.items():
        if not any(kept[f"title_{one}"] for one in ("fi", "sv", "en")):
            kept[f"title_{code}"] = label
    return kept


def _remarks_page(
    request: HttpRequest,
    round: Round,
    theme: Theme | None,
    page: RemarkPage,
    form: NotesForm | None = None,
) -> HttpResponse:
    name = shown(theme_title(theme)) if theme else None
    title = name.text if name else _("Notes in no theme")
    themes = [(pk, text) for pk, text in _themes(round) if theme is None or pk != theme.pk]
    context = {
        "title": name or title,
        "caption": pgettext("page", "Theme") if theme else "",
        "crumbs": crumbs(*_way(round), (title, "")),
        "round": round,
        "theme": theme,
        "page": page,
        "words": _asked(request),
        "ticked": form.data.getlist("notes") if form else [],  # type: ignore[attr-defined]
        "form": form or NotesForm(notes=[], themes=themes),
    }
    return render(request, "dialogues/theme_desk.html", context, status=422 if form else 200)


def _themes(round: Round) -> list[tuple[int, str]]:
    found: tuple[DeskTheme, ...] = desk_themes(round)
    return [(one.id, str(one.title)) for one in found]


def _asked(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()


def _way(round: Round) -> list[tuple[Any, str]]:
    board = reverse("dialogues:themes", args=[round.slug])
    return [*desk_steps(round), (pgettext("page", "Themes"), board)]
