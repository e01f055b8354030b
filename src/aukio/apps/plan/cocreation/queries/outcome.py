"""What was taken in and what not, counted from the newest response of each proposal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from aukio.apps.plan.cocreation.models import Call, Decision, Theme
from aukio.apps.plan.cocreation.queries.proposals import Told, all_told, themes


@dataclass(frozen=True)
class ThemeOutcome:
    """A theme with its proposals; without a theme: those people placed in none."""

    theme: Theme | None
    told: tuple[Told, ...]

    @property
    def by_decision(self) -> Counter[str]:
        return Counter(one.response.decision for one in self.told if one.response)

    @property
    def waiting(self) -> int:
        return sum(1 for one in self.told if one.response is None)


@dataclass(frozen=True)
class Outcome:
    """The whole, by theme. ``counts`` has every decision, in its order, zeros too."""

    call: Call
    themes: tuple[ThemeOutcome, ...]

    @property
    def told(self) -> list[Told]:
        return [one for theme in self.themes for one in theme.told]

    @property
    def counts(self) -> dict[Decision, int]:
        found = Counter(one.response.decision for one in self.told if one.response)
        return {decision: found[decision.value] for decision in Decision}

    @property
    def waiting(self) -> int:
        """Published proposals that have no response yet."""
        return sum(1 for one in self.told if one.response is None)


def outcome(call: Call) -> Outcome:
    """The outcome of a call; call it only for one whose outcome is published."""
    groups: dict[int | None, list[Told]] = {one.pk: [] for one in themes(call)}
    held: dict[int | None, Theme | None] = {one.pk: one for one in themes(call)}
    for one in all_told(call):
        groups.setdefault(one.theme.pk if one.theme else None, []).append(one)
    return Outcome(
        call,
        tuple(ThemeOutcome(held.get(pk), tuple(rows)) for pk, rows in groups.items() if rows),
    )
