"""A Word document: what was taken in and what not and why, by theme."""

from __future__ import annotations

import io
import re
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from aukio.apps.plan.cocreation.models import Question, Response
from aukio.apps.plan.cocreation.queries.outcome import Outcome
from aukio.apps.plan.cocreation.queries.proposals import Told
from aukio.shared.i18n.times import long_date

LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def document(outcome: Outcome) -> bytes:
    """The outcome in the language now active; people's words keep their own."""
    language = (get_language() or "fi")[:2]
    file = Document()
    title = clean(str(outcome.call))
    file.core_properties.title = title[:255]
    file.core_properties.language = LOCALES.get(language, language)
    file.core_properties.author = file.core_properties.comments = ""
    _speak(file.styles["Normal"].element, language)
    file.add_heading(title, 0)
    if outcome.call.is_sample:
        file.add_paragraph(_("Sample data: everything is invented."))
    if outcome.call.outcome_published:
        _counts(file, outcome)
    for theme in outcome.themes:
        file.add_heading(clean(str(theme.theme or pgettext("theme", "No theme"))), 1)
        for told in theme.told:
            _proposal(file, told)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _counts(file: Any, outcome: Outcome) -> None:
    for decision, count in outcome.counts.items():
        file.add_paragraph(f"{decision.label}: {count}", style="List Bullet")
    if outcome.waiting:
        waiting = pgettext("decision", "Waiting for a response")
        file.add_paragraph(f"{waiting}: {outcome.waiting}", style="List Bullet")


def _proposal(file: Any, told: Told) -> None:
    one = told.proposal
    _said(file.add_heading("", 2), f"{one.number}. {one.title}", one.language)
    file.add_paragraph(clean(one.proposer))
    for question in Question:
        text = getattr(one, question.value)
        if text:
            paragraph = file.add_paragraph()
            paragraph.add_run(f"{question.label} ").bold = True
            _said(paragraph, text, one.language)
    for response in told.responses:
        _response(file, response)


def _response(file: Any, response: Response) -> None:
    heading = f"{response.get_decision_display()}, {long_date(response.at)}"
    file.add_heading(clean(heading), 3)
    if response.correction:
        _fact(file, _("Corrected, because"), response.correction, response.language)
    _said(file.add_paragraph(), response.reason, response.language)
    measure = response.measure
    if measure:
        _fact(file, _("Measure"), f"{measure.number} {measure.title}", "")
    if response.led_to:
        _fact(file, _("In the draft plan"), response.led_to, response.language)
    if response.passed_to:
        _fact(file, _("Passed on to"), response.passed_to, response.language)
    _fact(file, _("Responded by"), response.responder, "")


def _fact(file: Any, name: str, value: str, language: str) -> None:
    paragraph = file.add_paragraph()
    paragraph.add_run(f"{name}: ").bold = True
    _said(paragraph, value, language)


def _said(paragraph: Any, text: str, language: str) -> None:
    run = paragraph.add_run(clean(text))
    if language:
        _speak(run._r, language)


def _speak(element: Any, language: str) -> None:
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), LOCALES.get(language, language))
    element.get_or_add_rPr().append(mark)


def clean(text: str) -> str:
    """Without the characters that no XML can hold."""
    return _NOT_XML.sub(" ", text)
