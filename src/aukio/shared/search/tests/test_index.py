"""What is in the index: public objects only, as they are now, in their languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import translation

from aukio.shared.areas.tests.factories import area
from aukio.shared.search import actions, queries, registry
from aukio.shared.search.models import SearchEntry
from aukio.shared.search.registry import NotSearchable, Searchable, TakenKind
from aukio.shared.terms.models import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_areas")]


def rows() -> list[tuple]:
    fields = ("kind", "object_id", "language", "title", "summary", "url", "terms", "title_terms")
    return list(SearchEntry.objects.values_list(*fields))


def change(**values) -> Searchable:
    """Register areas anew, in another way."""
    return registry.register(replace(registry.of_kind("area"), **values))


class TestRefresh:
    def test_makes_a_public_object_findable(self):
        actions.refresh(area(name="Forssa"))

        assert [hit.title for hit in queries.find("Forssan", "fi")] == ["Forssa"]

    def test_makes_a_row_for_each_language(self):
        actions.refresh(area(name="Helsinki", name_sv="Helsingfors"))

        found = SearchEntry.objects.values_list("language", "title")
        assert sorted(found) == [("fi", "Helsinki"), ("sv", "Helsingfors")]

    def test_leaves_out_a_language_without_a_title(self):
        place = area(name="Helsinki")
        place.name_sv = ""
        place.save()

        actions.refresh(place)

        assert list(SearchEntry.objects.values_list("language", flat=True)) == ["fi"]

    def test_never_lets_in_what_is_not_public(self):
        actions.refresh(area(last_year=2025))

        assert not SearchEntry.objects.exists()

    def test_takes_out_what_is_no_longer_public(self):
        place = area()
        actions.refresh(place)
        place.last_year = 2025
        place.save()

        actions.refresh(place)

        assert not SearchEntry.objects.exists()

    def test_replaces_what_was_there(self):
        place = area(name="Forssa")
        actions.refresh(place)
        place.name_fi = "Hanko"
        place.save()

        actions.refresh(place)

        assert [hit.title for hit in queries.find("Hanko", "fi")] == ["Hanko"]

    def test_twice_changes_nothing(self):
        place = area()
        actions.refresh(place)
        before = rows()

        actions.refresh(place)

        assert rows() == before

    def test_reads_the_object_as_it_is_stored_and_not_as_it_is_in_hand(self):
        place = area(name="Forssa")
        place.name_fi = "Unsaved"

        actions.refresh(place)

        assert queries.find("unsaved", "fi") == []

    def test_is_undone_with_its_transaction(self):
        place = area()
        with pytest.raises(RuntimeError), transaction.atomic():
            actions.refresh(place)
            raise RuntimeError

        assert not SearchEntry.objects.exists()

    def test_of_an_object_no_room_has_registered_is_a_mistake(self):
        with pytest.raises(NotSearchable):
            actions.refresh(Vocabulary.objects.create(code="a", label_fi="A"))


class TestForget:
    def test_takes_the_object_out(self):
        place = area()
        actions.refresh(place)

        actions.forget(place)

        assert not SearchEntry.objects.exists()

    def test_leaves_others_in(self):
        one, other = area(code="001"), area(code="002")
        actions.refresh(one)
        actions.refresh(other)

        actions.forget(one)

        assert set(SearchEntry.objects.values_list("object_id", flat=True)) == {str(other.pk)}


class TestRebuild:
    def test_gives_the_same_index_as_keeping_it_up_to_date(self):
        places = [area(code=f"{number:03}", name=f"Kunta {number}") for number in range(5)]
        for place in places:
            actions.refresh(place)
        kept = rows()

        actions.rebuild()

        assert rows() == kept

    def test_takes_in_what_was_missed(self):
        area()

        assert actions.rebuild() == {"area": 1}

    def test_takes_out_what_is_not_public(self):
        place = area(last_year=2025)
        SearchEntry.objects.create(kind="area", object_id=str(place.pk), language="fi", title="A")

        actions.rebuild()

        assert not SearchEntry.objects.exists()

    def test_takes_out_kinds_no_room_has_any_more(self):
        SearchEntry.objects.create(kind="ghost", object_id="1", language="fi", title="A")

        actions.rebuild()

        assert not SearchEntry.objects.exists()


class TestWords:
    def test_of_people_stay_in_their_own_language(self):
        change(language=lambda place: "sv")

        actions.refresh(area(name="Helsinki", name_sv="Helsingfors"))

        assert list(SearchEntry.objects.values_list("language", "title")) == [("sv", "Helsingfors")]

    def test_given_by_a_function_are_asked_for_in_each_language(self):
        change(title=lambda place: translation.get_language())

        actions.refresh(area())

        assert set(SearchEntry.objects.values_list("title", flat=True)) == {"fi", "sv"}

    def test_of_the_address_are_asked_for_in_each_language(self):
        change(url=lambda place: f"/{translation.get_language()}/x")

        actions.refresh(area())

        assert set(SearchEntry.objects.values_list("url", flat=True)) == {"/fi/x", "/sv/x"}

    def test_that_are_too_long_to_show_are_still_found(self):
        change(summary=lambda place: "alku " * 200 + "hirvi")

        actions.refresh(area())

        assert len(queries.find("hirvi", "fi")) == 1

    def test_of_the_text_stand_for_a_missing_summary(self):
        actions.refresh(area(code="005"))

        assert SearchEntry.objects.first().summary == "Code 005"

    def test_with_control_characters_are_cleaned(self):
        change(title=lambda place: "Kunta\x07\x00 talo")

        actions.refresh(area())

        assert SearchEntry.objects.first().title == "Kunta talo"

    def test_carry_the_date_when_the_room_gives_one(self):
        change(date=lambda place: dt.date(2025, 5, 1))

        actions.refresh(area())

        assert SearchEntry.objects.first().date == dt.date(2025, 5, 1)


class TestRegistry:
    def test_names_a_kind_in_words(self):
        assert registry.of_kind("area").shown_label() == "Area"

    def test_refuses_one_kind_for_two_models(self):
        with pytest.raises(TakenKind):
            change(model=Vocabulary)

    def test_knows_no_kind_that_nobody_registered(self):
        assert registry.of_kind("ghost") is None

    def test_forgets_a_kind(self):
        registry.unregister("area")

        assert registry.every() == []
