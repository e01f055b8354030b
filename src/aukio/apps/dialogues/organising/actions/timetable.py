"""The round's timetable."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Min
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import DialogueDay, Round
from aukio.apps.dialogues.organising.actions import letters
from aukio.apps.dialogues.organising.actions._checks import needed
from aukio.apps.dialogues.organising.models import USUAL, Milestone
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue

REMINDED = timedelta(days=3)


@transaction.atomic
def plan(
    *,
    by: Person | None,
    round: Round,
    title: str,
    due: date,
    responsible: Person | None = None,
    after: Milestone | None = None,
) -> Milestone:
    """Add a step to the timetable. Raises ``Fault`` when it would come before ``after``."""
    require("organising.run_cockpit", by, round)
    _check_order(round, None, due, after)
    made = Milestone.objects.create(
        round=round,
        title=needed(title, pgettext("milestone", "What"), 200),
        due=due,
        responsible=responsible,
        after=after,
    )
    record(by=by, verb="organising.plan_milestone", target=made, detail={"due": due.isoformat()})
    return made


@transaction.atomic
def plan_usual(*, by: Person | None, round: Round) -> list[Milestone]:
    """Fill an empty timetable with the usual steps, counted from the first dialogue day."""
    require("organising.run_cockpit", by, round)
    first = DialogueDay.objects.filter(round=round).aggregate(first=Min("date"))["first"]
    if first is None:
        raise Fault(
            _("The round has no dialogue days yet."), mend=_("Add them to the round first.")
        )
    if round.milestones.exists():
        raise Fault(_("The timetable has been begun already."), mend=_("Add steps one by one."))
    made: list[Milestone] = []
    for days, words in USUAL:
        before = made[-1] if made else None
        due = first + timedelta(days=days)
        made.append(Milestone.objects.create(round=round, title=words, due=due, after=before))
    record(by=by, verb="organising.plan_usual", target=round, detail={"steps": len(made)})
    return made


@transaction.atomic
def change(
    *,
    by: Person | None,
    milestone: Milestone,
    title: str,
    due: date,
    responsible: Person | None = None,
    after: Milestone | None = None,
) -> Milestone:
    """Change a step; whoever is responsible is reminded of the new day in its turn.

    Raises ``Fault`` when the steps would no longer come in their order.
    """
    require("organising.run_cockpit", by, milestone)
    Round.objects.select_for_update().get(pk=milestone.round_id)
    _check_order(milestone.round, milestone, due, after)
    before = milestone.due
    told = needed(title, pgettext("milestone", "What"), 200)
    if told != milestone.words:  # a usual step left as it is stays one
        milestone.title = told
    milestone.due, milestone.responsible, milestone.after = due, responsible, after
    milestone.save(update_fields=["title", "due", "responsible", "after", "changed_at"])
    detail = {"before": before.isoformat(), "due": due.isoformat()}
    record(by=by, verb="organising.change_milestone", target=milestone, detail=detail)
    return milestone


def _check_order(
    round: Round, milestone: Milestone | None, due: date, after: Milestone | None
) -> None:
    """A step comes no earlier than the one before it, and no later than those that follow."""
    if after is not None:
        if after.round_id != round.pk or _is_before(milestone, after):
            raise Fault(
                _("The steps would go round in a circle."),
                mend=_("Choose another step that comes before this."),
            )
        if due < after.due:
            raise _out_of_order(after)
    if milestone is not None:
        late = milestone.followers.filter(due__lt=due).order_by("due").first()
        if late is not None:
            raise _out_of_order(late)


def _is_before(milestone: Milestone | None, after: Milestone) -> bool:
    """``milestone`` is ``after`` itself, or comes before it already."""
    seen: set[int] = set()
    one: Milestone | None = after
    while milestone is not None and one is not None and one.pk not in seen:
        if one.pk == milestone.pk:
            return True
        seen.add(one.pk)
        one = one.after
    return False


def _out_of_order(other: Milestone) -> Fault:
    told = {"step": other.words, "day": long_date(other.due)}
    return Fault(
        _("The days are not in order: “%(step)s” is due on %(day)s.") % told,
        mend=_("Choose another day, or change the day of that step first."),
    )


@transaction.atomic
def set_done(*, by: Person | None, milestone: Milestone, is_done: bool) -> Milestone:
    """Mark as done, or open again. The same again changes nothing."""
    require("organising.run_cockpit", by, milestone)
    if (milestone.done_at is not None) == is_done:
        return milestone
    milestone.done_at = timezone.now() if is_done else None
    milestone.done_by = by if is_done else None
    milestone.save(update_fields=["done_at", "done_by"])
    verb = "organising.finish_milestone" if is_done else "organising.reopen_milestone"
    record(by=by, verb=verb, target=milestone)
    return milestone


@transaction.atomic
def remove(*, by: Person | None, milestone: Milestone) -> None:
    """Take a step away; those that followed it follow the one before it."""
    require("organising.run_cockpit", by, milestone)
    detail = {"title": milestone.title, "due": milestone.due.isoformat()}
    record(by=by, verb="organising.remove_milestone", target=milestone, detail=detail)
    milestone.followers.update(after=milestone.after_id)
    milestone.delete()


def remind_responsible(today: date | None = None) -> int:
    """Write to whoever is responsible three days before; once for each due day."""
    now = today or timezone.localdate()
    due = Milestone.objects.filter(done_at=None, due__range=(now, now + REMINDED))
    found = due.exclude(responsible=None).exclude(round__is_sample=True)
    count = 0
    for one in found.select_related("responsible", "round"):
        person = one.responsible
        assert person is not None
        with translation.override(person.language):
            written = letters.letter(
                _("Due soon: %(step)s") % {"step": one.words},
                _("%(step)s is due on %(day)s.") % {"step": one.words, "day": long_date(one.due)},
                letters.whole("timetable", one.round.slug),
            )
            queue(
                to=person.email,
                subject=written.subject,
                text=written.text,
                language=person.language,
                about=one,
                key=f"organising.milestone:{one.pk}:{one.due}",
            )
            count += 1
    return count
