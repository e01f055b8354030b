"""Whether the groups hold when some people are left out."""

import numpy as np
import pytest

from aukio.engines.opinions import opinion_map, stability
from aukio.engines.opinions.tests.votes import camps, matrix


def test_clear_camps_hold() -> None:
    votes = camps((40, 30))

    held = stability(votes, opinion_map(votes))

    assert held.agreement > 0.95
    assert all(share > 0.95 for share in held.groups)


def test_groups_of_votes_by_chance_hold_worse_than_camps() -> None:
    chance = matrix(np.random.default_rng(2).integers(-1, 2, (70, 14)))
    votes = camps((40, 30))

    by_chance = stability(chance, opinion_map(chance))

    assert by_chance.agreement < stability(votes, opinion_map(votes)).agreement - 0.2


def test_the_same_seed_gives_the_same_figures() -> None:
    votes = camps()
    found = opinion_map(votes)

    assert stability(votes, found, seed=4) == stability(votes, found, seed=4)


def test_each_participant_has_a_share_between_nought_and_one() -> None:
    votes = camps()
    held = stability(votes, opinion_map(votes))

    assert len(held.participants) == 50
    assert all(0 <= share <= 1 for share in held.participants)
    assert held.lowest <= held.agreement <= 1


def test_progress_is_told_after_each_time() -> None:
    votes, told = camps(), []

    stability(votes, opinion_map(votes), resamples=3, tell=lambda *pair: told.append(pair))

    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("marks", [np.ones((1, 8)), np.ones((9, 8)), np.eye(3)])
def test_without_groups_to_compare_there_is_no_figure(marks: np.ndarray) -> None:
    votes = matrix(marks)

    assert stability(votes, opinion_map(votes)).agreement is None
