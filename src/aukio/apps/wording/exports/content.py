"""What every file is made of."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.wording.asking import Asked
from aukio.apps.wording.texts import Given
from aukio.engines.clarity import Document, Report


@dataclass(frozen=True, slots=True)
class Checked:
    """A text with its findings; `given` holds the original file, if there was one."""

    given: Given
    document: Document
    report: Report
    asked: Asked
