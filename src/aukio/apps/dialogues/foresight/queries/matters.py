"""A matter: themes of several rounds that a person has linked, and how it went over them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from aukio.apps.dialogues.foresight import statistics
from aukio.apps.dialogues.foresight.models import Link, LinkState
from aukio.apps.dialogues.foresight.queries.voices import Said, Tree, Voices
from aukio.apps.dialogues.foresight.statistics import Change, Interval
from aukio.apps.dialogues.queries import Shown, shown

RARE = 0.25  # a weak signal is spoken of in at most this share of dialogues
FEWEST_DIALOGUES = 2  # what one dialogue spoke of points at that dialogue alone


@dataclass(frozen=True)
class Moment:
    """A matter in one round: its themes there, and how many dialogues spoke of it."""

    voices: Voices
    themes: tuple[Tree, ...]

    @cached_property
    def dialogue_counts(self) -> tuple[tuple[int, int], ...]:
        """1 of 1 for a dialogue that spoke of it, 0 of 1 for another."""
        return tuple((int(hits > 0), 1) for hits, _total in self.note_counts)

    @cached_property
    def note_counts(self) -> tuple[tuple[int, int], ...]:
        """Remarks on the matter, and all remarks, of each dialogue that left any."""
        return tuple(
            (
                sum(row["themes"].get(str(theme["id"]), 0) for theme in self.themes),
                row["notes"],
            )
            for row in self.voices.speaking.values()
        )

    @property
    def dialogues(self) -> int:
        return sum(hits for hits, _one in self.dialogue_counts)

    @property
    def of(self) -> int:
        return len(self.dialogue_counts)

    @property
    def share(self) -> float:
        return self.dialogues / self.of if self.of else 0.0

    @property
    def notes(self) -> int:
        return sum(hits for hits, _total in self.note_counts)

    @property
    def of_notes(self) -> int:
        return sum(total for _hits, total in self.note_counts)

    @cached_property
    def interval(self) -> Interval | None:
        """Of dialogues that spoke of it."""
        return statistics.share(self.dialogue_counts)

    @cached_property
    def notes_interval(self) -> Interval | None:
        return statistics.share(self.note_counts)

    @property
    def linked(self) -> list[dict[str, object]]:
        """Its themes: id and title for the reader."""
        return [{"id": theme["id"], "title": shown(theme["title"])} for theme in self.themes]

    @property
    def said(self) -> tuple[Said, ...]:
        """Words that may be shown, one of each dialogue first."""
        ids = {theme["id"] for theme in self.themes}
        found = [one for one in self.voices.said if one.theme in ids]
        first: dict[int, Said] = {}
        for one in found:
            first.setdefault(one.dialogue, one)
        rest = [one for one in found if one is not first[one.dialogue]]
        return (*first.values(), *rest)


@dataclass(frozen=True)
class Matter:
    """``id`` is the newest theme's. Moments of every round from the first that spoke of it."""

    id: int
    ids: frozenset[int]
    moments: tuple[Moment, ...]

    @property
    def titles(self) -> dict[str, str]:
        texts: dict[str, str] = self.moments_of_it[-1].themes[0]["title"]
        return texts

    @property
    def title(self) -> Shown:
        return shown(self.titles)

    @property
    def moments_of_it(self) -> tuple[Moment, ...]:
        """Rounds in which there is a theme of it."""
        return tuple(one for one in self.moments if one.themes)

    @property
    def now(self) -> Moment:
        return self.moments[-1]

    @cached_property
    def change(self) -> Change:
        """From the round before to the newest."""
        if len(self.moments) < 2:
            return Change(None, statistics.Direction.UNKNOWN)
        before, now = self.moments[-2:]
        return statistics.compare(before.dialogue_counts, now.dialogue_counts)

    @property
    def is_sample(self) -> bool:
        return any(one.voices.round.is_sample for one in self.moments)


@dataclass(frozen=True)
class Signal:
    """Something rare that is growing, or new. ``matter`` has one moment when it is new."""

    matter: Matter
    is_new: bool

    @property
    def before(self) -> Moment | None:
        return None if self.is_new else self.matter.moments[-2]


def followed(rounds: tuple[Voices, ...]) -> tuple[Voices, ...]:
    """The first round, and those whose themes somebody has compared with earlier ones. One query.

    While nobody has begun, or a proposed pair waits, it is not known which matters a round
    spoke of: a nought would be untrue.
    """
    links = Link.objects.exclude(state=LinkState.NONE).values_list("later", "state")
    looked_at = {theme for theme, state in links if state != LinkState.PROPOSED}
    waiting = {theme for theme, state in links if state == LinkState.PROPOSED}
    return tuple(
        one
        for one in rounds
        if one is rounds[0] or (looked_at & one.themes.keys() and not waiting & one.themes.keys())
    )


def matters(rounds: tuple[Voices, ...]) -> list[Matter]:
    """What is linked over rounds, the most spoken of now first. Two queries."""
    rounds = followed(rounds)
    links = Link.objects.filter(state=LinkState.CONFIRMED)
    found = [
        _matter(ids, rounds)
        for ids in _together(links.values_list("earlier", "later"))
        if sum(1 for heard in rounds if ids & heard.themes.keys()) > 1
    ]
    return sorted(found, key=lambda one: (-one.now.share, one.id))


def matter_of(theme: int, rounds: tuple[Voices, ...]) -> Matter | None:
    """The matter that holds this theme, whichever round it is of."""
    return next((one for one in matters(rounds) if theme in one.ids), None)


def signals(rounds: tuple[Voices, ...], found: list[Matter]) -> list[Signal]:
    """Rare in the newest round followed, and more common than in the one before, or new in it.

    One query. Only where there are two rounds to compare.
    """
    rounds = followed(rounds)
    if len(rounds) < 2:
        return []
    linked = {theme for matter in found for theme in matter.ids}
    fresh = [
        Matter(theme, frozenset({theme}), (Moment(rounds[-1], (tree,)),))
        for theme, tree in rounds[-1].themes.items()
        if theme not in linked
    ]
    signs = [Signal(one, is_new=True) for one in fresh if _is_rare(one)]
    signs += [
        Signal(one, is_new=False)
        for one in found
        if _is_rare(one) and one.now.share > one.moments[-2].share
    ]
    return sorted(signs, key=lambda one: (one.is_new, one.matter.now.share, one.matter.id))


def _is_rare(matter: Matter) -> bool:
    now = matter.now
    return now.dialogues >= FEWEST_DIALOGUES and now.share <= RARE


def _matter(ids: frozenset[int], rounds: tuple[Voices, ...]) -> Matter:
    moments = [
        Moment(heard, tuple(tree for theme, tree in heard.themes.items() if theme in ids))
        for heard in rounds
    ]
    while not moments[0].themes:
        moments.pop(0)
    newest = next(one for one in reversed(moments) if one.themes)
    return Matter(newest.themes[0]["id"], ids, tuple(moments))


def _together(links: object) -> list[frozenset[int]]:
    """Themes that confirmed links tie together, directly or through others."""
    group: dict[int, set[int]] = {}
    for one, other in links:  # type: ignore[attr-defined]
        joined = group.get(one, {one}) | group.get(other, {other})
        for theme in joined:
            group[theme] = joined
    kept: dict[int, frozenset[int]] = defaultdict(frozenset)
    for joined in group.values():
        kept[min(joined)] = frozenset(joined)
    return list(kept.values())
