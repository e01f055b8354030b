"""The privacy gate: what the organiser looks through before anyone else reads the record."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from aukio.apps.dialogues.actions import gate as room
from aukio.apps.dialogues.models import Decision, Gate, Publication, Record
from aukio.apps.dialogues.readable import hidden_in, told
from aukio.apps.dialogues.recording.forms.gate import (
    DECISIONS,
    REASONS,
    REPLACEMENTS,
    WordsForm,
)
from aukio.apps.dialogues.recording.queries.gate import Place, places
from aukio.apps.dialogues.recording.why import why_found
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_record
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault

PROPOSED = ("identity", "email", "iban", "phone", "name", "address")


@allowed("dialogues.decide_findings", find=find_record)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def gate(request: HttpRequest, record: int) -> HttpResponse:
    """Every place with what is around it; decide, each with a reason."""
    found = find_record(record)
    if request.method == "POST" and _decide(request, found):
        return redirect("recording:gate", record=record)
    return _page(request, found, WordsForm(initial=_words_initial()))


@allowed("dialogues.decide_findings", find=find_record)
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, record: int) -> HttpResponse:
    """Hide words the machine did not find."""
    found = find_record(record)
    form = WordsForm(sent(request), initial=_words_initial())
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "words",
            lambda: room.point_out(by=actor(request), record=found, **form.cleaned_data),
        )
        if done:
            messages.success(request, _("The words have been hidden."))
            return redirect("recording:gate", record=record)
    return _page(request, found, form)


@allowed("dialogues.hand_over", find=find_record)
@require_POST
def hand_over(request: HttpRequest, record: int) -> HttpResponse:
    """Let the core group read the record."""
    found = find_record(record)
    try_and_tell(
        request,
        _("The core group can now read the record."),
        lambda: room.hand_over(by=actor(request), record=found),
    )
    return redirect("recording:gate", record=record)


def _decide(request: HttpRequest, record: Record) -> bool:
    """All decisions of the page, or none. Whether they were made."""
    made = 0
    try:
        with transaction.atomic():
            for place in places(record):
                made += _decide_one(request, place)
    except Fault as fault:
        messages.error(request, str(fault))
        return False
    done = ngettext("%(count)d decision was saved.", "%(count)d decisions were saved.", made)
    messages.success(request, done % {"count": made})
    return True


def _decide_one(request: HttpRequest, place: Place) -> int:
    decision = request.POST.get(f"decision-{place.key}", "")
    reason = request.POST.get(f"own-{place.key}", "").strip() or str(
        REASONS.get(request.POST.get(f"reason-{place.key}", ""), "")
    )
    replacement = request.POST.get(f"replacement-{place.key}", "").strip()
    first = place.first
    is_same = (decision, reason or first.reason) == (first.decision, first.reason) and (
        decision == Decision.KEEP or replacement == first.replacement
    )
    if not decision or is_same:
        return 0
    room.decide(
        by=actor(request),
        findings=place.findings,
        decision=decision,
        reason=reason or first.reason,
        replacement=replacement,
    )
    return 1


def _page(request: HttpRequest, record: Record, form: WordsForm) -> HttpResponse:
    listed = places(record)
    waiting = sum(not one.first.decision for one in listed)
    is_published = Publication.objects.filter(round=record.dialogue.round_id).exists()
    context = {
        "title": _("Look the record through"),
        "caption": record.dialogue.title,
        "crumbs": crumbs(
            (pgettext("page", "Record"), reverse("dialogues:record", args=[record.pk])),
            (_("Look through"), ""),
        ),
        "record": record,
        "rows": [_row(request, one, is_published) for one in listed],
        "waiting": waiting,
        "is_held": record.gate == Gate.HELD,
        "is_published": is_published,
        "text": told(record.text, 0, hidden_in([record.pk]).get(record.pk, ())),
        "reasons": [("", pgettext("reason", "Choose a reason")), *REASONS.items()],
        "decisions": DECISIONS,
        "words_form": form,
        "form": form if form.errors else None,
    }
    return render(request, "recording/gate.html", context)


def _row(request: HttpRequest, place: Place, is_published: bool) -> dict[str, Any]:
    """A place with what was decided, or what the machine proposes; a person presses the button."""
    first = place.first
    is_proposed = not first.decision and first.certain and first.kind in PROPOSED
    decision = first.decision or (Decision.REDACT if is_proposed else "")
    replacement = first.replacement if first.decision else str(REPLACEMENTS[first.kind])
    posted = request.POST
    return {
        "place": place,
        "kind": first.get_kind_display(),
        "why": why_found(first.kind, place.words, certain=first.certain),
        "count": len(place.findings),
        "decision": posted.get(f"decision-{place.key}", decision),
        "replacement": posted.get(f"replacement-{place.key}", replacement),
        "reason": posted.get(f"reason-{place.key}", "tells" if is_proposed else ""),
        "own": posted.get(f"own-{place.key}", first.reason),
        "is_fixed": place.is_destroyed or (is_published and first.decision in room.HIDING),
    }


def _words_initial() -> dict[str, str]:
    return {"replacement": str(REPLACEMENTS["other"]), "reason": str(REASONS["tells"])}
