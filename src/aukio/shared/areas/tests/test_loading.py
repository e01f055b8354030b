"""Loading divisions year by year."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.shared.areas import queries
from aukio.shared.areas.actions import load
from aukio.shared.areas.models import Area
from aukio.shared.areas.tests.factories import MUNICIPALITIES, REGIONS, division
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.terms.faults import FileFault

pytestmark = pytest.mark.django_db
WITHOUT_FORSSA = MUNICIPALITIES.replace("061,Forssa,Forssa,05,07\n", "")
RENAMED = MUNICIPALITIES.replace("Forssa,Forssa", "Uusi-Forssa,Uusi-Forssa")


def load_year(folder: Path, year: int, **sheets: str):
    return load(by=None, folder=division(folder, **sheets), year=year)


class TestTheFirstYear:
    def test_stores_every_area(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        assert Area.objects.count() == 6

    def test_counts_each_kind(self, tmp_path: Path):
        outcome = load_year(tmp_path, 2025)

        assert (outcome.regions, outcome.wellbeing, outcome.municipalities) == (2, 1, 3)

    def test_gives_municipalities_their_region(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        assert queries.find("municipality", "061").region.name_fi == "Kanta-Häme"

    def test_gives_municipalities_their_county(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        assert queries.find("municipality", "061").wellbeing.code == "07"

    def test_leaves_helsinki_without_a_county(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        assert queries.find("municipality", "091").wellbeing is None

    def test_leaves_one_event_in_the_audit_chain(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        assert [event.verb for event in Event.objects.all()] == ["areas.load"]


class TestTheSameYearAgain:
    def test_changes_nothing_when_the_files_are_the_same(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        again = load_year(tmp_path, 2025)

        assert (again.new, again.changed, again.closed, again.unchanged) == (0, 0, 0, 6)

    def test_leaves_no_event_when_nothing_changed(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        load_year(tmp_path, 2025)

        assert Event.objects.count() == 1

    def test_mends_a_name_in_place(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        before = queries.find("municipality", "061").pk

        load_year(tmp_path, 2025, municipalities=RENAMED)

        after = queries.find("municipality", "061")
        assert (after.pk, after.name_fi) == (before, "Uusi-Forssa")

    def test_takes_away_an_area_that_should_not_have_been_there(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        load_year(tmp_path, 2025, municipalities=WITHOUT_FORSSA)

        assert not Area.objects.filter(code="061").exists()

    def test_brings_back_an_area_that_a_mistaken_load_had_ended(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        load_year(tmp_path, 2026, municipalities=WITHOUT_FORSSA)

        load_year(tmp_path, 2026)

        assert Area.objects.get(code="061").last_year is None


class TestANewYear:
    def test_keeps_one_row_for_an_unchanged_area(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        outcome = load_year(tmp_path, 2026)

        assert (Area.objects.count(), outcome.unchanged) == (6, 6)

    def test_ends_an_area_that_is_gone_with_the_year_before(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        load_year(tmp_path, 2026, municipalities=WITHOUT_FORSSA)

        assert Area.objects.get(code="061").last_year == 2025

    def test_begins_a_new_row_for_a_changed_area(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        load_year(tmp_path, 2026, municipalities=RENAMED)

        rows = Area.objects.filter(code="061").values_list("name_fi", "first_year", "last_year")
        assert list(rows) == [("Forssa", 2025, 2025), ("Uusi-Forssa", 2026, None)]

    def test_leaves_the_old_year_as_it_was(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        load_year(tmp_path, 2026, municipalities=RENAMED)

        assert queries.find("municipality", "061", 2025).name_fi == "Forssa"

    def test_begins_new_rows_for_municipalities_of_a_renamed_region(self, tmp_path: Path):
        load_year(tmp_path, 2025)

        load_year(tmp_path, 2026, regions=REGIONS.replace("Kanta-Häme", "Häme"))

        assert queries.find("municipality", "061", 2025).region.name_fi == "Kanta-Häme"
        assert queries.find("municipality", "061", 2026).region.name_fi == "Häme"

    def test_takes_a_code_into_use_again(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        load_year(tmp_path, 2026, municipalities=WITHOUT_FORSSA)

        load_year(tmp_path, 2028, municipalities=RENAMED)

        assert queries.find("municipality", "061", 2027) is None
        assert queries.find("municipality", "061").name_fi == "Uusi-Forssa"


class TestRefusals:
    def test_a_faulty_file_leaves_everything_as_it_was(self, tmp_path: Path):
        with pytest.raises(FileFault):
            load_year(tmp_path, 2025, municipalities=MUNICIPALITIES + "1,A,A,01,\n")

        assert not Area.objects.exists()

    def test_an_older_year_that_differs_is_refused(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        load_year(tmp_path, 2026, municipalities=WITHOUT_FORSSA)

        with pytest.raises(Fault, match="2026"):
            load_year(tmp_path, 2025, municipalities=RENAMED)

    def test_an_older_year_that_is_refused_changes_nothing(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        load_year(tmp_path, 2026, municipalities=WITHOUT_FORSSA)

        with pytest.raises(Fault):
            load_year(tmp_path, 2025, municipalities=RENAMED)

        assert Area.objects.get(code="061").name_fi == "Forssa"

    def test_an_older_year_that_is_the_same_is_fine(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        load_year(tmp_path, 2026, municipalities=WITHOUT_FORSSA)

        assert load_year(tmp_path, 2025).unchanged == 6

    @pytest.mark.parametrize("year", [0, 25, 20250, -1])
    def test_a_year_of_no_division_is_refused(self, tmp_path: Path, year: int):
        with pytest.raises(Fault):
            load_year(tmp_path, year)

    def test_an_area_in_use_is_not_taken_away(self, tmp_path: Path):
        load_year(tmp_path, 2025)
        used = queries.find("municipality", "061")
        Area.objects.create(
            kind="municipality", code="999", name_fi="A", name_sv="A",
            first_year=2025, last_year=2025, wellbeing=used,
        )  # fmt: skip

        with pytest.raises(Fault, match="Forssa"):
            load_year(tmp_path, 2025, municipalities=WITHOUT_FORSSA)


class TestTheDivisionThatComesWithAukio:
    @pytest.fixture(autouse=True)
    def _loaded(self):
        folder = Path(__file__).resolve().parents[5] / "data" / "areas" / "2025"
        load(by=None, folder=folder, year=2025)

    def test_has_nineteen_regions(self):
        assert queries.regions().count() == 19

    def test_has_twenty_one_wellbeing_services_counties(self):
        assert queries.wellbeing_counties().count() == 21

    def test_has_308_municipalities(self):
        assert queries.municipalities(2025).count() == 308

    def test_leaves_only_helsinki_and_aland_without_a_county(self):
        without = queries.municipalities().filter(wellbeing=None)

        assert {area.region.name_fi for area in without} == {"Uusimaa", "Ahvenanmaa"}
        assert [area.name_fi for area in without if area.region.code == "01"] == ["Helsinki"]
