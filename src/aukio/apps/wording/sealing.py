"""A kept text in and out of the database: encrypted, with the service's own key."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from aukio.apps.wording import asking
from aukio.apps.wording.asking import Asked
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.texts import Given, read
from aukio.engines.clarity import Report
from aukio.shared.accounts.sealing import seal, unseal

_ASKED: TypeAdapter[Asked] = TypeAdapter(Asked)
_REPORT: TypeAdapter[Any] = TypeAdapter(Report)


@dataclass(frozen=True, slots=True)
class Opened:
    """A kept text as it is read: what was given, how it was asked, what was found."""

    row: KeptText
    given: Given
    asked: Asked
    report: Report


def sealed_content(given: Given) -> str:
    return seal(base64.b64encode(given.content).decode("ascii"))


def sealed_asked(asked: Asked) -> str:
    return seal(_ASKED.dump_json(asked).decode())


def sealed_report(report: Report) -> str:
    return seal(_REPORT.dump_json(report).decode())


def opened(row: KeptText) -> Opened | None:
    """The text and all about it; None when the key that sealed it is gone."""
    content, asked, report = map(unseal, (row.sealed_content, row.sealed_asked, row.sealed_report))
    if not (content and asked and report):
        return None
    how = _ASKED.validate_json(asked)
    given = Given(base64.b64decode(content), how.ending, how.name)
    return Opened(row, given, how, _report(report, given, how))


def _report(found: str, given: Given, asked: Asked) -> Report:
    """The report as it was kept; one in the shape of an older release is made anew, quickly."""
    try:
        report: Report = _REPORT.validate_json(found)
    except ValidationError:
        return asking.surface(read(given), asked)
    return report
