"""`aukio terms load`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.utils import translation

from aukio.shared.terms.command import group
from aukio.shared.terms.models import Term
from aukio.shared.terms.tests.factories import vocabulary_file

pytestmark = pytest.mark.django_db


def run(*arguments: str):
    with translation.override("en"):
        return CliRunner().invoke(group, ["load", *arguments])


def test_tells_what_was_loaded(tmp_path: Path):
    assert "2 terms" in run(str(vocabulary_file(tmp_path))).stdout


def test_answers_machines_in_json(tmp_path: Path):
    answer = run(str(vocabulary_file(tmp_path)), "--format", "json")

    assert json.loads(answer.stdout)["new"] == 2


def test_ends_with_exit_code_two_on_unusable_input(tmp_path: Path):
    assert run(str(tmp_path / "none.yaml")).exit_code == 2


def test_tells_faults_on_standard_error(tmp_path: Path):
    answer = run(str(vocabulary_file(tmp_path, "- {code: a}\n")))

    assert answer.stderr.startswith("dialogue-modes.yaml, row 1, column label:")


def test_tells_machines_where_each_fault_is(tmp_path: Path):
    answer = run(str(vocabulary_file(tmp_path, "- {code: a}\n")), "--format", "json")

    assert json.loads(answer.stderr)["faults"][0]["row"] == 1


def test_stores_nothing_of_a_faulty_file(tmp_path: Path):
    run(str(vocabulary_file(tmp_path, "- {code: a}\n")))

    assert not Term.objects.exists()
