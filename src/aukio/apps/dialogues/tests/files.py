"""Documents to test with, made on the spot."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx(*paragraphs: str, cells: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word document as python-docx writes it."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        table = document.add_table(rows=len(cells), cols=len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return kept.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A bare Word document whose body is the given XML; other parts by name."""
    relations = f'<Relationships><Relationship Type="{RELATION}" Target="word/document.xml"/>'
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    beside = {f"word/{name}.xml": f'<w:x xmlns:w="{W}">{xml}</w:x>' for name, xml in parts.items()}
    return packed(
        {
            "_rels/.rels": relations + "</Relationships>",
            "word/document.xml": document,
            **beside,
        }
    )


def run(text: str) -> str:
    """A paragraph of Word with one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def odt(body: str) -> bytes:
    """An OpenDocument text whose body is the given XML (prefix ``t``)."""
    content = (
        f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}">'
        f"<o:body><o:text>{body}</o:text></o:body></o:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
