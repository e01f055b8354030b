"""The report as tagged PDF (PDF/UA-1), printed from the same words as the page."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string

from aukio.apps.plan.queries.assessment import Assessment


def write(told: Assessment) -> bytes:
    """The PDF. Nothing is fetched: the document has no pictures and no addresses to load."""
    from weasyprint import HTML

    html = render_to_string("plan/report_print.html", {"told": told})
    made: bytes = HTML(string=html, url_fetcher=_refuse).write_pdf(pdf_variant="pdf/ua-1")
    return made


def _refuse(url: str, *args: Any, **options: Any) -> Any:
    raise ValueError(f"The report fetches nothing: {url}")
