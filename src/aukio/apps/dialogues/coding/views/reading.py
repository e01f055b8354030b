"""Reading notes and coding them, by keyboard or mouse, with JavaScript or without."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.queries import reading as queries
from aukio.apps.dialogues.coding.queries.frame import frame
from aukio.apps.dialogues.coding.queries.progress import progress
from aukio.apps.dialogues.coding.views._common import find_note, ids, number_in, ways
from aukio.apps.dialogues.models import Note, Round
from aukio.apps.dialogues.queries.pages.places import county_code, names
from aukio.apps.dialogues.queries.pages.remarks import used
from aukio.apps.dialogues.templatetags.dialogues import language_names
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault


@allowed("coding.see_desk", find=find_round)
@require_safe
@never_cache
def read(request: HttpRequest, slug: str) -> HttpResponse:
    """Notes one after another, or up to three records beside each other."""
    round = find_round(slug)
    person, asked = actor(request), _asked(request)
    number = request.GET.get("page", 1)
    beside = queries.columns(round, person, asked.records, number=number) if asked.records else []
    page = None if beside else queries.notes_page(round, person, asked, number=number)
    longest = max((one for _r, one in beside), key=lambda p: p.paginator.num_pages, default=page)
    title = pgettext("page", "Read and code")
    context = {
        "title": title,
        "caption": title_of(round),
        "crumbs": ways(round, (title, "")),
        "round": round,
        "frame": frame(round),
        "progress": progress(round, person),
        "asked": asked,
        "page": page,
        "columns": beside,
        "longest": longest,
        "query": _query(request),
        "choices": _choices(round, asked),
        "next_page": _next(request, asked),
    }
    return render(request, "coding/read.html", context)


@allowed("coding.code_note", find=find_note)
@require_POST
def code(request: HttpRequest, note: int) -> HttpResponse:
    """Save the codes of a note, or decide on what the machine proposes for it."""
    found = find_note(note)
    round = found.record.dialogue.round
    fault = ""
    try:
        _save(request, round, found)
    except Fault as error:
        fault = str(error)
    else:
        back = reverse("coding:desk", args=[round.slug])
        actions.renew_if_due(by=actor(request), round=round, next_url=back)
    return _answer(request, round, found, fault=fault)


@allowed("coding.see_desk", find=find_round)
@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back one's own latest step."""
    round = find_round(slug)
    try:
        note = actions.undo_step(by=actor(request), round=round)
    except Fault as fault:
        messages.error(request, str(fault))
        return redirect(_address(request, round, None))
    messages.success(request, _("Your latest coding was taken back."))
    return redirect(_address(request, round, note.pk))


def _save(request: HttpRequest, round: Round, note: Note) -> None:
    person = actor(request)
    yes, no = ids(request.POST.getlist("accept")), ids(request.POST.getlist("reject"))
    if request.POST.get("do") == "accept":
        yes = ids(request.POST.getlist("proposed"))
    if yes or no:
        actions.decide(by=person, round=round, accepted=yes, rejected=no)
        return
    actions.code_note(
        by=person,
        note=note,
        codes=ids(request.POST.getlist("codes")),
        none_fits="none" in request.POST,
    )


def _answer(request: HttpRequest, round: Round, note: Note, *, fault: str) -> HttpResponse:
    """The note anew for a page that asked for it alone, else back to where it was."""
    if not request.headers.get("X-Part"):
        if fault:
            messages.error(request, fault)
        return redirect(_address(request, round, note.pk))
    person = actor(request)
    context = {
        "note": queries.read_notes(round, person, [note])[0],
        "frame": frame(round),
        "progress": progress(round, person),
        "query": request.POST.get("back", ""),
        "fault": fault,
    }
    return render(request, "coding/parts/saved.html", context)


def _address(request: HttpRequest, round: Round, note: int | None) -> str:
    """The reading page as it was; the note just coded stays on it."""
    home = reverse("coding:read", args=[round.slug])
    kept = [pair for pair in parse_qsl(request.POST.get("back", "")) if pair[0] != "stay"]
    if note is None:
        return f"{home}?{urlencode(kept)}"
    return f"{home}?{urlencode([*kept, ('stay', note)])}#note-{note}"


def _asked(request: HttpRequest) -> queries.Filter:
    given = request.GET
    state = given.get("state", "")
    wanted = [int(one) for one in given.getlist("record") if one.isdecimal() and len(one) < 19]
    return queries.Filter(
        records=tuple(dict.fromkeys(wanted)),
        dialogue=number_in(request, "dialogue"),
        language=given.get("language", "")[:3],
        county=given.get("county", "")[:3],
        state=state if state in queries.STATES else "",
        code=number_in(request, "code"),
        words=given.get("q", "").strip()[:100],
        stay=number_in(request, "stay"),
    )


def _query(request: HttpRequest) -> str:
    """The address's own question, for coming back to it."""
    return urlencode([pair for pair in request.GET.lists() for pair in _flat(pair)])


def _flat(pair: tuple[str, list[Any]]) -> list[tuple[str, Any]]:
    return [(pair[0], value) for value in pair[1]]


def _next(request: HttpRequest, asked: queries.Filter) -> str:
    """Where more notes of the same kind are, when those coded leave the list."""
    if asked.state not in ("mine-not", "proposed", "useful", "other"):
        return ""
    kept = [
        (key, value)
        for key, values in request.GET.lists()
        for value in values
        if key not in ("page", "stay")
    ]
    return f"?{urlencode(kept)}"


def _choices(round: Round, asked: queries.Filter) -> dict[str, Any]:
    """What one can filter by, of what the round has."""
    dialogues, counties = queries.dialogues_of(round), dict(names())
    here = sorted({county_code(one.municipality or one.area) for one in dialogues} & set(counties))
    spoken = language_names()
    languages = used(round).order_by("language").values_list("language", flat=True).distinct()
    everything = ("", pgettext("filter", "All"))
    return {
        "dialogues": [everything, *((one.pk, one.title) for one in dialogues)],
        "counties": [everything, *((code, counties[code]) for code in here)],
        "languages": [everything, *((code, spoken.get(code, code)) for code in languages)],
        "states": [everything, *_states()],
        "codes": [everything, *((one.id, one.full_name) for one in frame(round))],
        "records": [("", pgettext("filter", "None")), *queries.records_of(round)],
        "beside": [*asked.records, "", "", ""][: queries.MOST_BESIDE],
    }


def _states() -> list[tuple[str, str]]:
    return [
        ("mine-not", _("Not yet coded by you")),
        ("mine", _("Coded by you")),
        ("other", _("Coded by somebody else only")),
        ("differ", _("Coders differ")),
        ("proposed", _("The machine proposes a code")),
        ("useful", _("Most useful to code next")),
    ]
