"""The ledger as anyone may read it: questions, answers, and how many came in time.

The share answered within 90 days, as it is published. The 90 days run from the day a question
was put to its owner, to the end of the 90th day after it. A question counts once it has been
answered or its 90 days have ended. Moving its last day changes none of this. A question that
was withdrawn before its 90 days ended does not count, since nobody could answer it; one
withdrawn later counts as not answered, so that withdrawing never mends the share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from django.db.models import QuerySet
from django.utils import timezone

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.impact.models import Change, Entry, EntryKind, Question
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries import Shown, shown

IN_TIME = timedelta(days=90)


class State(Enum):
    """How a question stands."""

    ANSWERED = "answered"
    WAITING = "waiting"
    LATE = "late"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class EntryLine:
    """An entry, the one that stands in for it when it was corrected, and the number of the
    one it corrects itself."""

    entry: Entry
    corrected_by: Entry | None
    corrects: int | None


@dataclass(frozen=True)
class Asked:
    """A question with all that came of it, in the order it came."""

    id: int
    round: Round
    theme: int
    theme_title: Shown
    owner: str
    owner_kind: str
    role: str
    role_language: str
    text: Shown
    asked_at: datetime
    due: date
    answered_at: datetime | None
    entries: tuple[EntryLine, ...]
    newest: int
    withdrawn_at: datetime | None = None
    changes: tuple[Change, ...] = ()

    @property
    def state(self) -> State:
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        if self.answered_at is not None:
            return State.ANSWERED
        return State.LATE if self.due < timezone.localdate() else State.WAITING

    @property
    def is_open(self) -> bool:
        """An answer is still awaited."""
        return self.state in (State.WAITING, State.LATE)

    @property
    def days_late(self) -> int:
        """Days past the last day, up to the answer, the withdrawal or today; 0 when in time."""
        until = timezone.localdate(self.answered_at or self.withdrawn_at)
        return max((until - self.due).days, 0)

    @property
    def progress(self) -> str:
        """Where the owner last said it stands; empty before they have."""
        return next(
            (one.entry.progress for one in reversed(self.standing) if one.entry.progress), ""
        )

    @property
    def standing(self) -> tuple[EntryLine, ...]:
        """Entries that nobody has corrected."""
        return tuple(one for one in self.entries if one.corrected_by is None)

    def of_kind(self, kind: str) -> tuple[EntryLine, ...]:
        return tuple(one for one in self.standing if one.entry.kind == kind)

    @property
    def answers(self) -> tuple[EntryLine, ...]:
        return self.of_kind(EntryKind.ANSWER)

    @property
    def evidence(self) -> tuple[EntryLine, ...]:
        return self.of_kind(EntryKind.EVIDENCE)


@dataclass(frozen=True)
class Share:
    """How answers came. ``counted`` are those answered, and those whose 90 days have ended.

    ``withdrawn`` are those withdrawn before that, which do not count.
    """

    asked: int
    counted: int
    in_time: int
    later: int
    waiting: int
    unanswered: int
    withdrawn: int = 0

    @property
    def share(self) -> float | None:
        """Of those counted, how many were answered within 90 days; none while none counts."""
        return self.in_time / self.counted if self.counted else None


def asked(rows: QuerySet[Question] | None = None) -> list[Asked]:
    """Questions with their entries: three queries at any size."""
    found = Question.objects.all() if rows is None else rows
    found = found.select_related("round", "owner").prefetch_related("entries", "changes")
    return [asked_of(one) for one in found]


def of_round(round: Round) -> list[Asked]:
    return asked(Question.objects.filter(round=round))


def of_themes(themes: Iterable[int]) -> list[Asked]:
    return asked(Question.objects.filter(theme__in=list(themes)))


def of_theme(theme: int) -> list[Asked]:
    return asked(Question.objects.filter(theme=theme))


def newest_first() -> QuerySet[Question]:
    """Of all rounds: the newest round first, its themes in order."""
    return Question.objects.order_by("-round__year", "-round", "theme__order", "theme", "pk")


def waiting(limit: int) -> list[Asked]:
    """Unanswered questions by their last day; late ones come first."""
    rows = Question.objects.filter(answered_at=None, withdrawn_at=None).order_by("due", "pk")
    return asked(rows[:limit])


def share_of(questions: Iterable[Asked | Question]) -> Share:
    """Counted from the questions given, by the definition above."""
    found = Counter(_outcome(one) for one in questions)
    answered = found["in_time"] + found["later"]
    return Share(
        asked=found.total(),
        counted=answered + found["unanswered"],
        in_time=found["in_time"],
        later=found["later"],
        waiting=found["waiting"],
        unanswered=found["unanswered"],
        withdrawn=found["withdrawn"],
    )


def _outcome(one: Asked | Question) -> str:
    ends = timezone.localdate(one.asked_at) + IN_TIME
    if one.answered_at is not None:
        return "in_time" if timezone.localdate(one.answered_at) <= ends else "later"
    if one.withdrawn_at is not None and timezone.localdate(one.withdrawn_at) <= ends:
        return "withdrawn"
    return "waiting" if timezone.localdate() <= ends else "unanswered"


def asked_of(one: Question) -> Asked:
    """Reads the question's round, owner, entries and changes: fetch them beforehand."""
    entries = list(one.entries.all())
    numbers: dict[int | None, int] = {entry.pk: entry.sequence for entry in entries}
    corrected = {entry.corrects_id: entry for entry in entries if entry.corrects_id}
    return Asked(
        id=one.pk,
        round=one.round,
        theme=one.theme_id,
        theme_title=shown(one.theme_title),
        owner=str(one.owner),
        owner_kind=one.owner.kind,
        role=one.role,
        role_language=one.role_language,
        text=shown(in_languages(one, "text")),
        asked_at=one.asked_at,
        due=one.due,
        answered_at=one.answered_at,
        entries=tuple(
            EntryLine(entry, corrected.get(entry.pk), numbers.get(entry.corrects_id))
            for entry in entries
        ),
        newest=one.newest,
        withdrawn_at=one.withdrawn_at,
        changes=tuple(one.changes.all()),
    )
