"""Records: the list, adding one or many, one record with its notes, and its permission."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.forms.records import (
    NOTE_PERMISSIONS,
    PermissionForm,
    RecordForm,
    ReplaceForm,
    TableForm,
)
from aukio.apps.dialogues.models import Dialogue, Record
from aukio.apps.dialogues.queries import record_page as read_record
from aukio.apps.dialogues.queries.pages.records import records_page
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.templatetags.dialogues import language_names
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._facts import record_rows, record_table, record_table_head
from aukio.apps.dialogues.views._finding import (
    find_dialogue,
    find_record,
    find_round,
    number_or_404,
)
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed

NOTES = 100


@allowed("dialogues.see_desk", find=find_round)
@require_safe
def records(request: HttpRequest, slug: str) -> HttpResponse:
    """The round's dialogues, each with its record or without."""
    round = find_round(slug)
    words, missing = request.GET.get("q", "").strip(), "missing" in request.GET
    page = records_page(round, words=words, missing=missing, number=request.GET.get("page", 1))
    context = {
        "title": _("Records"),
        "crumbs": crumbs(*desk_steps(round), (_("Records"), "")),
        "round": round,
        "page": page,
        "rows": record_table(page.object_list),
        "head": record_table_head(),
        "words": words,
        "missing": missing,
    }
    return render(request, "dialogues/records.html", context)


@allowed("dialogues.import_record", find=find_dialogue)
@require_http_methods(["GET", "HEAD", "POST"])
def add_one(request: HttpRequest, dialogue: int) -> HttpResponse:
    """Add a dialogue's record."""
    held = find_dialogue(dialogue)
    form = RecordForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = try_for_form(form, _asked(form), lambda: _add(request, held, form))
        if made:
            _tell(request, [made])
            return redirect("dialogues:record", record=made.pk)
    return _form_page(request, held, form, _("Add a record"), _("Add the record"))


@allowed("dialogues.import_record", find=find_record)
@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, record: int) -> HttpResponse:
    """Replace a record by a mended version; notes that stayed the same keep their place."""
    old = find_record(record)
    form = ReplaceForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            _asked(form),
            lambda: actions.replace_record(
                by=actor(request),
                record_=old,
                reading=form.reading(),
                language=form.cleaned_data["language"],
            ),
        )
        if made:
            _tell(request, [made])
            return redirect("dialogues:record", record=made.pk)
    return _form_page(request, old.dialogue, form, _("Replace the record"), _("Replace"))


@allowed("dialogues.edit_round", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def add_many(request: HttpRequest, slug: str) -> HttpResponse:
    """Add the records of many dialogues from one table."""
    round = find_round(slug)
    form = TableForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            "file",
            lambda: actions.import_records(
                by=actor(request),
                round=round,
                readings=form.readings(),
                language=form.cleaned_data["language"],
                permission=form.cleaned_data["permission"],
            ),
        )
        if made:
            _tell(request, made)
            return redirect("dialogues:records", slug=slug)
    title = _("Add records from a table")
    listed = reverse("dialogues:records", args=[slug])
    context = {
        "title": title,
        "crumbs": crumbs(*desk_steps(round), (_("Records"), listed), (title, "")),
        "form": form,
        "submit": _("Add the records"),
        "back": listed,
    }
    return render(request, "ui/form_page.html", context)


@allowed("dialogues.read_record", find=find_record)
@require_safe
def record_page(request: HttpRequest, record: int) -> HttpResponse:
    """One record with its notes."""
    found = read_record(request.user, record)
    notes = Paginator(found.notes, NOTES).get_page(request.GET.get("page", 1))
    names = language_names()
    context = {
        "title": found.dialogue.title,
        "caption": pgettext("page", "Record"),
        "crumbs": crumbs(*_way(request, found.dialogue), (found.dialogue.title, "")),
        "record": found.record,
        "round": found.dialogue.round,
        "rows": record_rows(found.record),
        "notes": notes,
        "remarks": [
            (note, NOTE_PERMISSIONS, names.get(note.language, ""), found.texts[note.pk])
            for note in notes.object_list
        ],
        "versions": found.versions if len(found.versions) > 1 else (),
        "permission_form": PermissionForm(initial={"permission": found.record.permission}),
        "leads": is_core_group(request.user),
    }
    return render(request, "dialogues/record.html", context)


@allowed("dialogues.set_permission", find=find_record)
@require_POST
def permission(request: HttpRequest, record: int) -> HttpResponse:
    """Say what may be published: of the record, or of one note of it."""
    found = find_record(record)
    note = None
    if request.POST.get("note"):
        note = get_object_or_404(found.notes, pk=number_or_404(request.POST["note"]))
    try_and_tell(
        request,
        _("The permission has been saved."),
        lambda: actions.set_permission(
            by=actor(request),
            record_=found,
            permission=request.POST.get("permission", ""),
            note=note,
        ),
    )
    back = reverse("dialogues:record", args=[record])
    return redirect(f"{back}#note-{note.pk}" if note else back)


def _add(request: HttpRequest, dialogue: Dialogue, form: RecordForm) -> Record:
    return actions.import_record(
        by=actor(request),
        dialogue=dialogue,
        reading=form.reading(),
        language=form.cleaned_data["language"],
        permission=form.cleaned_data["permission"],
    )


def _asked(form: RecordForm) -> str:
    """The field a fault of the record belongs to."""
    return "file" if form.cleaned_data.get("file") else "text"


def _tell(request: HttpRequest, made: list[Record]) -> None:
    number = sum(record.notes.count() for record in made)
    text = ngettext(
        "Added: %(number)d note, word for word.", "Added: %(number)d notes, word for word.",
        number,
    )  # fmt: skip
    messages.success(request, text % {"number": number})


def _way(request: HttpRequest, dialogue: Dialogue) -> list[tuple[Any, str]]:
    """The core group comes through the round's desk, an organiser through own dialogues."""
    if not is_core_group(request.user):
        return [(pgettext("page", "Own dialogues"), reverse("dialogues:own"))]
    listed = reverse("dialogues:records", args=[dialogue.round.slug])
    return [*desk_steps(dialogue.round), (_("Records"), listed)]


def _form_page(
    request: HttpRequest, dialogue: Dialogue, form: RecordForm, title: str, submit: str
) -> HttpResponse:
    way = _way(request, dialogue)
    context = {
        "title": title,
        "caption": dialogue.title,
        "crumbs": crumbs(*way, (title, "")),
        "form": form,
        "submit": submit,
        "back": way[-1][1],
        "keep": f"dialogues-record-{dialogue.pk}",
    }
    return render(request, "dialogues/record_form.html", context)
