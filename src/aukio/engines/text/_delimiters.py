"""How the cells of a delimited text are told apart."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

DELIMITERS: Final = (",", ";", "\t", "|")
_QUOTED_CELL: Final = re.compile(r'"(?:[^"]|"")*"', re.DOTALL)
_SAMPLE_ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Dialect:
    """The sign between cells, and whether quotation marks enclose cells."""

    delimiter: str
    quoted: bool = True


def parse(text: str, dialect: Dialect) -> list[tuple[int, list[str]]]:
    """Return ``(line number, cells)`` for each row; wholly blank lines give empty lists.

    Raises :class:`csv.Error` where quotation marks do not close.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
        strict=dialect.quoted,
    )
    rows, line = [], 1
    for cells in reader:
        rows.append((line, cells))
        line = reader.line_num + 1
    return rows


def sniff(text: str, *, wanted: Sequence[str] = ()) -> Dialect:
    """Return the dialect whose rows agree best on their number of cells.

    A dialect whose heading holds every ``wanted`` column wins over one whose heading does not.
    Quotation marks are taken literally in tab-separated files that use them as ordinary signs.
    """
    choices = [Dialect(sign) for sign in DELIMITERS] + [Dialect("\t", quoted=False)]
    return max(choices, key=lambda dialect: _score(text, dialect, wanted))


def _score(text: str, dialect: Dialect, wanted: Sequence[str]) -> tuple[float, ...]:
    try:
        rows = [cells for _, cells in parse(text, dialect) if cells][:_SAMPLE_ROWS]
    except csv.Error:  # keep it in the running, so that the fault can be told
        rows = [text.lstrip().splitlines()[0].split(dialect.delimiter), []]
    if not rows:
        return (0.0,)
    heading = [name.strip() for name in rows[0]]
    width, _ = Counter(len(cells) for cells in rows).most_common(1)[0]
    even = sum(len(cells) == len(heading) for cells in rows) / len(rows)
    several = len(heading) > 1 and width > 1
    return (
        float(bool(wanted) and all(name in heading for name in wanted)),
        float(several),
        even,
        float(_literal_quotes(text) != dialect.quoted) if dialect.delimiter == "\t" else 0.0,
        float(len(heading)),
    )


def _literal_quotes(text: str) -> bool:
    """Say whether some tab-separated cell opens with a quotation mark that encloses nothing."""
    cells = [cell for line in text.splitlines() for cell in line.split("\t")]
    opened = [cell for cell in cells if cell.startswith('"')]
    return any(not _QUOTED_CELL.fullmatch(cell) for cell in opened) and _lines_are_even(text)


def _lines_are_even(text: str) -> bool:
    return len({line.count("\t") for line in text.splitlines() if line}) == 1
