"""The expert's sheet."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest

from aukio.engines.clarity import (
    LANGUAGES,
    Profile,
    Request,
    check,
    read_document,
    review_sheet,
    rules,
    sheet_as_docx,
    sheet_as_html,
    sheet_as_xlsx,
)
from aukio.engines.clarity._checking._catalogue import load

TEXT = "Hakijan tulee toimittaa lomake. =Mikäli <b> haluat, soita 24/7."


def sheet(language: str = "fi"):  # type: ignore[no-untyped-def]
    document = read_document(TEXT)
    asked = Request(profile=Profile.EASY, language="fi", deep=False)
    return review_sheet(document, check(document, asked), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_come_in_each_language_with_the_last_column_empty(language: str) -> None:
    made = sheet(language)
    assert len(made.rows) == len(load("sheet"))
    assert all(cells[3] == "" for cells in made.cells())


def test_findings_are_counted_with_examples() -> None:
    row = next(row for row in sheet().rows if "puhutellaanko" in row.question.casefold())
    assert row.count == 1
    assert row.examples == ("Hakijan",)


def test_what_no_rule_checks_is_left_to_the_expert() -> None:
    assert [row.count for row in sheet().rows].count(None) >= 3


def test_every_rule_on_the_sheet_exists() -> None:
    assert {rule for entry in load("sheet") for rule in entry["rules"]} <= set(rules())


def test_the_page_escapes_the_texts_own_signs() -> None:
    page = sheet_as_html(sheet(), "fi")
    assert '<html lang="fi">' in page
    assert "<b>" not in page


def test_word_and_workbook_hold_the_same_table() -> None:
    made = sheet()
    table = docx.Document(BytesIO(sheet_as_docx(made))).tables[0]
    page = openpyxl.load_workbook(BytesIO(sheet_as_xlsx(made))).active
    assert page is not None
    above = page.max_row - len(made.rows)
    assert len(table.rows) == len(made.rows) + 1
    assert table.cell(1, 0).text == page.cell(above + 1, 1).value == made.rows[0].question
    assert {cell.data_type for row in page.rows for cell in row} <= {"s", "n", "inlineStr"}


def test_a_sheet_can_be_filled_in_and_printed() -> None:
    made = sheet()
    word = docx.Document(BytesIO(sheet_as_docx(made)))
    page = openpyxl.load_workbook(BytesIO(sheet_as_xlsx(made))).active
    assert page is not None
    assert page.freeze_panes
    assert page.column_dimensions["A"].width > 40
    assert word.sections[0].page_width > word.sections[0].page_height
    assert word.tables[0].rows[0].cells[0].paragraphs[0].runs[0].bold
    for said in ("Arvioija", "ettei kone löytänyt mitään"):
        assert said in sheet_as_html(made, "fi")
        assert any(said in one.text for one in word.paragraphs)
        assert any(said in str(cell.value) for row in page.rows for cell in row)


def test_no_sheet_says_approved() -> None:
    assert "not an approval" in sheet("en").title
