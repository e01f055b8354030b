"""What an organiser does before, on and after the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Time(Enum):
    BEFORE = "before"
    ON_THE_DAY = "day"
    AFTER = "after"

    @property
    def words(self) -> str | Promise:
        return {
            Time.BEFORE: pgettext_lazy("checklist", "Before the day"),
            Time.ON_THE_DAY: pgettext_lazy("checklist", "On the day"),
            Time.AFTER: pgettext_lazy("checklist", "After the day"),
        }[self]


@dataclass(frozen=True)
class Step:
    """``due``: counted from the day of the dialogue."""

    code: str
    time: Time
    words: str | Promise
    due: timedelta


def _days(number: int) -> timedelta:
    return timedelta(days=number)


STEPS = (
    Step("people", Time.BEFORE, _("Name a facilitator and a scribe."), _days(-21)),
    Step("invite", Time.BEFORE, _("Invite 6–25 people with different experiences."), _days(-21)),
    Step("place", Time.BEFORE, _("Book the place and check that everyone can get in."), _days(-14)),
    Step("material", Time.BEFORE, _("Read the facilitator's script and the scribe's form."),
         _days(-7)),
    Step("remind", Time.BEFORE, _("Remind those who are coming, and check special needs."),
         _days(-2)),
    Step("rules", Time.ON_THE_DAY, _("Go through the rules of the discussion together."),
         _days(0)),
    Step("permission", Time.ON_THE_DAY, _("Ask what may be quoted."), _days(0)),
    Step("counts", Time.ON_THE_DAY, _("Count people by age band. Do not write down names."),
         _days(0)),
    Step("record", Time.AFTER, _("Send the record."), _days(7)),
    Step("report", Time.AFTER, _("Tell how many people took part."), _days(7)),
    Step("thank", Time.AFTER, _("Thank the participants and tell where the summary will be."),
         _days(7)),
)  # fmt: skip
CODES = frozenset(step.code for step in STEPS)
