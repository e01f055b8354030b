"""Writing the short and the easy-language version of the summary."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.actions.meanwhile import what_it_says
from aukio.apps.dialogues.faults import EditedMeanwhile
from aukio.apps.dialogues.forms.variants import VariantReadyForm, VariantSentenceForm
from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.measuring import LANGUAGES
from aukio.apps.dialogues.models import Round, Summary, TextStatus, VariantKind, VariantSentence
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.queries.pages import variants as queries
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.variant_sheet import told_about
from aukio.apps.dialogues.views._acting import actor, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._meanwhile import CONFLICT, Conflict, compare
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.apps.dialogues.views.measuring import (
    again,
    measured,
    prefix,
    to_save,
    typed,
)
from aukio.shared.accounts.access import allowed
from aukio.ui.markup import Text


def find_line(sentence: int, **_rest: Any) -> VariantSentence:
    rows = VariantSentence.objects.select_related("variant__summary__round")
    return get_object_or_404(rows, pk=sentence)


@allowed("dialogues.write_summary", find=find_round)
@require_safe
def desk(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The version's sentences, each with those of the full summary it rests on."""
    round, summary = _summary(slug, kind)
    found = queries.variant_desk(round, kind)
    name = _name(kind)
    context = {
        "title": name,
        "lead": told_about(kind),
        "crumbs": crumbs(*_to_summary(round), (name, "")),
        "round": round,
        "kind": kind,
        "summary": summary,
        "found": found,
        "untold": [shown(theme_title(one)) for one in found.untold],
        "ready_form": VariantReadyForm(
            initial={"ready": found.variant.ready if found.variant else []}
        ),
        **measured(round, kind),
    }
    return render(request, "dialogues/variant_desk.html", context)


@allowed("dialogues.write_summary", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Write a sentence of the version."""
    round, summary = _summary(slug, kind)
    if summary is None:
        messages.error(request, _("Write the full summary first: the versions rest on it."))
        return redirect("dialogues:summary-desk", slug=slug)
    here = reader_language()
    begin = {
        f"status_{code}": TextStatus.ORIGINAL if code == here else TextStatus.HUMAN_CHECKED
        for code in LANGUAGES
    }
    form = _form(request, kind, summary, begin)
    if form.is_bound and form.is_valid():
        made = try_for_form(
            form,
            f"{form.name}_fi",
            lambda: actions.write_variant_sentence(
                by=actor(request),
                summary=summary,
                kind=kind,
                texts=form.texts(),
                statuses=form.statuses(),
                sources=form.chosen(),
            ),
        )
        if made:
            messages.success(request, _("The sentence has been added."))
            return redirect(_place(made))
    return _form_page(request, round, kind, form, _("Write a sentence"), None)


@allowed("dialogues.write_summary", find=find_line)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, sentence: int) -> HttpResponse:
    """Change a sentence of the version, or what it rests on."""
    found = find_line(sentence)
    summary, kind = found.variant.summary, found.variant.kind
    form = _form(request, kind, summary, _as_it_is(found))
    conflict = None
    if form.is_bound and form.is_valid():
        try:
            done = try_for_form(form, f"{form.name}_fi", lambda: _change(request, found, form))
        except EditedMeanwhile:
            found = find_line(sentence)
            conflict = compare(form, found, what_it_says(found), form.name)
        else:
            if done:
                messages.success(request, _("The sentence has been changed."))
                return redirect(_place(done))
    title = _("Change the sentence")
    return _form_page(request, summary.round, kind, form, title, sentence, conflict)


def _change(
    request: HttpRequest, sentence: VariantSentence, form: VariantSentenceForm
) -> VariantSentence:
    return actions.edit_variant_sentence(
        by=actor(request),
        sentence=sentence,
        texts=form.texts(),
        statuses=form.statuses(),
        sources=form.chosen(),
        started_from=form.cleaned_data["started_from"],
    )


@allowed("dialogues.write_summary", find=find_line)
@require_POST
def remove(request: HttpRequest, sentence: int) -> HttpResponse:
    """Take a sentence out of the version."""
    found = find_line(sentence)
    back = redirect("dialogues:variant-desk", found.variant.summary.round.slug, found.variant.kind)
    try_and_tell(
        request,
        _("The sentence has been removed from this version."),
        lambda: actions.remove_variant_sentence(by=actor(request), sentence=found),
    )
    return back


@allowed("dialogues.write_summary", find=find_line)
@require_POST
def move(request: HttpRequest, sentence: int) -> HttpResponse:
    """Move a sentence one place up or down."""
    found = find_line(sentence)
    order = list(found.variant.sentences.order_by("order", "id"))
    at = order.index(found)
    to = at - 1 if request.POST.get("direction") == "up" else at + 1
    if 0 <= to < len(order):
        order.insert(to, order.pop(at))
        try_and_tell(
            request,
            _("The order has been changed."),
            lambda: actions.order_variant_sentences(
                by=actor(request), variant=found.variant, sentences=order
            ),
        )
    return redirect(_place(found))


@allowed("dialogues.write_summary", find=find_round)
@require_POST
def ready(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Say in which languages the version is ready."""
    _round, summary = _summary(slug, kind)
    form = VariantReadyForm(request.POST)
    if summary is None:
        messages.error(request, _("Write the full summary first: the versions rest on it."))
    elif form.is_valid():
        try_and_tell(
            request,
            _("The languages have been saved."),
            lambda: actions.set_variant_ready(
                by=actor(request),
                summary=summary,
                kind=kind,
                languages=form.cleaned_data["ready"],
            ),
        )
    return redirect("dialogues:variant-desk", slug, kind)


def _summary(slug: str, kind: str) -> tuple[Round, Summary | None]:
    if kind not in VariantKind.values:
        raise Http404
    round = find_round(slug)
    return round, Summary.objects.filter(round=round).select_related("round").first()


def _form(
    request: HttpRequest, kind: str, summary: Summary, begin: dict[str, Any]
) -> VariantSentenceForm:
    return VariantSentenceForm(
        to_save(request),
        kind=kind,
        name=prefix(kind),
        sentences=queries.full_sentences(summary),
        initial=again(request, begin),
    )


def _as_it_is(found: VariantSentence) -> dict[str, Any]:
    name = prefix(found.variant.kind)
    kept: dict[str, Any] = {"sources": [str(one.pk) for one in found.sources.all()]}
    kept["started_from"] = what_it_says(found)
    for code in LANGUAGES:
        kept[f"{name}_{code}"] = getattr(found, f"text_{code}")
        kept[f"status_{code}"] = getattr(found, f"status_{code}") or TextStatus.HUMAN_CHECKED
    return kept


def _form_page(
    request: HttpRequest,
    round: Round,
    kind: str,
    form: VariantSentenceForm,
    title: str,
    sentence: int | None,
    conflict: Conflict | None = None,
) -> HttpResponse:
    back = reverse("dialogues:variant-desk", args=[round.slug, kind])
    draft = typed(request.POST, kind, sentence) if request.method == "POST" else None
    context = {
        "title": title,
        "caption": _name(kind),
        "lead": told_about(kind),
        "crumbs": crumbs(*_to_summary(round), (_name(kind), back), (title, "")),
        "form": form,
        "conflict": conflict,
        "back": back,
        "keep": f"dialogues-{kind}-{sentence or f'new-{round.slug}'}",
        **measured(round, kind, draft, sentence),
    }
    status = CONFLICT if conflict else 200
    return render(request, "dialogues/variant_form.html", context, status=status)


def _name(kind: str) -> str:
    names = {
        VariantKind.SHORT: pgettext("page", "Short version"),
        VariantKind.EASY: pgettext("page", "Easy-language version"),
    }
    return names[VariantKind(kind)]


def _to_summary(round: Round) -> list[tuple[Text, str]]:
    desk = reverse("dialogues:summary-desk", args=[round.slug])
    return [*desk_steps(round), (pgettext("page", "Summary"), desk)]


def _place(sentence: VariantSentence) -> str:
    variant = sentence.variant
    page = reverse("dialogues:variant-desk", args=[variant.summary.round.slug, variant.kind])
    return f"{page}#sentence-{sentence.pk}"
