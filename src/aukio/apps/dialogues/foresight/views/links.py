"""The core group's page of links: what the machine proposes, what people have decided."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.foresight import actions, phrases, tasks
from aukio.apps.dialogues.foresight.forms import PairForm
from aukio.apps.dialogues.foresight.models import Decision, Link, LinkState
from aukio.apps.dialogues.foresight.queries.voices import Voices, voices
from aukio.apps.dialogues.foresight.views import _common as common
from aukio.apps.dialogues.queries import Shown, shown
from aukio.apps.dialogues.views._acting import actor, try_and_tell, try_for_form
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import allowed
from aukio.shared.i18n.figures import percent
from aukio.shared.jobs.actions import start

RULE = "foresight.link_themes"
KIND = "foresight.links"
NEWEST = 20


@allowed(RULE)
@require_safe
def links(request: HttpRequest) -> HttpResponse:
    """Pairs that wait for a decision, links that stand, and the newest decisions."""
    return _page(request, PairForm(None, themes=_choices(voices())))


@allowed(RULE)
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Have the worker compare the themes; its page leads back here."""
    person = actor(request)
    job = start(
        by=person,
        kind=KIND,
        task=tasks.find_links,
        arguments={"person_id": person.pk},
        key=KIND,
        next_url=reverse("foresight:links"),
    )
    if job.started_by_id != person.pk:
        return redirect("foresight:links")
    return redirect("jobs:job", job_id=job.pk)


@allowed(RULE)
@require_POST
def by_hand(request: HttpRequest) -> HttpResponse:
    """Link two themes that the machine did not propose."""
    form = PairForm(request.POST, themes=_choices(voices()))
    if form.is_valid():
        chosen = form.cleaned_data
        made = try_for_form(
            form,
            None,
            lambda: actions.link_by_hand(
                by=actor(request), one=chosen["one"], other=chosen["other"]
            ),
        )
        if made is not None:
            return redirect("foresight:links")
    return _page(request, form)


@allowed(RULE)
@require_POST
def decide(request: HttpRequest, link: int) -> HttpResponse:
    """The same matter, or not."""
    same = request.POST.get("same") == "yes"
    done = _("The themes are linked.") if same else _("The themes are not linked.")
    found = get_object_or_404(Link, pk=link)
    try_and_tell(request, done, lambda: actions.decide(by=actor(request), link=found, same=same))
    return redirect("foresight:links")


@allowed(RULE)
@require_POST
def undo(request: HttpRequest, decision: int) -> HttpResponse:
    """Take a decision back."""
    found = get_object_or_404(Decision.objects.select_related("link"), pk=decision)
    try_and_tell(
        request,
        _("The decision was taken back."),
        lambda: actions.undo(by=actor(request), decision=found),
    )
    return redirect("foresight:links")


def _page(request: HttpRequest, form: PairForm) -> HttpResponse:
    rounds = voices()
    known = _Known(rounds)
    rows = [one for one in Link.objects.all() if known.has(one)]
    decisions = Decision.objects.select_related("link", "by")[:NEWEST]
    here = pgettext("page", "Links between rounds")
    context = {
        "title": here,
        "lead": _(
            "Themes of different rounds may speak of the same matter. The machine proposes pairs, "
            "and you decide. Linked themes are followed over the rounds. They are never merged."
        ),
        "crumbs": crumbs(common.front_step(), (here, "")),
        "form": form,
        "has_two": len(rounds) > 1,
        "waiting": [known.told(one) for one in rows if one.state == LinkState.PROPOSED],
        "standing": [known.told(one) for one in rows if one.state == LinkState.CONFIRMED],
        "decisions": [known.decided(one) for one in decisions if known.has(one.link)],
        "leads_to": common.links()[1:],
    }
    return render(request, "foresight/links.html", context)


def _choices(rounds: tuple[Voices, ...]) -> list[tuple[int, str]]:
    """Every published theme, the newest round first."""
    return [
        (theme, f"{shown(tree['title']).text} ({phrases.when(heard)})")
        for heard in reversed(rounds)
        for theme, tree in heard.themes.items()
    ]


class _Known:
    """Published themes and sentences by id: what a link is told with."""

    def __init__(self, rounds: tuple[Voices, ...]) -> None:
        self.themes = {
            theme: (heard, tree) for heard in rounds for theme, tree in heard.themes.items()
        }
        self.sentences: dict[int, Shown] = {
            one["id"]: shown(one["text"])
            for _heard, tree in self.themes.values()
            for one in tree["sentences"]
        }

    def has(self, link: Link) -> bool:
        return link.earlier_id in self.themes and link.later_id in self.themes

    def told(self, link: Link) -> dict[str, Any]:
        pairs = [
            (self.sentences.get(one["earlier"]), self.sentences.get(one["later"]))
            for one in link.why
        ]
        return {
            "link": link,
            "earlier": self._theme(link.earlier_id),
            "later": self._theme(link.later_id),
            "likeness": percent(link.likeness) if link.likeness is not None else "",
            "why": [(one, other) for one, other in pairs if one and other],
        }

    def decided(self, one: Decision) -> dict[str, Any]:
        return {
            "decision": one,
            "earlier": self._theme(one.link.earlier_id),
            "later": self._theme(one.link.later_id),
            "words": LinkState(one.after).label,
        }

    def _theme(self, theme: int) -> dict[str, Any]:
        heard, tree = self.themes[theme]
        return {
            "title": shown(tree["title"]),
            "when": phrases.when(heard),
            "href": reverse("dialogues:theme", args=[heard.slug, theme]),
        }
