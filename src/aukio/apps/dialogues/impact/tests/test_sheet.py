"""One tree, four forms: everything in the brief is in each, and it fits one page."""

from __future__ import annotations

import io
import json
import time

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from aukio.apps.dialogues.impact import sheet
from aukio.apps.dialogues.impact.files import written
from aukio.apps.dialogues.impact.models import Edition
from aukio.apps.dialogues.impact.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make.edition(make.told())


def packed(text: str) -> str:
    return "".join(text.split())


class TestForms:
    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_pdf_is_one_tagged_page_with_every_claim(self, edition: Edition, language: str) -> None:
        reader = PdfReader(io.BytesIO(written(edition, "pdf", language)))

        assert len(reader.pages) == 1
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert reader.trailer["/Root"]["/Lang"] == language
        told = packed(reader.pages[0].extract_text())
        for one in (*edition.content["findings"], *edition.content["wishes"]):
            assert packed(one["text"][language]) in told
        assert packed(edition.content["ask"]["text"][language]) in told

    def test_every_claim_in_pdf_links_to_its_sentence(self, edition: Edition) -> None:
        page = PdfReader(io.BytesIO(written(edition, "pdf", "fi"))).pages[0]

        links = [one.get_object()["/A"]["/URI"] for one in page["/Annots"]]
        for one in (*edition.content["findings"], *edition.content["wishes"]):
            assert any(f"/sentences/{one['sentence']}/" in link for link in links)

    def test_word_has_the_claims_in_a_real_list(self, edition: Edition) -> None:
        file = Document(io.BytesIO(written(edition, "docx", "sv")))

        listed = [p.text for p in file.paragraphs if p.style.name == "List Number"]
        for one, line in zip(edition.content["findings"], listed, strict=True):
            assert line.startswith(one["text"]["sv"])

    def test_slides_have_titles_and_the_claims(self, edition: Edition) -> None:
        slides = Presentation(io.BytesIO(written(edition, "pptx", "en"))).slides

        assert [slide.shapes.title.text for slide in slides][1:] == [
            "What came up",
            "What people ask",
            "What is asked of you",
        ]
        assert edition.content["findings"][0]["text"]["en"] in slides[1].placeholders[1].text

    def test_json_is_the_tree(self, edition: Edition) -> None:
        assert json.loads(written(edition, "json", "fi")) == edition.content

    def test_a_machine_translation_nobody_has_checked_says_so(self, edition: Edition) -> None:
        """The scene's English sentences are such."""
        told = PdfReader(io.BytesIO(written(edition, "pdf", "en"))).pages[0].extract_text()
        original = PdfReader(io.BytesIO(written(edition, "pdf", "fi"))).pages[0].extract_text()

        assert "machine translation" in told
        assert "konekään" not in original

    def test_a_sample_says_so_on_the_sheet(self) -> None:
        edition = make.edition(make.told(is_sample=True))

        page = PdfReader(io.BytesIO(written(edition, "pdf", "en"))).pages[0]
        assert "everything here is invented" in page.extract_text()

    def test_all_forms_are_made_within_ten_seconds(self) -> None:
        made = make.told()
        begun = time.monotonic()
        edition = make.edition(made)
        for form in ("pdf", "docx", "pptx", "json"):
            written(edition, form, "fi")

        assert time.monotonic() - begun < 10


class TestFit:
    def test_what_is_too_long_is_told_with_its_words(self, edition: Edition) -> None:
        content = json.loads(json.dumps(edition.content))
        content["findings"][1]["text"]["fi"] = "sana " * 70

        found = sheet.fit(content, "fi")

        (long,) = found.too_long
        assert (long.part, long.place, long.words, long.most) == ("findings", 2, 70, 40)
        assert found.fits

    def test_a_brief_of_the_greatest_recommended_length_fits(self, edition: Edition) -> None:
        content = json.loads(json.dumps(edition.content))
        for part, most in (("findings", 40), ("wishes", 30)):
            for one in content[part]:
                one["text"]["fi"] = "yhteisöjen " * most
            content[part] = (content[part] * 3)[:3]
        content["ask"]["text"]["fi"] = "päätöksenteko " * 60

        assert sheet.fit(content, "fi").fits
