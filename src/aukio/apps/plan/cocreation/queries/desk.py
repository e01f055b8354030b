"""What the team works with: proposals to check, themes to decide on, responses to give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from aukio.apps.plan.cocreation.models import (
    Alike,
    Call,
    Placement,
    Proposal,
    Response,
    State,
    Theme,
)


@dataclass(frozen=True)
class Place:
    """A proposal on the board, with the proposals most like it in its theme."""

    proposal: Proposal
    by_person: bool
    nearest: tuple[Proposal, ...]


@dataclass(frozen=True)
class ThemeCard:
    """A theme on the board; no theme holds those that are in none."""

    theme: Theme | None
    places: tuple[Place, ...]
    nearest: tuple[Proposal, ...] = ()


@dataclass(frozen=True)
class Board:
    cards: tuple[ThemeCard, ...]
    alike: tuple[Alike, ...]

    @property
    def themes(self) -> list[Theme]:
        return [card.theme for card in self.cards if card.theme]


def find_desk(slug: str, **_rest: object) -> Call:
    return get_object_or_404(Call, slug=slug)


def to_check(call: Call) -> QuerySet[Proposal]:
    """Proposals nobody has checked as they are now, the oldest first."""
    rows = Proposal.objects.filter(call=call, state=State.WAITING)
    return rows.select_related("organisation").order_by("number")


def find_to_check(slug: str, number: int) -> Proposal:
    """A proposal of the call for the team to check, whatever its state but withdrawn."""
    rows = Proposal.objects.exclude(state=State.WITHDRAWN).select_related("call", "organisation")
    return get_object_or_404(rows, call__slug=slug, number=number)


def board(call: Call) -> Board:
    """Every theme with its proposals and why the machine put them there; five queries."""
    published = {one.pk: one for one in _published(call)}
    held: dict[int, list[Placement]] = defaultdict(list)
    for placement in Placement.objects.filter(theme__call=call).order_by("proposal__number"):
        if placement.proposal_id in published:
            held[placement.theme_id].append(placement)

    def known(ids: Iterable[int], theme: Theme) -> tuple[Proposal, ...]:
        """Those still in the theme: somebody may have moved one since the machine said why."""
        here = {one.proposal_id for one in held[theme.pk]}
        return tuple(published[pk] for pk in ids if pk in here)

    cards = [
        ThemeCard(
            theme,
            tuple(
                Place(published[one.proposal_id], one.origin == "person", known(one.nearest, theme))
                for one in held[theme.pk]
            ),
            known(theme.nearest, theme),
        )
        for theme in call.themes.filter(merged_into=None)
    ]
    placed = {one.proposal_id for rows in held.values() for one in rows}
    free = [Place(one, False, ()) for pk, one in published.items() if pk not in placed]
    if free:
        cards.append(ThemeCard(None, tuple(free)))
    return Board(tuple(cards), tuple(alike(call)))


def alike(call: Call) -> QuerySet[Alike]:
    """Pairs that may ask for the same, the most alike first."""
    return Alike.objects.filter(call=call).select_related("first", "second")


def for_responses(call: Call) -> QuerySet[Proposal]:
    """Published proposals with all their responses, whether public or not."""
    everything = Response.objects.order_by("sequence").select_related(
        "by", "measure__commitment__plan"
    )
    return _published(call).prefetch_related(
        Prefetch("responses", queryset=everything, to_attr="all_responses")
    )


def _published(call: Call) -> QuerySet[Proposal]:
    rows = Proposal.objects.filter(call=call, state=State.PUBLISHED)
    return rows.select_related("call", "organisation", "placement__theme").order_by("number")
