"""Pages for those who work on the plan: right person, wrong person, bad input, two at once."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from aukio.apps.plan.models import Evidence, Period, StatusReport
from aukio.apps.plan.tests import factories

pytestmark = pytest.mark.django_db
UPDATE = "/en/plan/1.1.1/update/"
GIVEN = {"completion": "substantial", "done": "Two rounds were held.", "coming": "", "after": 0}
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"


@pytest.fixture
def measure():
    factories.obstacles()
    return factories.measure("1.1.1")


@pytest.fixture
def lead(measure, client):
    someone = factories.lead_of(measure)
    client.force_login(someone)
    return someone


class TestUpdate:
    def test_a_lead_reports_with_evidence_in_one_go(self, client, measure, lead):
        given = {**GIVEN, "evidence_title": "Minutes", "evidence_address": "https://example.fi/m"}

        answer = client.post(UPDATE, given)

        assert answer.status_code == 302
        assert StatusReport.objects.get().by == lead
        assert Evidence.objects.get().address == "https://example.fi/m"

    def test_a_file_may_be_the_evidence(self, client, measure, lead):
        file = SimpleUploadedFile("minutes.pdf", PDF)

        client.post(UPDATE, {**GIVEN, "evidence_title": "Minutes", "evidence_file": file})

        assert Evidence.objects.get().file.name == "minutes.pdf"

    def test_the_same_sent_twice_is_kept_once(self, client, measure, lead):
        proof = {"evidence_title": "Minutes", "evidence_address": "https://example.fi/m"}

        for after in (0, 1, 0):
            client.post(UPDATE, {**GIVEN, **proof, "after": after})

        assert (StatusReport.objects.count(), Evidence.objects.count()) == (1, 1)

    def test_a_program_is_no_evidence(self, client, measure, lead):
        file = SimpleUploadedFile("minutes.pdf", b"MZ\x00\x01")

        page = client.post(UPDATE, {**GIVEN, "evidence_title": "M", "evidence_file": file})

        assert "not of a kind" in page.content.decode()
        assert not StatusReport.objects.exists()

    def test_the_form_begins_from_the_last_report(self, client, measure, lead):
        factories.report(measure, "limited")

        page = client.get(UPDATE).content.decode()

        assert 'name="after" value="1"' in page.replace(' type="hidden"', "")
        assert "checked" in page

    @pytest.mark.parametrize(
        "change",
        [
            {"completion": ""},
            {"done": ""},
            {"completion": "limited"},
            {"completion": "complete"},
            {"evidence_title": "Minutes"},
            {"evidence_address": "https://example.fi"},
            {"evidence_title": "Minutes", "evidence_address": "nowhere"},
            {"after": "x"},
        ],
    )
    def test_bad_input_is_told_and_what_was_typed_stays(self, client, measure, lead, change):
        answer = client.post(UPDATE, {**GIVEN, "coming": "My further plans", **change})

        assert answer.status_code == 200
        assert "My further plans" in answer.content.decode()
        assert not StatusReport.objects.exists()
        assert not Evidence.objects.exists()

    def test_two_at_once_see_both_texts_side_by_side_and_can_save_again(
        self, client, measure, lead
    ):
        factories.report(measure, done="Their words.")
        mine = {**GIVEN, "done": "My words.", "coming": "My plans."}
        mine |= {"evidence_title": "Minutes", "evidence_address": "https://example.fi/m"}

        answer = client.post(UPDATE, mine)

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Their words." in page
        assert "My words." in page
        assert StatusReport.objects.count() == 1
        assert Evidence.objects.count() == 1

        again = client.post(UPDATE, {**GIVEN, "done": "Both words.", "after": 1})

        assert again.status_code == 302
        assert [report.done for report in StatusReport.objects.all()] == [
            "Their words.",
            "Both words.",
        ]

    def test_a_visitor_is_asked_to_sign_in(self, client, measure):
        assert client.get(UPDATE).status_code == 302

    @pytest.mark.parametrize("make", [factories.person, factories.reviewer])
    def test_others_may_not(self, client, measure, make):
        client.force_login(make())

        assert client.get(UPDATE).status_code == 403
        assert client.post(UPDATE, GIVEN).status_code == 403
        assert not StatusReport.objects.exists()

    def test_another_method_is_refused(self, client, measure, lead):
        assert client.put(UPDATE).status_code == 405

    def test_an_unknown_measure_is_not_found(self, client, measure, lead):
        assert client.get("/en/plan/9.9.9/update/").status_code == 404

    def test_only_those_who_may_see_the_way_there(self, client, measure, lead):
        assert UPDATE in client.get("/en/plan/1.1.1/").content.decode()
        client.logout()
        assert UPDATE not in client.get("/en/plan/1.1.1/").content.decode()


class TestCheck:
    def address(self, evidence):
        return reverse("plan:evidence-check", args=["1.1.1", evidence.pk])

    def test_a_reviewer_checks(self, client, measure):
        evidence = factories.evidence(measure)
        client.force_login(factories.reviewer())

        assert client.get(self.address(evidence)).status_code == 200
        client.post(self.address(evidence), {"remark": "Seen."})

        evidence.refresh_from_db()
        assert evidence.is_checked

    def test_its_giver_and_a_lead_may_not(self, client, measure, lead):
        evidence = factories.evidence(measure)
        team = factories.team()
        own = factories.evidence(measure, added_by=team)

        assert client.post(self.address(evidence)).status_code == 403
        client.force_login(team)
        assert client.post(self.address(own)).status_code == 403

    def test_evidence_of_another_measure_is_not_found(self, client, measure):
        other = factories.evidence(factories.measure("1.1.2"))
        client.force_login(factories.reviewer())

        assert client.get(self.address(other)).status_code == 404


class TestApprove:
    ADDRESS = "/en/plan/1.1.1/approve/"

    @pytest.fixture
    def proof(self, measure):
        proof = factories.evidence(measure, checked=True)
        factories.report(measure, asks_completion=True, by=factories.lead_of(measure))
        return proof

    def test_the_team_approves_by_name(self, client, measure, proof):
        client.force_login(factories.team())

        assert client.get(self.ADDRESS).status_code == 200
        answer = client.post(self.ADDRESS, {"evidence": proof.pk, "after": 1})

        assert answer.status_code == 302
        assert "Approved by" in client.get("/en/plan/1.1.1/").content.decode()

    def test_unchecked_evidence_cannot_be_chosen(self, client, measure, proof):
        client.force_login(factories.team())
        unchecked = factories.evidence(measure)

        answer = client.post(self.ADDRESS, {"evidence": unchecked.pk, "after": 1})

        assert answer.status_code == 200
        assert StatusReport.objects.count() == 1

    def test_a_reviewer_may_not(self, client, measure, proof):
        client.force_login(factories.reviewer())

        assert client.post(self.ADDRESS, {"evidence": proof.pk, "after": 1}).status_code == 403

    def test_a_measure_without_reports_is_not_found(self, client, measure):
        client.force_login(factories.team())

        assert client.get(self.ADDRESS).status_code == 404


class TestPeriods:
    ADDRESS = "/en/plan/periods/"

    def due(self, days=30):
        day = timezone.localdate() + datetime.timedelta(days=days)
        return {"due-day": day.day, "due-month": day.month, "due-year": day.year}

    def test_the_team_opens_and_closes_a_period(self, client, measure):
        client.force_login(factories.team())
        assert client.get(self.ADDRESS).status_code == 200

        opened = client.post(self.ADDRESS, {"code": "2026-2", **self.due()})

        assert opened.status_code == 302
        assert measure.title in client.get(self.ADDRESS).content.decode()
        client.post(self.ADDRESS, {"close": "yes"})
        assert Period.objects.get().closed is not None

    def test_it_tells_whom_it_wrote_to_and_which_measures_have_nobody(self, client, measure):
        lead = factories.lead_of(measure)
        factories.measure("1.1.2")
        client.force_login(factories.team())

        answer = client.post(self.ADDRESS, {"code": "2026-2", **self.due()}, follow=True)

        page = answer.content.decode()
        assert "1 of 2 measures" in page
        assert lead.name in page
        assert "/en/plan/1.1.2/people/" in page

    @pytest.mark.parametrize("code", ["", "2026", "spring"])
    def test_a_wrong_half_year_is_told(self, client, measure, code):
        client.force_login(factories.team())

        assert client.post(self.ADDRESS, {"code": code, **self.due()}).status_code == 200
        assert not Period.objects.exists()

    def test_a_lead_may_not(self, client, measure, lead):
        assert client.get(self.ADDRESS).status_code == 403
