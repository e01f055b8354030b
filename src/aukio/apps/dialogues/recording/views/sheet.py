"""The page a scribe writes on, and what its script asks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.models import Permission
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.forms.sheet import FactsForm
from aukio.apps.dialogues.recording.models import Entry, Sheet, SheetState
from aukio.apps.dialogues.recording.queries.forms import form_of
from aukio.apps.dialogues.recording.queries.sheets import Written, written
from aukio.apps.dialogues.recording.views._door import Door, both
from aukio.shared.faults import Fault

NEXT = {"notes": "notes", "add": "add"}


@both
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, door: Door) -> HttpResponse:
    """Write the record. The button saves without a script; with one, each change is saved."""
    if door.sheet is not None and door.sheet.state == SheetState.SENT:
        return redirect(door.url("receipt"))
    facts = FactsForm(request.POST or None, initial=_facts(door.sheet))
    if request.method == "POST" and _save_all(request, door, facts):
        return redirect(door.url(NEXT.get(request.POST.get("next", ""), "sheet")))
    return _page(request, door, facts)


@both
@require_POST
def save(request: HttpRequest, door: Door) -> JsonResponse:
    """Save one field for the script; what others wrote meanwhile is in the answer."""
    try:
        saved = actions.save_text(
            by=door.by,
            sheet=door.begun(),
            field=request.POST.get("field", ""),
            text=request.POST.get("text", ""),
            base=_number(request.POST.get("base", "")),
            session=request.POST.get("session", ""),
            mine=request.POST.get("mine", "").split(","),
        )
    except Fault as fault:
        return JsonResponse({"said": str(fault)}, status=409)
    heads = [*saved.others, saved.entry]
    return JsonResponse(
        {
            "entry": saved.entry.pk,
            "heads": [_told(one) for one in heads],
            "at": _clock(saved.entry),
        }
    )


@both
@require_safe
def state(request: HttpRequest, door: Door) -> JsonResponse:
    """Every field's text as it is on the server now."""
    found = written(door.sheet) if door.sheet else []
    return JsonResponse(
        {
            "state": door.sheet.state if door.sheet else SheetState.WRITING,
            "fields": {one.field.code: [_told(head) for head in one.heads] for one in found},
        }
    )


@both
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, door: Door, field: str) -> HttpResponse:
    """Make one text of two that were written at the same time."""
    one = next((each for each in _fields(door) if each.field.code == field), None)
    if one is None or door.sheet is None or len(one.heads) < 2:
        return redirect(door.url("sheet"))
    if request.method == "POST":
        seen = [number for number in map(_number, request.POST.getlist("heads")) if number]
        try:
            actions.settle(
                by=door.by,
                sheet=door.sheet,
                field=field,
                text=request.POST.get("text", ""),
                heads=seen,
            )
        except Fault as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, _("The field has one text again. The others are kept."))
            return redirect(door.url("sheet"))
    label = one.field.label_in(get_language() or "fi")
    context = {
        "title": _("Make one text"),
        "caption": label,
        "crumbs": door.crumbs(_("Make one text")),
        "heads": one.heads,
        "text": request.POST.get("text") or "\n\n".join(head.text for head in one.heads),
        "back": door.url("sheet"),
    }
    return render(request, "recording/settle.html", context)


def _page(request: HttpRequest, door: Door, facts: FactsForm) -> HttpResponse:
    context = {
        "title": _("Record of the dialogue"),
        "caption": door.dialogue.title,
        "crumbs": door.crumbs(),
        "door": door,
        "is_sample": door.dialogue.is_sample,
        "sheet_key": door.dialogue.pk,
        "areas": [_area(request, door, one) for one in _fields(door)],
        "facts": facts,
        "session": request.POST.get("session") or get_random_string(32),
        "urls": {name: door.url(name) for name in ("save", "state", "sheet", "notes", "add")},
    }
    return render(request, "recording/sheet.html", context)


def _area(request: HttpRequest, door: Door, one: Written) -> dict[str, Any]:
    code, language = one.field.code, get_language() or "fi"
    needed = pgettext("field", "needed") if one.field.is_required else ""
    hint = " ".join(part for part in (one.field.help_in(language), _marks(one)) if part)
    label = one.field.label_in(language)
    area = {
        "label": f"{label} ({needed})" if needed else label,
        "name": f"text_{code}",
        "value": request.POST.get(f"text_{code}", one.text),
        "rows": 12 if one.field.is_required else 6,
        "hint": hint or None,
        "attributes": {"data-field": code, "data-base": str(one.head.pk) if one.head else None},
    }
    base = request.POST.get(f"base_{code}") or (one.head.pk if one.head else "")
    settle = door.url("settle", field=code)
    return {**area, "code": code, "base": base, "others": one.others, "settle": settle}


def _marks(one: Written) -> str:
    if not one.field.becomes_notes:
        return _("Only for the organiser and the core group.")
    return "" if one.field.is_quotable else _("Read, but not quoted.")


def _save_all(request: HttpRequest, door: Door, facts: FactsForm) -> bool:
    """Save every field that was sent; whether all went well."""
    if not facts.is_valid():
        return False
    try:
        sheet = door.begun()
        actions.set_facts(
            by=door.by,
            sheet=sheet,
            language=facts.cleaned_data["language"],
            permission=facts.cleaned_data["permission"],
        )
        for one in sheet.form.asked:
            if f"text_{one.code}" in request.POST:
                _save_one(request, door, sheet, one.code)
    except Fault as fault:
        messages.error(request, str(fault))
        return False
    messages.success(request, _("Saved on the server."))
    return True


def _save_one(request: HttpRequest, door: Door, sheet: Sheet, code: str) -> None:
    base = _number(request.POST.get(f"base_{code}", ""))
    text = request.POST[f"text_{code}"]
    if base is None and not text.strip():
        return
    actions.save_text(
        by=door.by,
        sheet=sheet,
        field=code,
        text=text,
        base=base,
        session=request.POST.get("session", ""),
    )


def _fields(door: Door) -> list[Written]:
    if door.sheet is not None:
        return written(door.sheet)
    return [Written(field, ()) for field in form_of(door.dialogue.round).asked]


def _facts(sheet: Sheet | None) -> dict[str, str]:
    if sheet is None:
        return {"language": "", "permission": Permission.NONE}
    return {"language": sheet.language, "permission": sheet.permission}


def _told(entry: Entry) -> dict[str, Any]:
    return {"id": entry.pk, "text": entry.text, "writer": entry.writer, "at": _clock(entry)}


def _clock(entry: Entry) -> str:
    return timezone.localtime(entry.at).strftime("%-H.%M")


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None
