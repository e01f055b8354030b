"""Who took part in the dialogues of a round, as it may be told: one door for all.

Pages, files, the interface for machines, publications, the cockpit and the plan's figures ask
here. A number of one to four people is never told. Hiding it is not enough: a total less its
other parts gives it back, and so does the total of today less that of last week. So

- a total of participants counts only the dialogues whose own number is told. Whatever a reader
  adds, subtracts, narrows or keeps from before, the others are in none of it;
- people by age band or group are told of the whole round alone, of those same dialogues,
  rounded down to full fives (controlled rounding: L. Willenborg, T. de Waal, "Elements of
  Statistical Disclosure Control", 2001, chapter 9). What is left of each, nought to four,
  together with those who told no age, leaves every small number more than one answer;
- a publication keeps what the round's first version told of them: the difference of two
  would tell of the dialogues between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from aukio.apps.dialogues.models import AgeBandCount, Dialogue, GroupCount, Round
from aukio.shared.indicators.suppression import MINIMUM

Tree = dict[str, Any]
By = dict[str, int]
TOLD = Q(participants=0) | Q(participants__gte=MINIMUM)  # dialogues whose number is told


def told_number(count: int | None) -> int | None:
    """A dialogue's number of participants; ``None`` when not known or not told."""
    return None if count is None or 0 < count < MINIMUM else count


def told(counts: Mapping[int, int | None]) -> dict[int, int | None]:
    """By dialogue, the number that may be told; ``None`` is one not known or not shown."""
    return {dialogue: told_number(count) for dialogue, count in counts.items()}


def told_total(counts: Iterable[int | None]) -> int | None:
    """The people of the dialogues whose number is told; ``None`` when none is."""
    numbers = [count for count in map(told_number, counts) if count is not None]
    return sum(numbers) if numbers else None


@dataclass(frozen=True)
class People:
    """People by code of age band and of group, as they may be told.

    ``None`` is a number that is not told: there are some, too few. A code nobody has is absent.
    """

    age_bands: dict[str, int | None]
    groups: dict[str, int | None]


def people(round: Round) -> People:
    """Of the round as it is now; three queries."""
    held = dict(Dialogue.objects.filter(round=round).values_list("pk", "participants"))
    bands = _counted(AgeBandCount.objects.filter(dialogue__round=round), "band")
    groups = _counted(GroupCount.objects.filter(dialogue__round=round), "group")
    large = {
        pk
        for pk, count in held.items()
        if _size(count, bands.get(pk, {}), groups.get(pk, {})) >= MINIMUM
    }
    return People(in_fives(_sum(bands, large)), in_fives(_sum(groups, large)))


def in_fives(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Each number rounded down to full fives; ``None`` where not even five are left.

    Where every number leaves four, their total could tell that it does: then none is told.
    """
    there = {code: count for code, count in counts.items() if count}
    if all(count % MINIMUM == MINIMUM - 1 for count in there.values()):
        return dict.fromkeys(there)
    return {code: count - count % MINIMUM or None for code, count in there.items()}


def published_people(round: Round) -> tuple[By, By]:
    """``(age bands, groups)`` for a publication: what its first version told, else of now.

    Four queries.
    """
    now = people(round)
    earlier = list(
        round.publications.order_by("version").values_list("content__age_bands", "content__groups")
    )
    bands = next((bands for bands, _groups in earlier if bands), now.age_bands)
    groups = next((groups for _bands, groups in earlier if groups), now.groups)
    return _shown(bands), _shown(groups)


def told_again(content: Tree) -> Tree:
    """A publication's content as it may be told now, in ``format`` 3.

    A publication does not change. Those of formats 1 and 2 told exact totals of dialogues that
    they hid, and exact numbers by age band and group.
    """
    if content["format"] > 2:
        return content
    counts = [one["participants"] for one in content["dialogues"]]
    return {
        **content,
        "figures": {**content["figures"], "participants": told_total(counts)},
        "age_bands": _shown(content["age_bands"]),
        "groups": _shown(content["groups"]),
    }


def _counted(rows: Any, code: str) -> dict[int, By]:
    """By dialogue and code."""
    found: dict[int, By] = defaultdict(dict)
    for dialogue, name, count in rows.order_by(code).values_list("dialogue", code, "count"):
        found[dialogue][name] = count
    return found


def _size(participants: int | None, bands: By, groups: By) -> int:
    """How many were there, as far as it is known. One person may belong to several groups."""
    if participants is not None:
        return participants
    return max([sum(bands.values()), *groups.values()])


def _sum(counted: dict[int, By], of: set[int]) -> By:
    found: Counter[str] = Counter()
    for dialogue, counts in counted.items():
        if dialogue in of:
            found.update(counts)
    return dict(found)


def _shown(counts: Mapping[str, int | None]) -> By:
    fives = {code: (count or 0) - (count or 0) % MINIMUM for code, count in counts.items()}
    return {code: count for code, count in fives.items() if count}
