"""Loading a plan: whole or nothing, again changes nothing, faults are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from aukio.apps.plan.actions import load_plan
from aukio.apps.plan.command import group
from aukio.apps.plan.models import Commitment, Measure, Plan, SubCommitment
from aukio.apps.plan.tests import factories
from aukio.shared.audit.models import Event
from aukio.shared.terms.faults import FileFault

pytestmark = pytest.mark.django_db


@pytest.fixture
def content() -> dict[str, Any]:
    return yaml.safe_load(factories.FINLAND.read_text(encoding="utf-8"))


@pytest.fixture
def write(tmp_path: Path):
    def written(value: Any) -> Path:
        path = tmp_path / "plan.yaml"
        path.write_text(value if isinstance(value, str) else yaml.safe_dump(value, sort_keys=False))
        return path

    return written


def first_measure(content: dict[str, Any]) -> dict[str, Any]:
    return content["commitments"][0]["sub_commitments"][0]["measures"][0]


def test_finlands_plan_is_loaded_whole():
    outcome = load_plan(factories.FINLAND)

    assert (outcome.commitments, outcome.sections, outcome.measures) == (3, 6, 25)
    assert Commitment.objects.count() == 3
    assert SubCommitment.objects.count() == 6
    assert list(Measure.objects.values_list("number", flat=True))[::24] == ["1.1.1", "3.2.4"]


def test_a_measure_has_its_texts_dates_and_lead_as_written():
    factories.finland()

    measure = Measure.objects.get(number="1.1.1")

    assert measure.title_fi == "Kansalliset dialogit: lisää järjestäjiä ja osallistujia"
    assert measure.title_sv == "Nationella dialoger: fler arrangörer och deltagare"
    assert measure.text_en.startswith("We will establish and expand National dialogues")
    assert (measure.start, measure.end) == ("2023", "2027")
    assert (measure.lead_fi, measure.lead_sv) == ("valtiovarainministeriö", "finansministeriet")
    assert measure.rooms == ["dialogues"]
    assert measure.translation == {"en": "original", "fi": "aukio", "sv": "aukio"}


def test_loading_again_changes_nothing_and_writes_no_event():
    load_plan(factories.FINLAND)
    events = Event.objects.count()

    outcome = load_plan(factories.FINLAND)

    assert (outcome.new, outcome.changed) == (0, 0)
    assert Event.objects.count() == events


def test_a_changed_text_is_taken(content, write):
    load_plan(factories.FINLAND)
    first_measure(content)["title"]["fi"] = "Uusi otsikko"

    outcome = load_plan(write(content))

    assert (outcome.new, outcome.changed) == (0, 1)
    assert Measure.objects.get(number="1.1.1").title_fi == "Uusi otsikko"


def test_an_amended_measure_keeps_its_texts(content, write):
    load_plan(factories.FINLAND)
    Measure.objects.filter(number="1.1.1").update(revision=2, title_fi="Muutettu")

    outcome = load_plan(factories.FINLAND)

    assert outcome.amended == 1
    assert Measure.objects.get(number="1.1.1").title_fi == "Muutettu"


def test_only_the_first_plan_becomes_current(content, write):
    load_plan(factories.FINLAND)
    content["id"] = "another-plan"

    load_plan(write(content))

    assert [p.code for p in Plan.objects.filter(is_current=True)] == ["finland-2023-2027"]
    assert Measure.objects.count() == 50


def without_title(content: dict[str, Any]) -> None:
    del first_measure(content)["title"]


def without_swedish(content: dict[str, Any]) -> None:
    first_measure(content)["text"]["sv"] = ""


def number_as_float(content: dict[str, Any]) -> None:
    content["commitments"][0]["sub_commitments"][0]["number"] = 1.1


def number_twice(content: dict[str, Any]) -> None:
    content["commitments"][0]["sub_commitments"][0]["measures"][1]["number"] = "1.1.1"


def number_elsewhere(content: dict[str, Any]) -> None:
    first_measure(content)["number"] = "2.1.9"


def unknown_translation(content: dict[str, Any]) -> None:
    first_measure(content)["translation"] = {"fi": "robot"}


def no_commitments(content: dict[str, Any]) -> None:
    content["commitments"] = []


def commitments_as_text(content: dict[str, Any]) -> None:
    content["commitments"] = "three"


def wrong_schema(content: dict[str, Any]) -> None:
    content["schema"] = 99


def no_id(content: dict[str, Any]) -> None:
    del content["id"]


def date_as_list(content: dict[str, Any]) -> None:
    first_measure(content)["start"] = [2023]


def text_as_list(content: dict[str, Any]) -> None:
    first_measure(content)["title"] = ["title"]


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (without_title, "1.1.1 title"),
        (without_swedish, "1.1.1 text"),
        (number_as_float, "1 sub_commitments"),
        (number_twice, "1.1.1"),
        (number_elsewhere, "1.1 measures"),
        (unknown_translation, "1.1.1 translation"),
        (no_commitments, "commitments"),
        (commitments_as_text, "plan commitments"),
        (wrong_schema, "schema"),
        (no_id, "id"),
        (date_as_list, "1.1.1 start"),
        (text_as_list, "1.1.1 title"),
    ],
)
def test_a_fault_is_told_with_its_place_and_nothing_is_stored(content, write, spoil, where):
    spoil(content)

    with pytest.raises(FileFault) as caught:
        load_plan(write(content))

    assert where in [fault.column for fault in caught.value.faults]
    assert all(fault.what and fault.mend for fault in caught.value.faults)
    assert not Plan.objects.exists()


def test_every_fault_is_told_at_once(content, write):
    without_swedish(content)
    wrong_schema(content)

    with pytest.raises(FileFault) as caught:
        load_plan(write(content))

    assert len(caught.value.faults) == 2


@pytest.mark.parametrize("text", ["", "a: [", "- only\n- a list", "just words", "a: &a [*a"])
def test_a_file_that_is_no_plan_is_refused(write, text):
    with pytest.raises(FileFault):
        load_plan(write(text))


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes("title: väärä".encode("utf-16"))

    with pytest.raises(FileFault):
        load_plan(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FileFault) as caught:
        load_plan(tmp_path / "none.yaml")

    assert "none.yaml" in str(caught.value)


class TestCommand:
    def test_it_tells_what_was_loaded(self):
        result = CliRunner().invoke(group, ["load", str(factories.FINLAND)])

        assert result.exit_code == 0
        assert "25" in result.output

    def test_it_answers_machines_in_json(self):
        result = CliRunner().invoke(group, ["load", str(factories.FINLAND), "--format", "json"])

        assert json.loads(result.output)["measures"] == 25

    def test_it_ends_with_two_on_unusable_input(self, write):
        result = CliRunner().invoke(group, ["load", str(write("words"))])

        assert result.exit_code == 2
        assert "plan.yaml" in result.stderr
