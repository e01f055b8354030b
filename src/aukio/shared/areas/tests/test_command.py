"""`aukio areas load`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.utils import translation

from aukio.shared.areas.command import group
from aukio.shared.areas.models import Area
from aukio.shared.areas.tests.factories import REGIONS, division

pytestmark = pytest.mark.django_db


def run(folder: Path, *arguments: str):
    with translation.override("en"):
        return CliRunner().invoke(group, ["load", str(folder), "--year", "2025", *arguments])


def test_tells_what_was_loaded(tmp_path: Path):
    assert "3 municipalities" in run(division(tmp_path)).stdout


def test_answers_machines_in_json(tmp_path: Path):
    answer = json.loads(run(division(tmp_path), "--format", "json").stdout)

    assert (answer["year"], answer["new"]) == (2025, 6)


def test_ends_with_exit_code_two_on_unusable_input(tmp_path: Path):
    assert run(tmp_path).exit_code == 2


def test_tells_machines_the_row_and_column_of_each_fault(tmp_path: Path):
    folder = division(tmp_path, regions=REGIONS.replace("01,", "1,"))

    [fault] = json.loads(run(folder, "--format", "json").stderr)["faults"]

    assert (fault["file"], fault["row"], fault["column"]) == ("regions.csv", 2, "code")


def test_stores_nothing_of_a_faulty_folder(tmp_path: Path):
    run(division(tmp_path, regions=REGIONS.replace("01,", "1,")))

    assert not Area.objects.exists()


def test_asks_for_the_year(tmp_path: Path):
    answer = CliRunner().invoke(group, ["load", str(division(tmp_path))])

    assert "--year" in answer.stderr


def test_tells_faults_in_finnish_to_a_finnish_reader(tmp_path: Path):
    with translation.override("fi"):
        answer = CliRunner().invoke(group, ["load", str(tmp_path), "--year", "2025"])

    assert "Tiedostoa ei voi lukea" in answer.stderr
