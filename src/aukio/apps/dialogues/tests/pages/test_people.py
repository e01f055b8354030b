"""Numbers of people that may be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.dialogues.queries.pages.people import shown, shown_parts


@pytest.mark.parametrize(("count", "is_hidden"), [(0, True), (4, True), (5, False), (None, False)])
def test_fewer_than_five_are_hidden(count, is_hidden):
    assert shown(count).is_hidden == is_hidden


def test_nothing_known_is_not_the_same_as_few():
    assert not shown(None).is_known


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 25)))
def test_no_hidden_part_can_be_worked_out_from_the_whole(parts):
    found = shown_parts(parts)
    hidden = [parts[code] for code, people in found.items() if people.is_hidden]

    assert all(people.count == parts[code] for code, people in found.items() if people.count)
    assert all(count >= 5 for code, count in parts.items() if not found[code].is_hidden)
    if hidden and len(hidden) < len(parts):
        assert len(hidden) >= 2
        assert sum(hidden) >= 5
