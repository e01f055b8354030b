"""Delimited tables as people save them: any delimiter, encoding and line ending."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aukio.engines.text._decoding import decode
from aukio.engines.text._delimiters import Dialect, parse, sniff
from aukio.engines.text._faults import TableFault, numbered

MEGABYTE: Final = 1_000_000
DEFAULT_LIMIT: Final = 50 * MEGABYTE
_HEADING: Final = "(The heading is row 1.)"

_DELIMITER_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text cells: every row has one cell for each column, exactly as written."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    name: str = "table"

    def column(self, name: str) -> tuple[str, ...]:
        """Return the cells of one column; raises :class:`TableFault` listing those there are."""
        if name not in self.columns:
            raise TableFault(
                "column",
                f"There is no column “{name}”.",
                self.name,
                f"The columns are: {', '.join(self.columns)}.",
            )
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)


def read_table(
    source: str | Path | bytes,
    *,
    wanted: Sequence[str] = (),
    limit: int = DEFAULT_LIMIT,
    name: str | None = None,
) -> Table:
    """Read a delimited text with a heading row.

    ``source`` is a path or the bytes themselves; ``wanted`` columns must exist and help in
    finding the delimiter; ``limit`` is the largest size in bytes; ``name`` is what messages
    call the file. Row numbers in messages count the heading as row 1 and a cell of many lines
    as one row, as a spreadsheet shows them. Raises :class:`TableFault`; never returns a part.
    """
    called = name or (Path(source).name if not isinstance(source, bytes) else "table")
    content = source if isinstance(source, bytes) else _content(Path(source), called, limit)
    _check_size(len(content), called, limit)
    text, encoding = decode(content, where=called)
    if not text.strip():
        raise _empty(called)
    dialect = sniff(text, wanted=wanted)
    columns, rows = _rows(text, dialect, called)
    table = Table(columns, rows, encoding, dialect.delimiter, called)
    for column in wanted:
        table.column(column)
    return table


def _content(path: Path, called: str, limit: int) -> bytes:
    if path.is_dir():
        raise TableFault("folder", "This is a folder, not a file.", str(path), "Name a file in it.")
    try:
        _check_size(path.stat().st_size, called, limit)
        return path.read_bytes()
    except FileNotFoundError:
        raise TableFault(
            "missing", "There is no such file.", str(path), "Check its name and folder."
        ) from None
    except OSError as error:
        raise TableFault(
            "unreadable",
            f"The file cannot be read ({error.strerror}).",
            str(path),
            "Check its permissions.",
        ) from error


def _check_size(size: int, called: str, limit: int) -> None:
    if size == 0:
        raise _empty(called)
    if size > limit:
        raise TableFault(
            "too-large",
            f"The file is {size / MEGABYTE:.0f} MB; at most {limit / MEGABYTE:g} MB is read.",
            called,
            "Divide it into smaller files.",
        )


def _empty(called: str) -> TableFault:
    return TableFault(
        "empty", "The file is empty.", called, "It needs a heading row and a row for each note."
    )


def _rows(
    text: str, dialect: Dialect, called: str
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    try:
        parsed = [cells for _, cells in parse(text, dialect)]
    except csv.Error as error:
        raise _unclosed(text, called) from error
    kept = _without_blank(parsed)
    if not kept:
        raise _empty(called)
    columns = _columns(kept[0], called)
    body = [_padded(cells, len(columns)) for cells in kept[1:]]
    _refuse_uneven(body, len(columns), dialect, called)
    return columns, tuple(tuple(cells) for cells in body)


def _unclosed(text: str, called: str) -> TableFault:
    opened = [number for number, line in enumerate(text.splitlines(), 1) if line.count('"') % 2]
    line = opened[-1] if opened else 1
    return TableFault(
        "rows",
        f"A quotation mark is opened or closed in the wrong place near line {line}.",
        f"{called}, line {line}",
        "Close the quotation mark, and write a mark inside a cell twice.",
    )


def _without_blank(parsed: list[list[str]]) -> list[list[str]]:
    """Drop blank lines; in a table of one column a blank line between rows is an empty cell."""
    while parsed and not any(cell.strip() for cell in parsed[0]):
        parsed = parsed[1:]
    while parsed and not parsed[-1]:
        parsed = parsed[:-1]
    if parsed and len(parsed[0]) == 1:
        return [cells or [""] for cells in parsed]
    return [cells for cells in parsed if cells]


def _columns(heading: list[str], called: str) -> tuple[str, ...]:
    while len(heading) > 1 and not heading[-1].strip():
        heading = heading[:-1]
    names = [cell.strip() or f"column {place}" for place, cell in enumerate(heading, 1)]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise TableFault(
            "heading",
            f"The heading has “{twice[0]}” more than once.",
            f"{called}, row 1",
            "Give each column its own name.",
        )
    return tuple(names)


def _padded(cells: list[str], width: int) -> list[str]:
    """Cut empty cells past the last column: spreadsheets leave such delimiters behind."""
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _refuse_uneven(body: list[list[str]], width: int, dialect: Dialect, called: str) -> None:
    uneven = [number for number, cells in enumerate(body, 2) if len(cells) != width]
    if uneven:
        sign = _DELIMITER_NAMES[dialect.delimiter]
        found = len(body[uneven[0] - 2])
        raise TableFault(
            "rows",
            f"The heading has {width} cells, but row {uneven[0]} has {found}; {numbered(uneven)}"
            f" differ from the heading. {_HEADING}",
            f"{called}, {numbered(uneven)}",
            f"Put quotation marks round a cell that holds a {sign}, or add the missing cells.",
        )
