"""The forms a published summary can be downloaded in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aukio.apps.dialogues.exports.data import data
from aukio.apps.dialogues.exports.document import document
from aukio.apps.dialogues.exports.table import table
from aukio.apps.dialogues.models import Publication

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """How a file is made and what a browser is told it is."""

    content_type: str
    make: Callable[[Publication, str], bytes]


FORMS = {
    "csv": Form("text/csv; charset=utf-8", table),
    "json": Form("application/json", data),
    "docx": Form(DOCX, document),
}


def export(publication: Publication, form: str, language: str) -> tuple[str, bytes]:
    """``(file name, content)``. Raises ``KeyError`` for a form that is not in ``FORMS``."""
    slug = publication.content["round"]["slug"]
    name = f"{slug}-{publication.version}-{language}.{form}"
    return name, FORMS[form].make(publication, language)
