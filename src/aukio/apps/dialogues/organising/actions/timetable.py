"""The round's timetable."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Min
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from aukio.apps.dialogues.models import DialogueDay, Round
from aukio.apps.dialogues.organising.actions import letters
from aukio.apps.dialogues.organising.actions._checks import needed
from aukio.apps.dialogues.organising.models import Milestone
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue

REMINDED = timedelta(days=3)
# A usual round, in days before and after its first dialogue day.
USUAL = (
    (-120, gettext_lazy("Topic proposals collected with organisers")),
    (-100, gettext_lazy("Topic chosen and told to all")),
    (-90, gettext_lazy("Invitations to organisers sent")),
    (-45, gettext_lazy("Material kit ready in three languages")),
    (-30, gettext_lazy("Trainings for facilitators and scribes held")),
    (-21, gettext_lazy("Coverage looked at, missing ones asked")),
    (14, gettext_lazy("Records in")),
    (60, gettext_lazy("Summary published")),
    (90, gettext_lazy("Brief handed to leadership")),
)


@transaction.atomic
def plan(
    *, by: Person | None, round: Round, title: str, due: date, responsible: Person | None = None
) -> Milestone:
    """Add a step to the timetable."""
    require("organising.run_cockpit", by, round)
    made = Milestone.objects.create(
        round=round,
        title=needed(title, pgettext("milestone", "What"), 200),
        due=due,
        responsible=responsible,
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
    made = Milestone.objects.bulk_create(
        Milestone(round=round, title=str(words), due=first + timedelta(days=days))
        for days, words in USUAL
    )
    record(by=by, verb="organising.plan_usual", target=round, detail={"steps": len(made)})
    return made


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
    """Take a step away."""
    require("organising.run_cockpit", by, milestone)
    detail = {"title": milestone.title, "due": milestone.due.isoformat()}
    record(by=by, verb="organising.remove_milestone", target=milestone, detail=detail)
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
                _("Due soon: %(step)s") % {"step": one.title},
                _("%(step)s is due on %(day)s.") % {"step": one.title, "day": long_date(one.due)},
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
