"""The wing on pages of the room and of the whole house."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.impact.charts import summary
from aukio.apps.dialogues.impact.models import Brief, Edition, Progress, Question
from aukio.apps.dialogues.impact.queries import ledger as queries
from aukio.apps.dialogues.impact.rules import OWNER, writes_briefs
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.organisations.public_rules import organisations_where
from aukio.ui import front, my_work

ROOM = pgettext_lazy("room", "Dialogues")
ON_FRONT = 3
SILENT = timedelta(days=180)


def register() -> None:
    """Called once, when the house starts."""
    wings.add("round", 50, "impact/parts/on_round.html", on_round)
    wings.add("theme", 50, "impact/parts/on_theme.html", on_theme)
    wings.add("desk", 50, "impact/parts/on_desk.html", on_desk)
    front.register_section(15, "impact/front.html", answers_due)
    my_work.register(tasks)


def on_round(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """How many were asked and have answered, and the brief; nothing before either."""
    share = queries.share_of(Question.objects.filter(round=round))
    has_brief = Edition.objects.filter(round=round).exists()
    if not share.asked and not has_brief:
        return None
    answered = share.in_time + share.later
    return {"round": round, "share": share, "answered": answered, "has_brief": has_brief}


def on_theme(request: HttpRequest, theme: int) -> dict[str, Any] | None:
    """The questions about the theme, with answers."""
    questions = queries.of_theme(theme)
    return {"questions": questions, "slug": questions[0].round.slug} if questions else None


def on_desk(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    return {"round": round} if writes_briefs(request.user) else None


def answers_due(request: HttpRequest) -> dict[str, Any] | None:
    """Answers that are awaited, late ones first; nothing before anybody has been asked."""
    share = queries.share_of(Question.objects.only("asked_at", "answered_at", "withdrawn_at"))
    if not share.asked:
        return None
    return {"questions": queries.waiting(ON_FRONT), "summary": summary(share)}


def tasks(person: Any) -> list[my_work.Task]:
    """Answers that an owner owes, and what the core group has still to do."""
    found = _owners(person)
    if writes_briefs(person):
        found += _briefs()
    if is_core_group(person):
        found += _unasked()
    return found


def _owners(person: Any) -> list[my_work.Task]:
    own = organisations_where(person, OWNER.room, OWNER.code)
    if not own:
        return []
    mine = queries.asked(Question.objects.filter(owner__in=own))
    owed = [
        _task(_("Answer the question on “%(theme)s”"), one, due=one.due)
        for one in mine
        if one.is_open
    ]
    return owed + [
        _task(_("Tell where “%(theme)s” stands"), one) for one in mine if _has_been_silent(one)
    ]


def _has_been_silent(one: queries.Asked) -> bool:
    """Answered, neither done nor dropped, and nothing told for half a year."""
    if one.answered_at is None or one.progress in (Progress.DONE, Progress.DROPPED):
        return False
    return one.entries[-1].entry.at < timezone.now() - SILENT


def _task(words: str, one: queries.Asked, due: Any = None) -> my_work.Task:
    address = reverse("impact:own", args=[one.id])
    return my_work.Task(words % {"theme": one.theme_title.text}, address, due, ROOM)


def _briefs() -> list[my_work.Task]:
    """Briefs drafted and not published, and rounds that have none at all."""
    waiting = Round.objects.filter(status=RoundStatus.PUBLISHED, brief_editions=None)
    drafted = set(Brief.objects.values_list("round", flat=True))
    return [
        my_work.Task(
            (
                _("Finish the brief of “%(round)s”")
                if round.pk in drafted
                else _("Draft the brief of “%(round)s”")
            )
            % {"round": title_of(round).text},
            reverse("impact:desk", args=[round.slug]),
            room=ROOM,
        )
        for round in waiting
    ]


def _unasked() -> list[my_work.Task]:
    """Published rounds whose themes nobody has been asked about."""
    rounds = Round.objects.filter(status=RoundStatus.PUBLISHED, questions=None)
    return [
        my_work.Task(
            pgettext("task", "Put the themes of “%(round)s” to those who can answer")
            % {"round": title_of(round).text},
            reverse("impact:desk", args=[round.slug]),
            room=ROOM,
        )
        for round in rounds
    ]
