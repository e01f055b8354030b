"""Notes from a table."""

from collections import Counter
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Final

from aukio.engines.meaning._notes import Note
from aukio.engines.text import TableFault, read_table

TITLES: Final = ("title", "otsikko", "rubrik", "titel", "heading", "headline")


def read_notes(
    source: str | Path | bytes,
    *,
    text: str,
    language: str | None = None,
    identity: str | None = None,
    title: str | None = None,
) -> list[Note]:
    """Return one note for each row of a table, empty texts included.

    ``text``, ``language``, ``identity`` and ``title`` name columns; without ``identity`` a
    note's id is the number of its row below the heading, from "1". Without ``title`` a column
    that is called so in a common language is taken; "" takes none. Raises
    :class:`TableFault` when the table cannot be read, a column is missing, there are no rows,
    or an id is empty or twice.
    """
    table = read_table(source, wanted=[name for name in (text, language, identity, title) if name])
    texts = table.column(text)
    if not texts:
        raise TableFault(
            "no-rows", "There is a heading but no rows.", table.name, "Add a row for each note."
        )
    ids = _ids(table.column(identity), identity, table.name) if identity else None
    codes = table.column(language) if language else ("",) * len(texts)
    own = _title_column(table.columns, {text, language, identity}) if title is None else title
    titles = table.column(own) if own else ("",) * len(texts)
    names = ids or tuple(str(number) for number in range(1, len(texts) + 1))
    return [
        Note(name, words, code.strip(), above)
        for name, words, code, above in zip(names, texts, codes, titles, strict=True)
    ]


def _title_column(columns: Sequence[str], taken: Set[str | None]) -> str:
    """The column of titles, told by its name; empty when there is none."""
    by_name = {name.casefold(): name for name in columns if name not in taken}
    return next((by_name[known] for known in TITLES if known in by_name), "")


def _ids(ids: tuple[str, ...], column: str, called: str) -> tuple[str, ...]:
    counts = Counter(ids)
    for row, name in enumerate(ids, 2):
        if not name.strip():
            raise _bad_id(f"Row {row} has no id.", column, called, row)
        if counts[name] > 1:
            rows = [place for place, other in enumerate(ids, 2) if other == name]
            raise _bad_id(
                f"Rows {rows[0]} and {rows[1]} have the same id “{name}”.", column, called, row
            )
    return ids


def _bad_id(what: str, column: str, called: str, row: int) -> TableFault:
    return TableFault(
        "ids",
        what,
        f"{called}, row {row}, column “{column}”",
        "Give every row its own id, or leave out --id.",
    )
