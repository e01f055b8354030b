"""The expert's sheet for an easy text: machine-checked questions with evidence, the rest open.

It prepares a review. No answer is filled in: where findings bear on a question they are shown,
where none do the machine says so, and the judgement stays the expert's.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from io import BytesIO

from aukio.engines.clarity._checking import Report
from aukio.engines.clarity._checking._catalogue import load
from aukio.engines.clarity._documents import Document

EXAMPLES = 3
LONGEST_EXAMPLE = 90
HEADINGS = {
    "fi": ("Kysymys", "Koneen löydöt", "Esimerkkejä", "Asiantuntijan arvio"),
    "sv": ("Fråga", "Maskinens fynd", "Exempel", "Expertens bedömning"),
    "en": ("Question", "Found by machine", "Examples", "Expert's judgement"),
}
NOT_CHECKED = {"fi": "ei koneella", "sv": "inte maskinellt", "en": "not by machine"}
TITLES = {
    "fi": "Selkotekstin arviointi: pohja asiantuntijalle (ei hyväksyntä)",
    "sv": "Bedömning av lättläst text: underlag för expert (inte ett godkännande)",
    "en": "Review of an easy text: prepared for an expert (not an approval)",
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One question; `count` is None where the machine checks nothing."""

    question: str
    count: int | None
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows in one language, with the words around them."""

    title: str
    headings: tuple[str, str, str, str]
    not_checked: str
    rows: tuple[SheetRow, ...]

    def cells(self) -> list[tuple[str, str, str, str]]:
        """The table as text; the last column is left for the expert."""
        return [
            (
                row.question,
                self.not_checked if row.count is None else str(row.count),
                "; ".join(row.examples),
                "",
            )
            for row in self.rows
        ]


def review_sheet(document: Document, report: Report, say_in: str) -> Sheet:
    """The sheet of a checked document, in fi, sv or en."""
    rows = []
    for entry in load("sheet"):
        found = [one for one in report.findings if one.rule in entry["rules"]]
        shown = (_shortened(document.source[one.start : one.end]) for one in found)
        examples = tuple(dict.fromkeys(shown))[:EXAMPLES]
        count = len(found) if entry["rules"] else None
        rows.append(SheetRow(entry["ask"][say_in], count, examples))
    return Sheet(TITLES[say_in], HEADINGS[say_in], NOT_CHECKED[say_in], tuple(rows))


def sheet_as_html(sheet: Sheet, language: str) -> str:
    """A page with one table, its headings marked for screen readers."""
    head = "".join(f'<th scope="col">{html.escape(one)}</th>' for one in sheet.headings)
    body = "".join(
        f'<tr><th scope="row">{html.escape(cells[0])}</th>'
        + "".join(f"<td>{html.escape(one)}</td>" for one in cells[1:])
        + "</tr>"
        for cells in sheet.cells()
    )
    title = html.escape(sheet.title)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body><h1>{title}</h1>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></body></html>"
    )


def sheet_as_docx(sheet: Sheet) -> bytes:
    """A Word document with the table."""
    import docx

    made, content = docx.Document(), BytesIO()
    made.add_heading(sheet.title, level=1)
    table = made.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    for cells in (sheet.headings, *sheet.cells()):
        row = table.rows[0] if cells is sheet.headings else table.add_row()
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    made.save(content)
    return content.getvalue()


def sheet_as_xlsx(sheet: Sheet) -> bytes:
    """A workbook with the table; text never becomes a formula."""
    from openpyxl import Workbook

    book, content = Workbook(), BytesIO()
    page = book.active
    if page is None:
        raise RuntimeError("openpyxl made a workbook without a sheet")
    for row, cells in enumerate((sheet.headings, *sheet.cells()), start=1):
        for column, words in enumerate(cells, start=1):
            cell = page.cell(row, column)
            cell.value = words
            cell.data_type = "s"
    book.save(content)
    return content.getvalue()


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_EXAMPLE else line[: LONGEST_EXAMPLE - 1] + "…"
