"""What is wrong with a file of votes, said so that its owner can mend it."""

from dataclasses import dataclass


@dataclass(eq=False)
class VotesFault(Exception):
    """Votes that cannot be used. Nothing is returned in part.

    ``kind`` is a stable key for translation: "missing", "unreadable", "encoding", "heading",
    "id", "vote", "time", "twice", "no-rows", "sign", "too-large"; a fault of a table keeps the
    table's own. ``row`` counts the heading as row 1.
    """

    kind: str
    what: str
    file: str
    mend: str
    row: int | None = None
    cell: str = ""

    @property
    def where(self) -> str:
        """File, row and cell in words."""
        row = f"row {self.row}" if self.row else ""
        cell = f"cell “{self.cell}”" if self.cell else ""
        return ", ".join(part for part in (self.file, row, cell) if part)

    def __str__(self) -> str:
        """Return the whole message on one line, in English."""
        return f"{self.where}: {self.what} {self.mend}"
