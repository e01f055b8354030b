"""Each file is marked as readers with a screen reader need: headings, lists, tables, languages."""

from __future__ import annotations

import io

import pytest
from docx import Document as WordFile
from pptx import Presentation
from pypdf import PdfReader

from aukio.shared.documents import (
    Deck,
    Document,
    Heading,
    Link,
    Paragraph,
    Slide,
    Style,
    Table,
    docx,
    html,
    locale_of,
    page_count,
    pdf,
    pptx,
    spans,
)
from aukio.shared.documents.tests.trees import every_block

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class TestWord:
    @pytest.fixture
    def file(self):
        return WordFile(io.BytesIO(docx(every_block())))

    def test_headings_lists_and_quotes_have_their_styles(self, file) -> None:
        styles = [paragraph.style.name for paragraph in file.paragraphs]

        assert styles[:2] == ["Title", "Subtitle"]
        for name, times in (("Heading 1", 1), ("Heading 2", 1), ("List Bullet", 2), ("Quote", 1)):
            assert styles.count(name) == times

    def test_every_run_has_a_language(self, file) -> None:
        runs = list(file.element.body.iter(f"{W}r"))
        spoken = [run for run in runs if run.find(f"{W}t") is not None]

        assert all(run.find(f"{W}rPr/{W}lang") is not None for run in spoken)
        marked = {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in spoken}
        assert marked == {"fi-FI", "sv-FI"}

    def test_a_second_numbered_list_begins_from_one(self, file) -> None:
        numbers = [
            p._p.pPr.numPr.numId.val for p in file.paragraphs if p.style.name == "List Number"
        ]

        assert numbers[0] == numbers[1] != numbers[2]
        overrides = file.part.numbering_part.element.findall(f".//{W}startOverride")
        assert [one.get(f"{W}val") for one in overrides] == ["1", "1"]

    def test_a_link_is_a_link(self, file) -> None:
        (link,) = [link for p in file.paragraphs for link in p.hyperlinks]

        assert (link.text, link.address) == ("Lähde", "https://a.fi/")

    def test_the_tables_head_and_the_pictures_words_are_marked(self, file) -> None:
        assert "w:tblHeader" in file.tables[0]._tbl.xml
        assert 'w:tblCaption w:val="Missä puhuttiin"' in file.tables[0]._tbl.xml
        assert file.inline_shapes[0]._inline.docPr.get("descr") == "Piste"

    def test_it_tells_its_title_and_language_and_no_author(self, file) -> None:
        about = file.core_properties

        assert (about.title, about.language, about.author) == ("Turvallisuus arjessa", "fi", "")


class TestPdf:
    def test_it_is_tagged_titled_and_has_a_language(self) -> None:
        catalog = PdfReader(io.BytesIO(pdf(every_block()))).trailer["/Root"]

        assert catalog["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in catalog
        assert catalog["/Lang"] == "fi"
        assert b"pdfuaid" in catalog["/Metadata"].get_object().get_data()

    def test_a_page_break_begins_a_page(self) -> None:
        assert page_count(every_block()) == 2

    def test_a_sheet_holds_more_than_a_page_of_a_report(self) -> None:
        long = Document("T", "fi", tuple(Paragraph("Moni on yksin. " * 12) for _ in range(20)))

        assert page_count(long, Style.SHEET) == 1
        assert page_count(long) == 2

    def test_nothing_is_fetched(self, caplog) -> None:
        told = Document("T", "fi", (Paragraph('<img src="http://127.0.0.1:1/x.png">'),))

        assert "127.0.0.1" in PdfReader(io.BytesIO(pdf(told))).pages[0].extract_text()
        assert not [one for one in caplog.records if one.levelname != "INFO"]


class TestHtml:
    def test_headings_begin_below_the_pages_own(self) -> None:
        assert "<h2" in html(every_block())
        assert "<h1" not in html(every_block())

    def test_a_language_is_marked_where_it_changes_only(self) -> None:
        written = html(every_block())

        assert '<p class="govuk-body" lang="sv">Man är ensam.</p>' in written
        assert 'lang="fi"' not in written

    def test_right_to_left_is_said(self) -> None:
        assert 'lang="ar" dir="rtl"' in html(Document("T", "fi", (Paragraph("مرحبا", "ar"),)))

    def test_it_has_no_styles_for_the_policy_to_refuse(self) -> None:
        assert "style=" not in html(every_block())


class TestSlides:
    def test_titles_tables_and_pictures_are_marked(self) -> None:
        deck = Deck("Esitys", "sv", (Slide("Titel", every_block().blocks), Slide("Slut")))

        first, last = Presentation(io.BytesIO(pptx(deck))).slides

        assert (first.shapes.title.text, last.shapes.title.text) == ("Titel", "Slut")
        described = [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in first.shapes]
        assert {"Missä puhuttiin", "Piste"} <= set(described)
        languages = {run.get("lang") for run in first._element.xpath(".//a:rPr")}
        assert languages == {"sv-FI"}

    def test_a_slide_without_text_has_no_empty_box(self) -> None:
        (slide,) = Presentation(io.BytesIO(pptx(Deck("T", "fi", (Slide("Yksin"),))))).slides

        assert len(slide.shapes) == 1


class TestTree:
    def test_a_row_that_does_not_fit_the_head_is_refused(self) -> None:
        with pytest.raises(ValueError, match="as many cells"):
            Table(("a", "b"), (("1",),))

    def test_a_heading_has_a_level_that_exists(self) -> None:
        with pytest.raises(ValueError, match="1–4"):
            Heading("x", 5)

    @pytest.mark.parametrize("address", ["javascript:alert(1)", " data:text/html,x", "FILE:///x"])
    def test_a_link_that_could_do_harm_is_only_words(self, address: str) -> None:
        assert "href" not in html(Document("T", "fi", (Paragraph(Link("x", address)),)))

    @pytest.mark.parametrize("address", ["https://a.fi", "/fi/plan/", "mailto:a@b.fi", "#x"])
    def test_other_links_stay(self, address: str) -> None:
        assert spans(Link("x", address))[0] == Link("x", address)

    def test_a_language_without_a_country_stays_as_it_is(self) -> None:
        assert (locale_of("fi"), locale_of("smn")) == ("fi-FI", "smn")
