"""Reading the whole chain and saying which event is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aukio.shared.audit.chain import START, Link
from aukio.shared.audit.models import Event, Head

CHUNK = 2000
ALTERED = _("its content is not what was recorded")
MOVED = _("it stood in another place in the chain")
BROKEN = _("it does not follow the event before it")
REMOVED = _("it has been removed")
NO_END = _("the end of the chain is not what was recorded")
NOT_EXPECTED = _("no event has the hash that was expected")


@dataclass(frozen=True)
class Finding:
    """What is wrong with one event, by its place in the chain."""

    sequence: int
    code: str
    what: str | Promise


@dataclass
class Report:
    """The outcome: how many events were read, the last hash, and what is wrong."""

    events: int = 0
    head: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return not self.findings


def verify(*, expected_head: str = "") -> Report:
    """Read every event in order; memory does not grow with their number.

    ``expected_head`` is a hash noted earlier, outside this database: it must still be in
    the chain. It reveals a chain that was rewritten as a whole.
    """
    report = Report()
    last = _Place()
    is_met = not expected_head
    for event in Event.objects.order_by("sequence").iterator(chunk_size=CHUNK):
        found = list(_look(event, last))
        report.findings += found
        is_met = is_met or event.hash == expected_head
        last = _Place(event.sequence, event.hash, is_sound=not found)
        report.events += 1
    report.head = last.hash
    report.findings += _look_at_end(last)
    if not is_met:
        report.findings.append(Finding(last.sequence, "not_expected", NOT_EXPECTED))
    return report


@dataclass(frozen=True)
class _Place:
    sequence: int = 0
    hash: str = START
    is_sound: bool = True


def _look(event: Event, last: _Place) -> Iterator[Finding]:
    is_after_gap = event.sequence != last.sequence + 1
    for sequence in range(last.sequence + 1, event.sequence):
        yield Finding(sequence, "removed", REMOVED)
    if event.hash != _hash(event):
        if _stood_elsewhere(event):
            yield Finding(event.sequence, "moved", MOVED)
        else:
            yield Finding(event.sequence, "altered", ALTERED)
    elif last.is_sound and event.previous_hash != last.hash and not is_after_gap:
        yield Finding(event.sequence, "broken", BROKEN)


def _look_at_end(last: _Place) -> Iterator[Finding]:
    head = Head.objects.filter(pk=Head.ONLY).first()
    if head is None:
        if last.sequence:
            yield Finding(last.sequence, "no_end", NO_END)
        return
    for sequence in range(last.sequence + 1, head.sequence + 1):
        yield Finding(sequence, "removed", REMOVED)
    if last.sequence > head.sequence or (
        last.sequence == head.sequence and last.sequence and last.hash != head.hash
    ):
        yield Finding(last.sequence, "no_end", NO_END)


def _stood_elsewhere(event: Event) -> bool:
    """Whether the content fits its hash at the place after the event it once followed."""
    before = Event.objects.filter(hash=event.previous_hash).first()
    nearby = range(max(1, event.sequence - 100), event.sequence + 100)
    places = [before.sequence + 1] if before else []
    return any(_hash(event, place) == event.hash for place in [*places, *nearby])


def _hash(event: Event, sequence: int | None = None) -> str:
    return Link(
        sequence=event.sequence if sequence is None else sequence,
        at=event.at,
        actor_id=event.actor_id,
        actor_kind=event.actor_kind,
        verb=event.verb,
        target_type=event.target_type,
        target_id=event.target_id,
        detail=event.detail,
        previous_hash=event.previous_hash,
    ).hash()
