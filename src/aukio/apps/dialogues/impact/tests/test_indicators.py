"""Live figures of the wing."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.shared.indicators import registry
from aukio.shared.organisations.models import Kind

pytestmark = pytest.mark.django_db
CODES = {
    "impact.answered_in_90_days": "1.1.2",
    "impact.days_to_answer": "1.1.2",
    "impact.briefs_read": "1.1.2",
    "impact.local_answers": "1.1.3",
}


@pytest.mark.parametrize(("code", "measure"), CODES.items())
def test_each_belongs_to_its_measure_and_has_no_figure_before_there_is_anything(
    code: str, measure: str
) -> None:
    assert registry.get(code).measure == measure
    assert registry.compute(code).value is None


def test_the_share_counts_those_whose_time_has_come() -> None:
    made = make.told()
    make.answer(make.question(made))
    make.question(made, ago=100)
    make.question(made)

    figure = registry.compute("impact.answered_in_90_days")
    assert (figure.value, figure.rows) == (0.5, 2)
    assert registry.compute("impact.days_to_answer").value == 0


def test_answers_by_counties_and_municipalities_are_told_apart() -> None:
    made = make.told()
    for kind in (Kind.MINISTRY, Kind.MUNICIPALITY, Kind.WELLBEING_SERVICES_COUNTY):
        make.answer(make.question(made, owner=make.ministry(kind=kind)))

    assert registry.compute("impact.local_answers").value == 2


def test_openings_of_briefs_are_counted() -> None:
    edition = make.edition(make.told())
    for by_owner in (True, False, False):
        actions.count_opening(edition=edition, by_owner=by_owner)

    assert registry.compute("impact.briefs_read").value == 3


def test_sample_rounds_count_only_while_there_are_no_others() -> None:
    make.answer(make.question(make.told(is_sample=True)))
    assert registry.compute("impact.answered_in_90_days").note

    make.question(make.told(), ago=100)
    figure = registry.compute("impact.answered_in_90_days")
    assert (figure.value, figure.note) == (0, "")


def records(code: str) -> dict[str, int]:
    found = registry.get(code).records
    assert found is not None
    return {str(part.label): part.count for part in found().parts}


@pytest.mark.parametrize("code", CODES)
def test_each_leads_to_its_records_and_to_none_before_there_is_anything(code: str) -> None:
    assert records(code) == {}


def test_questions_are_told_by_what_became_of_them() -> None:
    made = make.told()
    make.answer(make.question(made))
    make.question(made, ago=100)
    make.question(made)

    with override("en"):
        assert records("impact.answered_in_90_days") == {
            "Answered within 90 days": 1,
            "Answered later": 0,
            "Not answered in 90 days": 1,
        }


def test_answers_are_told_by_owner() -> None:
    made = make.told()
    for name, kind in (("Ministry", Kind.MINISTRY), ("Town", Kind.MUNICIPALITY)):
        owner = make.ministry(kind=kind)
        type(owner).objects.filter(pk=owner.pk).update(name=name, name_en=name, name_fi=name)
        owner.refresh_from_db()
        make.answer(make.question(made, owner=owner))

    assert records("impact.days_to_answer") == {"Ministry": 1, "Town": 1}
    assert records("impact.local_answers") == {"Town": 1}


def test_openings_lead_to_the_brief_and_make_up_the_figure() -> None:
    edition = make.edition(make.told())
    for by_owner in (True, False, False):
        actions.count_opening(edition=edition, by_owner=by_owner)

    (part,) = registry.get("impact.briefs_read").records().parts
    assert part.count == registry.compute("impact.briefs_read").value
    assert edition.round.slug in part.href
