"""Live figures of the wing."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues.foresight import actions
from aukio.apps.dialogues.foresight.tests.factories import Heard, linked, town, two_rounds
from aukio.shared.indicators import registry

pytestmark = pytest.mark.django_db
CODES = {
    "foresight.areas_downloaded": "1.1.3",
    "foresight.matters_followed": "1.1.4",
    "foresight.exports": "1.1.4",
}


@pytest.mark.parametrize(("code", "measure"), CODES.items())
def test_each_belongs_to_its_measure_and_has_no_figure_before_there_is_anything(
    code: str, measure: str
) -> None:
    assert registry.get(code).measure == measure
    assert registry.compute(code).value is None


def test_files_of_areas_and_of_reports_are_counted_apart() -> None:
    town("297", "Kuopio")
    for what, code in (("municipality", "297"), ("municipality", "297"), ("language", "sv")):
        actions.count_taken(what=what, code=code, form="csv")
    actions.count_taken(what="foresight", form="docx")

    assert registry.compute("foresight.areas_downloaded").value == 2
    assert registry.compute("foresight.exports").value == 1
    parts = registry.get("foresight.areas_downloaded").records().parts  # type: ignore[misc]
    assert [(part.label, part.count) for part in parts] == [("Kuopio", 2)]
    parts = registry.get("foresight.exports").records().parts  # type: ignore[misc]
    assert [(part.label, part.count) for part in parts] == [("DOCX", 1)]


def test_matters_that_are_linked_are_counted_with_their_rounds() -> None:
    one, other = two_rounds([Heard()] * 3, [Heard()] * 3)
    assert registry.compute("foresight.matters_followed").value == 0

    linked(one.themes[0], other.themes[0])

    assert registry.compute("foresight.matters_followed").value == 1
    parts = registry.get("foresight.matters_followed").records().parts  # type: ignore[misc]
    assert [part.count for part in parts] == [2]
