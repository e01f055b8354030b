"""Agreement between coders, held against published examples."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.meaning import krippendorff_alpha

ONE, TWO = frozenset({"a"}), frozenset({"b"})


def units(*rows):
    """A unit for each column of Krippendorff's way of writing: a row a coder, "." unseen."""
    coders = [row.split() for row in rows]
    return [
        {str(coder): {mark} for coder, mark in enumerate(marks) if mark != "."}
        for marks in zip(*coders, strict=True)
    ]


def test_two_observers_as_published():
    # Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", B: nominal, two observers
    data = units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
    assert krippendorff_alpha(data, distance="nominal") == pytest.approx(0.692, abs=0.001)


def test_four_observers_with_gaps_as_published():
    # the same, C: nominal, any number of observers, missing data
    data = units(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    assert krippendorff_alpha(data, distance="nominal") == pytest.approx(0.743, abs=0.001)


def test_sets_that_share_a_code_are_nearer_than_those_that_share_none():
    near = [{"x": {"a", "b"}, "y": {"a"}}, {"x": TWO, "y": TWO}, {"x": {"c"}, "y": {"c"}}]
    far = [{"x": {"a", "b"}, "y": {"d"}}, {"x": TWO, "y": TWO}, {"x": {"c"}, "y": {"c"}}]
    assert krippendorff_alpha(near) > krippendorff_alpha(far)


@pytest.mark.parametrize("data", [[], [{"x": ONE}], [{"x": ONE, "y": ONE}] * 5])
def test_where_it_cannot_be_told_nothing_is_told(data):
    assert krippendorff_alpha(data) is None


sets = st.frozensets(st.sampled_from("abc"), max_size=3)


@given(st.lists(st.dictionaries(st.sampled_from("xyz"), sets, min_size=1), max_size=12))
def test_it_is_never_above_one_and_does_not_know_who_coded(data):
    alpha = krippendorff_alpha(data)
    renamed = [{f"{coder}!": codes for coder, codes in reversed(unit.items())} for unit in data]
    other = krippendorff_alpha(renamed)

    assert (alpha is None) == (other is None)
    assert alpha is None or (alpha <= 1 and math.isclose(alpha, other, abs_tol=1e-9))


@given(st.lists(sets, min_size=2, max_size=8))
def test_full_agreement_is_one(values):
    alpha = krippendorff_alpha([{"x": value, "y": value} for value in values])
    assert alpha is None or alpha == 1
