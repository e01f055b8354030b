"""Live figures of measures 1.1.2 and 1.1.3: what became of what was said.

As in the room's own figures, sample rounds count only while there are no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from statistics import median

from django.db.models import Sum
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from aukio.apps.dialogues.impact.models import Edition, Opening, Question
from aukio.apps.dialogues.impact.queries.ledger import share_of
from aukio.shared.indicators.registry import Breakdown, Figure, Part, indicator
from aukio.shared.organisations.models import Kind

LOCAL = (Kind.WELLBEING_SERVICES_COUNTY, Kind.MUNICIPALITY, Kind.JOINT_AUTHORITY)


def questions_by_outcome() -> Breakdown:
    """Of the questions that count for the share."""
    share = share_of(_questions())
    parts = (
        Part(_("Answered within 90 days"), share.in_time),
        Part(_("Answered later"), share.later),
        Part(_("Not answered in 90 days"), share.unanswered),
    )
    return Breakdown(_("What became of the question"), parts if share.counted else ())


def answers_by_owner() -> Breakdown:
    """Answered questions; owners are organisations."""
    return _by_owner(one for one in _questions() if one.answered_at)


def local_answers_by_owner() -> Breakdown:
    return _by_owner(one for one in _questions() if one.answered_at and one.owner.kind in LOCAL)


def openings_by_round() -> Breakdown:
    """Openings of each round's brief, all its editions together."""
    editions = _editions()
    rounds = {one.round_id: one.round for one in editions}
    rows = Opening.objects.filter(edition__in=editions).order_by().values("edition__round")
    times = dict(rows.values_list("edition__round").annotate(Sum("times")))
    parts = tuple(
        Part(str(round), times.get(pk, 0), reverse("impact:brief", args=[round.slug]))
        for pk, round in rounds.items()
    )
    return Breakdown(pgettext("breakdown", "Round"), parts)


@indicator(
    code="impact.answered_in_90_days",
    measure="1.1.2",
    label=gettext_lazy("Questions to owners answered within 90 days"),
    unit="share",
    direction="up",
    records=questions_by_outcome,
)
def answered_in_90_days() -> Figure:
    """Of questions that were answered or whose 90 days have ended."""
    questions = _questions()
    share = share_of(questions)
    return Figure(share.share, share.counted, _note(questions))


@indicator(
    code="impact.days_to_answer",
    measure="1.1.2",
    label=gettext_lazy("Days from question to answer"),
    unit="days",
    direction="down",
    records=answers_by_owner,
)
def days_to_answer() -> Figure:
    """The middle of answered questions."""
    questions = _questions()
    days = [
        (localdate(one.answered_at) - localdate(one.asked_at)).days
        for one in questions
        if one.answered_at
    ]
    return Figure(median(days) if days else None, len(days), _note(questions))


@indicator(
    code="impact.briefs_read",
    measure="1.1.2",
    label=gettext_lazy("Briefs opened"),
    unit=gettext_lazy("times"),
    direction="up",
    records=openings_by_round,
)
def briefs_read() -> Figure:
    """Openings of published briefs in a browser that runs scripts; of readers nothing is kept."""
    real = _editions()
    times = Opening.objects.filter(edition__in=real).aggregate(times=Sum("times"))["times"]
    if not real:
        return Figure(None, 0)
    rounds = {one.round_id for one in real}
    note = _sample_note() if all(one.round.is_sample for one in real) else ""
    return Figure(times or 0, len(rounds), note)


@indicator(
    code="impact.local_answers",
    measure="1.1.3",
    label=gettext_lazy("Answers by wellbeing services counties and municipalities"),
    unit=gettext_lazy("answers"),
    direction="up",
    records=local_answers_by_owner,
)
def local_answers() -> Figure:
    """Answered questions whose owner is a county, a municipality or their joint authority."""
    questions = _questions()
    local = [one for one in questions if one.owner.kind in LOCAL]
    answered = sum(1 for one in local if one.answered_at)
    return Figure(answered if questions else None, len(local), _note(questions))


def _questions() -> list[Question]:
    """Those that count: of real rounds, else of sample ones."""
    found = list(Question.objects.select_related("round", "owner"))
    return [one for one in found if not one.round.is_sample] or found


def _editions() -> list[Edition]:
    """Of briefs of real rounds, else of sample ones."""
    found = list(Edition.objects.select_related("round"))
    return [one for one in found if not one.round.is_sample] or found


def _by_owner(questions: Iterable[Question]) -> Breakdown:
    counts = Counter(str(one.owner) for one in questions)
    parts = tuple(Part(owner, count) for owner, count in sorted(counts.items()))
    return Breakdown(_("Owner of the question"), parts, _("Answered questions of each."))


def _note(questions: Iterable[Question]) -> str:
    return _sample_note() if any(one.round.is_sample for one in questions) else ""


def _sample_note() -> str:
    return _("Counted from sample data, not from real dialogues.")
