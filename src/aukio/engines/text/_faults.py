"""What is wrong with a table, said so that its owner can mend it."""

from dataclasses import dataclass


@dataclass(eq=False)
class TableFault(Exception):
    """A file that cannot be read as a table.

    ``kind`` is a stable key for translation: "missing", "folder", "unreadable", "too-large",
    "empty", "binary", "encoding", "heading", "column", "rows", "ids", "no-rows".
    """

    kind: str
    what: str
    where: str
    mend: str

    def __str__(self) -> str:
        """Return the whole message on one line, in English."""
        return f"{self.where}: {self.what} {self.mend}"


def numbered(rows: list[int], *, most: int = 5) -> str:
    """Return row numbers as words: "rows 3, 8 and 4 more"."""
    if len(rows) == 1:
        return f"row {rows[0]}"
    shown = ", ".join(str(row) for row in rows[:most])
    more = f" and {len(rows) - most} more" if len(rows) > most else ""
    return f"rows {shown}{more}"
