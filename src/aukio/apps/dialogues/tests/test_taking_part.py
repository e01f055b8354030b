"""Nobody works out a hidden number of people, wherever and whenever one looks."""

from __future__ import annotations

import csv
import io
import json
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues import actions, indicators
from aukio.apps.dialogues.models import Publication, Round, RoundStatus
from aukio.apps.dialogues.taking_part import in_fives, people, told, told_again, told_total
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.areas.tests.factories import area
from aukio.shared.indicators import display, registry
from aukio.shared.organisations.tests.factories import organisation
from aukio.shared.terms.tests.factories import term

COUNTS = st.lists(st.none() | st.integers(0, 25), min_size=1, max_size=8)


class TestTheRule:
    def test_one_to_four_are_not_told(self):
        assert told({1: 3, 2: 9, 3: 14, 4: 0, 5: None}) == {1: None, 2: 9, 3: 14, 4: 0, 5: None}

    @pytest.mark.parametrize(
        ("counts", "total"), [([], None), ([None], None), ([3], None), ([0], 0), ([3, 9, 14], 23)]
    )
    def test_the_total_is_of_the_dialogues_that_are_told(self, counts, total):
        assert told_total(counts) == total

    @given(COUNTS, st.integers(0, 7), st.integers(1, 4))
    def test_nothing_that_is_told_depends_on_a_hidden_number(self, counts, place, other):
        """So no sum, difference, slice or earlier page can give one back."""
        small = [n for n, count in enumerate(counts) if count is not None and 0 < count < 5]
        if not small:
            return
        world = list(counts)
        world[small[place % len(small)]] = other

        assert told(dict(enumerate(world))) == told(dict(enumerate(counts)))
        assert told_total(world) == told_total(counts)


def worlds(bands: int, sizes: tuple[int, ...]) -> list[tuple[tuple[int, ...], ...]]:
    """Every way in which people of dialogues of these sizes can be of these age bands.

    All of them told their age: the reader who attacks takes even that for granted.
    """
    ways = [
        [row for row in product(range(size + 1), repeat=bands) if sum(row) == size]
        for size in sizes
    ]
    return list(product(*ways))


def seen(world: tuple[tuple[int, ...], ...]) -> dict[str, int | None]:
    sums = {str(band): sum(row[band] for row in world) for band in range(len(world[0]))}
    shown = in_fives(sums)
    return {band: shown.get(band) or 0 for band in sums}


class TestPeopleByAgeBand:
    def test_numbers_are_told_in_full_fives(self):
        found = in_fives({"a": 12, "b": 4, "c": 5, "d": 0})

        assert found == {"a": 10, "b": None, "c": 5}

    def test_nothing_is_told_where_the_total_would_tell_all(self):
        """Three bands and 27 people in all: fives make 15, so each band has four more."""
        assert in_fives({"a": 9, "b": 9, "c": 9}) == {"a": None, "b": None, "c": None}

    @pytest.mark.parametrize(
        ("bands", "sizes"),
        [(2, (5,)), (2, (9,)), (2, (13,)), (3, (7,)), (3, (14,)), (2, (5, 6)), (2, (7, 8)),
         (3, (5, 5)), (2, (5, 6, 7))],
    )  # fmt: skip
    def test_no_small_number_has_a_single_answer(self, bands, sizes):
        """By brute force: the totals that are told, and each dialogue's own number of people."""
        found: dict[tuple[tuple[str, int | None], ...], list] = {}
        for world in worlds(bands, sizes):
            found.setdefault(tuple(seen(world).items()), []).append(world)
        for shown, alike in found.items():
            if not any(count for _band, count in shown):
                continue  # nothing is told: nor is it known then that anybody was counted
            for dialogue, band in product(range(len(sizes)), range(bands)):
                answers = {world[dialogue][band] for world in alike}
                assert len(answers) > 1 or answers.isdisjoint({1, 2, 3, 4})
            for band in range(bands):
                answers = {sum(row[band] for row in world) for world in alike}
                assert len(answers) > 1 or answers.isdisjoint({1, 2, 3, 4})

    @given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1))
    @settings(deadline=None)
    def test_every_told_number_could_be_five_different_ones(self, counts):
        """Of a group: who is in it, and who is not, whatever the number of participants."""
        for code, count in in_fives(counts).items():
            if count is not None:
                assert count % 5 == 0
                assert count <= counts[code] < count + 5

    def test_those_of_a_dialogue_that_is_not_told_are_left_out(self, db):
        """Else ten less the six of another dialogue would tell that four were here."""
        term("18-29", vocabulary="age-bands")
        round = make.RoundFactory()
        for number in (6, 4):
            held = make.DialogueFactory(round=round)
            actions.count_people(
                by=None, dialogue=held, participants=number, age_bands={"18-29": number}
            )

        assert people(round).age_bands == {"18-29": 5}

    def test_a_dialogue_without_a_number_is_as_large_as_what_was_counted_there(self, db):
        term("18-29", vocabulary="age-bands")
        term("students", vocabulary="participant-groups")
        round = make.RoundFactory()
        held = make.DialogueFactory(round=round)
        actions.count_people(
            by=None, dialogue=held, participants=None,
            age_bands={"18-29": 6}, groups={"students": 5},
        )  # fmt: skip

        assert people(round).age_bands == {"18-29": 5}
        assert people(round).groups == {"students": 5}


class TestVersions:
    @pytest.fixture
    def round(self, db) -> Round:
        term("18-29", vocabulary="age-bands")
        made = make.publishable()
        held = made.dialogues.get()
        actions.count_people(by=None, dialogue=held, participants=9, age_bands={"18-29": 8})
        return made

    def again(self, round: Round) -> Publication:
        return actions.correct(by=None, round=Round.objects.get(pk=round.pk), reason="Lisäys")

    def test_a_later_one_keeps_what_the_first_told(self, round):
        actions.publish(by=None, round=round)
        more = make.DialogueFactory(round=round)
        actions.count_people(by=None, dialogue=more, participants=6, age_bands={"18-29": 2})

        assert self.again(round).content["age_bands"] == {"18-29": 5}
        assert people(round).age_bands == {"18-29": 10}

    def test_a_later_one_tells_what_the_first_could_not(self, round):
        round.dialogues.get().age_bands.all().delete()
        actions.publish(by=None, round=round)
        held = round.dialogues.get()
        actions.count_people(by=None, dialogue=held, participants=9, age_bands={"18-29": 8})
        more = make.DialogueFactory(round=round)
        actions.count_people(by=None, dialogue=more, participants=9, age_bands={"18-29": 2})

        assert self.again(round).content["age_bands"] == {"18-29": 10}

    def test_a_new_dialogue_that_is_not_told_changes_no_total(self, round):
        first = actions.publish(by=None, round=round).content["figures"]["participants"]
        make.DialogueFactory(round=round, participants=3)

        assert self.again(round).content["figures"]["participants"] == first


def old_content(counts, format=1):
    """As earlier publications were frozen, with their exact totals."""
    return {
        "format": format,
        "figures": {"dialogues": len(counts), "participants": sum(n or 0 for n in counts)},
        "age_bands": {"18-29": 9, "30-50": 30},
        "groups": {"students": 7},
        "dialogues": [
            {"id": place, "participants": n if n is None or n >= 5 else None}
            for place, n in enumerate(counts)
        ],
    }


@pytest.mark.parametrize("format", [1, 2])
class TestPublicationsFromBefore:
    def test_the_total_is_of_what_is_told(self, format):
        content = told_again(old_content([3, 9, 14], format))

        assert [one["participants"] for one in content["dialogues"]] == [None, 9, 14]
        assert content["figures"] == {"dialogues": 3, "participants": 23}

    def test_age_bands_and_groups_are_told_in_full_fives(self, format):
        content = told_again(old_content([9], format))

        assert (content["age_bands"], content["groups"]) == (
            {"18-29": 5, "30-50": 30},
            {"students": 5},
        )

    def test_those_of_today_are_left_as_they_are(self, format):
        assert told_again(old_content([9], 3)) == old_content([9], 3)


@pytest.fixture
def round(db) -> Round:
    """26 people: 3, 9 and 14, each in a region and a county of its own; published."""
    made = make.publishable()
    made.dialogues.update(participants=14)
    for code, people_ in (("01", 3), ("02", 9)):
        region = area(code, kind="region", name_fi=f"Maakunta {code}")
        county = area(code, kind="wellbeing", name_fi=f"Alue {code}")
        town = area(f"0{code}", region=region, wellbeing=county)
        make.DialogueFactory(
            round=made, participants=people_, municipality=town, title=f"Dialogi {code}",
            organiser=organisation(name_fi=f"Yhdistys {code}"),
        )  # fmt: skip
    actions.publish(by=None, round=made)
    Round.objects.filter(pk=made.pk).update(status=RoundStatus.PUBLISHED)
    return Round.objects.get(pk=made.pk)


def page_numbers(client: Client, round: Round) -> list[int]:
    """From each dialogue's own page."""
    pages = [
        client.get(reverse("dialogues:dialogue", args=[round.slug, one.pk])).context["rows"]
        for one in round.dialogues.all()
    ]
    found = [row.value for rows in pages for row in rows if row.key == "Participants"]
    return [int(value) for value in found if value.isdigit()]


def list_numbers(client: Client, round: Round) -> list[int]:
    text = client.get(reverse("dialogues:dialogues", args=[round.slug])).content.decode()
    return [n for n in (3, 9, 14) if f">{n}</td>" in text]


def narrowed_numbers(client: Client, round: Round) -> list[int]:
    """From lists narrowed to one dialogue, organiser or county at a time."""
    found: set[int] = set()
    for one in round.dialogues.select_related("organiser"):
        found |= set(file_numbers(client, round, q=one.title))
        found |= set(file_numbers(client, round, q=one.organiser.name_fi if one.organiser else ""))
    for code in ("01", "02"):
        found |= set(file_numbers(client, round, county=code))
    return sorted(found)


def file_numbers(client: Client, round: Round, **asked: str) -> list[int]:
    address = reverse("dialogues:dialogues", args=[round.slug])
    text = client.get(address, {"format": "csv", **asked}).content.decode("utf-8-sig")
    cells = [row["participants"] for row in csv.DictReader(io.StringIO(text))]
    return [int(cell) for cell in cells if cell]


def api_numbers(client: Client, round: Round) -> list[int]:
    found = client.get(f"/api/v1/dialogues/rounds/{round.slug}").json()
    assert found["figures"]["participants"] == 23
    return [one["participants"] for one in found["dialogues"] if one["participants"]]


def export_numbers(client: Client, round: Round) -> list[int]:
    address = reverse("dialogues:download", args=[round.slug, "json"])
    found = json.loads(b"".join(client.get(address)))
    assert found["figures"]["participants"] == 23
    return [one["participants"] for one in found["dialogues"] if one["participants"]]


SURFACES = [
    page_numbers,
    list_numbers,
    narrowed_numbers,
    file_numbers,
    api_numbers,
    export_numbers,
]


@pytest.mark.parametrize("numbers", SURFACES, ids=lambda one: one.__name__)
@pytest.mark.usefixtures("in_english")
class TestEverySurface:
    def test_shows_only_dialogues_of_five_or_more(self, client, round, numbers):
        assert sorted(numbers(client, round)) == [9, 14]

    @pytest.mark.parametrize("format", [1, 2])
    def test_does_so_for_what_was_published_before(self, client, round, numbers, format):
        one = Publication.objects.get()
        one.content["format"] = format
        one.content["figures"]["participants"] = 26
        Publication.objects.bulk_update([one], ["content"])

        assert sorted(numbers(client, round)) == [9, 14]


def test_a_hidden_number_says_so_and_not_that_it_is_small(client, round):
    with translation.override("en"):
        address = reverse("dialogues:dialogues", args=[round.slug])
    text = client.get(address).content.decode()

    assert text.count("not shown") == 1
    assert "fewer than" not in text


def test_the_list_of_rounds_tells_at_least_how_many(client, round):
    with translation.override("en"):
        address = reverse("dialogues:rounds")

    assert "at least 23" in client.get(address).content.decode()


def test_the_figure_of_the_plan_leaves_them_out(round):
    one = registry.get("dialogues.participants")
    counts = [row.count for row in display.groups(one, one.records()).rows]

    assert indicators.participants().value == 23
    assert sorted(n for n in counts if n) == [9, 14]


def test_a_small_total_of_the_round_before_is_left_out_of_the_figure_s_note(round):
    before = make.RoundFactory(year=2025, status=RoundStatus.PUBLISHED)
    make.DialogueFactory(round=before, participants=3)

    with translation.override("en"):
        assert before.title_en not in indicators.participants().note
        assert before.title_en in indicators.dialogues().note
