"""The self-assessment: the same tree as page, JSON, Word and tagged PDF, in three languages."""

from __future__ import annotations

import io
import json
import time

import pytest
from docx import Document
from pypdf import PdfReader

from aukio.apps.plan.actions import Shown, add_evidence
from aukio.apps.plan.models import Measure, Milestone, Review
from aukio.apps.plan.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def _plan():
    factories.obstacles()
    factories.finland()
    measure = Measure.objects.get(number="1.1.1")
    factories.evidence(measure, title="Kick-off minutes", checked=True)
    factories.report(measure, "limited", done="Aloitimme työn.\x0b", coming="Jatkamme.")
    Milestone.objects.create(measure=measure, code="a", title_en="Guide out", due="Autumn 2026")
    Review.objects.create(measure=measure, kind="self", text="Hyvä.", language="fi", reviewer="VM")


WORDS = ("Aloitimme", "Jatkamme.", "Kick-off minutes", "Autumn 2026", "Hyvä.")


@pytest.mark.usefixtures("_plan")
class TestForms:
    def test_the_page_tells_everything(self, client):
        page = client.get("/en/plan/report/").content.decode()

        for words in (*WORDS, "Limited", "Funding", "3.2.4"):
            assert words in page

    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_json_is_the_tree_in_the_readers_language(self, client, language):
        told = json.loads(client.get(f"/{language}/plan/report.json").content)

        assert told["language"] == language
        assert sum(len(c["measures"]) for c in told["commitments"]) == 25
        first = told["commitments"][0]["measures"][0]
        assert (first["completion"], first["results"]["language"]) == ("limited", "fi")

    def test_every_piece_of_evidence_has_an_address_that_can_be_opened_elsewhere(
        self, client, settings
    ):
        settings.PUBLIC_URL = "https://aukio.example"
        shown = Shown(title="Minutes", file_name="m.txt", content=b"Minutes")
        file = add_evidence(by=None, measure=Measure.objects.get(number="1.1.2"), shown=shown)

        told = json.loads(client.get("/en/plan/report.json").content)

        found = [one for c in told["commitments"] for m in c["measures"] for one in m["evidence"]]
        assert {one["address"] for one in found} == {
            "https://example.fi/minutes",
            f"https://aukio.example/en/plan/1.1.2/evidence/{file.pk}/",
        }

    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_word_has_headings_and_the_words(self, client, language):
        document = Document(io.BytesIO(client.get(f"/{language}/plan/report.docx").content))

        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        levels = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
        assert all(words in text for words in WORDS)
        assert levels.count("Heading 1") == 3
        assert levels.count("Heading 2") == 25

    def test_pdf_is_tagged_titled_and_has_a_language(self, client):
        content = client.get("/fi/plan/report.pdf").content

        catalog = PdfReader(io.BytesIO(content)).trailer["/Root"]
        assert catalog["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in catalog
        assert catalog["/Lang"] == "fi"
        assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"pdfuaid" in catalog["/Metadata"].get_object().get_data()

    def test_pdf_and_word_are_written_within_ten_seconds(self, client):
        begun = time.monotonic()
        client.get("/en/plan/report.pdf")
        client.get("/en/plan/report.docx")

        assert time.monotonic() - begun < 10

    def test_an_unknown_form_is_not_found(self, client):
        assert client.get("/en/plan/report.exe").status_code == 404

    def test_it_takes_no_post(self, client):
        assert client.post("/en/plan/report/").status_code == 405

    def test_the_tree_takes_twelve_queries(self, django_assert_max_num_queries):
        from aukio.apps.plan.queries.assessment import assessment

        with django_assert_max_num_queries(12):
            assessment()


@pytest.mark.parametrize("name", ["report/", "report.json", "report.pdf"])
def test_without_a_plan_there_is_no_report(client, name):
    assert client.get(f"/en/plan/{name}").status_code == 404
