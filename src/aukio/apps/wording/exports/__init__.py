"""The forms in which findings can be taken along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from aukio.apps.wording.exports import comments, data, sheet
from aukio.apps.wording.exports.content import Checked
from aukio.apps.wording.models import Profile
from aukio.apps.wording.sealing import Opened
from aukio.ui.components.own import Link

__all__ = ["FORMS", "Checked", "Form", "links", "name_of"]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Form:
    """A file: what it is called in a list, its ending, its kind, and how it is made."""

    label: str | Promise
    ending: str
    content_type: str
    make: Callable[[Checked], bytes]
    only_easy: bool = False


FORMS = {
    "docx": Form(pgettext_lazy("file", "Word with comments"), "docx", DOCX, comments.document),
    "sheet-docx": Form(
        pgettext_lazy("file", "Expert's sheet, Word"), "docx", DOCX, sheet.as_docx, True
    ),
    "sheet-xlsx": Form(
        pgettext_lazy("file", "Expert's sheet, Excel"), "xlsx", XLSX, sheet.as_xlsx, True
    ),
    "sheet-html": Form(
        pgettext_lazy("file", "Expert's sheet, HTML"), "html", HTML, sheet.as_html, True
    ),
    "json": Form("JSON", "json", "application/json", data.as_json),
    "sarif": Form("SARIF", "sarif", "application/sarif+json", data.as_sarif),
}


def offered(profile: str) -> dict[str, Form]:
    """The forms for a text of this profile: the sheet is for easy language only."""
    is_easy = profile == Profile.EASY
    return {code: form for code, form in FORMS.items() if is_easy or not form.only_easy}


def links(text: Opened, address: Callable[[str], str]) -> list[Link]:
    """The files of a kept text."""
    found = offered(text.asked.profile)
    return [Link(str(form.label), address(code)) for code, form in found.items()]


def name_of(form: str) -> str:
    """A file name that tells nothing of the text."""
    kind = "sheet" if form.startswith("sheet") else "findings"
    return f"aukio-{kind}.{FORMS[form].ending}"
