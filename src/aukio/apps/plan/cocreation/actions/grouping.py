"""What the machine proposes. It never touches what a person has decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import Max, QuerySet

from aukio.apps.plan.cocreation.actions._checks import locked
from aukio.apps.plan.cocreation.actions._history import history
from aukio.apps.plan.cocreation.machine import Group, Likeness, Report, Said, propose
from aukio.apps.plan.cocreation.models import (
    Alike,
    Call,
    Origin,
    Placement,
    Proposal,
    State,
    Theme,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person


@dataclass(frozen=True)
class Outcome:
    """How much was read and proposed."""

    proposals: int
    themes: int
    alike: int

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def group_proposals(*, by: Person | None, call: Call, report: Report) -> Outcome:
    """Propose themes, and pairs that may ask for the same. Long work: only in the worker.

    The database is read first and written last, in one transaction, so that it is free
    meanwhile and work that is cut short leaves nothing behind.
    """
    require("cocreation.edit_themes", by, call)
    said = said_in(call)
    draft = propose(said, report)
    with transaction.atomic():
        locked(call)
        themes = _replace_themes(by, call, draft.groups)
        pairs = _replace_alike(call, draft.alike)
    return Outcome(len(said), len(themes), pairs)


def said_in(call: Call) -> list[Said]:
    """The published proposals in a steady order; ``is_free`` where no person has decided."""
    decided = set(decided_themes(call).values_list("pk", flat=True))
    rows = call.proposals.filter(state=State.PUBLISHED).select_related("placement")
    return [
        Said(one.pk, one.words, one.language, _theme_of(one) not in decided)
        for one in rows.order_by("pk")
    ]


def decided_themes(call: Call) -> QuerySet[Theme]:
    """Themes a person has had a hand in."""
    touched = Placement.objects.filter(theme__call=call, origin=Origin.PERSON).values("theme")
    live = call.themes.filter(merged_into=None)
    return live.filter(accepted=True) | live.filter(pk__in=touched)


def _theme_of(proposal: Proposal) -> int | None:
    placement = getattr(proposal, "placement", None)
    return placement.theme_id if placement else None


def _replace_themes(by: Person | None, call: Call, groups: Sequence[Group]) -> list[Theme]:
    free = {one.id for one in said_in(call) if one.is_free}  # as it is now, not as it was read
    kept = [(one, [pk for pk in one.proposals if pk in free]) for one in groups]
    kept = [(one, members) for one, members in kept if members]
    old = call.themes.filter(merged_into=None).exclude(pk__in=decided_themes(call).values("pk"))
    gone = list(old.values_list("pk", flat=True))
    with history("propose_themes", by=by, call=call, themes=gone, places=free) as touched:
        Placement.objects.filter(proposal__in=free).delete()
        Theme.objects.filter(pk__in=gone).delete()
        last = call.themes.aggregate(last=Max("order"))["last"] or 0
        made = [
            _make(call, last + place, group, members)
            for place, (group, members) in enumerate(kept, 1)
        ]
        touched.themes.update(theme.pk for theme in made)
    return made


def _make(call: Call, order: int, group: Group, members: list[int]) -> Theme:
    theme = Theme(
        call=call,
        order=order,
        label=dict(group.label),
        keywords=list(group.keywords),
        nearest=[pk for pk in group.nearest if pk in members],
    )
    theme.save()
    Placement.objects.bulk_create(
        Placement(theme=theme, proposal_id=pk, nearest=list(group.neighbours.get(pk, ())))
        for pk in members
    )
    return theme


def _replace_alike(call: Call, pairs: Sequence[Likeness]) -> int:
    """The hints of an earlier run give way; they decide nothing, so they have no history."""
    there = set(call.proposals.filter(state=State.PUBLISHED).values_list("pk", flat=True))
    Alike.objects.filter(call=call).delete()
    made = Alike.objects.bulk_create(
        Alike(call=call, first_id=one.first, second_id=one.second, likeness=one.likeness)
        for one in pairs
        if {one.first, one.second} <= there
    )
    return len(made)
