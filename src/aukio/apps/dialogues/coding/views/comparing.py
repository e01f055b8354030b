"""Two coders compared: how far they agree, and settling where they differ."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.forms import SettleForm
from aukio.apps.dialogues.coding.models import Opening, Settled
from aukio.apps.dialogues.coding.queries.comparing import FEWEST_DOUBLE, Agreement, agreement
from aukio.apps.dialogues.coding.queries.frame import FrameCode, frame
from aukio.apps.dialogues.coding.queries.reading import read_notes
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.views._common import find_note, get_or_post, ways
from aukio.apps.dialogues.models import Note
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed
from aukio.ui.components.tables import Cell

PAGE = 20


@allowed("coding.see_desk", find=find_round)
@require_safe
@never_cache
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Agreement code by code, and the notes on which coders differ."""
    round, person = find_round(slug), actor(request)
    found, codes = standing(round), frame(round)
    figures = agreement(round, found)
    disputed = sorted(found.disputed(person))
    page = Paginator(disputed, PAGE).get_page(request.GET.get("page", 1))
    page.object_list = _notes(round, person, list(page.object_list))
    title = pgettext("page", "Compare the coders")
    context = {
        "title": title,
        "caption": title_of(round),
        "crumbs": ways(round, (title, "")),
        "round": round,
        "figures": figures,
        "alpha": "" if figures.alpha is None else number_format(figures.alpha, 2),
        "fewest": FEWEST_DOUBLE,
        "rows": _rows(figures, codes),
        "head": _head(),
        "page": page,
        "names": {one.id: one for one in codes},
        "is_open": found.is_open,
        "opening": Opening.objects.filter(round=round).select_related("by").first(),
        "settled": _notes(round, person, sorted(found.settled, reverse=True)[:PAGE]),
        "reasons": _reasons(list(found.settled)),
    }
    return render(request, "coding/compare.html", context)


@allowed("coding.open_comparison", find=find_round)
@require_POST
def open_or_close(request: HttpRequest, slug: str) -> HttpResponse:
    """Open everybody's codes to all of the core group, or close them again."""
    round = find_round(slug)
    opened = request.POST.get("do") == "open"
    done = (
        _("Everybody's codes are now open to the core group.")
        if opened
        else _("Codes of others are hidden again until one has coded the note.")
    )
    try_and_tell(
        request,
        done,
        lambda: actions.open_comparison(by=actor(request), round=round, opened=opened),
    )
    return redirect("coding:compare", slug=slug)


@allowed("coding.settle", find=find_note)
@get_or_post
@never_cache
def settle(request: HttpRequest, note: int) -> HttpResponse:
    """Say which codes go on with a note, and why."""
    found = find_note(note)
    round, person = found.record.dialogue.round, actor(request)
    shown, codes = read_notes(round, person, [found])[0], frame(round)
    newest = Settled.objects.filter(note=found).values_list("pk", flat=True).first() or 0
    start = {"codes": [str(one) for one in shown.settled or ()], "seen": newest}
    form = SettleForm(sent(request), codes=codes, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = try_for_form(
            form,
            "reason",
            lambda: actions.settle(
                by=person,
                note=found,
                codes=[int(one) for one in given["codes"]],
                reason=given["reason"],
                seen=given["seen"],
            ),
        )
        if done:
            messages.success(request, _("The codes of the note have been settled."))
            return redirect("coding:compare", slug=round.slug)
    title = _("Settle the codes of a note")
    compare_step = (
        pgettext("page", "Compare the coders"),
        reverse("coding:compare", args=[round.slug]),
    )
    context = {
        "title": title,
        "crumbs": ways(round, compare_step, (title, "")),
        "form": form,
        "note": shown,
        "names": {one.id: one for one in codes},
        "back": compare_step[1],
    }
    return render(request, "coding/settle.html", context, status=422 if form.errors else 200)


def _notes(round: Any, person: Any, wanted: list[int]) -> Any:
    rows = Note.objects.filter(pk__in=wanted).select_related("record__dialogue")
    listed = sorted(rows.defer("record__text"), key=lambda one: wanted.index(one.pk))
    return read_notes(round, person, listed)


def _reasons(notes: list[int]) -> dict[int, Settled]:
    """By note, the settlement that holds."""
    rows = Settled.objects.filter(note__in=notes).select_related("by").order_by("pk")
    return {one.note_id: one for one in rows}


def _rows(figures: Agreement, codes: tuple[FrameCode, ...]) -> list[list[Cell]]:
    names = {one.id: one.full_name for one in codes}
    unknown = pgettext("agreement", "not known")
    return [
        [
            Cell(names.get(one.code, "")),
            Cell(str(one.all), is_number=True),
            Cell(str(one.some), is_number=True),
            Cell(f"{one.percent}\u00a0%", is_number=True),
            Cell(unknown if one.alpha is None else number_format(one.alpha, 2), is_number=True),
        ]
        for one in sorted(figures.codes, key=lambda one: one.percent)
    ]


def _head() -> list[Cell]:
    return [
        Cell(pgettext("coding", "Code")),
        Cell(_("All gave it"), is_number=True),
        Cell(_("Only some gave it"), is_number=True),
        Cell(_("Same in"), is_number=True),
        Cell(_("Krippendorff's alpha"), is_number=True),
    ]
