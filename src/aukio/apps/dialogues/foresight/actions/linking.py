"""Linking themes of different rounds: the machine proposes, a person decides, all can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.foresight.models import Decision, Link, LinkState
from aukio.apps.dialogues.foresight.queries.voices import every_voice
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

RULE = "foresight.link_themes"


@dataclass(frozen=True)
class Pair:
    """Two themes that may be the same matter, and the sentences that are closest."""

    earlier: int
    later: int
    likeness: float
    why: tuple[tuple[int, int, float], ...] = field(default=())


@transaction.atomic
def propose_links(*, by: Person | None, pairs: Iterable[Pair]) -> int:
    """Keep the machine's pairs; what people have decided stays. Returns how many wait."""
    require(RULE, by)
    undecided = Link.objects.filter(state=LinkState.PROPOSED, decisions=None)
    undecided.delete()
    for pair in pairs:
        Link.objects.get_or_create(
            earlier_id=pair.earlier,
            later_id=pair.later,
            defaults={
                "likeness": pair.likeness,
                "why": [
                    {"earlier": one, "later": other, "likeness": likeness}
                    for one, other, likeness in pair.why
                ],
            },
        )
    waiting = Link.objects.filter(state=LinkState.PROPOSED).count()
    record(by=by, verb="foresight.propose_links", target=None, detail={"waiting": waiting})
    return waiting


@transaction.atomic
def decide(*, by: Person | None, link: Link, same: bool) -> Decision:
    """Confirm or reject a link. Deciding the same again changes nothing new."""
    require(RULE, by, link)
    return _decide(by, link, LinkState.CONFIRMED if same else LinkState.REJECTED)


@transaction.atomic
def link_by_hand(*, by: Person | None, one: int, other: int) -> Link:
    """Link two published themes by their ids, in either order."""
    require(RULE, by)
    earlier, later = _in_order(one, other)
    link, is_new = Link.objects.get_or_create(
        earlier_id=earlier, later_id=later, defaults={"state": LinkState.NONE}
    )
    if not is_new and link.state == LinkState.CONFIRMED:
        raise InputFault(
            _("The themes are linked already."),
            mend=_("Choose another pair, or undo the earlier decision."),
        )
    _decide(by, link, LinkState.CONFIRMED)
    return link


@transaction.atomic
def undo(*, by: Person | None, decision: Decision) -> Link:
    """Take back the newest decision about a link: it stands again as it stood before."""
    require(RULE, by, decision.link)
    link = Link.objects.select_for_update().get(pk=decision.link_id)
    newest = link.decisions.filter(undone_at=None).first()
    if newest is None or newest.pk != decision.pk:
        raise InputFault(
            _("The decision has been taken back, or a newer one stands."),
            mend=_("Look at the newest decisions and undo the last one first."),
        )
    newest.undone_at = timezone.now()
    newest.save(update_fields=["undone_at"])
    link.state = newest.before
    link.save(update_fields=["state"])
    record(by=by, verb="foresight.undo_link", target=link, detail={"state": link.state})
    return link


def _decide(by: Person | None, link: Link, state: LinkState) -> Decision:
    now = Link.objects.select_for_update().get(pk=link.pk)
    standing = now.decisions.filter(undone_at=None).first()
    if standing is not None and standing.after == now.state == state:
        return standing
    made = Decision.objects.create(link=now, before=now.state, after=state, by=by)
    now.state = link.state = state
    now.save(update_fields=["state"])
    detail = {"before": made.before, "after": made.after}
    record(by=by, verb="foresight.decide_link", target=now, detail=detail)
    return made


def _in_order(one: int, other: int) -> tuple[int, int]:
    """The theme of the earlier round first. Raises ``InputFault``."""
    rounds = every_voice()
    places = {theme: at for at, heard in enumerate(rounds) for theme in heard.themes}
    if one not in places or other not in places:
        raise InputFault(
            _("The theme is not in a published summary."),
            mend=_("Choose two themes from the list."),
        )
    if places[one] == places[other]:
        raise InputFault(
            _("Both themes are of the same round."),
            mend=_("Choose themes of two different rounds."),
        )
    if rounds[places[one]].round.is_sample != rounds[places[other]].round.is_sample:
        raise InputFault(
            _("One of the themes is of a sample round."),
            mend=_("Choose two themes from the list."),
        )
    return (one, other) if places[one] < places[other] else (other, one)
