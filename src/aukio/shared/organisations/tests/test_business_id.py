"""The Finnish business id."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from aukio.shared.organisations import business_id

# Published ids of the Tax Administration, the City of Helsinki, Kela and the Ministry of Finance.
REAL = ["0245458-3", "0201256-6", "0246246-0", "0245439-9"]


@pytest.mark.parametrize("text", REAL)
def test_real_ones_are_right(text: str):
    business_id.validate(text)


@pytest.mark.parametrize("text", REAL)
def test_a_wrong_check_digit_is_noticed(text: str):
    wrong = f"{text[:8]}{(int(text[8]) + 1) % 10}"

    with pytest.raises(ValidationError):
        business_id.validate(wrong)


@pytest.mark.parametrize("text", ["", "1", "0245458", "0245458-", "FI02454583", "٠٢٤٥٤٥٨-٣", "a"])
def test_another_shape_is_not_one(text: str):
    assert not business_id.is_right(text)


def test_a_number_whose_remainder_is_one_is_never_given():
    # 3 x 4 leaves the remainder 1: no check digit exists for 0000030.
    assert not any(business_id.is_right(f"0000030-{digit}") for digit in range(10))


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("0245458-3", "0245458-3"),
        (" 02454583 ", "0245458-3"),
        ("0245 458 - 3", "0245458-3"),
        ("245458-3", "0245458-3"),
        ("nonsense", "nonsense"),
    ],
)
def test_what_people_type_is_tidied(typed: str, tidy: str):
    assert business_id.tidy(typed) == tidy


@given(st.integers(0, 9_999_999))
def test_each_number_has_at_most_one_check_digit(number: int):
    right = [digit for digit in range(10) if business_id.is_right(f"{number:07}-{digit}")]

    assert len(right) <= 1


@given(st.sampled_from(REAL), st.integers(0, 5))
def test_neighbouring_digits_that_changed_places_are_noticed(text: str, place: int):
    digits = list(text)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    swapped = "".join(digits)

    assert swapped == text or not business_id.is_right(swapped)
