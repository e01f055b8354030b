"""All that is wrong in a reference file, row by row, told at once.

Used by the loaders of terms and areas, so that a person mends a file in one go. Nothing has
been stored when this is raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from aukio.shared.faults import Fault


@dataclass(frozen=True)
class RowFault:
    """One thing to mend: the file, the row (1 is the first line) and the column it is in."""

    what: str
    mend: str
    file: str
    row: int | None = None
    column: str = ""

    @property
    def where(self) -> str:
        """The place in words."""
        parts = [self.file]
        if self.row is not None:
            parts.append(_("row %(row)d") % {"row": self.row})
        if self.column:
            parts.append(_("column %(column)s") % {"column": self.column})
        return ", ".join(parts)

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.mend}"

    def as_dict(self) -> dict[str, object]:
        """For machines."""
        return asdict(self)


class FileFault(Fault):
    """The files cannot be used. ``faults`` holds every fault found, the first one first."""

    def __init__(self, faults: Iterable[RowFault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(first.what, where=first.where, mend=first.mend)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
