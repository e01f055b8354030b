"""Putting a theme to an owner, and changing whom the letters go to."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.impact import actions, forms
from aukio.apps.dialogues.impact.actions.ledger import USUAL_DAYS
from aukio.apps.dialogues.impact.models import Contact, Question
from aukio.apps.dialogues.impact.views._common import (
    desk_crumbs,
    find_question,
    get_or_post,
    language,
)
from aukio.apps.dialogues.models import Theme
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round, find_theme
from aukio.shared.accounts.access import allowed
from aukio.shared.i18n.times import long_date


@allowed("impact.ask", find=find_round)
@get_or_post
def ask(request: HttpRequest, slug: str, theme: int) -> HttpResponse:
    """Who is asked what, and by when."""
    found = find_theme(theme)
    if found.round.slug != slug:
        raise Http404
    due = timezone.localdate() + timedelta(days=USUAL_DAYS)
    form = forms.QuestionForm(sent(request), initial={"due": due, "language": language()})
    if request.method == "POST" and form.is_valid():
        made = try_for_form(form, "owner", lambda: _ask(request, found, form))
        if made:
            messages.success(request, _("The question has been sent. It is public now."))
            return redirect("impact:desk", slug)
    title = pgettext("page", "Put a question to an owner")
    context = {
        "title": title,
        "caption": shown(theme_title(found)),
        "lead": _(
            "The contact gets a letter with the question, the brief and a link to answer. "
            "The question, the organisation and the role are public. Names and addresses are not."
        ),
        "crumbs": desk_crumbs(found.round, (title, "")),
        "form": form,
        "submit": _("Send the question"),
        "keep": f"impact-question-{theme}",
    }
    return render(request, "ui/form_page.html", context)


@allowed("impact.ask", find=find_question)
@get_or_post
def contact(request: HttpRequest, question: int) -> HttpResponse:
    """Somebody else gets the letters from now on."""
    found = find_question(question)
    form = forms.ContactForm(sent(request), initial=_known(found))
    if request.method == "POST" and form.is_valid():

        def store() -> bool:
            actions.change_contact(
                by=actor(request),
                question=found,
                contact=_contact(form),
                superior=_superior(form),
                language=form.cleaned_data["language"],
            )
            return True

        if try_for_form(form, "email", store):
            messages.success(request, _("The contact has been saved."))
            return redirect("impact:desk", found.round.slug)
    title = pgettext("page", "Change the contact")
    context = {
        "title": title,
        "caption": str(found.owner),
        "crumbs": desk_crumbs(found.round, (title, "")),
        "form": form,
    }
    return render(request, "ui/form_page.html", context)


@allowed("impact.ask", find=find_question)
@get_or_post
def due(request: HttpRequest, question: int) -> HttpResponse:
    """The owner has more or less time to answer."""
    found = find_question(question)
    form = forms.DueForm(sent(request), initial={"due": found.due})
    if request.method == "POST" and form.is_valid():

        def store() -> object:
            given = form.cleaned_data
            return actions.move_due(
                by=actor(request),
                question=found,
                due=given["due"],
                reason=given["reason"],
                language=language(),
            )

        if try_for_form(form, "due", store):
            messages.success(request, _("The last day has been changed, and the owner is told."))
            return redirect("impact:desk", found.round.slug)
    lead = _("Now: %(day)s. Readers see the earlier day and your reason.")
    return _change(
        request,
        found,
        form,
        title=pgettext("page", "Change the last day"),
        lead=lead % {"day": long_date(found.due)},
    )


@allowed("impact.ask", find=find_question)
@get_or_post
def withdraw(request: HttpRequest, question: int) -> HttpResponse:
    """The question is not asked any more; it stays in public with the reason."""
    found = find_question(question)
    form = forms.WithdrawForm(sent(request))
    if request.method == "POST" and form.is_valid():

        def store() -> object:
            return actions.withdraw(
                by=actor(request),
                question=found,
                reason=form.cleaned_data["reason"],
                language=language(),
            )

        if try_for_form(form, "reason", store):
            messages.success(request, _("The question has been withdrawn, and the owner is told."))
            return redirect("impact:desk", found.round.slug)
    return _change(
        request,
        found,
        form,
        title=pgettext("page", "Withdraw the question"),
        lead=_(
            "The question stays on its public page, marked as withdrawn, with your reason. "
            "Reminders end, and the contact's name and address are deleted."
        ),
        submit=pgettext("button", "Withdraw"),
    )


def _change(
    request: HttpRequest, found: Question, form: forms.ReasonForm, *, title: str, **more: str
) -> HttpResponse:
    context = {
        "title": title,
        "caption": str(found.owner),
        "crumbs": desk_crumbs(found.round, (title, "")),
        "form": form,
        "back": reverse("impact:desk", args=[found.round.slug]),
        **more,
    }
    return render(request, "ui/form_page.html", context)


def _ask(request: HttpRequest, theme: Theme, form: forms.QuestionForm) -> Question:
    given = form.cleaned_data
    return actions.ask_owner(
        by=actor(request),
        theme=theme,
        owner=given["owner"],
        role=given["role"],
        role_language=language(),
        texts=form.texts(),
        contact=_contact(form),
        superior=_superior(form),
        language=given["language"],
        due=given["due"],
    )


def _contact(form: forms.ContactForm) -> actions.Addressee:
    return actions.Addressee(form.cleaned_data["name"], form.cleaned_data["email"])


def _superior(form: forms.ContactForm) -> actions.Addressee:
    given = form.cleaned_data
    return actions.Addressee(given["superior_name"], given["superior_email"])


def _known(question: Question) -> dict[str, str]:
    found = Contact.objects.filter(question=question).first()
    if found is None:
        return {"language": language()}
    return {
        "name": found.name,
        "email": found.email,
        "superior_name": found.superior_name,
        "superior_email": found.superior,
        "language": found.language,
    }
