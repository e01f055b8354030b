"""A fault in what somebody gave us: what is wrong, where, and how to mend it.

Raised before anything is stored; shown to the person as it is, in their language.
"""

from __future__ import annotations

from django.utils.functional import Promise

Words = str | Promise


class Fault(Exception):
    """Says what is wrong, where (file, row, cell or field) and how to mend it."""

    def __init__(self, what: Words, *, where: Words = "", mend: Words = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what} {self.mend}".strip()
