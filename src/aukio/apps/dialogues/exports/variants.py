"""The short or the easy-language version as a table, a Word document or a PDF."""

from __future__ import annotations

import csv
import io

from aukio.apps.dialogues.exports.table import plain_cell
from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.variant_sheet import sheet
from aukio.shared.documents import Document, Style, docx, pdf

COLUMNS = (
    *("version", "sentence_id", "text_fi", "text_sv", "text_en"),
    *("status_fi", "status_sv", "status_en", "source_sentence_ids", "is_sample"),
)
LANGUAGES = ("fi", "sv", "en")


def table(publication: Publication, kind: str, language: str) -> bytes:
    """UTF-8 with a byte-order mark; a row for each sentence, its sources with spaces between."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(COLUMNS)
    is_sample = "yes" if publication.content["round"]["is_sample"] else "no"
    for one in publication.content["variants"][kind]["sentences"]:
        cells = [
            *(kind, one["id"]),
            *(one["text"].get(code, "") for code in LANGUAGES),
            *(one["status"].get(code, "") for code in LANGUAGES),
            *(" ".join(map(str, one["sources"])), is_sample),
        ]
        writer.writerow([plain_cell(cell) for cell in cells])
    return kept.getvalue().encode("utf-8-sig")


def as_docx(publication: Publication, kind: str, language: str) -> bytes:
    """In ``language``, else in the first language the version is ready in."""
    return docx(_sheet(publication, kind, language))


def as_pdf(publication: Publication, kind: str, language: str) -> bytes:
    """The same on paper; the short version fits one page."""
    return pdf(_sheet(publication, kind, language), Style.REPORT)


def _sheet(publication: Publication, kind: str, language: str) -> Document:
    ready = publication.content["variants"][kind]["languages"]
    return sheet(publication.content, kind, language if language in ready else ready[0])
