"""Numbers of the plan in addresses: ``1`` is a commitment, ``1.1.1`` a measure."""

from __future__ import annotations


class CommitmentNumber:
    regex = r"[0-9]{1,3}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


class MeasureNumber(CommitmentNumber):
    regex = r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}"
