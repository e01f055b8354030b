"""The expert's sheet for an easy text, as the engine lays it out."""

from __future__ import annotations

from aukio.apps.wording.exports.content import Checked
from aukio.engines.clarity import (
    Sheet,
    review_sheet,
    sheet_as_docx,
    sheet_as_html,
    sheet_as_xlsx,
)


def as_docx(checked: Checked) -> bytes:
    return sheet_as_docx(_sheet(checked))


def as_xlsx(checked: Checked) -> bytes:
    return sheet_as_xlsx(_sheet(checked))


def as_html(checked: Checked) -> bytes:
    return sheet_as_html(_sheet(checked), checked.asked.say_in).encode()


def _sheet(checked: Checked) -> Sheet:
    return review_sheet(checked.document, checked.report, checked.asked.say_in)
