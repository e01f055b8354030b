"""Faults told to people and to machines."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from django.utils import translation

from aukio.shared.faults import Fault
from aukio.shared.terms.faults import FileFault, RowFault
from aukio.shared.terms.reporting import report_faults, write

FAULT = RowFault("The name is missing.", "Add it.", "a.csv", 3, "name")


class TestRowFault:
    @pytest.mark.parametrize(
        ("language", "place"),
        [
            ("en", "a.csv, row 3, column name"),
            ("fi", "a.csv, rivi 3, sarake name"),
            ("sv", "a.csv, rad 3, kolumn name"),
        ],
    )
    def test_tells_its_place_in_the_language_of_the_reader(self, language: str, place: str):
        with translation.override(language):
            assert FAULT.where == place

    def test_of_a_whole_file_tells_the_file_only(self):
        assert RowFault("Empty.", "Add rows.", "a.csv").where == "a.csv"

    def test_tells_what_where_and_how_to_mend_it_in_one_line(self):
        with translation.override("en"):
            assert str(FAULT) == "a.csv, row 3, column name: The name is missing. Add it."

    def test_tells_machines_each_part_on_its_own(self):
        assert FAULT.as_dict() == {
            "what": "The name is missing.",
            "mend": "Add it.",
            "file": "a.csv",
            "row": 3,
            "column": "name",
        }


class TestFileFault:
    def test_tells_every_fault_on_a_line_of_its_own(self):
        assert len(str(FileFault([FAULT, FAULT])).splitlines()) == 2

    def test_is_a_fault_like_any_other(self):
        fault = FileFault([FAULT])

        assert isinstance(fault, Fault)
        assert (fault.what, fault.mend) == (FAULT.what, FAULT.mend)

    def test_takes_faults_from_any_row_of_them(self):
        assert FileFault(one for one in [FAULT]).faults == (FAULT,)


class TestReporting:
    def end(self, fault: Fault, format_: str, capsys: pytest.CaptureFixture[str]) -> str:
        with pytest.raises(SystemExit) as ended, report_faults(format_):
            raise fault
        assert ended.value.code == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        return captured.err

    def test_tells_a_fault_in_words(self, capsys: pytest.CaptureFixture[str]):
        told = self.end(Fault("Wrong year.", where="--year", mend="Mend it."), "text", capsys)

        assert told == "--year: Wrong year. Mend it.\n"

    def test_tells_a_fault_to_machines(self, capsys: pytest.CaptureFixture[str]):
        told = self.end(Fault("Wrong year.", where="--year"), "json", capsys)

        assert json.loads(told)["faults"] == [
            {"what": "Wrong year.", "where": "--year", "mend": ""}
        ]

    def test_tells_every_fault_of_a_file_to_machines(self, capsys: pytest.CaptureFixture[str]):
        told = self.end(FileFault([FAULT, FAULT]), "json", capsys)

        assert len(json.loads(told)["faults"]) == 2

    def test_lets_other_errors_through(self):
        with pytest.raises(KeyError), report_faults("text"):
            raise KeyError

    def test_says_nothing_when_all_is_well(self, capsys: pytest.CaptureFixture[str]):
        with report_faults("text"):
            pass

        assert capsys.readouterr() == ("", "")

    @pytest.mark.parametrize(("format_", "answer"), [("text", "Sää 1"), ("json", '{"ä": 1}')])
    def test_writes_the_answer_as_asked(
        self, format_: str, answer: str, capsys: pytest.CaptureFixture[str]
    ):
        write({"ä": 1}, "Sää 1", format_)

        assert capsys.readouterr().out == f"{answer}\n"


def test_a_format_nobody_knows_is_refused():
    from aukio.shared.terms.command import group

    assert CliRunner().invoke(group, ["load", "x", "--format", "xml"]).exit_code == 2
