"""The core group's pages: preparing, moderating, opening, computing, showing, taking along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.opinions import actions, exports, queries
from aukio.apps.dialogues.opinions.actions.proposing import to_look_at
from aukio.apps.dialogues.opinions.forms import (
    ConversationForm,
    ImportForm,
    SentencesForm,
    StatementForm,
)
from aukio.apps.dialogues.opinions.models import Conversation, Found, Moderation, Stage
from aukio.apps.dialogues.opinions.views._finding import (
    desk_way,
    find_conversation,
    find_statement,
)
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed
from aukio.ui.components.own import Link

RULE = "opinions.run_conversation"


@allowed(RULE, find=find_round)
@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The round's opinion maps."""
    round = find_round(slug)
    title = pgettext("page", "Opinion maps")
    context = {
        "title": title,
        "crumbs": crumbs(*desk_steps(round), (title, "")),
        "round": round,
        "lines": queries.all_of(round),
    }
    return render(request, "opinions/desk.html", context)


@allowed(RULE, find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Prepare an opinion map."""
    round = find_round(slug)
    form = ConversationForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            "question_fi",
            lambda: actions.create_conversation(
                by=actor(request),
                round=round,
                question=form.question(),
                delete_on=form.cleaned_data["delete_on"],
            ),
        )
        if made:
            messages.success(request, _("The opinion map is being prepared. Add statements."))
            return redirect("opinions:manage", conversation=made.pk)
    return _new_page(request, slug, form, _("Prepare an opinion map"), _("Prepare"))


@allowed(RULE, find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring a past conversation from a Polis export."""
    round = find_round(slug)
    form = ImportForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():

        def keep() -> Conversation:
            votes, comments = form.export()
            return actions.import_conversation(
                by=actor(request),
                round=round,
                question=form.question(),
                delete_on=form.cleaned_data["delete_on"],
                votes=votes,
                comments=comments,
            )

        made = try_for_form(form, "votes", keep)
        if made:
            messages.success(request, _("The conversation has been brought in. Now compute it."))
            return redirect("opinions:manage", conversation=made.pk)
    return _new_page(request, slug, form, _("Bring a past conversation"), _("Bring it in"))


def _new_page(
    request: HttpRequest, slug: str, form: ConversationForm, title: str, submit: str
) -> HttpResponse:
    listed = reverse("opinions:desk", args=[slug])
    way = (*desk_steps(find_round(slug)), (pgettext("page", "Opinion maps"), listed))
    context = {
        "title": title,
        "crumbs": crumbs(*way, (title, "")),
        "form": form,
        "submit": submit,
        "back": listed,
    }
    return render(request, "ui/form_page.html", context)


@allowed(RULE, find=find_conversation)
@require_safe
def manage(request: HttpRequest, conversation: int) -> HttpResponse:
    """One opinion map: its stage, its statements and what to do next."""
    held = find_conversation(conversation)
    rows = queries.statements_of(held)
    found = Found.objects.filter(conversation=held).first()
    context = {
        "title": queries.question(held),
        "caption": pgettext("page", "Opinion map"),
        "crumbs": desk_way(held),
        "conversation": held,
        "stage": Stage(held.stage),
        "statements": [
            (one, queries.words(one), to_look_at(str(one)) if one.is_proposed else ())
            for one in rows
        ],
        "waiting": sum(
            one.is_proposed and one.moderation == Moderation.WAITING for one in rows
        ),
        "accepted": sum(one.moderation == Moderation.ACCEPTED for one in rows),
        "voters": held.voters.count(),
        "found": found,
        "can_change": held.stage != Stage.CLOSED,
        "can_open": held.stage != Stage.OPEN and not held.is_imported
        and not held.votes_deleted_at,
        "downloads": [
            Link(name, reverse("opinions:export", args=[held.pk, name]))
            for name in exports.FILES
            if not held.votes_deleted_at
        ],
    }  # fmt: skip
    return render(request, "opinions/manage.html", context)


@allowed(RULE, find=find_conversation)
@require_http_methods(["GET", "HEAD", "POST"])
def new_statement(request: HttpRequest, conversation: int) -> HttpResponse:
    """Write a statement."""
    held = find_conversation(conversation)
    form = StatementForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            "text_fi",
            lambda: actions.add_statement(by=actor(request), conversation=held, texts=form.texts()),
        )
        if made:
            messages.success(request, _("The statement has been added. Accept it for voting."))
            return redirect("opinions:manage", conversation=held.pk)
    return _statement_page(request, held, form, _("Write a statement"), _("Add the statement"))


@allowed(RULE, find=find_conversation)
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, conversation: int) -> HttpResponse:
    """Take sentences of the published summary as statements."""
    held = find_conversation(conversation)
    choices = [(number, shown.text) for number, shown in queries.sentences_to_take(held)]
    if not choices:
        messages.error(request, _("The published summary has no sentences left to take."))
        return redirect("opinions:manage", conversation=held.pk)
    form = SentencesForm(sent(request), choices=choices)
    if request.method == "POST" and form.is_valid():
        taken = try_for_form(
            form,
            "sentences",
            lambda: actions.take_sentences(
                by=actor(request), conversation=held, sentences=form.cleaned_data["sentences"]
            ),
        )
        if taken is not None:
            told = ngettext(
                "%(number)d sentence was taken.", "%(number)d sentences were taken.", taken
            )
            messages.success(request, told % {"number": taken})
            return redirect("opinions:manage", conversation=held.pk)
    return _statement_page(request, held, form, _("Take sentences of the summary"), _("Take"))


def _statement_page(
    request: HttpRequest, held: Conversation, form: Any, title: str, submit: str
) -> HttpResponse:
    context = {
        "title": title,
        "crumbs": desk_way(held, (title, "")),
        "form": form,
        "submit": submit,
        "back": reverse("opinions:manage", args=[held.pk]),
    }
    return render(request, "ui/form_page.html", context)


@allowed(RULE, find=find_statement)
@require_POST
def decide(request: HttpRequest, statement: int) -> HttpResponse:
    """Accept a statement or leave it out."""
    one = find_statement(statement)
    asked = request.POST.get("moderation", "")
    if asked not in (Moderation.ACCEPTED, Moderation.REJECTED):
        messages.error(request, _("Choose whether to accept the statement."))
    else:
        done = (
            _("The statement has been accepted.")
            if asked == Moderation.ACCEPTED
            else _("The statement has been left out.")
        )
        try_and_tell(
            request,
            done,
            lambda: actions.decide_statement(
                by=actor(request), statement=one, moderation=Moderation(asked)
            ),
        )
    return redirect("opinions:manage", conversation=one.conversation_id)


@allowed(RULE, find=find_conversation)
@require_POST
def step(request: HttpRequest, conversation: int, step: str) -> HttpResponse:
    """Open, close, show or hide: what the buttons of the page do."""
    held = find_conversation(conversation)
    by = actor(request)
    steps: dict[str, tuple[str, Callable[[], Any]]] = {
        "open": (
            _("People can now vote."),
            lambda: actions.open_for_votes(by=by, conversation=held),
        ),
        "close": (
            _("Votes are no longer taken."),
            lambda: actions.close(by=by, conversation=held),
        ),
        "show": (
            _("The results are now public."),
            lambda: actions.show_results(by=by, conversation=held, shown=True),
        ),
        "invite": (
            _("Voters can now propose statements. You accept them one by one."),
            lambda: actions.take_proposals(by=by, conversation=held, taken=True),
        ),
        "no-more": (
            _("Voters can no longer propose statements."),
            lambda: actions.take_proposals(by=by, conversation=held, taken=False),
        ),
        "hide": (
            _("The results are no longer public."),
            lambda: actions.show_results(by=by, conversation=held, shown=False),
        ),
    }
    if step not in steps:
        raise Http404
    try_and_tell(request, *steps[step])
    return redirect("opinions:manage", conversation=held.pk)


@allowed(RULE, find=find_conversation)
@require_POST
def compute(request: HttpRequest, conversation: int) -> HttpResponse:
    """Have the worker make the map; its page tells how far it is."""
    held = find_conversation(conversation)
    job = try_and_tell(
        request,
        _("The map is being computed."),
        lambda: actions.start_computing(by=actor(request), conversation=held),
    )
    if job is None or job.started_by_id != actor(request).pk:
        return redirect("opinions:manage", conversation=held.pk)
    return redirect("jobs:job", job_id=job.pk)


@allowed(RULE, find=find_conversation)
@require_safe
def export(request: HttpRequest, conversation: int, name: str) -> HttpResponse:
    """Votes and statements in the format of Polis, without ids of people."""
    held = find_conversation(conversation)
    if name not in exports.FILES:
        raise Http404
    return attached(name, "text/csv; charset=utf-8", exports.export(held, name))
