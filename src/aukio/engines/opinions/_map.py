"""An opinion map: people on a plane by how they voted, in groups, with what each stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.opinions._figures import Statement, counts, group_counts, statements
from aukio.engines.opinions._groups import MOST_GROUPS, group
from aukio.engines.opinions._space import Floats, plane
from aukio.engines.opinions._votes import UNSEEN, Marks, VoteMatrix

THRESHOLD: Final = 7
_SMALL: Final = 4_000_000  # cells up to which one thread is the quickest


@dataclass(frozen=True, slots=True)
class Participant:
    """One person's place on the map and the number of their group."""

    id: str
    x: float
    y: float
    group: int


@dataclass(frozen=True, slots=True)
class Group:
    """People who voted alike. ``x`` and ``y`` are their mean place.

    ``representative`` names the statements that stand for the group, the strongest first.
    """

    id: int
    size: int
    x: float
    y: float
    representative: tuple[str, ...]


@dataclass(frozen=True)
class OpinionMap:
    """The whole map.

    ``left_out`` are participants with fewer votes than ``threshold``. ``silhouettes`` tell
    how clearly the people divide into each number of groups that was tried. ``explained`` is
    the share of variance along each axis.
    """

    participants: tuple[Participant, ...]
    groups: tuple[Group, ...]
    statements: tuple[Statement, ...]
    left_out: tuple[str, ...]
    threshold: int
    silhouettes: Mapping[int, float]
    explained: tuple[float, float]

    @property
    def labels(self) -> NDArray[np.intp]:
        """The group of each participant, in their order."""
        return np.array([one.group for one in self.participants], dtype=np.intp)


def opinion_map(
    votes: VoteMatrix,
    *,
    groups: int | None = None,
    threshold: int = THRESHOLD,
    most_groups: int = MOST_GROUPS,
) -> OpinionMap:
    """Map the votes.

    ``groups`` fixes how many groups there are; otherwise 2 to ``most_groups`` are tried and
    the best silhouette decides. Who voted on fewer than ``threshold`` statements, or on fewer
    than there are statements if that is less, is left out of the map but not of the counts.
    The same votes give the same map, whatever the order of participants and statements.
    """
    enough, needed = voted_enough(votes.marks, threshold)
    marks = votes.marks[enough]
    with one_thread(marks.size):
        space = plane(marks)
        found = group(space.points, groups=groups, most=most_groups)
    by_group = group_counts(marks, found.labels, found.count)
    figures = statements(votes.statements, counts(votes.marks), by_group)
    return OpinionMap(
        participants=_participants(votes.participants, enough, space.points, found.labels),
        groups=_groups(found.labels, found.centres, figures),
        statements=figures,
        left_out=tuple(np.array(votes.participants, dtype=object)[~enough].tolist()),
        threshold=needed,
        silhouettes=found.silhouettes,
        explained=space.explained,
    )


def voted_enough(marks: Marks, threshold: int) -> tuple[NDArray[np.bool_], int]:
    """Which rows hold enough votes, and how many are enough."""
    seen = marks != UNSEEN
    needed = max(1, min(threshold, int(seen.any(axis=0).sum())))
    return seen.sum(axis=1) >= needed, needed


@contextmanager
def one_thread(cells: int) -> Iterator[None]:
    """Small matrices are multiplied in one thread: on a busy machine, threads that wait for
    one another make it fifty times slower."""
    if cells > _SMALL:
        yield
        return
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1, user_api="blas"):
        yield


def _participants(
    names: tuple[str, ...],
    enough: NDArray[np.bool_],
    points: Floats,
    labels: NDArray[np.intp],
) -> tuple[Participant, ...]:
    mapped = [name for name, kept in zip(names, enough.tolist(), strict=True) if kept]
    return tuple(
        Participant(name, x, y, label)
        for name, (x, y), label in zip(mapped, points.tolist(), labels.tolist(), strict=True)
    )


def _groups(
    labels: NDArray[np.intp], centres: Floats, figures: tuple[Statement, ...]
) -> tuple[Group, ...]:
    sizes = np.bincount(labels, minlength=len(centres))
    return tuple(
        Group(number, int(sizes[number]), float(x), float(y), _standing_for(number, figures))
        for number, (x, y) in enumerate(centres.tolist())
    )


def _standing_for(number: int, figures: tuple[Statement, ...]) -> tuple[str, ...]:
    chosen = [one for one in figures if number in one.repness and one.repness[number].chosen]
    chosen.sort(key=lambda one: -one.repness[number].strength)
    return tuple(one.id for one in chosen)
