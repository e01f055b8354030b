"""The forms a published brief can be taken along in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from aukio.apps.dialogues.impact import sheet
from aukio.apps.dialogues.impact.models import Edition
from aukio.shared import documents as doc

KEPT = 3600  # seconds; an edition never changes
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Form:
    type: str
    write: Callable[[dict[str, Any], str], bytes]


FORMS = {
    "pdf": Form("application/pdf", lambda c, lang: doc.pdf(sheet.sheet(c, lang), doc.Style.SHEET)),
    "docx": Form(
        f"{_OFFICE}.wordprocessingml.document", lambda c, lang: doc.docx(sheet.sheet(c, lang))
    ),
    "pptx": Form(
        f"{_OFFICE}.presentationml.presentation", lambda c, lang: doc.pptx(sheet.slides(c, lang))
    ),
    "json": Form(
        "application/json", lambda c, _lang: json.dumps(c, ensure_ascii=False, indent=1).encode()
    ),
}


def language_of(edition: Edition, wanted: str) -> str:
    """The wanted language, else the first the brief is whole in."""
    ready = edition.content["languages"]
    return wanted if wanted in ready else ready[0]


def written(edition: Edition, form: str, language: str) -> bytes:
    """The file in a language the brief has. Raises ``KeyError`` for an unknown form."""
    key = f"impact.brief:{edition.sha256}:{form}:{language}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = FORMS[form].write(edition.content, language)
        cache.set(key, content, KEPT)
    return content
