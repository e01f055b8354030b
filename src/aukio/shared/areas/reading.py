"""Reads a year's division from three CSV files and says everything that is wrong in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from aukio.shared.terms.faults import FileFault, RowFault

NAMES = ("name_fi", "name_sv", "name_en", "short_fi", "short_sv", "short_en")
MAX_BYTES = 5 * 1024 * 1024
MAX_LENGTH = {"name": 100, "short": 40}


@dataclass(frozen=True)
class Sheet:
    """What one of the files must hold."""

    kind: str
    file: str
    digits: int
    columns: tuple[str, ...]


SHEETS = (
    Sheet("region", "regions.csv", 2, ("code", "name_fi", "name_sv")),
    Sheet("wellbeing", "wellbeing.csv", 2, ("code", "name_fi", "name_sv")),
    Sheet(
        "municipality",
        "municipalities.csv",
        3,
        ("code", "name_fi", "name_sv", "region_code", "wellbeing_code"),
    ),
)


@dataclass(frozen=True)
class AreaRow:
    """One area as the files tell it, with the row it stands on (1 is the header)."""

    kind: str
    code: str
    names: dict[str, str]
    region_code: str
    wellbeing_code: str
    row: int


@dataclass
class _Reading:
    """The rows and faults gathered so far."""

    rows: list[AreaRow] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)

    def fault(self, sheet: Sheet, row: int | None, column: str, what: str, mend: str) -> None:
        self.faults.append(RowFault(what, mend, sheet.file, row, column))

    def codes(self, kind: str) -> set[str]:
        return {row.code for row in self.rows if row.kind == kind}


def read(folder: Path) -> list[AreaRow]:
    """The division in ``folder``: regions, then counties, then municipalities.

    Raises ``FileFault`` with every fault found.
    """
    reading = _Reading()
    for sheet in SHEETS:
        _read_sheet(folder / sheet.file, sheet, reading)
    if not reading.faults:
        _check_parents(reading)
    if reading.faults:
        raise FileFault(reading.faults)
    return reading.rows


def _read_sheet(path: Path, sheet: Sheet, reading: _Reading) -> None:
    text = _text(path, sheet, reading)
    if text is None:
        return
    lines = list(_records(text))
    header = [name.strip().lower() for name in lines[0][1]] if lines else []
    missing = [name for name in sheet.columns if name not in header]
    if missing:
        for name in missing:
            reading.fault(sheet, 1, name, _("The column is missing."), _header_hint(sheet))
        return
    if len(lines) == 1:
        reading.fault(sheet, None, "", _("The file has no rows."), _("Add one row for each area."))
    for number, values in lines[1:]:
        _read_row(number, values, header, sheet, reading)


def _header_hint(sheet: Sheet) -> str:
    return _("The first row must name the columns: %(columns)s.") % {
        "columns": ", ".join(sheet.columns)
    }


def _text(path: Path, sheet: Sheet, reading: _Reading) -> str | None:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        mend = _("Put the file in the folder and check that it may be read.")
        reading.fault(sheet, None, "", _("The file cannot be read."), mend)
        return None
    if size > MAX_BYTES:
        mend = _("Check that it is the right file.")
        reading.fault(sheet, None, "", _("The file is larger than 5 MB."), mend)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        reading.fault(sheet, row, "", _("The text is not UTF-8."), _("Save the file as UTF-8."))
        return None
    if "\0" in text:
        mend = _("Save the file as CSV text.")
        reading.fault(sheet, None, "", _("The file is not text."), mend)
        return None
    return text


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    started = 1
    for values in reader:
        if any(value.strip() for value in values):
            yield started, values
        started = reader.line_num + 1


def _read_row(
    number: int, values: list[str], header: list[str], sheet: Sheet, reading: _Reading
) -> None:
    if len(values) != len(header):
        what = _("The row has %(found)d values, the header %(wanted)d.") % {
            "found": len(values),
            "wanted": len(header),
        }
        reading.fault(sheet, number, "", what, _("Put values holding a comma in quotes."))
        return
    cells = {name: value.strip() for name, value in zip(header, values, strict=True)}
    if sheet.kind == "wellbeing" and cells.get("kind", "county") != "county":
        return  # Helsinki and Åland are listed beside the counties, but are none.
    if _check_row(number, cells, sheet, reading):
        reading.rows.append(
            AreaRow(
                kind=sheet.kind,
                code=cells["code"],
                names={name: cells.get(name, "") for name in NAMES},
                region_code=cells.get("region_code", ""),
                wellbeing_code=cells.get("wellbeing_code", ""),
                row=number,
            )
        )


def _check_row(number: int, cells: dict[str, str], sheet: Sheet, reading: _Reading) -> bool:
    before = len(reading.faults)
    code = cells["code"]
    if not re.fullmatch(rf"[0-9]{{{sheet.digits}}}", code):
        what = _("The code “%(code)s” is not %(digits)d digits.") % {
            "code": code,
            "digits": sheet.digits,
        }
        mend = _("Write it with its leading zeros; a spreadsheet may have dropped them.")
        reading.fault(sheet, number, "code", what, mend)
    elif code in reading.codes(sheet.kind):
        what = _("The code %(code)s is there twice.") % {"code": code}
        reading.fault(sheet, number, "code", what, _("Keep one row for each area."))
    for name in ("name_fi", "name_sv"):
        if not cells[name]:
            mend = _("Where an area has one name only, write it in both columns.")
            reading.fault(sheet, number, name, _("The name is missing."), mend)
    for name in NAMES:
        longest = MAX_LENGTH[name.split("_")[0]]
        if len(cells.get(name, "")) > longest:
            what = _("The name is longer than %(count)d characters.") % {"count": longest}
            reading.fault(sheet, number, name, what, _("Check the row for a missing comma."))
    return len(reading.faults) == before


def _check_parents(reading: _Reading) -> None:
    regions, counties = reading.codes("region"), reading.codes("wellbeing")
    by_kind = {sheet.kind: sheet for sheet in SHEETS}
    for row in reading.rows:
        sheet = by_kind[row.kind]
        must_have = row.kind == "municipality"
        if row.region_code not in regions and (row.region_code or must_have):
            what = _("No region has the code “%(code)s”.") % {"code": row.region_code}
            mend = _("Use a code of regions.csv.")
            reading.fault(sheet, row.row, "region_code", what, mend)
        if row.wellbeing_code and row.wellbeing_code not in counties:
            what = _("No county has the code “%(code)s”.") % {"code": row.wellbeing_code}
            mend = _("Use a code of wellbeing.csv, or leave it empty for Helsinki and Åland.")
            reading.fault(sheet, row.row, "wellbeing_code", what, mend)
