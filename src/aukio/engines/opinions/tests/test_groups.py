"""Groups on the plane."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score

from aukio.engines.opinions._agreement import adjusted_rand
from aukio.engines.opinions._groups import group
from aukio.engines.opinions._silhouette import silhouettes

POINTS = st.integers(1, 40).flatmap(
    lambda size: arrays(float, (size, 2), elements=st.integers(-5, 5).map(float))
)
LABELS = st.lists(st.integers(0, 4), min_size=2, max_size=40)


def blobs(*centres: tuple[float, float], size: int = 40, wide: float = 1.0) -> np.ndarray:
    chance = np.random.default_rng(3)
    return np.vstack([chance.normal(centre, wide, (size, 2)) for centre in centres])


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_as_many_groups_are_found_as_there_are_crowds(number: int) -> None:
    corners = [(0, 0), (9, 0), (0, 9), (9, 9), (20, 4)][:number]

    assert group(blobs(*corners)).count == number


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_the_sum_of_squares_is_within_a_hundredth_of_the_best_of_fifty_random_starts(
    number: int,
) -> None:
    points = blobs((0, 0), (3, 0), (1, 3), wide=1.5)

    found = group(points, groups=number)

    cost = ((points - found.centres[found.labels]) ** 2).sum()
    best = KMeans(number, n_init=50, random_state=0).fit(points).inertia_
    assert cost <= best * 1.01


@given(POINTS)
def test_groups_are_numbered_by_size_and_none_is_empty(points: np.ndarray) -> None:
    found = group(points)

    sizes = np.bincount(found.labels, minlength=found.count)
    assert sizes.min() > 0
    assert list(sizes) == sorted(sizes, reverse=True)


@given(POINTS)
def test_people_at_the_same_place_are_in_the_same_group(points: np.ndarray) -> None:
    labels = group(points).labels

    for place in np.unique(points, axis=0):
        assert len(set(labels[(points == place).all(axis=1)])) == 1


def test_moved_turned_and_stretched_points_keep_their_groups() -> None:
    points = blobs((0, 0), (4, 1), (1, 4))
    turn = np.array([[np.cos(1), -np.sin(1)], [np.sin(1), np.cos(1)]])

    assert adjusted_rand(group(points).labels, group(points @ turn * 7 + 100).labels) == 1


def test_the_silhouette_is_that_of_scikit_learn() -> None:
    points = blobs((0, 0), (3, 0), (1, 3), size=150)
    tried = {number: group(points, groups=number).labels for number in (2, 3, 4)}

    found = silhouettes(points, tried)

    for number, labels in tried.items():
        assert found[number] == pytest.approx(silhouette_score(points, labels))


def test_somebody_alone_in_a_group_counts_as_nought() -> None:
    points = np.array([[0.0, 0], [0, 1], [50, 50]])
    labels = np.array([0, 0, 1])

    assert silhouettes(points, {2: labels})[2] == pytest.approx(silhouette_score(points, labels))


@given(LABELS.flatmap(lambda one: st.tuples(st.just(one), st.permutations(one))))
def test_the_agreement_of_two_divisions_is_that_of_scikit_learn(pair) -> None:
    one, other = (np.array(labels, dtype=np.intp) for labels in pair)

    assert adjusted_rand(one, other) == pytest.approx(adjusted_rand_score(one, other))
