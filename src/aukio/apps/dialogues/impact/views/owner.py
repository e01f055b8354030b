"""The owner's pages: with the code in the letter, or signed in for the organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.impact import actions, forms, letters
from aukio.apps.dialogues.impact.models import Entry, EntryKind, Question
from aukio.apps.dialogues.impact.queries import ledger as queries
from aukio.apps.dialogues.impact.rules import ANSWER_CODE, OWNER
from aukio.apps.dialogues.impact.views._common import find_question, get_or_post, language
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import number_or_404
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import allowed, by_code
from aukio.shared.accounts.models import Code, Person
from aukio.shared.organisations.public_rules import organisations_where
from aukio.ui.markup import Text

FORMS = {
    EntryKind.ANSWER: forms.AnswerForm,
    EntryKind.STATUS: forms.StatusForm,
    EntryKind.EVIDENCE: forms.EvidenceForm,
}


@dataclass(frozen=True)
class Writer:
    """Who writes, to what, and the addresses they do it at."""

    by: Person | Code
    question: Question
    home: str
    write: Callable[[str], str]
    steps: tuple[tuple[Text, str], ...]


@allowed("impact.answer")
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Questions put to the organisations this person answers for."""
    own = organisations_where(request.user, OWNER.room, OWNER.code)
    rows = Question.objects.filter(owner__in=own).order_by(
        F("withdrawn_at").asc(nulls_first=True), F("answered_at").asc(nulls_first=True), "due", "pk"
    )
    title = pgettext("page", "Questions to you")
    context = {"title": title, "crumbs": crumbs((title, "")), "questions": queries.asked(rows)}
    return render(request, "impact/mine.html", context)


@allowed("impact.answer", find=find_question)
@require_safe
def own_page(request: HttpRequest, question: int) -> HttpResponse:
    return _page(request, _signed_in(request, question))


@allowed("impact.answer", find=find_question)
@get_or_post
def own_write(request: HttpRequest, question: int, kind: str) -> HttpResponse:
    return _write(request, _signed_in(request, question), kind)


@by_code
@require_safe
def by_code_page(request: HttpRequest, token: str) -> HttpResponse:
    return _page(request, _with_code(token))


@by_code
@get_or_post
def by_code_write(request: HttpRequest, token: str, kind: str) -> HttpResponse:
    return _write(request, _with_code(token), kind)


def _signed_in(request: HttpRequest, question: int) -> Writer:
    found = find_question(question)
    return Writer(
        by=actor(request),
        question=found,
        home=reverse("impact:own", args=[question]),
        write=lambda kind: reverse("impact:own-write", args=[question, kind]),
        steps=((pgettext("page", "Questions to you"), reverse("impact:mine")),),
    )


def _with_code(token: str) -> Writer:
    code = codes.find(token, ANSWER_CODE)
    if code is None or not isinstance(code.target, Question):
        raise Http404
    return Writer(
        by=code,
        question=find_question(int(code.target_id)),
        home=reverse("impact:by-code", args=[token]),
        write=lambda kind: reverse("impact:by-code-write", args=[token, kind]),
        steps=(),
    )


def _page(request: HttpRequest, writer: Writer) -> HttpResponse:
    """The question, what has been told so far, and what can be told next."""
    asked = queries.asked_of(writer.question)
    context = {
        "title": asked.theme_title,
        "caption": pgettext("page", "A question to you"),
        "crumbs": crumbs(*writer.steps, (asked.theme_title.text, "")),
        "round": writer.question.round,
        "asked": asked,
        "brief": letters.brief_of(writer.question),
        "answer": writer.write(EntryKind.ANSWER),
        "status": writer.write(EntryKind.STATUS),
        "evidence": writer.write(EntryKind.EVIDENCE),
        "correct": {
            line.entry.pk: f"{writer.write(line.entry.kind)}?corrects={line.entry.sequence}"
            for line in asked.standing
        },
    }
    return render(request, "impact/owner.html", context)


def _write(request: HttpRequest, writer: Writer, kind: str) -> HttpResponse:
    if kind not in EntryKind.values:
        raise Http404
    corrected = _corrected(request, writer.question, kind)
    form = FORMS[EntryKind(kind)](
        sent(request),
        corrects=corrected is not None,
        initial=_initial(writer.question, corrected),
    )
    if request.method == "POST" and form.is_valid():
        if try_for_form(form, None, lambda: _store(writer, EntryKind(kind), form, corrected)):
            messages.success(request, _("Thank you. What you wrote is public now."))
            return redirect(writer.home)
        _show_newest(form, writer.question)
    asked = queries.asked_of(find_question(writer.question.pk))
    title = str(_title(kind, corrected))
    context = {
        "title": title,
        "caption": asked.theme_title,
        "crumbs": crumbs(*writer.steps, (asked.theme_title.text, writer.home), (title, "")),
        "asked": asked,
        "form": form,
        "submit": _("Publish"),
        "back": writer.home,
        "keep": f"impact-{writer.question.pk}-{kind}",
        "question": asked.text,
    }
    return render(request, "impact/write.html", context)


def _corrected(request: HttpRequest, question: Question, kind: str) -> Entry | None:
    number = request.GET.get("corrects", "")
    if not number:
        return None
    rows = Entry.objects.filter(question=question, kind=kind)
    return get_object_or_404(rows, sequence=number_or_404(number))


def _initial(question: Question, corrected: Entry | None) -> dict[str, Any]:
    """What the form begins with: the corrected entry's words, or nothing yet."""
    first: dict[str, Any] = {"language": language(), "seen": question.newest}
    if corrected is not None:
        fields = ("language", *vars(actions.Words()))
        first |= {name: getattr(corrected, name) for name in fields}
    return first


def _store(
    writer: Writer, kind: EntryKind, form: forms.EntryForm, corrected: Entry | None
) -> Entry:
    given = form.cleaned_data
    words = actions.Words(**{name: given.get(name, "") for name in vars(actions.Words())})
    return actions.write_entry(
        by=writer.by,
        question=writer.question,
        kind=kind,
        words=words,
        seen=given["seen"],
        language=given["language"],
        corrects=corrected,
        reason=given.get("reason", ""),
    )


def _show_newest(form: forms.EntryForm, question: Question) -> None:
    """The page now shows what others wrote, so the next sending counts it as seen."""
    data = dict(form.data.items())
    data["seen"] = str(Question.objects.values_list("newest", flat=True).get(pk=question.pk))
    form.data = data


def _title(kind: str, corrected: Entry | None) -> str:
    if corrected is not None:
        return _("Correct what you told")
    titles = {
        EntryKind.ANSWER: _("Write the answer"),
        EntryKind.STATUS: _("Tell where it stands"),
        EntryKind.EVIDENCE: _("Tell what has changed"),
    }
    return titles[EntryKind(kind)]
