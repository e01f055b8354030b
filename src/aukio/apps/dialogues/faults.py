"""What can be wrong with input, told to the person in their language.

``what`` is wrong, ``where`` it is, and how to ``mend`` it. Nothing is stored when one is raised.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.shared.faults import Fault, Words


class Frozen(Exception):
    """Somebody tried to alter what never changes: a mistake in the program."""


@dataclass(frozen=True)
class Place:
    """Where in the input. Row 1 is the heading of a table."""

    file: str = ""
    row: int | None = None
    cell: str = ""
    field: str = ""

    def __str__(self) -> str:
        row = pgettext("place", "row %(row)d") % {"row": self.row} if self.row else ""
        return ", ".join(part for part in (self.file, row, self.cell, self.field) if part)


class InputFault(Fault):
    """The input cannot be used; ``place`` says where, part by part."""

    def __init__(self, what: Words, *, place: Place | None = None, mend: Words = "") -> None:
        self.place = place or Place()
        super().__init__(what, where=str(self.place), mend=mend)

    def as_dict(self) -> dict[str, object]:
        """For machines: every part by name."""
        return {"what": str(self.what), "where": asdict(self.place), "mend": str(self.mend)}


class EditedMeanwhile(Fault):
    """Somebody else saved a sentence first: nothing was stored, and nothing of theirs changed."""

    def __init__(self) -> None:
        super().__init__(
            _("The sentence has changed while you were writing."),
            mend=_("Compare the two, take what you need from both, and save again."),
        )


@dataclass(frozen=True)
class Offence:
    """One reason why a summary cannot be published yet; ids lead to what to mend."""

    what: str
    where: str
    mend: str
    sentence: int | None = None
    theme: int | None = None
    record: int | None = None
    variant: str = ""
    variant_sentence: int | None = None


class PublishRefused(Fault):
    """The summary cannot be published; ``offences`` lists every reason."""

    def __init__(self, what: Words, *, mend: Words, offences: list[Offence]) -> None:
        super().__init__(what, mend=mend)
        self.offences = offences
