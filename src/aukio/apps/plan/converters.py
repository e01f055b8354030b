"""Numbers of the plan in addresses: ``1`` or ``C01`` is a commitment, ``1.1.1`` a measure."""

from __future__ import annotations

import re


class CommitmentNumber:
    example = "1"
    regex = r"[0-9A-Z][0-9A-Za-z]{0,39}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


class MeasureNumber(CommitmentNumber):
    example = "1.1.1"
    regex = r"[0-9A-Z][0-9A-Za-z]{0,39}(?:[.-][0-9A-Za-z]{1,40}){1,5}"


def can_be_shown(commitments: list[str], measures: list[str]) -> bool:
    """Whether every number can stand in an address, so that the plan can have public pages."""
    return all(re.fullmatch(CommitmentNumber.regex, one) for one in commitments) and all(
        re.fullmatch(MeasureNumber.regex, one) for one in measures
    )
