"""Slices: what belongs to them, and that nobody's number or secret comes out by subtraction."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues.actions import set_permission
from aukio.apps.dialogues.foresight.models import Spread
from aukio.apps.dialogues.foresight.queries.slices import (
    FEW,
    Kind,
    Slice,
    Which,
    slice_of,
    which_of,
)
from aukio.apps.dialogues.foresight.queries.voices import Voices, voices
from aukio.apps.dialogues.foresight.tests.factories import SECRET, Heard, published, town
from aukio.apps.dialogues.models import Permission, Round, RoundStatus, Season
from aukio.apps.dialogues.taking_part import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _towns() -> None:
    for code, name, county in (
        ("905", "Vaasa", "14"),
        ("297", "Kuopio", "13"),
        ("578", "Paltamo", "20"),
    ):
        town(code, name, county)


def county(code: str, *rounds: Voices) -> Slice:
    which = which_of("county", code)
    assert which is not None
    found = slice_of(which, rounds or voices())
    assert found is not None
    return found


def test_a_county_holds_the_dialogues_of_its_municipalities_with_their_words() -> None:
    made = published(
        [Heard(town="297", themes=(0, 1)), Heard(town="297"), Heard(town="297"), Heard(town="905")]
    )

    found = county("13")

    assert [one.id for one in found.held] == [one.pk for one in made.dialogues[:3]]
    assert found.people == 36
    assert (found.themes[0].here, found.themes[0].of) == (3, 3)
    assert (found.themes[0].everywhere, found.themes[0].of_all) == (4, 4)
    assert {quote.dialogue for quote in found.quotes} == {one.pk for one in made.dialogues[:3]}


def test_a_municipality_a_language_and_a_group_are_told_apart() -> None:
    town_group = {"young_people": 6}
    made = published(
        [
            Heard(town="297", language="sv", groups=town_group),
            Heard(town="297"),
            Heard(town="905", groups={"young_people": 2}),
        ]
    )
    first = made.dialogues[0].pk
    heard = voices()

    place = slice_of(Which(Kind.MUNICIPALITY, "297", ()), heard)
    swedish = slice_of(Which(Kind.LANGUAGE, "sv", ()), heard)
    young = slice_of(Which(Kind.GROUP, "young_people", ()), heard)

    assert place is not None
    assert swedish is not None
    assert young is not None
    assert len(place.held) == 2
    assert [one.id for one in swedish.held] == [first]
    assert [one.id for one in young.held] == [first]  # two in a dialogue are too few to be told
    assert young.group_people == 5  # told in full fives


def test_a_group_of_fewer_than_five_in_the_round_has_no_slice() -> None:
    published([Heard(groups={"young_people": 3}), Heard()])

    assert slice_of(Which(Kind.GROUP, "young_people", ()), voices()) is None


def test_a_small_slice_shows_words_and_no_numbers() -> None:
    published([Heard(town="297"), *[Heard(town="905")] * FEW])

    found = county("13")

    assert not found.has_numbers
    assert all(theme.here is None and theme.of is None for theme in found.themes)
    assert len(found.quotes) == 1


def test_words_without_permission_are_not_in_a_slice_and_leave_when_it_is_taken_back() -> None:
    made = published([Heard(town="297"), Heard(town="297", permission=Permission.NONE)])
    assert {quote.dialogue for quote in county("13").quotes} == {made.dialogues[0].pk}

    set_permission(by=None, record_=made.dialogues[0].records.get(), permission=Permission.NONE)

    assert county("13").quotes == ()


def test_the_number_of_a_small_dialogue_cannot_be_worked_out_from_slices() -> None:
    published(
        [Heard(town="297", people=3), Heard(town="297", people=7), Heard(town="905", people=9)]
    )

    found = county("13")

    assert found.people is None or found.people >= 5
    assert found.untold >= 1
    assert all(one.people is None or one.people >= 5 for one in found.held)


COUNTS = st.lists(st.integers(0, 12) | st.none(), min_size=1, max_size=7)


def _told(
    counts: list[int | None], belongs: list[frozenset[int]]
) -> tuple[dict[int, int | None], list[int | None]]:
    """What may be told of each dialogue, and the people of every slice, as pages give them."""
    shown = told(dict(enumerate(counts)))
    content = {
        "dialogues": [
            {"id": one, "participants": count, "title": "", "date": None, "municipality": {}}
            for one, count in shown.items()
        ],
        "themes": [],
        "groups": {},
    }
    round = Round(slug="x", year=2026, season=Season.AUTUMN)
    sums: list[int | None] = []
    for ids in belongs:
        spread = {
            one: {"notes": 1, "themes": {}, "county": "13" if one in ids else "14"}
            for one in range(len(counts))
        }
        found = slice_of(Which(Kind.COUNTY, "13", ()), [Voices(round, content, spread)])
        sums.append(found.people if found else None)
    return shown, sums


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(COUNTS)
def test_no_sum_or_difference_of_slices_tells_more_than_the_public_numbers(
    counts: list[int | None],
) -> None:
    """Every slice there can be: each is the sum of numbers that are public dialogue by dialogue.

    So any total less the others is a sum of public numbers too, and never one that is hidden.
    """
    every = range(len(counts))
    belongs = [frozenset(ids) for size in every for ids in combinations(every, size + 1)]

    shown, sums = _told(counts, belongs)

    for ids, people in zip(belongs, sums, strict=True):
        known = [shown[one] for one in ids if shown[one] is not None]
        assert people == (sum(known) if known else None)
        assert people is None or people == 0 or people >= 5


def test_larger_dialogues_stay_with_small_ones_so_that_these_are_not_told_by_subtraction() -> None:
    """All dialogues of a theme (public) less those in slices would tell what few people said."""
    large = [Heard(town="905", themes=(0, 1))] * 3 + [Heard(town="905", themes=(1,))] * 2
    published([*large, *[Heard(town="297", themes=(0,), people=number) for number in (2, 3)]])
    alone, bus = county("14").themes

    assert (alone.here, alone.of, alone.everywhere) == (3, 4, 5)
    assert bus.here == 4
    assert voices()[0].kept_back


def test_a_single_small_dialogue_never_stands_alone() -> None:
    published([Heard(town="905", themes=(0, 1))] * 5 + [Heard(town="297", themes=(1,), people=2)])

    (heard,) = voices()

    assert len(heard.speaking) - len(heard.safe) >= 2


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=4, max_size=12))
def test_what_a_small_dialogue_spoke_of_cannot_be_worked_out(rows: list[tuple[int, bool]]) -> None:
    """The theme's public total less every counted dialogue never equals all the others."""
    shown = told(dict(enumerate(people for people, _spoke in rows)))
    content = {
        "dialogues": [
            {"id": one, "participants": count, "title": "", "date": None, "municipality": {}}
            for one, count in shown.items()
        ],
        "themes": [{"id": 7, "title": {}, "sentences": []}],
        "groups": {},
    }
    spread = {
        one: {"notes": 1, "themes": {"7": 1} if spoke else {}, "county": "13"}
        for one, (_people, spoke) in enumerate(rows)
    }
    heard = Voices(Round(slug="x", year=2026, season=Season.AUTUMN), content, spread)
    found = slice_of(Which(Kind.COUNTY, "13", ()), [heard])
    assert found is not None

    uncounted = [one for one in spread if one not in heard.safe]
    total = sum(spoke for _people, spoke in rows)
    left = total - sum("7" in row["themes"] for row in heard.safe.values())
    assert all(shown.values()) or total == len(rows) or left < len(uncounted)
    assert found.themes[0].here in (None, total - left)


def test_a_rare_language_of_a_small_dialogue_is_told_only_by_its_public_words() -> None:
    quiet = Heard(language="sv", people=3, permission=Permission.NONE)
    published([quiet, Heard(people=4), Heard(people=9)])

    assert slice_of(Which(Kind.LANGUAGE, "sv", ()), voices()) is None


def test_what_is_moved_at_the_desk_afterwards_changes_no_slice() -> None:
    from aukio.apps.dialogues.actions import move_notes

    made = published([Heard(town="297", themes=(0, 1)), Heard(town="297"), Heard(town="297")])
    before = county("13").themes[1].here
    notes = [one.records.get().notes.first() for one in made.dialogues]

    move_notes(by=None, notes=notes, to=made.themes[1])

    assert county("13").themes[1].here == before == 1
    assert Spread.objects.count() == 1


def test_a_round_that_is_not_published_has_no_slices() -> None:
    made = published([Heard(town="297")])
    assert len(voices()) == 1

    Round.objects.filter(pk=made.round.pk).update(status=RoundStatus.PLANNED)

    assert voices() == ()


def test_several_rounds_are_added_up_and_sample_rounds_are_left_out_beside_real_ones() -> None:
    published([Heard(town="297")] * 3, year=2025)
    published([Heard(town="297")] * 3, year=2026)
    published([Heard(town="297")] * 3, year=2024, is_sample=True)

    found = county("13")

    assert [part.voices.round.year for part in found.parts] == [2025, 2026]
    assert found.people == 72


def test_reading_every_round_takes_the_same_number_of_queries(
    django_assert_num_queries: object,
) -> None:
    for year in (2023, 2024, 2025):
        published([Heard(town="297")] * 2, year=year)

    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(voices()) == 3


def test_secrets_are_nowhere_in_a_slice() -> None:
    published([Heard(town="297")] * 3)

    assert SECRET not in repr(county("13"))
