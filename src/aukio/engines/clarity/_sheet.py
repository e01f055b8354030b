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
NOTES = {
    "fi": "Numero kertoo, montako kohtaa kone löysi. 0 tarkoittaa, ettei kone löytänyt mitään: "
    "arvio on silti sinun.",
    "sv": "Talet visar hur många ställen maskinen hittade. 0 betyder att maskinen inte hittade "
    "något: bedömningen är ändå din.",
    "en": "The number tells how many places the machine found. 0 means that it found none: "
    "the judgement is still yours.",
}
BLANKS = {
    "fi": ("Teksti", "Arvioija", "Päivä"),
    "sv": ("Text", "Bedömare", "Datum"),
    "en": ("Text", "Reviewer", "Date"),
}
STYLE = (
    "body{font-family:sans-serif;line-height:1.4;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #666;padding:.4rem .6rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}thead th{background:#e9eef5}tbody th{font-weight:normal;width:30%}"
    "td:nth-child(2){width:12%}td:nth-child(4){width:28%}tr{break-inside:avoid}"
)
WIDTHS = (45, 16, 55, 45)  # columns of the workbook, in characters
PARTS = (3, 1, 3, 3)  # columns of the Word table, as parts of its width
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
    note: str
    blanks: tuple[str, str, str]
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
    return Sheet(
        TITLES[say_in],
        NOTES[say_in],
        BLANKS[say_in],
        HEADINGS[say_in],
        NOT_CHECKED[say_in],
        tuple(rows),
    )


def sheet_as_html(sheet: Sheet, language: str) -> str:
    """A page with one table, its headings marked for screen readers."""
    head = "".join(f'<th scope="col">{html.escape(one)}</th>' for one in sheet.headings)
    body = "".join(
        f'<tr><th scope="row">{html.escape(cells[0])}</th>'
        + "".join(f"<td>{html.escape(one)}</td>" for one in cells[1:])
        + "</tr>"
        for cells in sheet.cells()
    )
    title, note = html.escape(sheet.title), html.escape(sheet.note)
    blanks = "".join(f"<p>{html.escape(one)}: ____________________</p>" for one in sheet.blanks)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>{blanks}"
        f"<p>{note}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        "</body></html>"
    )


def sheet_as_docx(sheet: Sheet) -> bytes:
    """A Word document lying down: lines to fill in, then the table, its head on every page."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement

    made, content = docx.Document(), BytesIO()
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    made.add_heading(sheet.title, level=1)
    for one in sheet.blanks:
        made.add_paragraph(f"{one}: ____________________")
    made.add_paragraph(sheet.note)
    table = made.add_table(rows=1, cols=4)
    table.style, table.autofit = "Table Grid", False
    whole = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for cells in (sheet.headings, *sheet.cells()):
        is_head = cells is sheet.headings
        row = table.rows[0] if is_head else table.add_row()
        for cell, words, part in zip(row.cells, cells, PARTS, strict=True):
            cell.width = whole * part // sum(PARTS)
            cell.paragraphs[0].add_run(words).bold = is_head
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    made.save(content)
    return content.getvalue()


def sheet_as_xlsx(sheet: Sheet) -> bytes:
    """A workbook with the table; text never becomes a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book, content = Workbook(), BytesIO()
    page = book.active
    if page is None:
        raise RuntimeError("openpyxl made a workbook without a sheet")
    above = [(sheet.title,), *((f"{one}:",) for one in sheet.blanks), (sheet.note,)]
    head = len(above) + 1
    for row, cells in enumerate((*above, sheet.headings, *sheet.cells()), start=1):
        for column, words in enumerate(cells, start=1):
            cell = page.cell(row, column)
            cell.value = int(words) if row > head and words.isdecimal() else words
            if isinstance(cell.value, str):
                cell.data_type = "s"
            cell.font = Font(bold=row in {1, head})
            cell.alignment = Alignment(wrap_text=row >= head, vertical="top")
    for column, width in enumerate(WIDTHS, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = f"A{head + 1}"
    page.print_title_rows = f"{head}:{head}"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.save(content)
    return content.getvalue()


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_EXAMPLE else line[: LONGEST_EXAMPLE - 1] + "…"
