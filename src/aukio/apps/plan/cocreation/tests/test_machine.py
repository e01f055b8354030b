"""What the machine proposes for the sample, in three languages, with its real engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from aukio.apps.plan.cocreation.machine import Draft, Said, propose

DATA = Path(__file__).resolve().parents[6] / "data" / "sample"
TWINS = {(1, 2), (8, 9), (14, 15), (20, 21)}  # written to ask for the same


def said() -> list[Said]:
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "proposals.yaml").read_text("utf-8"))[
        "proposals"
    ]
    return [
        Said(place, "\n".join((row["title"], row["problem"], row["change"])), row["language"])
        for place, row in enumerate(rows, 1)
    ]


@pytest.fixture(scope="module")
def heard() -> list[tuple[int, int, str]]:
    return []


@pytest.fixture(scope="module")
def draft(heard) -> Draft:
    return propose(said(), lambda *told: heard.append(told))


def test_every_proposal_is_in_one_theme(draft):
    placed = sorted(pk for group in draft.groups for pk in group.proposals)
    assert placed == list(range(1, 26))
    assert 3 <= len(draft.groups) <= 9


def test_each_theme_says_why(draft):
    for group in draft.groups:
        assert group.keywords
        assert group.label
        assert group.nearest
        assert set(group.nearest) <= set(group.proposals)
        for pk, others in group.neighbours.items():
            assert pk not in others
            assert set(others) <= set(group.proposals)


def test_themes_cross_languages(draft):
    languages = {one.id: one.language for one in said()}
    crossing = [g for g in draft.groups if len({languages[pk] for pk in g.proposals}) > 1]
    assert len(crossing) >= len(draft.groups) - 1


def test_twins_are_hinted_at_and_hardly_anything_else(draft):
    pairs = {(one.first, one.second) for one in draft.alike}
    assert pairs >= TWINS
    assert len(pairs - TWINS) <= 1


def test_it_tells_how_far_it_is(draft, heard):
    assert heard[-1][:2] == (100, 100)
    assert all(total == 100 for _done, total, _message in heard)


def test_what_people_placed_is_left_out_of_themes_but_may_have_a_twin(heard):
    rows = [Said(one.id, one.text, one.language, is_free=one.id not in (1, 2, 3)) for one in said()]
    draft = propose(rows, lambda *told: None)

    assert not {1, 2, 3} & {pk for group in draft.groups for pk in group.proposals}
    assert (1, 2) in {(one.first, one.second) for one in draft.alike}


def test_nothing_gives_nothing():
    assert propose([], lambda *told: None) == Draft()
