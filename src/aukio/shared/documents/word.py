"""A Word document: real headings, lists, table headings and links; a language on every run."""

from __future__ import annotations

import io
from typing import Any

import docx as python_docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from aukio.shared.documents.languages import is_right_to_left, locale_of
from aukio.shared.documents.signs import clean
from aukio.shared.documents.tree import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Link,
    Numbered,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Span,
    Table,
    Text,
    plain,
    spans,
)

LONGEST_PROPERTY = 255  # characters a core property may have


def docx(document: Document) -> bytes:
    """The document's bytes."""
    writer = _Writer(document)
    for one in document.blocks:
        writer.block(one)
    return writer.bytes()


class _Writer:
    """One file on its way."""

    def __init__(self, document: Document) -> None:
        self.language = document.language
        self.file: Any = python_docx.Document()  # its types are not whole
        self._describe(document)
        self.run(self.file.add_heading(level=0), Span(document.title))
        if document.subtitle:
            self.run(self.file.add_paragraph(style="Subtitle"), Span(document.subtitle))

    def _describe(self, document: Document) -> None:
        about = self.file.core_properties
        about.title = clean(document.title)[:LONGEST_PROPERTY]
        about.language = document.language
        about.author = about.comments = ""
        styles = self.file.styles.element
        for mark in styles.findall(f".//{qn('w:docDefaults')}//{qn('w:lang')}"):
            mark.set(qn("w:val"), locale_of(document.language))
        speak(self.file.styles["Normal"].element, document.language)

    def block(self, one: Block) -> None:
        match one:
            case Heading():
                self.words(self.file.add_heading(level=one.level), one.text)
            case Paragraph():
                self.words(self.file.add_paragraph(), one.text, one.language)
            case Bullets():
                for item in one.items:
                    self.words(self.file.add_paragraph(style="List Bullet"), item)
            case Numbered():
                self._numbered(one)
            case Quote():
                self._quote(one)
            case Table():
                self._table(one)
            case Facts():
                for name, value in one.pairs:
                    paragraph = self.file.add_paragraph()
                    self.run(paragraph, Span(f"{name}: ", strong=True))
                    self.words(paragraph, value)
            case Picture():
                self._picture(one)
            case PageBreak():
                self.file.add_page_break()

    def words(self, paragraph: Any, text: Text, language: str = "") -> None:
        for part in spans(text, language):
            if isinstance(part, Link):
                self._link(paragraph, part)
            else:
                self.run(paragraph, part)
        if is_right_to_left(language):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))

    def run(self, paragraph: Any, part: Span) -> Any:
        made = paragraph.add_run(clean(part.text))
        made.bold = True if part.strong else None
        speak(made._r, part.language or self.language)
        return made

    def _link(self, paragraph: Any, part: Link) -> None:
        """A hyperlink around a run; python-docx reads them but does not write them."""
        target = self.file.part.relate_to(
            clean(part.address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), target)
        made = self.run(paragraph, Span(part.text, part.language))
        made.font.underline = True
        link.append(made._r)
        paragraph._p.append(link)

    def _numbered(self, one: Numbered) -> None:
        number = self._new_numbering()
        for item in one.items:
            paragraph = self.file.add_paragraph(style="List Number")
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
            self.words(paragraph, item)

    def _new_numbering(self) -> int:
        """A numbering of its own, from one: else Word would go on from the list before."""
        style = self.file.styles["List Number"].element
        of_style = style.pPr.numPr.numId.val
        numbering = self.file.part.numbering_part.element
        abstract = numbering.num_having_numId(of_style).abstractNumId.val
        new = numbering.add_num(abstract)
        new.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(new.numId)

    def _quote(self, one: Quote) -> None:
        paragraph = self.file.add_paragraph(style="Quote")
        self.words(paragraph, f"”{one.text}”", one.language)
        if plain(one.source):
            self.run(paragraph, Span(" – "))
            self.words(paragraph, one.source)

    def _table(self, one: Table) -> None:
        if one.caption:
            self.run(self.file.add_paragraph(style="Caption"), Span(one.caption))
        made = self.file.add_table(rows=1, cols=len(one.head), style="Table Grid")
        for cell, text in zip(made.rows[0].cells, one.head, strict=True):
            for part in spans(text):
                self.run(cell.paragraphs[0], Span(part.text, part.language, strong=True))
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        made.rows[0]._tr.get_or_add_trPr().append(mark)
        for row in one.rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                self.words(cell.paragraphs[0], text)
        if one.caption:
            description = OxmlElement("w:tblCaption")
            description.set(qn("w:val"), clean(one.caption))
            made._tbl.tblPr.append(description)
        self.file.add_paragraph()  # two tables without a line between would be one

    def _picture(self, one: Picture) -> None:
        shown = self.file.add_picture(io.BytesIO(one.png), width=Cm(one.width))
        shown._inline.docPr.set("descr", clean(one.alternative))

    def bytes(self) -> bytes:
        kept = io.BytesIO()
        self.file.save(kept)
        return kept.getvalue()


def speak(element: Any, language: str) -> None:
    """Mark a run or a style with its language."""
    properties = element.get_or_add_rPr()
    if is_right_to_left(language):
        properties.append(OxmlElement("w:rtl"))
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), locale_of(language) if language != "und" else "x-none")
    if is_right_to_left(language):
        mark.set(qn("w:bidi"), language)
    properties.append(mark)
