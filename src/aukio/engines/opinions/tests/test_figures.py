"""Representativeness, consensus and division, against figures worked out by hand."""

import math

import numpy as np
import pytest

from aukio.engines.opinions import UNSEEN, opinion_map
from aukio.engines.opinions._figures import (
    MOST_CHOSEN,
    SURE,
    one_proportion,
    smoothed,
    statements,
    two_proportions,
)
from aukio.engines.opinions.tests.votes import camps, matrix


def test_without_votes_the_probability_is_one_half() -> None:
    assert smoothed(np.array([[0, 0, 0]])).tolist() == [[0.5, 0.5]]


def test_passes_count_as_votes_in_the_probability() -> None:
    assert smoothed(np.array([[3, 1, 4]])).tolist() == [[0.4, 0.2]]


def test_the_test_of_a_share_is_by_the_formula() -> None:
    # 8 of 10: 2·√11·(9/11 - 1/2)
    assert one_proportion(np.array([8]), np.array([10]))[0] == pytest.approx(
        2 * math.sqrt(11) * (9 / 11 - 0.5)
    )


def test_the_test_of_two_shares_is_by_the_formula() -> None:
    found = two_proportions(np.array([8]), np.array([2]), np.array([10]), np.array([12]))

    together = (9 + 3) / (11 + 13)
    by_hand = (9 / 11 - 3 / 13) / math.sqrt(together * (1 - together) * (1 / 11 + 1 / 13))
    assert found[0] == pytest.approx(by_hand)


def test_two_shares_of_everybody_do_not_differ() -> None:
    assert two_proportions(np.array([5]), np.array([9]), np.array([5]), np.array([9]))[0] == 0


def test_group_aware_consensus_is_the_product_over_the_groups() -> None:
    by_group = np.array([[[8, 1, 1]], [[2, 3, 0]]])

    found = statements(("7",), by_group.sum(axis=0), by_group)[0]

    assert found.consensus == pytest.approx(9 / 12 * 3 / 7)
    assert found.division == pytest.approx(9 / 12 - 3 / 7)


def test_a_larger_group_cannot_outvote_a_smaller_one_in_the_consensus() -> None:
    shared = np.array([[[50, 10, 0]], [[5, 1, 0]]])
    outvoted = np.array([[[55, 5, 0]], [[0, 6, 0]]])

    def consensus(votes):
        return statements(("1",), votes.sum(axis=0), votes)[0].consensus

    assert consensus(shared) > consensus(outvoted)


def test_a_statement_stands_for_the_group_that_votes_otherwise_than_the_rest() -> None:
    found = opinion_map(camps((30, 20)))

    dividing = found.statements[2].repness
    assert {row.direction for row in dividing.values()} == {"agree", "disagree"}
    assert all(row.significant for row in dividing.values())


def test_what_all_agree_on_stands_for_no_group_and_is_common() -> None:
    found = opinion_map(camps((30, 20)))

    assert found.statements[0].common == "agree"
    assert not any(row.significant for row in found.statements[0].repness.values())


def test_each_group_has_one_to_five_chosen_statements_strongest_first() -> None:
    found = opinion_map(camps((30, 25, 20), statements=24))
    figures = {one.id: one for one in found.statements}

    for one in found.groups:
        strengths = [figures[name].repness[one.id].strength for name in one.representative]
        assert 1 <= len(strengths) <= MOST_CHOSEN
        assert strengths == sorted(strengths, reverse=True)


def test_significant_is_both_tests_over_the_limit() -> None:
    for one in opinion_map(camps()).statements:
        for row in one.repness.values():
            assert row.significant == (row.test > SURE and row.ratio_test > SURE)


def test_when_nothing_is_significant_the_one_strongest_is_chosen_and_says_so() -> None:
    alike = np.array([[[3, 2, 0], [2, 2, 1]], [[3, 2, 0], [2, 2, 1]]])

    found = statements(("1", "2"), alike.sum(axis=0), alike)

    for group in (0, 1):
        rows = [one.repness[group] for one in found]
        assert sum(row.chosen for row in rows) == 1
        assert not any(row.significant for row in rows)


def test_counts_are_of_everybody_who_voted() -> None:
    found = opinion_map(matrix(np.array([[1, 0], [1, UNSEEN], [-1, 0]])))

    assert [(one.agree, one.disagree, one.passes) for one in found.statements] == [
        (2, 1, 0),
        (0, 0, 2),
    ]
