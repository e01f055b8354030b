"""The self-assessment as files: each form is written from the same tree."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache

from aukio.apps.plan.queries.assessment import Assessment
from aukio.apps.plan.reports.document import document
from aukio.shared.documents import docx, pdf

KEPT = 600  # seconds


@dataclass(frozen=True)
class Form:
    """A kind of file: its type and how it is written."""

    type: str
    write: Callable[[Assessment], bytes]


def as_json(told: Assessment) -> bytes:
    """The tree itself."""
    return json.dumps(told.as_dict(), ensure_ascii=False, indent=1).encode()


FORMS = {
    "json": Form("application/json", as_json),
    "docx": Form(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda told: docx(document(told)),
    ),
    "pdf": Form("application/pdf", lambda told: pdf(document(told))),
}


def written(told: Assessment, form: str) -> bytes:
    """The file; the same tree is not written twice within ten minutes."""
    digest = hashlib.sha256(as_json(told)).hexdigest()
    key = f"plan.report:{form}:{digest}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = FORMS[form].write(told)
        cache.set(key, content, KEPT)
    return content
