"""The report as a Word document with real headings, lists and languages."""

from __future__ import annotations

import io
import re
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from aukio.apps.plan.queries.assessment import Assessment, MeasureTold, Said

LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(told: Assessment) -> bytes:
    """The document's bytes."""
    document = Document()
    document.core_properties.title = told.title[:255]
    document.core_properties.language = LOCALES.get(told.language, told.language)
    _set_language(document.styles["Normal"].element, told.language)
    document.add_heading(clean(told.title), 0)
    document.add_paragraph(_("Self-assessment, %(day)s") % {"day": told.day})
    if told.own_translation:
        document.add_paragraph(_("Aukio's own translation, not official."))
    for words, count in told.stand:
        document.add_paragraph(f"{words}: {count}", style="List Bullet")
    for commitment in told.commitments:
        document.add_heading(clean(f"{commitment.number} {commitment.title}"), 1)
        for measure in commitment.measures:
            _measure(document, measure)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _measure(document: Any, measure: MeasureTold) -> None:
    document.add_heading(clean(f"{measure.number} {measure.title}"), 2)
    document.add_paragraph(clean(measure.text))
    facts = [
        (_("Lead"), measure.lead),
        (_("Supported by"), measure.supporters),
        (_("Time"), "–".join(part for part in (measure.start, measure.end) if part)),
        (_("Completion"), measure.completion_words),
        (_("Obstacles"), ", ".join(measure.obstacles)),
        (_("Approved by"), measure.approved_by),
    ]
    for name, value in facts:
        if value:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(clean(value))
    _said(document, _("What has been done"), [measure.results])
    _said(document, _("What comes next"), [measure.next_steps])
    if measure.evidence:
        document.add_heading(_("What shows it"), 3)
    for one in measure.evidence:
        state = _("checked") if one.checked else _("not checked")
        text = " – ".join(part for part in (one.title, one.address, state) if part)
        document.add_paragraph(clean(text), style="List Bullet")
    if measure.milestones:
        document.add_heading(_("Milestones"), 3)
    for title, due, done in measure.milestones:
        text = " – ".join(part for part in (title, due, done) if part)
        document.add_paragraph(clean(text), style="List Bullet")
    _said(document, _("Reviews"), measure.reviews)


def _said(document: Any, heading: str, told: list[Said] | list[Said | None]) -> None:
    words = [one for one in told if one is not None]
    if not words:
        return
    document.add_heading(heading, 3)
    for one in words:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(clean(one.text))
        _set_language(run._r, one.language)
        if one.by:
            paragraph.add_run(clean(f" ({one.by})"))


def _set_language(element: Any, language: str) -> None:
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), LOCALES.get(language, language))
    element.get_or_add_rPr().append(mark)


def clean(text: str) -> str:
    """Without the characters that no XML can hold."""
    return NOT_IN_XML.sub("", text)
