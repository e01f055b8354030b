"""Adding a file, checking the notes, sending the record, and what comes after."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.forms.records import NOTE_PERMISSIONS, content_of
from aukio.apps.dialogues.models import Permission
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.forms.sheet import AddForm, SplitForm
from aukio.apps.dialogues.recording.models import Sheet, SheetState
from aukio.apps.dialogues.recording.queries.forms import form_of
from aukio.apps.dialogues.recording.queries.lines import LineRow, lines_of
from aukio.apps.dialogues.recording.views._door import Door, both
from aukio.apps.dialogues.views._acting import sent, try_and_tell, try_for_form
from aukio.shared.faults import Fault


@both
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, door: Door) -> HttpResponse:
    """Add a file; its text goes after what the field already has."""
    asked = door.sheet.form.asked if door.sheet else form_of(door.dialogue.round).asked
    language = get_language() or "fi"
    choices = [(one.code, one.label_in(language)) for one in asked]
    form = AddForm(sent(request), request.FILES or None, fields=choices)
    if request.method == "POST" and form.is_valid():
        saved = try_for_form(form, "file", lambda: _add(door, form))
        if saved:
            words = len(saved.entry.text.split())
            done = _("Every word of the file was added. The field now has %(count)d words.")
            messages.success(request, done % {"count": words})
            return redirect(door.url("sheet"))
    context = {
        "title": _("Add a text written elsewhere"),
        "lead": _("Every word is kept, and so is the file. Pasting into a field works too."),
        "caption": door.dialogue.title,
        "crumbs": door.crumbs(_("Add a text")),
        "form": form,
        "submit": _("Add the text"),
        "back": door.url("sheet"),
    }
    return render(request, "ui/form_page.html", context)


@both
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, door: Door) -> HttpResponse:
    """See what becomes a note; join lines, and say what of each may be quoted."""
    sheet = _open_sheet(door)
    if sheet is None:
        return redirect(door.url("sheet"))
    if request.method == "POST":
        permissions = {
            name.removeprefix("permission-"): str(request.POST[name])
            for name in request.POST
            if name.startswith("permission-")
        }
        joined = request.POST.getlist("join")
        try_and_tell(
            request,
            _("The notes have been saved."),
            lambda: actions.set_lines(
                by=door.by, sheet=sheet, joined=joined, permissions=permissions
            ),
        )
        return redirect(door.url("send" if "send" in request.POST else "notes"))
    found = lines_of(sheet)
    context = {
        "title": _("Check the notes"),
        "caption": door.dialogue.title,
        "lead": _("Each line becomes one note. Join lines that belong together."),
        "crumbs": door.crumbs(_("Check the notes")),
        "groups": [
            (field.label_in(get_language() or "fi"), _rows(door, rows)) for field, rows in found
        ],
        "count": sum(len(rows) for _field, rows in found),
        "choices": NOTE_PERMISSIONS,
        "door": door,
        "back": door.url("sheet"),
    }
    return render(request, "recording/notes.html", context)


@both
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, door: Door, key: str) -> HttpResponse:
    """Split a line in two or more."""
    sheet = _open_sheet(door)
    if sheet is None:
        raise Http404
    every = [row for _field, rows in lines_of(sheet) for row in rows]
    row = next((one for one in every if one.key == key), None)
    if row is None:
        raise Http404
    form = SplitForm(sent(request), initial={"text": row.text})
    if request.method == "POST" and form.is_valid():
        done = try_for_form(form, "text", lambda: _split(door, sheet, key, form))
        if done:
            messages.success(request, _("The line has been split."))
            return redirect(door.url("notes"))
    context = {
        "title": _("Split the line"),
        "crumbs": door.crumbs(_("Split the line")),
        "form": form,
        "submit": _("Split the line"),
        "back": door.url("notes"),
    }
    return render(request, "ui/form_page.html", context)


@both
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, door: Door) -> HttpResponse:
    """Send the record to the organiser."""
    sheet = _open_sheet(door)
    if sheet is None:
        return redirect(door.url("receipt" if door.sheet else "sheet"))
    if request.method == "POST":
        made = try_and_tell(
            request, _("The record has been sent."), lambda: actions.send(by=door.by, sheet=sheet)
        )
        return redirect(door.url("receipt" if made else "sheet"))
    found = lines_of(sheet)
    context = {
        "title": _("Send the record"),
        "caption": door.dialogue.title,
        "crumbs": door.crumbs(_("Send the record")),
        "count": sum(len(rows) for _field, rows in found),
        "words": sum(row.words for _field, rows in found for row in rows),
        "permission": Permission(sheet.permission).label,
        "is_none": sheet.permission == Permission.NONE,
        "back": door.url("notes"),
    }
    return render(request, "recording/send.html", context)


@both
@require_safe
def receipt(request: HttpRequest, door: Door) -> HttpResponse:
    """What was sent and when, and what happens next."""
    if door.sheet is None or door.sheet.record is None or door.sheet.state != SheetState.SENT:
        return redirect(door.url("sheet"))
    made = door.sheet.record
    context = {
        "title": _("The record has been sent"),
        "caption": door.dialogue.title,
        "crumbs": door.crumbs(_("Receipt")),
        "sheet": door.sheet,
        "record": made,
        "notes": made.notes.count(),
        # as the scribe wrote them: in the kept text a hidden place is one word
        "words": sum(row.words for _field, rows in lines_of(door.sheet) for row in rows),
        "can_correct": door.sheet.emptied_at is None and not actions.has_begun(made),
        "correct": door.url("correct"),
        "is_organiser": not door.code,
    }
    return render(request, "recording/receipt.html", context)


@both
@require_POST
def correct(request: HttpRequest, door: Door) -> HttpResponse:
    """Open a sent record for writing again."""
    if door.sheet is None:
        raise Http404
    sheet = door.sheet
    try:
        actions.correct(by=door.by, sheet=sheet)
    except Fault as fault:
        messages.error(request, str(fault))
        return redirect(door.url("receipt"))
    messages.success(request, _("Write your corrections and send the record again."))
    return redirect(door.url("sheet"))


def _open_sheet(door: Door) -> Sheet | None:
    is_open = door.sheet is not None and door.sheet.state == SheetState.WRITING
    return door.sheet if is_open else None


def _add(door: Door, form: AddForm) -> actions.Saved:
    upload = form.cleaned_data["file"]
    return actions.add_file(
        by=door.by,
        sheet=door.begun(),
        field=form.cleaned_data["field"],
        name=upload.name,
        content=content_of(upload),
    )


def _split(door: Door, sheet: Sheet, key: str, form: SplitForm) -> bool:
    actions.split_line(by=door.by, sheet=sheet, key=key, text=form.cleaned_data["text"])
    return True


def _rows(door: Door, rows: tuple[LineRow, ...]) -> list[tuple[LineRow, str, bool]]:
    """Each line with the address where it is split, and whether another follows to join."""
    return [
        (row, door.url("split", key=row.key), place < len(rows))
        for place, row in enumerate(rows, 1)
    ]
