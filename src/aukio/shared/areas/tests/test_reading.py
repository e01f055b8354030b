"""The three files of a division: what is understood, and what is said of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.areas.reading import read
from aukio.shared.areas.tests.factories import MUNICIPALITIES, REGIONS, WELLBEING, division
from aukio.shared.terms.faults import FileFault


def faults(folder: Path):
    with pytest.raises(FileFault) as caught:
        read(folder)
    return caught.value.faults


def faults_if_any(folder: Path):
    try:
        read(folder)
    except FileFault as fault:
        return fault.faults
    return ()


class TestUnderstands:
    def test_regions_then_counties_then_municipalities(self, tmp_path: Path):
        kinds = [row.kind for row in read(division(tmp_path))]

        assert kinds == ["region"] * 2 + ["wellbeing"] + ["municipality"] * 3

    def test_codes_as_text_with_their_zeros(self, tmp_path: Path):
        assert read(division(tmp_path))[0].code == "01"

    def test_names_in_each_language(self, tmp_path: Path):
        names = read(division(tmp_path))[0].names

        assert (names["name_fi"], names["name_sv"]) == ("Uusimaa", "Nyland")

    def test_helsinki_among_the_counties_as_none_of_them(self, tmp_path: Path):
        assert "90" not in [row.code for row in read(division(tmp_path))]

    def test_semicolons_between_columns(self, tmp_path: Path):
        found = read(division(tmp_path, regions=REGIONS.replace(",", ";")))

        assert found[1].names["name_fi"] == "Kanta-Häme"

    def test_a_byte_order_mark(self, tmp_path: Path):
        division(tmp_path)
        (tmp_path / "regions.csv").write_text(REGIONS, encoding="utf-8-sig")

        assert read(tmp_path)[0].code == "01"

    def test_blank_rows_by_passing_them_over(self, tmp_path: Path):
        found = read(division(tmp_path, regions=REGIONS + "\n,,,\n"))

        assert len([row for row in found if row.kind == "region"]) == 2

    def test_columns_it_does_not_need_by_passing_them_over(self, tmp_path: Path):
        text = "code,name_fi,name_sv,capital\n01,Uusimaa,Nyland,Helsinki\n05,A,B,C\n"

        assert read(division(tmp_path, regions=text))

    def test_a_row_broken_over_two_lines_keeping_the_count_right(self, tmp_path: Path):
        text = 'code,name_fi,name_sv\n01,"Uusi\nmaa",Nyland\n5,Häme,Tavastland\n'

        [fault] = faults(division(tmp_path, regions=text))

        assert fault.row == 4


class TestRefuses:
    def test_a_folder_without_the_files(self, tmp_path: Path):
        found = {fault.file for fault in faults(tmp_path)}

        assert found == {"regions.csv", "wellbeing.csv", "municipalities.csv"}

    def test_text_that_is_not_utf8_with_its_row(self, tmp_path: Path):
        division(tmp_path)
        (tmp_path / "regions.csv").write_bytes(REGIONS.encode("latin-1"))

        assert faults(tmp_path)[0].row == 3

    def test_a_missing_column_by_name(self, tmp_path: Path):
        text = MUNICIPALITIES.replace("region_code", "region")

        assert faults(division(tmp_path, municipalities=text))[0].column == "region_code"

    def test_a_file_with_a_header_only(self, tmp_path: Path):
        [fault] = faults(division(tmp_path, regions=REGIONS.splitlines()[0]))

        assert fault.file == "regions.csv"

    def test_an_empty_file(self, tmp_path: Path):
        assert faults(division(tmp_path, wellbeing=""))[0].column == "code"

    def test_a_code_whose_zero_a_spreadsheet_dropped(self, tmp_path: Path):
        [fault] = faults(division(tmp_path, regions=REGIONS.replace("01,", "1,")))

        assert (fault.row, fault.column) == (2, "code")

    def test_a_code_of_other_digits_than_ours(self, tmp_path: Path):
        assert faults(division(tmp_path, regions=REGIONS.replace("01,", "٠١,")))

    def test_the_same_code_twice(self, tmp_path: Path):
        [fault] = faults(division(tmp_path, regions=REGIONS + "01,Uusimaa,Nyland,\n"))

        assert fault.row == 4

    def test_a_missing_name(self, tmp_path: Path):
        [fault] = faults(division(tmp_path, regions=REGIONS.replace("Nyland", "")))

        assert fault.column == "name_sv"

    def test_a_name_longer_than_fits(self, tmp_path: Path):
        [fault] = faults(division(tmp_path, regions=REGIONS.replace("Nyland", "N" * 101)))

        assert fault.column == "name_sv"

    def test_a_row_with_fewer_values_than_the_header(self, tmp_path: Path):
        [fault] = faults(division(tmp_path, wellbeing=WELLBEING + "08,county\n"))

        assert fault.row == 4

    def test_a_municipality_in_an_unknown_region(self, tmp_path: Path):
        text = MUNICIPALITIES.replace("Forssa,05", "Forssa,03")

        [fault] = faults(division(tmp_path, municipalities=text))

        assert (fault.row, fault.column) == (3, "region_code")

    def test_a_municipality_without_a_region(self, tmp_path: Path):
        text = MUNICIPALITIES.replace("Forssa,05", "Forssa,")

        assert faults(division(tmp_path, municipalities=text))[0].column == "region_code"

    def test_a_municipality_in_an_unknown_county(self, tmp_path: Path):
        text = MUNICIPALITIES.replace("05,07", "05,08", 1)

        assert faults(division(tmp_path, municipalities=text))[0].column == "wellbeing_code"

    def test_helsinki_given_as_a_county(self, tmp_path: Path):
        text = MUNICIPALITIES.replace("01,", "01,90")

        assert faults(division(tmp_path, municipalities=text))[0].column == "wellbeing_code"

    def test_binary_content(self, tmp_path: Path):
        assert faults(division(tmp_path, regions="PK\0\0"))[0].file == "regions.csv"

    def test_a_file_too_large_to_be_right(self, tmp_path: Path):
        assert "5 M" in faults(division(tmp_path, regions="x" * (5 * 1024 * 1024 + 1)))[0].what

    def test_several_faults_telling_all_of_them(self, tmp_path: Path):
        text = REGIONS.replace("01,", "1,").replace("Tavastland", "")

        assert len(faults(division(tmp_path, regions=text))) == 2


@given(st.text(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_content_is_either_read_or_explained(tmp_path: Path, content: str):
    division(tmp_path)
    (tmp_path / "regions.csv").write_bytes(content.encode("utf-8", "replace"))

    assert all(fault.what and fault.mend for fault in faults_if_any(tmp_path))


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_rows_under_the_right_header_are_either_read_or_explained(tmp_path: Path, rows):
    lines = [",".join(row) for row in rows]
    text = "\n".join(["code,name_fi,name_sv", *lines]).encode("utf-8", "replace").decode()
    division(tmp_path)
    (tmp_path / "regions.csv").write_text(text, encoding="utf-8")

    assert all(fault.file == "regions.csv" for fault in faults_if_any(tmp_path))
