"""Picking the exact words a sentence rests on: first a note, then its words."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.forms.sentences import QuoteForm
from aukio.apps.dialogues.frozen import in_languages, theme_title
from aukio.apps.dialogues.models import Sentence
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.queries.pages.remarks import quotable, used
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_quote, find_sentence
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed
from aukio.ui.markup import Text


@allowed("dialogues.write_summary", find=find_sentence)
@require_safe
def choose(request: HttpRequest, sentence: int) -> HttpResponse:
    """Choose a note of the theme."""
    found = find_sentence(sentence)
    words = request.GET.get("q", "").strip()
    title = _("Choose a note")
    context = {
        "title": title,
        "crumbs": crumbs(*_way(found), (title, "")),
        "sentence": found,
        "words": words,
        "text": shown(in_languages(found, "text")),
        "page": quotable(found.theme, words=words, number=request.GET.get("page", 1)),
    }
    return render(request, "dialogues/quote_choose.html", context)


@allowed("dialogues.write_summary", find=find_sentence)
@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest, sentence: int, note: int) -> HttpResponse:
    """Pick the exact words of a note."""
    found = find_sentence(sentence)
    remark = get_object_or_404(
        used(found.summary.round).select_related("record__dialogue"), pk=note
    )
    form = QuoteForm(sent(request), note=remark, initial={"words": remark.text})
    if request.method == "POST" and form.is_valid():
        start, end = form.place()
        made = try_for_form(
            form,
            "words",
            lambda: actions.pick_quote(
                by=actor(request), sentence=found, note=remark, start=start, end=end
            ),
        )
        if made:
            messages.success(request, _("The words have been tied to the sentence."))
            return redirect(_back(found))
    title = _("Pick the words")
    chosen = reverse("dialogues:quote-choose", args=[sentence])
    context = {
        "title": title,
        "crumbs": crumbs(*_way(found), (_("Choose a note"), chosen), (title, "")),
        "sentence": found,
        "text": shown(in_languages(found, "text")),
        "note": remark,
        "form": form,
        "submit": _("Tie the words to the sentence"),
        "back": chosen,
    }
    return render(request, "dialogues/quote_pick.html", context)


@allowed("dialogues.write_summary", find=find_quote)
@require_POST
def drop(request: HttpRequest, quote: int) -> HttpResponse:
    """Untie words from a sentence."""
    found = find_quote(quote)
    try_and_tell(
        request,
        _("The words no longer stand behind the sentence. You can undo this."),
        lambda: actions.drop_quote(by=actor(request), quote=found),
    )
    return redirect(_back(found.sentence))


def _back(sentence: Sentence) -> str:
    page = reverse("dialogues:summary-theme", args=[sentence.theme_id])
    return f"{page}#sentence-{sentence.pk}"


def _way(sentence: Sentence) -> list[tuple[Text, str]]:
    round = sentence.summary.round
    return [
        *desk_steps(round),
        (pgettext("page", "Summary"), reverse("dialogues:summary-desk", args=[round.slug])),
        (shown(theme_title(sentence.theme)).text, _back(sentence)),
    ]
