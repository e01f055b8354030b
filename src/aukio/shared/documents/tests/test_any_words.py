"""Whatever people wrote, every file can be read again with all the words in it."""

from __future__ import annotations

import io

from bs4 import BeautifulSoup
from docx import Document as WordFile
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pypdf import PdfReader

from aukio.shared.documents import Deck, Slide, clean, docx, html, pdf, pptx
from aukio.shared.documents.tests.trees import around

ANYTHING = st.text(st.characters(), max_size=120)
NORTHERN = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖšžáđŋŧČ0123456789"
WORDS = st.lists(st.text(NORTHERN, min_size=1, max_size=12), min_size=1, max_size=12)


def packed(text: str) -> str:
    return "".join(text.split())


@given(ANYTHING)
@settings(max_examples=60, deadline=None)
def test_word_holds_every_word(text: str) -> None:
    file = WordFile(io.BytesIO(docx(around(text))))

    lines = [paragraph.text for paragraph in file.paragraphs]
    cells = [cell.text for row in file.tables[0].rows for cell in row.cells]
    said = packed(clean(text))
    assert all(said == packed(cell) for cell in cells)
    assert sum(line.count(said) for line in map(packed, lines)) >= (8 if said else 0)


@given(ANYTHING)
@settings(max_examples=100, deadline=None)
def test_html_holds_every_word_and_nothing_becomes_markup(text: str) -> None:
    page = BeautifulSoup(html(around(text)), "html.parser")

    said = packed(clean(text))
    assert packed(page.find("h2").get_text()) == said
    assert all(packed(cell.get_text()) == said for cell in page.select("th, td, dt, dd"))
    assert not page.find("script")


@given(WORDS)
@settings(max_examples=12, deadline=None)
def test_pdf_holds_every_word(words: list[str]) -> None:
    text = " ".join(words)

    reader = PdfReader(io.BytesIO(pdf(around(text))))

    told = packed("".join(page.extract_text() for page in reader.pages))
    assert told.count(packed(text)) >= 8


@given(ANYTHING)
@settings(max_examples=12, deadline=None)
def test_pdf_is_written_whatever_the_words(text: str) -> None:
    assert PdfReader(io.BytesIO(pdf(around(text)))).pages


@given(ANYTHING)
@settings(max_examples=30, deadline=None)
def test_slides_hold_every_word(text: str) -> None:
    deck = Deck(text, "fi", (Slide(text, around(text).blocks, notes=text),))

    (slide,) = Presentation(io.BytesIO(pptx(deck))).slides

    said = packed(clean(text))
    assert packed(slide.shapes.title.text_frame.text) == said
    assert packed(slide.placeholders[1].text_frame.text).count(said) >= (6 if said else 0)
    assert not said or packed(slide.notes_slide.notes_text_frame.text) == said
