"""Writing, changing, ordering and removing a sentence of the summary."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.actions.meanwhile import what_it_says
from aukio.apps.dialogues.faults import EditedMeanwhile
from aukio.apps.dialogues.forms.sentences import LANGUAGES, EditSentenceForm, NewSentenceForm
from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.models import Sentence, TextStatus, Theme
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.queries.desk import desk_themes
from aukio.apps.dialogues.queries.pages.voices import voices
from aukio.apps.dialogues.queries.pages.writing import proposals
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.views._acting import actor, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_sentence, find_theme
from aukio.apps.dialogues.views._meanwhile import CONFLICT, Conflict, compare
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.apps.dialogues.views.measuring import FULL, again, measured, to_save, typed
from aukio.shared.accounts.access import allowed


@allowed("dialogues.write_summary", find=find_theme)
@require_http_methods(["GET", "HEAD", "POST"])
def new_sentence(request: HttpRequest, theme: int) -> HttpResponse:
    """Write a sentence, with the words it rests on."""
    found = find_theme(theme)
    begin = {**_statuses_to_begin(), "sources": request.GET.getlist("words")}
    form = NewSentenceForm(
        to_save(request),
        proposals=proposals(found),
        voices=voices(found),
        initial=again(request, begin),
    )
    if form.is_bound and form.is_valid():
        made = try_for_form(form, "text_fi", lambda: _write(request, found, form))
        if made:
            messages.success(request, _("The sentence has been added."))
            return redirect(_place(made))
    title = _("Write a sentence")
    return _form_page(request, found, form, title, None)


@transaction.atomic
def _write(request: HttpRequest, theme: Theme, form: NewSentenceForm) -> Sentence:
    made = actions.write_sentence(
        by=actor(request),
        theme=theme,
        texts=form.words("text"),
        statuses=form.statuses(),
        voice=form.cleaned_data["voice"],
    )
    for one in form.chosen():
        actions.pick_quote(
            by=actor(request), sentence=made, note=one.note, start=one.start, end=one.end
        )
    return made


@allowed("dialogues.write_summary", find=find_sentence)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, sentence: int) -> HttpResponse:
    """Change a sentence; a machine's proposal becomes the editor's own."""
    found = find_sentence(sentence)
    themes = [(one.id, str(one.title)) for one in desk_themes(found.summary.round)]
    begin = again(request, _as_it_is(found))
    form = EditSentenceForm(to_save(request), themes=themes, initial=begin)
    conflict = None
    if form.is_bound and form.is_valid():
        try:
            done = try_for_form(form, "text_fi", lambda: _change(request, found, form))
        except EditedMeanwhile:
            found = find_sentence(sentence)
            conflict = compare(form, found, what_it_says(found), "text")
        else:
            if done:
                messages.success(request, _("The sentence has been changed."))
                return redirect(_place(done))
    title = _("Change the sentence")
    return _form_page(request, found.theme, form, title, sentence, conflict)


def _change(request: HttpRequest, sentence: Sentence, form: EditSentenceForm) -> Sentence:
    return actions.edit_sentence(
        by=actor(request),
        sentence=sentence,
        texts=form.words("text"),
        statuses=form.statuses(),
        voice=form.cleaned_data["voice"],
        theme=Theme.objects.get(pk=form.cleaned_data["theme"]),
        started_from=form.cleaned_data["started_from"],
    )


@allowed("dialogues.write_summary", find=find_sentence)
@require_POST
def remove(request: HttpRequest, sentence: int) -> HttpResponse:
    """Take a sentence out of the summary. It can be taken back with undo."""
    found = find_sentence(sentence)
    try_and_tell(
        request,
        _("The sentence has been removed. You can undo this."),
        lambda: actions.remove_sentence(by=actor(request), sentence=found),
    )
    return redirect("dialogues:summary-theme", theme=found.theme_id)


@allowed("dialogues.write_summary", find=find_sentence)
@require_POST
def move(request: HttpRequest, sentence: int) -> HttpResponse:
    """Move a sentence one place up or down in its theme."""
    found = find_sentence(sentence)
    order = list(found.theme.sentences.order_by("order", "id"))
    at = order.index(found)
    to = at - 1 if request.POST.get("direction") == "up" else at + 1
    if 0 <= to < len(order):
        order.insert(to, order.pop(at))
        try_and_tell(
            request,
            _("The order has been changed."),
            lambda: actions.order_sentences(by=actor(request), theme=found.theme, sentences=order),
        )
    return redirect(_place(found))


def _place(sentence: Sentence) -> str:
    """Where the sentence is on its theme's page."""
    page = reverse("dialogues:summary-theme", args=[sentence.theme_id])
    return f"{page}#sentence-{sentence.pk}"


def _statuses_to_begin() -> dict[str, str]:
    """The reader's own language is the original; the others are translations to check."""
    here = reader_language()
    return {
        f"status_{code}": TextStatus.ORIGINAL if code == here else TextStatus.HUMAN_CHECKED
        for code in LANGUAGES
    }


def _as_it_is(sentence: Sentence) -> dict[str, Any]:
    kept: dict[str, Any] = {"voice": sentence.voice, "theme": str(sentence.theme_id)}
    kept["started_from"] = what_it_says(sentence)
    for code in LANGUAGES:
        kept[f"text_{code}"] = getattr(sentence, f"text_{code}")
        kept[f"status_{code}"] = getattr(sentence, f"status_{code}") or TextStatus.HUMAN_CHECKED
    return kept


def _form_page(
    request: HttpRequest,
    theme: Theme,
    form: Any,
    title: str,
    sentence: int | None,
    conflict: Conflict | None = None,
) -> HttpResponse:
    name = shown(theme_title(theme)).text
    back = reverse("dialogues:summary-theme", args=[theme.pk])
    overview = reverse("dialogues:summary-desk", args=[theme.round.slug])
    draft = typed(request.POST, FULL, sentence) if request.method == "POST" else None
    context = {
        "title": title,
        "caption": name,
        "crumbs": crumbs(
            *desk_steps(theme.round),
            (pgettext("page", "Summary"), overview),
            (name, back),
            (title, ""),
        ),
        "form": form,
        "conflict": conflict,
        "back": back,
        "keep": f"dialogues-sentence-{sentence}"
        if sentence
        else f"dialogues-new-sentence-{theme.pk}",
        **measured(theme.round, FULL, draft, sentence),
    }
    status = CONFLICT if conflict else 200
    return render(request, "dialogues/sentence_form.html", context, status=status)
