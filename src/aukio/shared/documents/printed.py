"""Tagged PDF (PDF/UA-1), printed from the same HTML as the page."""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from aukio.shared.documents.page import html
from aukio.shared.documents.signs import clean
from aukio.shared.documents.tree import Document

_COMMON = """
* { font-variant-ligatures: none }
h1, h2, h3, h4, h5 { break-after: avoid; line-height: 1.2; color: #123 }
li, p, dd, th, td, h1, h2, h3 { overflow-wrap: anywhere }
a { color: #0b3d91 }
img { max-width: 100% }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; border-bottom: .5pt solid #888; padding: 2pt 4pt }
thead { display: table-header-group }
tr, figure { break-inside: avoid }
caption { text-align: left; font-weight: bold; padding-bottom: 2pt }
figure { margin: 4pt 0 6pt; padding-left: 8pt; border-left: 2.5pt solid #2a6ebb }
figure p { margin: 0 }
figcaption { color: #444 }
dl { margin: 6pt 0 }
dl div { display: flex; break-inside: avoid; padding: 1.5pt 0 }
dt { font-weight: bold; width: 34%; padding-right: 8pt }
dd { margin: 0; flex: 1 }
.aukio-page-break { break-after: page }
.subtitle { font-size: 1.15em; color: #444 }
"""
_REPORT = """
@page { size: A4; margin: 22mm 20mm;
        @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif } }
body { font: 10.5pt/1.45 "Liberation Sans", "DejaVu Sans", sans-serif; color: #111 }
h1 { font-size: 22pt } h2 { font-size: 16pt } h3 { font-size: 13pt } h4, h5 { font-size: 11pt }
"""
_SHEET = """
@page { size: A4; margin: 15mm 16mm 13mm }
body { font: 9.5pt/1.32 "Liberation Sans", "DejaVu Sans", sans-serif; color: #111; margin: 0 }
h1 { font-size: 17pt; margin: 0 0 3pt } h2 { font-size: 11.5pt; margin: 8pt 0 3pt }
h3 { font-size: 10pt; margin: 6pt 0 2pt } p { margin: 0 0 4pt }
ul, ol { margin: 0 0 4pt; padding-left: 14pt } li { margin-bottom: 2pt }
"""


class Style(Enum):
    """How it is set: a report with page numbers, or dense on one sheet."""

    REPORT = _REPORT
    SHEET = _SHEET


def pdf(document: Document, style: Style = Style.REPORT) -> bytes:
    """The file, as bytes. Nothing is fetched, whatever addresses the words hold."""
    made: bytes = _laid_out(document, style).write_pdf(pdf_variant="pdf/ua-1")
    return made


def page_count(document: Document, style: Style = Style.REPORT) -> int:
    """How many pages the PDF has."""
    return len(_laid_out(document, style).pages)


def _laid_out(document: Document, style: Style) -> Any:
    from weasyprint import HTML  # takes a second: only when something is printed
    from weasyprint.urls import URLFetcher

    # Pictures are inside the page itself; nothing else is ever loaded.
    fetcher = URLFetcher(allowed_protocols=("data",), fail_on_errors=False)
    page = HTML(string=_whole(document, style), url_fetcher=fetcher)
    return page.render(pdf_variant="pdf/ua-1")


def _whole(document: Document, style: Style) -> str:
    title = clean(document.title)
    subtitle = clean(document.subtitle)
    return format_html(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title>'
        "<style>{}</style></head><body><h1>{}</h1>{}{}</body></html>",
        document.language,
        title,
        mark_safe(_COMMON + style.value),  # noqa: S308 - our own, above
        title,
        format_html('<p class="subtitle">{}</p>', subtitle) if subtitle else "",
        html(document),
    )
