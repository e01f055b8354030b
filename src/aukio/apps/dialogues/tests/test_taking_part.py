"""A hidden number of participants cannot be worked out, wherever one looks."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.dialogues import actions, indicators
from aukio.apps.dialogues.models import Publication, Round, RoundStatus
from aukio.apps.dialogues.taking_part import told, told_again, told_total
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.areas.tests.factories import area
from aukio.shared.indicators import display, registry

COUNTS = st.lists(st.none() | st.integers(0, 25), min_size=1, max_size=8)


class TestTheRule:
    def test_the_smallest_other_is_hidden_with_a_single_small_one(self):
        assert told({1: 3, 2: 9, 3: 14}) == {1: None, 2: None, 3: 14}

    def test_what_is_not_known_stays_so_and_hides_nothing(self):
        assert told({1: None, 2: 9, 3: 14}) == {1: None, 2: 9, 3: 14}

    @pytest.mark.parametrize(("total", "seen"), [(None, None), (0, 0), (4, None), (5, 5)])
    def test_a_small_total_is_not_told(self, total, seen):
        assert told_total(total) == seen

    @given(COUNTS)
    def test_what_is_left_of_the_total_fits_more_than_one_answer(self, counts):
        seen = told(dict(enumerate(counts)))
        hidden = [n for place, n in enumerate(counts) if n is not None and seen[place] is None]

        assert all(n is None or n == 0 or n >= 5 for n in seen.values())
        if hidden and told_total(sum(n or 0 for n in counts)) is not None:
            assert len(hidden) >= 2


def old_content(counts):
    """As the first publications were frozen: only numbers under five are missing."""
    return {
        "format": 1,
        "figures": {"dialogues": len(counts), "participants": sum(n or 0 for n in counts)},
        "dialogues": [
            {"id": place, "participants": n if n is None or n >= 5 else None}
            for place, n in enumerate(counts)
        ],
    }


class TestPublicationsFromBefore:
    def test_one_hidden_dialogue_takes_the_smallest_other_with_it(self):
        content = told_again(old_content([3, 9, 14]))

        assert [one["participants"] for one in content["dialogues"]] == [None, None, 14]
        assert content["figures"]["participants"] == 26

    def test_without_small_ones_nothing_more_is_hidden(self):
        assert told_again(old_content([None, 9, 14])) == old_content([None, 9, 14])

    def test_a_small_total_is_not_told(self):
        assert told_again(old_content([3]))["figures"]["participants"] is None

    @given(COUNTS)
    def test_no_hidden_number_can_be_worked_out(self, counts):
        content = told_again(old_content(counts))
        seen = [one["participants"] for one in content["dialogues"]]
        total = content["figures"]["participants"]
        small = [n for n in counts if n is not None and 0 < n < 5]
        hidden = [n for n, shown in zip(counts, seen, strict=True) if n and shown is None]

        if small and total is not None:
            assert len(hidden) >= 2

    @given(COUNTS)
    def test_together_with_the_pages_of_today_it_tells_no_more(self, counts):
        """Both hide the numbers up to some limit, so one of them shows all that the other does."""
        old = [one["participants"] for one in told_again(old_content(counts))["dialogues"]]
        now = list(told(dict(enumerate(counts))).values())
        shown_then = {place for place, n in enumerate(old) if n}
        shown_now = {place for place, n in enumerate(now) if n}

        assert shown_then <= shown_now or shown_now <= shown_then


@pytest.fixture
def round(db) -> Round:
    """26 people: 3, 9 and 14, each in a region of its own; published."""
    made = make.publishable()
    made.dialogues.update(participants=14)
    for code, people in (("01", 3), ("02", 9)):
        region = area(code, kind="region", name_fi=f"Maakunta {code}")
        town = area(f"0{code}", region=region)
        make.DialogueFactory(round=made, participants=people, municipality=town)
    actions.publish(by=None, round=made)
    Round.objects.filter(pk=made.pk).update(status=RoundStatus.PUBLISHED)
    return Round.objects.get(pk=made.pk)


def page_numbers(client: Client, round: Round) -> list[int]:
    """From each dialogue's own page."""
    pages = [
        client.get(reverse("dialogues:dialogue", args=[round.slug, one.pk])).context["rows"]
        for one in round.dialogues.all()
    ]
    told = [row.value for rows in pages for row in rows if row.key == "Participants"]
    return [int(value) for value in told if value.isdigit()]


def list_numbers(client: Client, round: Round) -> list[int]:
    text = client.get(reverse("dialogues:dialogues", args=[round.slug])).content.decode()
    return [n for n in (3, 9, 14) if f">{n}</td>" in text]


def narrowed_numbers(client: Client, round: Round) -> list[int]:
    """From lists narrowed to one dialogue at a time."""
    found: set[int] = set()
    for one in round.dialogues.all():
        found |= set(file_numbers(client, round, q=one.title))
    return sorted(found)


def file_numbers(client: Client, round: Round, **asked: str) -> list[int]:
    address = reverse("dialogues:dialogues", args=[round.slug])
    text = client.get(address, {"format": "csv", **asked}).content.decode("utf-8-sig")
    cells = [row["participants"] for row in csv.DictReader(io.StringIO(text))]
    return [int(cell) for cell in cells if cell]


def api_numbers(client: Client, round: Round) -> list[int]:
    found = client.get(f"/api/v1/dialogues/rounds/{round.slug}").json()
    return [one["participants"] for one in found["dialogues"] if one["participants"]]


def export_numbers(client: Client, round: Round) -> list[int]:
    address = reverse("dialogues:download", args=[round.slug, "json"])
    found = json.loads(b"".join(client.get(address)))
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
    def test_shows_only_what_leaves_the_hidden_ones_open(self, client, round, numbers):
        assert numbers(client, round) == [14]

    def test_does_so_for_what_was_published_before(self, client, round, numbers):
        one = Publication.objects.get()
        people = dict(round.dialogues.values_list("pk", "participants"))
        for dialogue in one.content["dialogues"]:
            count = people[dialogue["id"]]
            dialogue["participants"] = count if count >= 5 else None
        one.content["format"] = 1
        Publication.objects.bulk_update([one], ["content"])

        assert numbers(client, round) == [14]


def test_a_hidden_number_says_so_and_not_that_it_is_small(client, round):
    with translation.override("en"):
        address = reverse("dialogues:dialogues", args=[round.slug])
    text = client.get(address).content.decode()

    assert text.count("not shown") == 2
    assert "fewer than" not in text


def test_the_figure_of_the_plan_keeps_them_in_one_group(round):
    one = registry.get("dialogues.participants")
    counts = [row.count for row in display.groups(one, one.records()).rows]

    assert indicators.participants().value == 26
    assert [n for n in counts if n] == [14, 12]


def test_a_small_total_of_the_round_before_is_left_out_of_the_figure_s_note(round):
    before = make.RoundFactory(year=2025, status=RoundStatus.PUBLISHED)
    make.DialogueFactory(round=before, participants=3)

    with translation.override("en"):
        assert before.title_en not in indicators.participants().note
        assert before.title_en in indicators.dialogues().note
