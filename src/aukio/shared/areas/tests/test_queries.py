"""Reading areas: the newest division, or that of a year."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import translation

from aukio.shared.areas import queries
from aukio.shared.areas.models import Area
from aukio.shared.areas.tests.factories import area

pytestmark = pytest.mark.django_db


class TestYears:
    def test_without_a_year_the_newest_division_is_meant(self):
        area(code="001", last_year=2025)
        area(code="002")

        assert [one.code for one in queries.municipalities()] == ["002"]

    @pytest.mark.parametrize(("year", "there"), [(2019, 0), (2020, 1), (2025, 1), (2026, 0)])
    def test_an_area_is_there_from_its_first_year_to_its_last(self, year: int, there: int):
        area(first_year=2020, last_year=2025)

        assert queries.municipalities(year).count() == there

    def test_an_open_area_is_there_in_years_to_come(self):
        area(first_year=2020)

        assert queries.municipalities(2099).count() == 1

    def test_the_years_in_which_a_division_began_are_listed_once(self):
        area(code="001", first_year=2020)
        area(code="002", first_year=2020)
        area(code="003", first_year=2025)

        assert queries.years() == [2020, 2025]


class TestFinding:
    def test_finds_by_kind_and_code(self):
        area(code="01", name="Uusimaa", kind="region")

        assert queries.find("region", "01").name_fi == "Uusimaa"

    def test_finds_nothing_for_an_unknown_code(self):
        assert queries.find("region", "99") is None

    def test_finds_nothing_of_another_kind(self):
        area(code="01", kind="region")

        assert queries.find("wellbeing", "01") is None

    def test_lists_municipalities_with_their_parents_in_one_query(self, django_assert_num_queries):
        region = area(code="01", kind="region")
        for code in ("001", "002", "003"):
            area(code=code, region=region)

        with django_assert_num_queries(1):
            assert {one.region.code for one in queries.municipalities()} == {"01"}


class TestNames:
    def test_are_given_in_the_language_asked_for(self):
        assert Area(name_fi="Helsinki", name_sv="Helsingfors").name("sv") == "Helsingfors"

    def test_fall_back_to_finnish(self):
        assert Area(name_fi="Helsinki", name_sv="Helsingfors").name("en") == "Helsinki"

    def test_are_those_of_the_reader_when_no_language_is_given(self):
        with translation.override("sv"):
            assert Area(name_fi="Helsinki", name_sv="Helsingfors").name() == "Helsingfors"

    def test_have_a_short_form_for_narrow_tables(self):
        assert Area(name_fi="Lapin hyvinvointialue", short_fi="Lappi").short_name("fi") == "Lappi"

    def test_are_short_already_when_there_is_no_short_form(self):
        assert Area(name_fi="Helsinki").short_name("fi") == "Helsinki"

    def test_in_a_language_without_a_name_are_finnish(self):
        assert Area(name_fi="Inari").name("smn") == "Inari"


class TestTheDatabaseRefuses:
    def test_two_open_rows_of_one_area(self):
        area(first_year=2020)

        with pytest.raises(IntegrityError):
            area(first_year=2025)

    def test_two_rows_that_begin_in_the_same_year(self):
        area(last_year=2025)

        with pytest.raises(IntegrityError):
            area(last_year=2026)

    def test_an_area_that_ends_before_it_begins(self):
        with pytest.raises(IntegrityError):
            area(first_year=2025, last_year=2024)

    def test_an_unknown_kind(self):
        with pytest.raises(IntegrityError):
            area(kind="planet")
