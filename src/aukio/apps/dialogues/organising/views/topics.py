"""Topic work: proposals, how they fit, the choice with reasons, and what everyone may read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions import topics as actions
from aukio.apps.dialogues.organising.forms.cockpit import AssessmentForm, ChoiceForm, TopicForm
from aukio.apps.dialogues.organising.models import TopicProposal, TopicState
from aukio.apps.dialogues.organising.queries import cockpit as queries
from aukio.apps.dialogues.organising.queries.own import own_organisations
from aukio.apps.dialogues.organising.views._round_finding import find_topic
from aukio.apps.dialogues.organising.views._ways import cockpit_crumbs, crumbs, own_step, title_of
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round, visible_round
from aukio.apps.dialogues.views._ways import round_step
from aukio.shared.accounts.access import allowed, public

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _ways(request: HttpRequest, round: Round, *steps: tuple[Any, str]) -> Any:
    if is_core_group(request.user):
        return cockpit_crumbs(round, *steps)
    return crumbs(own_step(), *steps)


def _here(round: Round) -> tuple[str, str]:
    return pgettext("page", "Topics"), reverse("organising:topics", args=[round.slug])


@allowed("organising.see_topics", find=find_round)
@require_safe
def topics(request: HttpRequest, slug: str) -> HttpResponse:
    """Proposals with everybody's views."""
    round = find_round(slug)
    found = queries.proposals(round)
    context = {
        "title": pgettext("page", "Topics"),
        "caption": title_of(round).text,
        "lead": _("What could the round be about? Propose, and say how each proposal fits."),
        "crumbs": _ways(request, round, (_here(round)[0], "")),
        "round": round,
        "proposals": found,
        "is_chosen": any(one.topic.state == TopicState.CHOSEN for one in found),
        "leads": is_core_group(request.user),
    }
    return render(request, "organising/topics.html", context)


@allowed("organising.propose_topic", find=find_round)
@get_or_post
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose a topic."""
    round = find_round(slug)
    start = {"language": (get_language() or "fi")[:2]}
    form = TopicForm(sent(request), organisers=own_organisations(request.user), initial=start)
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            None,
            lambda: actions.propose(by=actor(request), round=round, **form.cleaned_data),
        )
        if made:
            messages.success(request, _("Thank you. Your proposal is on the list."))
            return redirect("organising:topics", slug=slug)
    return _form(request, round, _("Propose a topic"), form, keep=f"organising-topic-{round.pk}")


def _form(
    request: HttpRequest, round: Round, title: str, form: Any, **context: Any
) -> HttpResponse:
    given = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": _ways(request, round, _here(round), (title, "")),
        "form": form,
        "back": _here(round)[1],
    }
    return render(request, "ui/form_page.html", given | context)


@allowed("organising.assess_topic", find=find_topic)
@get_or_post
def assess(request: HttpRequest, topic: int) -> HttpResponse:
    """Say how a proposal fits, in words."""
    found = find_topic(topic)
    form = AssessmentForm(sent(request), own=queries.own_views(request.user, found))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            None,
            lambda: actions.assess(by=actor(request), proposal=found, views=form.views()) or True,
        )
        if done:
            messages.success(request, _("Your view has been saved."))
            return redirect("organising:topics", slug=found.round.slug)
    return _form(
        request,
        found.round,
        _("How does it fit?"),
        form,
        caption=found.title,
        lead=_("Choose a word and say why. Leave out what you cannot say."),
    )


@allowed("organising.choose_topic", find=find_round)
@get_or_post
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the topic and give reasons to all who proposed."""
    round = find_round(slug)
    found = list(TopicProposal.objects.filter(round=round))
    form = ChoiceForm(sent(request), topics=found)
    if request.method == "POST" and form.is_valid():
        chosen = form.topics[form.cleaned_data["chosen"]]
        done = try_for_form(
            form,
            None,
            lambda: actions.choose(by=actor(request), proposal=chosen, reasons=form.reasons()),
        )
        if done:
            messages.success(
                request, _("The topic has been chosen. Every proposal has its reason.")
            )
            return redirect("organising:topic-choice", slug=slug)
    return _form(request, round, _("Choose the topic"), form, submit=_("Choose and publish"))


@public
@require_safe
def choice(request: HttpRequest, slug: str) -> HttpResponse:
    """How the topic was chosen: every proposal and why it was chosen or not."""
    round = visible_round(request.user, slug)
    title = _("How the topic was chosen")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": crumbs(round_step(round), (title, "")),
        "round": round,
        "topics": queries.decided(round),
        "criteria": queries.criteria_words(),
        "leads": is_core_group(request.user),
    }
    return render(request, "organising/topic_choice.html", context)
