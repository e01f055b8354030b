"""The forms a published summary can be downloaded in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aukio.apps.dialogues.exports import variants
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


@dataclass(frozen=True)
class VariantForm:
    """The same for a short or an easy-language version, by its kind."""

    content_type: str
    make: Callable[[Publication, str, str], bytes]


VARIANT_FORMS = {
    "csv": VariantForm("text/csv; charset=utf-8", variants.table),
    "docx": VariantForm(DOCX, variants.as_docx),
    "pdf": VariantForm("application/pdf", variants.as_pdf),
}


def export(
    publication: Publication, form: str, language: str, version: str = ""
) -> tuple[str, bytes]:
    """``(file name, content)``, of the full summary or of a ``version`` of it.

    Raises ``KeyError`` for a form that is not in ``FORMS`` (``VARIANT_FORMS``).
    """
    slug = publication.content["round"]["slug"]
    part = f"-{version}" if version else ""
    name = f"{slug}{part}-{publication.version}-{language}.{form}"
    if version:
        return name, VARIANT_FORMS[form].make(publication, version, language)
    return name, FORMS[form].make(publication, language)
