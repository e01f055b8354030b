"""The map as a whole: what never changes it, and odd conversations."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.opinions import (
    UNSEEN,
    Vote,
    VoteMatrix,
    adjusted_rand,
    matrix_of,
    opinion_map,
    single_votes,
)
from aukio.engines.opinions.tests.votes import camps, matrix

CELL = st.sampled_from([1, 0, -1, UNSEEN])


@st.composite
def conversations(draw: st.DrawFn) -> VoteMatrix:
    people, statements = draw(st.integers(1, 25)), draw(st.integers(1, 12))
    cells = draw(st.lists(CELL, min_size=people * statements, max_size=people * statements))
    return matrix(np.array(cells).reshape(people, statements))


def test_two_camps_are_two_groups_of_their_people() -> None:
    found = opinion_map(camps((30, 20)))

    assert [one.size for one in found.groups] == [30, 20]
    assert {one.group for one in found.participants[:30]} == {0}


def test_three_camps_are_three_groups() -> None:
    found = opinion_map(camps((20, 18, 16), statements=20))

    assert [one.size for one in found.groups] == [20, 18, 16]


def test_the_number_of_groups_can_be_fixed() -> None:
    assert len(opinion_map(camps(), groups=3).groups) == 3


def test_one_group_can_be_asked_for() -> None:
    assert [one.size for one in opinion_map(camps(), groups=1).groups] == [50]


def test_a_participant_with_few_votes_is_counted_but_not_mapped() -> None:
    votes = camps()
    marks = votes.marks.copy()
    marks[3] = UNSEEN
    marks[3, :6] = 1

    found = opinion_map(matrix(marks))

    assert found.left_out == ("3",)
    assert "3" not in {one.id for one in found.participants}
    assert found.statements[0].agree == int((marks[:, 0] == 1).sum())


def test_with_fewer_statements_than_the_threshold_all_of_them_are_enough() -> None:
    found = opinion_map(matrix(np.array([[1, 1, 1], [1, 1, UNSEEN], [-1, -1, -1]])))

    assert found.threshold == 3
    assert found.left_out == ("1",)


def test_one_participant_is_one_group() -> None:
    found = opinion_map(matrix(np.ones((1, 8))))

    assert [one.size for one in found.groups] == [1]
    assert (found.participants[0].x, found.participants[0].y) == (0, 0)


def test_everybody_passing_on_everything_is_one_group() -> None:
    found = opinion_map(matrix(np.zeros((12, 9))))

    assert [one.size for one in found.groups] == [12]
    assert all(not one.repness for one in found.statements)


def test_the_same_votes_of_all_are_one_group() -> None:
    found = opinion_map(matrix(np.tile([1, -1, 0, 1, 1, -1, 1], (9, 1))))

    assert len(found.groups) == 1
    assert found.silhouettes == {}


def test_nobody_with_enough_votes_is_an_empty_map() -> None:
    votes = matrix_of([Vote("a", str(number), 1) for number in range(3)]
                      + [Vote("b", str(number), 1) for number in range(3, 9)])  # fmt: skip

    found = opinion_map(votes)

    assert found.participants == ()
    assert found.groups == ()
    assert found.left_out == ("a", "b")


def test_a_statement_nobody_mapped_voted_on_moves_nobody() -> None:
    votes = camps()
    extra = np.full((len(votes.participants), 1), UNSEEN)

    with_it = opinion_map(matrix(np.hstack([votes.marks, extra])))

    assert with_it.participants == opinion_map(votes).participants


@given(conversations(), st.randoms(use_true_random=False))
def test_the_order_of_the_votes_changes_nothing(votes: VoteMatrix, chance) -> None:
    rows = list(single_votes(votes))
    if not rows:
        return
    shuffled = chance.sample(rows, len(rows))

    assert opinion_map(matrix_of(shuffled)) == opinion_map(matrix_of(rows))


@given(st.permutations(range(50)), st.permutations(range(14)))
@settings(max_examples=25)
def test_new_names_for_participants_and_statements_keep_the_groups(people, statements) -> None:
    votes = camps()

    before = opinion_map(votes).labels[list(people)]
    after = opinion_map(matrix(votes.marks[np.ix_(people, statements)])).labels

    assert adjusted_rand(before, after) == 1


@given(conversations())
def test_every_group_is_people_and_every_figure_a_probability(votes: VoteMatrix) -> None:
    found = opinion_map(votes, threshold=2)

    sizes = np.bincount(found.labels, minlength=len(found.groups))
    assert [one.size for one in found.groups] == sizes.tolist()
    assert all(size > 0 for size in sizes)
    assert len(found.participants) + len(found.left_out) == len(votes.participants)
    assert all(np.isfinite((one.x, one.y)).all() for one in found.participants)
    for one in found.statements:
        assert 0 < one.consensus < 1
        assert 0 <= one.division < 1
        for row in one.repness.values():
            assert 0 < row.probability < 1
            assert row.ratio > 0
            assert np.isfinite((row.test, row.ratio_test)).all()


@given(conversations())
def test_agree_and_disagree_swapped_keep_the_groups(votes: VoteMatrix) -> None:
    swapped = np.where(votes.marks == UNSEEN, UNSEEN, -votes.marks)

    one, other = opinion_map(votes, threshold=1), opinion_map(matrix(swapped), threshold=1)

    assert [row.agree for row in one.statements] == [row.disagree for row in other.statements]
    assert len(one.participants) == len(other.participants)


@given(conversations())
def test_the_same_votes_twice_over_give_the_same_counts_doubled(votes: VoteMatrix) -> None:
    doubled = matrix(np.vstack([votes.marks, votes.marks]))

    one, other = opinion_map(votes), opinion_map(doubled)

    assert [2 * row.passes for row in one.statements] == [row.passes for row in other.statements]


def test_participants_who_vote_little_are_moved_outwards() -> None:
    votes = camps((40, 40), statements=28, missing=0)
    marks = votes.marks.copy()
    marks[0, 2:] = UNSEEN
    marks[0, 2:9] = votes.marks[0, 2:9]

    whole, part = opinion_map(votes).participants[0], opinion_map(matrix(marks)).participants[0]

    assert abs(part.x) > 0.3 * abs(whole.x)  # without it, a fifth


def test_a_very_wide_conversation_is_placed_as_a_narrow_one() -> None:
    """Over 700 people and statements the axes are found by iteration: the same axes."""
    from aukio.engines.opinions import _space

    votes = camps((60, 50), statements=40).marks
    usual = _space.plane(votes).points
    centred = _space._centred(votes, votes != UNSEEN)
    axes, _strengths = _space._by_iteration(centred)
    scale = np.sqrt(40 / (votes != UNSEEN).sum(axis=1))[:, None]

    points = centred @ _space._turned(axes[:, :2]) * scale

    assert points == pytest.approx(usual, abs=1e-3)
