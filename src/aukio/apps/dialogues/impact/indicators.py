"""Live figures of measures 1.1.2 and 1.1.3: what became of what was said.

As in the room's own figures, sample rounds count only while there are no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aukio.apps.dialogues.impact.models import Edition, Opening, Question
from aukio.apps.dialogues.impact.queries.ledger import share_of
from aukio.shared.indicators.registry import Figure, indicator
from aukio.shared.organisations.models import Kind

LOCAL = (Kind.WELLBEING_SERVICES_COUNTY, Kind.MUNICIPALITY, Kind.JOINT_AUTHORITY)


@indicator(
    code="impact.answered_in_90_days",
    measure="1.1.2",
    label=gettext_lazy("Questions to owners answered within 90 days"),
    unit="share",
    direction="up",
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
)
def briefs_read() -> Figure:
    """Openings of published briefs in a browser that runs scripts; of readers nothing is kept."""
    editions = list(Edition.objects.select_related("round"))
    real = [one for one in editions if not one.round.is_sample] or editions
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


def _note(questions: Iterable[Question]) -> str:
    return _sample_note() if any(one.round.is_sample for one in questions) else ""


def _sample_note() -> str:
    return _("Counted from sample data, not from real dialogues.")
