"""The theme board: what the machine proposes and people decide, with history and undo."""

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
from aukio.apps.dialogues.forms.themes import MergeForm, ThemeNameForm
from aukio.apps.dialogues.models import Round, Theme
from aukio.apps.dialogues.queries import Desk, desk, history
from aukio.apps.dialogues.queries.desk import DeskTheme
from aukio.apps.dialogues.queries.pages.samples import samples
from aukio.apps.dialogues.templatetags.dialogues import language_names
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._facts import change_head, change_rows
from aukio.apps.dialogues.views._finding import find_round, find_theme
from aukio.apps.dialogues.views._verbs import verb_words
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault


@allowed("dialogues.edit_themes", find=find_round)
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Every theme of the round with what can be done to it."""
    round = find_round(slug)
    return _board(request, round, desk(round))


@allowed("dialogues.edit_themes", find=find_round)
@require_POST
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Put the ticked themes together."""
    round = find_round(slug)
    found = desk(round)
    form = MergeForm(request.POST, themes=_choices(found))
    if form.is_valid():
        into = form.cleaned_data["into"] or form.cleaned_data["themes"][0]
        kept = try_for_form(form, "themes", lambda: _merge(request, form, into))
        if kept:
            messages.success(request, _("The themes have been merged."))
            return redirect(f"{reverse('dialogues:themes', args=[slug])}#theme-{kept.pk}")
    return _board(request, round, found, form)


def _merge(request: HttpRequest, form: MergeForm, into: str) -> Theme:
    ids = {int(one) for one in (*form.cleaned_data["themes"], into)}
    themes = Theme.objects.select_related("round").in_bulk(ids)
    return actions.merge_themes(
        by=actor(request), themes=list(themes.values()), into=themes[int(into)]
    )


@allowed("dialogues.edit_themes", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a theme of people's own."""
    round = find_round(slug)
    form = ThemeNameForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            "title_fi",
            lambda: actions.create_theme(
                by=actor(request),
                round=round,
                title=form.words("title"),
                description=form.words("description"),
            ),
        )
        if made:
            messages.success(request, _("The theme has been added."))
            return redirect("dialogues:theme-desk", theme=made.pk)
    title = _("Add a theme")
    back = reverse("dialogues:themes", args=[slug])
    context = {
        "title": title,
        "crumbs": crumbs(*desk_steps(round), (pgettext("page", "Themes"), back), (title, "")),
        "form": form,
        "back": back,
        "keep": f"dialogues-new-theme-{round.pk}",
    }
    return render(request, "ui/form_page.html", context)


@allowed("dialogues.edit_themes", find=find_theme)
@require_POST
def accept(request: HttpRequest, theme: int) -> HttpResponse:
    """Take the machine's proposal as it is."""
    found = find_theme(theme)
    try_and_tell(
        request,
        _("The theme has been accepted."),
        lambda: actions.accept_theme(by=actor(request), theme=found),
    )
    return redirect(f"{reverse('dialogues:themes', args=[found.round.slug])}#theme-{theme}")


@allowed("dialogues.edit_themes", find=find_theme)
@require_POST
def move_place(request: HttpRequest, theme: int) -> HttpResponse:
    """Move a theme one place up or down."""
    found = find_theme(theme)
    themes = list(Theme.objects.filter(round=found.round, merged_into=None))
    at = themes.index(found)
    to = at - 1 if request.POST.get("direction") == "up" else at + 1
    if 0 <= to < len(themes):
        themes.insert(to, themes.pop(at))
        try_and_tell(
            request,
            _("The order has been changed."),
            lambda: actions.order_themes(by=actor(request), round=found.round, themes=themes),
        )
    return redirect(f"{reverse('dialogues:themes', args=[found.round.slug])}#theme-{theme}")


@allowed("dialogues.edit_themes", find=find_round)
@require_POST
def undo_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the latest change; again takes back the one before it."""
    round = find_round(slug)
    try:
        change = actions.undo(by=actor(request), round=round)
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, _("Taken back: %(what)s.") % {"what": verb_words(change.verb)})
    return redirect(_back(request, round))


@allowed("dialogues.edit_themes", find=find_round)
@require_safe
def history_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What has been changed, by whom and when, newest first."""
    round = find_round(slug)
    changes = history(round, limit=100)
    title = pgettext("page", "History of changes")
    board_address = reverse("dialogues:themes", args=[slug])
    context = {
        "title": title,
        "crumbs": crumbs(
            *desk_steps(round), (pgettext("page", "Themes"), board_address), (title, "")
        ),
        "round": round,
        "changes": changes,
        "rows": change_rows(changes),
        "head": change_head(),
    }
    return render(request, "dialogues/history.html", context)


def _board(
    request: HttpRequest, round: Round, found: Desk, form: MergeForm | None = None
) -> HttpResponse:
    themes = found.themes
    said, names = samples(round), language_names()
    ticked = form.data.getlist("themes") if form else []  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "title": pgettext("page", "Themes"),
        "crumbs": crumbs(*desk_steps(round), (pgettext("page", "Themes"), "")),
        "round": round,
        "desk": found,
        "rows": [
            (theme, said.get(theme.id, []), str(theme.id) in ticked, _spoken(theme, names))
            for theme in themes
        ],
        "form": form or MergeForm(themes=_choices(found)),
        "latest": verb_words(found.latest.verb) if found.latest else "",
    }
    return render(request, "dialogues/board.html", context, status=422 if form else 200)


def _spoken(theme: DeskTheme, names: dict[str, str]) -> list[tuple[str, int]]:
    """How many notes in each language, most first."""
    most_first = sorted(theme.languages.items(), key=lambda pair: -pair[1])
    return [(names.get(code, code), count) for code, count in most_first]


def _choices(found: Desk) -> list[tuple[int, str]]:
    return [(theme.id, str(theme.title)) for theme in found.themes]


def _back(request: HttpRequest, round: Round) -> str:
    """Undo is offered on the board and on the summary desk."""
    name = "summary-desk" if request.POST.get("from") == "summary" else "themes"
    return reverse(f"dialogues:{name}", args=[round.slug])
