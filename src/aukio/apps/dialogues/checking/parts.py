"""What the wing shows on the room's pages, and the tasks it gives to people."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues import open_matters, wings
from aukio.apps.dialogues.checking import queries
from aukio.apps.dialogues.checking.models import Remark, Review, Verdict
from aukio.apps.dialogues.models import Round, RoundStatus, Sentence
from aukio.apps.dialogues.open_matters import OpenMatter
from aukio.apps.dialogues.rules import ORGANISER, is_core_group
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.indicators.display import SMALLEST_SHOWN
from aukio.shared.organisations.public_rules import organisations_where
from aukio.ui import my_work

ROOM = pgettext_lazy("room", "Dialogues")
KEPT = "_aukio_remarks"


def register() -> None:
    """Called once, when the house starts."""
    wings.add("summary-desk", 20, "checking/parts/summary_desk.html", on_summary_desk)
    wings.add("sentence-desk", 20, "checking/parts/sentence.html", on_sentence)
    wings.add("round", 15, "checking/parts/round.html", on_round)
    wings.add("own", 20, "checking/parts/own.html", on_own)
    open_matters.add(waiting)
    my_work.register(tasks)


def on_summary_desk(_request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """How many were asked, how many looked, how many remarks wait."""
    return {
        "round": round,
        "checked": queries.checked(round),
        "waiting": len(queries.open_remarks(round)),
        "is_published": round.publications.exists(),
    }


def on_sentence(request: HttpRequest, sentence: Sentence) -> dict[str, Any] | None:
    """Organisers' remarks on the sentence; read once for all sentences of the page."""
    kept = getattr(request, KEPT, None)
    if kept is None:
        kept = queries.by_sentence(sentence.summary.round)
        setattr(request, KEPT, kept)
    found = kept.get(sentence.pk, [])
    return {"remarks": found, "sentence": sentence} if found else None


def on_round(_request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """Beside the published summary: how many organisers looked through the draft."""
    if round.status != RoundStatus.PUBLISHED:
        return None
    found = queries.checked(round)
    if not found.asked:
        return None
    return {
        "checked": found,
        "is_told": queries.may_tell(found),
        "fewest": SMALLEST_SHOWN,
        "is_few": found.asked >= SMALLEST_SHOWN and found.done < SMALLEST_SHOWN,
    }


def on_own(request: HttpRequest, _what: None) -> dict[str, Any] | None:
    """Drafts that an organiser is asked to look through."""
    rows = _of_person(request.user)
    return {"rows": rows} if rows else None


def waiting(round: Round) -> list[OpenMatter]:
    """Remarks that nobody has answered, before publishing."""
    return [
        OpenMatter(
            one.reason,
            f"{one.review.dialogue.title}: {one.about}" if one.about else one.review.dialogue.title,
            reverse("checking:answer", args=[one.pk]),
        )
        for one in queries.open_remarks(round)
    ]


def tasks(person: Any) -> list[my_work.Task]:
    """Drafts to look through; for the core group, remarks to answer. Two queries."""
    found = [
        my_work.Task(
            _("Is the draft fair to “%(dialogue)s”?") % {"dialogue": one.dialogue.title},
            reverse("checking:own", args=[one.pk]),
            one.due,
            ROOM,
        )
        for one in _of_person(person)
        if one.done_at is None and one.due >= timezone.localdate()
    ]
    return found + (_to_answer() if is_core_group(person) else [])


def _to_answer() -> list[my_work.Task]:
    rows = Remark.objects.filter(verdict=Verdict.UNFAIR, outcome="").exclude(
        review__dialogue__round__status=RoundStatus.PUBLISHED
    )
    rounds = {one.review.dialogue.round for one in rows.select_related("review__dialogue__round")}
    return [
        my_work.Task(
            _("Answer organisers' remarks on “%(round)s”") % {"round": title_of(round).text},
            reverse("checking:desk", args=[round.slug]),
            room=ROOM,
        )
        for round in sorted(rounds, key=lambda one: one.pk)
    ]


def _of_person(person: Any) -> list[Review]:
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    if not own:
        return []
    rows = Review.objects.filter(dialogue__organiser__in=own).order_by("-pk")
    return list(rows.select_related("dialogue__round"))
