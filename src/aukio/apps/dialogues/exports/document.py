"""A Word document of the summary: headings, languages and table headings marked as such."""

from __future__ import annotations

import io
import re
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.permissions import permitted
from aukio.shared.terms import queries as terms

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def document(publication: Publication, language: str) -> bytes:
    """The summary in ``language``, else in the first language it is ready in."""
    content, _notes = permitted(publication)
    ready = content["languages"]
    chosen = language if language in ready else ready[0]
    with translation.override(chosen):
        made = _Writer(chosen)
        _write(made, publication, content)
        return made.bytes()


class _Writer:
    """python-docx, with a language on every run."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.file = Document()
        self._speak(self.file.styles["Normal"].element.get_or_add_rPr(), language)

    def heading(self, text: str, level: int) -> None:
        self.file.add_heading(_clean(text), level)

    def paragraph(self, text: str, *, style: str = "Normal", language: str = "") -> None:
        run = self.file.add_paragraph(style=style).add_run(_clean(text))
        if language and language != self.language:
            self._speak(run._r.get_or_add_rPr(), language)

    def table(self, heading: list[str], rows: list[list[str]]) -> None:
        made = self.file.add_table(rows=1, cols=len(heading), style="Table Grid")
        for cell, text in zip(made.rows[0].cells, heading, strict=True):
            cell.paragraphs[0].add_run(_clean(text)).bold = True
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        made.rows[0]._tr.get_or_add_trPr().append(mark)
        for row in rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = _clean(text)

    def bytes(self) -> bytes:
        kept = io.BytesIO()
        self.file.save(kept)
        return kept.getvalue()

    @staticmethod
    def _speak(properties: Any, language: str) -> None:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}.get(language, language))
        properties.append(mark)


def _write(made: _Writer, publication: Publication, content: dict[str, Any]) -> None:
    round = content["round"]
    title = named(round["title"], made.language)
    made.file.core_properties.title = _clean(title)
    made.file.core_properties.language = made.language
    made.file.core_properties.author = ""
    made.file.core_properties.comments = ""
    made.heading(title, 0)
    if round["is_sample"]:
        made.paragraph(_("Sample: everything here is invented."))
    made.paragraph(_edition(publication))
    made.paragraph(named(round["description"], made.language))
    for theme in content["themes"]:
        _write_theme(made, theme, content)
    made.heading(_("Dialogues"), 1)
    made.table(
        [_("Dialogue"), _("Organiser"), _("Place"), _("Way"), _("Date"), _("People")],
        [_dialogue(made.language, one) for one in content["dialogues"]],
    )


def _edition(publication: Publication) -> str:
    told = _("Version %(version)d, published %(date)s.") % {
        "version": publication.version,
        "date": date_format(publication.published_at),
    }
    if not publication.reason:
        return told
    return f"{told} {_('Corrected: %(reason)s') % {'reason': publication.reason}}"


def _write_theme(made: _Writer, theme: dict[str, Any], content: dict[str, Any]) -> None:
    dialogues = {one["id"]: one for one in content["dialogues"]}
    made.heading(named(theme["title"], made.language), 1)
    description = named(theme["description"], made.language)
    if description:
        made.paragraph(description)
    for sentence in theme["sentences"]:
        made.paragraph(sentence["text"][made.language])
        for quote in sentence["quotes"]:
            held = dialogues.get(quote["dialogue"], {})
            made.paragraph(
                f"”{quote['text']}” – {held.get('title', '')}",
                style="List Bullet",
                language=quote["language"],
            )


def _dialogue(language: str, one: dict[str, Any]) -> list[str]:
    town = {code: name for code, name in one["municipality"].items() if code != "code"}
    return [
        one["title"],
        named(one["organiser"], language),
        ", ".join(part for part in (one["place"], named(town, language)) if part),
        terms.label("dialogue-modes", one["mode"], language) if one["mode"] else "",
        one["date"] or "",
        "" if one["participants"] is None else str(one["participants"]),
    ]


def _clean(text: str) -> str:
    """XML has no place for control characters; a space stands for one."""
    return _NOT_XML.sub(" ", text)
