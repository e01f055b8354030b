"""Evidence: a link, a file or a public record; checked by somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from aukio.apps.plan.actions import Shown, add_evidence, check_evidence
from aukio.apps.plan.models import Evidence
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault

pytestmark = pytest.mark.django_db
LINK = Shown(title="Minutes", address="https://example.fi/minutes.pdf")


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


def test_a_link_is_kept_unchecked(measure):
    lead = factories.lead_of(measure)

    evidence = add_evidence(by=lead, measure=measure, shown=LINK)

    assert (evidence.address, evidence.added_by, evidence.is_checked) == (LINK.address, lead, False)


def test_a_file_is_kept(measure):
    shown = Shown(title="Photo", file_name="photo.png", content=b"\x89PNG\r\n\x1a\n" + b"0" * 20)

    evidence = add_evidence(by=factories.lead_of(measure), measure=measure, shown=shown)

    assert evidence.file.name == "photo.png"
    assert evidence.address == ""


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_page_of_aukio_becomes_a_record(language, settings):
    factories.finland()
    measure = factories.Measure.objects.get(number="1.1.1")
    address = f"{settings.PUBLIC_URL}/{language}/plan/2.1.3/"

    evidence = add_evidence(by=None, measure=measure, shown=replace(LINK, address=address))

    assert evidence.record_kind == "plan.measure"
    assert evidence.address == ""


@pytest.mark.parametrize(
    "change",
    [
        {"title": " "},
        {"address": ""},
        {"content": b"both", "file_name": "x.txt"},
        {"address": "example"},
        {"address": "javascript:alert(1)"},
        {"address": "ftp://example.fi/file"},
        {"address": "/fi/nothing/here/"},
        {"address": "/x"},
    ],
)
def test_bad_input_is_refused(measure, change):
    with pytest.raises(Fault):
        add_evidence(by=None, measure=measure, shown=replace(LINK, **change))

    assert not Evidence.objects.exists()


def test_somebody_else_may_not_add(measure):
    with pytest.raises(PermissionDenied):
        add_evidence(by=factories.person(), measure=measure, shown=LINK)


def test_a_reviewer_checks_it_with_a_remark(measure):
    reviewer = factories.reviewer()

    evidence = check_evidence(by=reviewer, evidence=factories.evidence(measure), remark="Seen.")

    assert (evidence.checked_by, evidence.remark) == (reviewer, "Seen.")
    assert evidence.is_checked


def test_checking_again_changes_nothing(measure):
    evidence = factories.evidence(measure, checked=True)
    before = evidence.checked_by

    assert check_evidence(by=factories.reviewer(), evidence=evidence).checked_by == before


def test_nobody_checks_their_own_evidence(measure):
    team = factories.team()
    evidence = factories.evidence(measure, added_by=team)

    with pytest.raises(PermissionDenied):
        check_evidence(by=team, evidence=evidence)


def test_a_lead_does_not_check(measure):
    with pytest.raises(PermissionDenied):
        check_evidence(by=factories.lead_of(measure), evidence=factories.evidence(measure))


@pytest.mark.parametrize(
    "values",
    [
        {"address": ""},
        {"record_kind": "plan.measure", "record_id": "1"},
        {"address": "", "record_kind": "plan.measure"},
    ],
)
def test_the_database_refuses_none_or_two_things(measure, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.evidence(measure, **values)


def test_the_database_refuses_a_check_by_the_giver(measure):
    giver = factories.person()

    with pytest.raises(IntegrityError), transaction.atomic():
        factories.evidence(measure, checked=True, added_by=giver).__class__.objects.update(
            checked_by=giver
        )
