"""Numbers of people in words."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues.queries.pages.people import UNKNOWN, People, in_full_fives, shown
from aukio.apps.dialogues.templatetags.dialogues import people


@pytest.mark.parametrize(
    ("count", "is_hidden"), [(0, False), (1, True), (4, True), (5, False), (None, False)]
)
def test_one_to_four_are_hidden(count, is_hidden):
    assert shown(count).is_hidden == is_hidden


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("how_many", "words"),
    [
        (UNKNOWN, "not known"),
        (shown(3), "not shown"),
        (shown(7), "7"),
        (People(23, is_least=True), "at least 23"),
        (in_full_fives(10), "at least 10"),
        (in_full_fives(None), "not shown"),
    ],
)
def test_a_number_says_what_it_is(how_many, words):
    assert people(how_many) == words
