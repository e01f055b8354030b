"""Groups by votes: found when they are there, steady, numbered by size."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.meaning._communities import (
    _by_size,
    _shared_information,
    communities,
    smallest_group,
)
from aukio.engines.meaning._space import centred


def blobs(sizes, noise=0.2, seed=0):
    """Return unit rows around one corner for each size, and which corner each came from."""
    chance = np.random.default_rng(seed)
    truth = np.repeat(np.arange(len(sizes)), sizes)
    rows = np.eye(len(sizes), 12)[truth] + chance.normal(0, noise, (sum(sizes), 12))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows.astype(np.float32), truth


def same_partition(one, other):
    return len(set(zip(one.tolist(), other.tolist(), strict=True))) == len(set(one.tolist()))


def test_unequal_groups_are_found_and_the_largest_is_first():
    rows, truth = blobs([20, 60, 40], noise=0.08)
    groups = communities(rows)
    assert same_partition(groups, truth)
    assert np.bincount(groups).tolist() == [60, 40, 20]


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_another_seed_hardly_changes_anything(seed):
    from sklearn.metrics import adjusted_mutual_info_score

    rows, truth = blobs([50, 50, 50, 50], noise=0.25)
    assert adjusted_mutual_info_score(truth, communities(rows, seed=seed)) > 0.9


def test_the_order_of_rows_does_not_decide():
    rows, _ = blobs([40, 30, 20], noise=0.08)
    order = np.random.default_rng(5).permutation(len(rows))
    assert same_partition(communities(rows)[order], communities(rows[order]))


def test_no_group_is_too_small_to_be_a_theme():
    rows = np.random.default_rng(2).normal(size=(256, 12)).astype(np.float32)
    groups = communities(centred(rows, ["fi"] * 256))
    assert np.bincount(groups).min() >= smallest_group(256) == 4


@pytest.mark.parametrize(("n", "fewest"), [(1, 2), (64, 2), (400, 5), (2100, 10), (90_000, 10)])
def test_how_few_make_a_theme(n, fewest):
    assert smallest_group(n) == fewest


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_a_few_rows_are_one_group(n):
    assert communities(np.ones((n, 3), np.float32)).tolist() == [0] * n


def test_rows_without_words_are_one_group():
    assert communities(np.zeros((9, 3), np.float32)).tolist() == [0] * 9


def test_an_empty_row_among_others_still_has_a_group():
    rows, _ = blobs([20, 20], noise=0.05)
    rows[7] = 0
    assert len(communities(rows)) == 40


def test_every_run_is_told_and_the_count_only_grows():
    told = []
    communities(blobs([30, 30])[0], progress=lambda *step: told.append(step))
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert {total for _, total in told} == {len(told)}
    assert len(told) >= 9


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40))
def test_numbering_by_size_keeps_who_is_with_whom(numbers):
    old = np.array(numbers)
    new = _by_size(old)
    assert same_partition(old, new)
    assert same_partition(new, old)
    sizes = np.bincount(new).tolist()
    assert sizes == sorted(sizes, reverse=True)


@settings(max_examples=5, deadline=None)
@given(st.integers(4, 40), st.integers(0, 999))
def test_the_same_rows_give_the_same_groups(n, seed):
    rows = np.random.default_rng(seed).normal(size=(n, 5)).astype(np.float32)
    assert np.array_equal(communities(rows), communities(rows.copy()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60))
def test_shared_information_is_that_of_scikit_learn(pairs):
    from sklearn.metrics import normalized_mutual_info_score

    one, other = np.array(pairs).T
    expected = normalized_mutual_info_score(one, other)
    assert _shared_information(one, other) == pytest.approx(expected, abs=1e-9)


def test_groups_are_found_without_scikit_learn():
    program = (
        "import sys, numpy as np\n"
        "from aukio.engines.meaning._communities import communities\n"
        "communities(np.random.default_rng(1).normal(size=(60, 8)).astype(np.float32))\n"
        "print('sklearn' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert told.stdout.strip() == "False", told.stderr[-1000:]
