"""Files of votes: raw votes row by row, or a matrix of participants and statements.

Both are the formats of the Polis open data and report exports:

- ``votes.csv``: timestamp, datetime, comment-id, voter-id, vote; a changed mind is one more
  row, and the newest counts;
- ``participants-votes.csv``: participant, group-id, n-comments, n-votes, n-agree, n-disagree,
  then a column for each statement; an empty cell is no vote.

In these exports 1 is agree and -1 disagree. In the Polis database and its API it is the other
way round: such a file is read with ``agree_is=-1``.
"""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from aukio.engines.opinions._faults import VotesFault
from aukio.engines.opinions._votes import AGREE, UNSEEN, VoteMatrix, in_order, lay_out
from aukio.engines.text import TableFault, read_table

STATEMENT, PARTICIPANT, VOTE, TIME = "comment-id", "voter-id", "vote", "timestamp"
ROW_NAMES: Final = {
    STATEMENT: (STATEMENT, "statement-id", "tid"),
    PARTICIPANT: (PARTICIPANT, "participant-id", "pid"),
    VOTE: (VOTE,),
    TIME: (TIME, "modified", "created"),
}
ABOUT_PARTICIPANT: Final = (
    *("participant", "group-id", "xid", "n-comments", "n-votes", "n-agree", "n-disagree"),
)
LARGEST: Final = 200_000_000
_VOTES: Final = {"1": 1, "0": 0, "-1": -1, "+1": 1, "1.0": 1, "0.0": 0, "-1.0": -1}
_MARKS: Final = (-1, 1)

Rows = Iterator[tuple[int, Sequence[str]]]


def read_votes(
    source: str | Path | bytes, *, agree_is: int = AGREE, name: str | None = None
) -> VoteMatrix:
    """Read a file of votes, of either format, told apart by its heading.

    ``agree_is`` is what the file writes for agreeing: 1, or -1 as in the Polis database.
    Raises :class:`VotesFault` naming file, row and cell; never returns a part.
    """
    if agree_is not in _MARKS:
        raise ValueError("agree_is is 1 or -1.")
    called = name or (Path(source).name if not isinstance(source, bytes) else "votes")
    heading, rows = open_table(source, called)
    names = [cell.strip() for cell in heading]
    if "participant" in names:
        return _read_matrix(names, rows, called, agree_is)
    return _read_rows(names, rows, called, agree_is)


def open_table(source: str | Path | bytes, called: str) -> tuple[Sequence[str], Rows]:
    """The heading and numbered rows (the heading is row 1).

    An ordinary export is read straight; any other delimiter or encoding by the table reader.
    """
    content = _content(source, called)
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        raise VotesFault(
            "no-rows", "The file is empty.", called, "Give a heading and a row for each vote."
        )
    try:
        text = content.decode("utf-8-sig")
        heading = next(csv.reader(io.StringIO(text), strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        heading = []
    if len(heading) > 2:
        return heading, _straight(text, len(heading), called)
    try:
        table = read_table(content, limit=LARGEST, name=called)
    except TableFault as fault:
        raise VotesFault(fault.kind, fault.what, fault.where, fault.mend) from fault
    return table.columns, enumerate(table.rows, 2)


def _content(source: str | Path | bytes, called: str) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if Path(source).stat().st_size > LARGEST:
            raise VotesFault(
                "too-large",
                f"The file is over {LARGEST // 1_000_000} MB.",
                called,
                "Export one conversation at a time.",
            )
        return Path(source).read_bytes()
    except OSError as error:
        raise VotesFault(
            "missing" if isinstance(error, FileNotFoundError) else "unreadable",
            f"The file cannot be opened ({error.strerror}).",
            str(source),
            "Check its name, folder and permissions.",
        ) from error


def _straight(text: str, width: int, called: str) -> Rows:
    reader = csv.reader(io.StringIO(text), strict=True)
    next(reader)
    number = 1
    try:
        for number, cells in enumerate(reader, 2):
            if len(cells) == width:
                yield number, cells
            elif any(cell.strip() for cell in cells):
                raise VotesFault(
                    "rows",
                    f"The heading has {width} cells, this row {len(cells)}.",
                    called,
                    "Export the file again, or add the missing cells.",
                    row=number,
                )
    except csv.Error as error:
        raise VotesFault(
            "rows",
            f"The row cannot be read ({error}).",
            called,
            "Close the quotation mark, and write a mark inside a cell twice.",
            row=number + 1,
        ) from error


def _read_rows(names: list[str], rows: Rows, called: str, agree_is: int) -> VoteMatrix:
    places = {what: _place(names, known) for what, known in ROW_NAMES.items()}
    for what in (STATEMENT, PARTICIPANT, VOTE):
        if places[what] is None:
            raise _no_column(what, names, called)
    at_statement, at_person, at_vote = (
        int(places[what] or 0) for what in (STATEMENT, PARTICIPANT, VOTE)
    )
    at_time = places[TIME]
    people: list[str] = []
    about: list[str] = []
    values, times = array("b"), array("q")
    known: dict[str, str] = {}  # one string for an id, however many its votes
    for number, cells in rows:
        person, statement = cells[at_person].strip(), cells[at_statement].strip()
        if not person or not statement:
            raise _no_id(called, number, PARTICIPANT if not person else STATEMENT)
        people.append(known.setdefault(person, person))
        about.append(known.setdefault(statement, statement))
        values.append(_vote(cells[at_vote], called, number, VOTE) * agree_is)
        times.append(0 if at_time is None else _time(cells[at_time], called, number))
    if not people:
        raise _no_rows(called)
    return lay_out(people, about, np.frombuffer(values, np.int8), np.frombuffer(times, np.int64))


def _read_matrix(names: list[str], rows: Rows, called: str, agree_is: int) -> VoteMatrix:
    at_person = names.index("participant")
    columns = [place for place, name in enumerate(names) if name not in ABOUT_PARTICIPANT]
    if not columns:
        raise VotesFault(
            "heading",
            "There is no column of a statement.",
            called,
            "After the participant's columns there is one for each statement, named by its id.",
            row=1,
        )
    statements = [names[place] for place in columns]
    twice = {name for name in statements if statements.count(name) > 1}
    if twice:
        raise _twice(called, 1, sorted(twice)[0], "Give every statement one column.")
    marks: dict[str, np.ndarray[tuple[int], np.dtype[np.int8]]] = {}
    for number, cells in rows:
        person = cells[at_person].strip()
        if not person:
            raise _no_id(called, number, "participant")
        if person in marks:
            raise _twice(called, number, person, "Keep one row for each participant.")
        marks[person] = np.array(
            [
                _vote(cells[place], called, number, names[place]) * agree_is
                if cells[place].strip()
                else UNSEEN
                for place in columns
            ],
            dtype=np.int8,
        )
    if not marks:
        raise _no_rows(called)
    people, ordered = in_order(marks), in_order(statements)
    order = [statements.index(name) for name in ordered]
    return VoteMatrix(people, ordered, np.stack([marks[one] for one in people])[:, order])


def _place(names: list[str], known: Sequence[str]) -> int | None:
    return next((names.index(name) for name in known if name in names), None)


def _vote(cell: str, called: str, row: int, column: str) -> int:
    value = _VOTES.get(cell.strip())
    if value is None:
        raise VotesFault(
            "vote",
            f"“{cell.strip()[:40]}” is not a vote.",
            called,
            "A vote is 1, 0 (pass) or -1.",
            row=row,
            cell=column,
        )
    return value


def _time(cell: str, called: str, row: int) -> int:
    try:
        time = int(cell)
        if -(2**63) <= time < 2**63:
            return time
    except ValueError:
        pass
    raise VotesFault(
        "time",
        f"“{cell.strip()[:40]}” is not a time.",
        called,
        "A time is a whole number of milliseconds; without the column the order of rows decides.",
        row=row,
        cell=TIME,
    )


def _no_column(what: str, names: list[str], called: str) -> VotesFault:
    return VotesFault(
        "heading",
        f"There is no column “{what}”; there are: {', '.join(names)[:200]}.",
        called,
        "Give votes.csv or participants-votes.csv of a Polis export.",
        row=1,
    )


def _no_id(called: str, row: int, column: str) -> VotesFault:
    return VotesFault(
        "id", "The id is missing.", called, "Every vote has both ids.", row=row, cell=column
    )


def _twice(called: str, row: int, name: str, mend: str) -> VotesFault:
    return VotesFault("twice", f"“{name}” is there twice.", called, mend, row=row)


def _no_rows(called: str) -> VotesFault:
    return VotesFault(
        "no-rows", "There is a heading but no votes.", called, "Add a row for each vote."
    )
