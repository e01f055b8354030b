"""The Open Government Partnership's table of commitments, with its reviewers' codes."""

from __future__ import annotations

import csv
import io

from django.utils.translation import gettext as _

from aukio.apps.plan.exchange.documents import Item, Kind, text_of
from aukio.shared.faults import Fault

NAMES = {
    "title_en": "Commitment Title",
    "text_en": "Full Text",
    "lead_en": "Lead Institution",
    "supporters": "Supporting Institution(s)",
    "start": "Start Date",
    "end": "End Date",
}
NEEDED = ("Country", "Commitment Title")
LONGEST_FIELD = 10 * 1024 * 1024


class Sheet:
    """The rows to the letter; the first holds the names of the columns."""

    def __init__(self, rows: list[list[str]], line_end: str) -> None:
        self.rows = rows
        self.line_end = line_end
        self.columns = {name.strip(): at for at, name in reversed(list(enumerate(rows[0])))}

    def _cell(self, row: list[str], name: str) -> str:
        at = self.columns.get(name, len(row))
        return row[at] if at < len(row) else ""

    def items(self) -> list[Item]:
        return [self._item(at, row) for at, row in enumerate(self.rows[1:], start=2) if any(row)]

    def _item(self, at: int, row: list[str]) -> Item:
        values = {
            ours: self._cell(row, theirs)
            for ours, theirs in NAMES.items()
            if self.columns.get(theirs, len(row)) < len(row)
        }
        country = self._cell(row, "Country").strip()
        plan = self._cell(row, "Action Plan Number").strip()
        return Item(
            Kind.MEASURE,
            str(at),
            self._cell(row, "Comm No").strip() or f"row-{at}",
            values,
            above=" ".join(part for part in (country, plan) if part)[:100] or "-",
            above_title=country,
            dates={NAMES[name]: values.get(name, "") for name in ("start", "end")},
            row=at,
        )

    def change(self, key: str, name: str, value: str) -> None:
        self.rows[int(key) - 1][self.columns[NAMES[name]]] = value

    def write(self) -> bytes:
        out = io.StringIO(newline="")
        # Every cell in quotes: a lone carriage return in one would otherwise end its row.
        whole = csv.writer(out, lineterminator=self.line_end, quoting=csv.QUOTE_ALL)
        whole.writerows(self.rows)
        return out.getvalue().encode()


def read(name: str, content: bytes) -> Sheet:
    """The table. Raises ``Fault`` for a file that is no such table, or has uneven rows."""
    text = text_of(name, content)
    line_end = "\r\n" if "\r\n" in text else "\n"
    csv.field_size_limit(LONGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Fault(
            _("The table cannot be read."), where=name, mend=_("Save it as CSV with commas.")
        ) from error
    missing = [one for one in NEEDED if not rows or one not in [cell.strip() for cell in rows[0]]]
    if missing:
        raise Fault(
            _("The table lacks the columns: %(names)s.") % {"names": ", ".join(missing)},
            where=name,
            mend=_("Keep the first row with the names of the columns."),
        )
    for at, row in enumerate(rows, start=1):
        if row and len(row) != len(rows[0]):
            raise Fault(
                _("The row has %(count)d cells, the first row %(wanted)d.")
                % {"count": len(row), "wanted": len(rows[0])},
                where=f"{name}, " + _("row %(row)d") % {"row": at},
                mend=_("Check the quotes and commas of the row."),
            )
    return Sheet(rows, line_end)
