"""Loading the division of a year. Unchanged areas keep their row; changed ones get a new one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import F, Max, ProtectedError
from django.utils.translation import gettext as _

from aukio.shared.accounts.models import Person
from aukio.shared.areas import queries
from aukio.shared.areas.models import Area
from aukio.shared.areas.reading import NAMES, SHEETS, AreaRow, read
from aukio.shared.audit import actions as audit
from aukio.shared.faults import Fault

YEARS = range(1900, 2200)


@dataclass
class Outcome:
    """What loading did, in numbers of areas."""

    year: int
    regions: int = 0
    wellbeing: int = 0
    municipalities: int = 0
    new: int = 0
    changed: int = 0
    closed: int = 0
    unchanged: int = 0

    def as_dict(self) -> dict[str, int]:
        """For machines."""
        return asdict(self)


def load(*, by: Person | None, folder: Path, year: int) -> Outcome:
    """Make the stored areas of ``year`` those of the files in ``folder``; all or nothing.

    An area missing from the newest division ends with the year before. Loading the newest
    year again mends it in place; an older year can be loaded again only unchanged.
    Raises ``FileFault`` for faults in files, ``Fault`` for a year that cannot be loaded.
    """
    if year not in YEARS:
        raise Fault(
            _("%(year)d is not a year of any division.") % {"year": year},
            where="--year",
            mend=_("Give the year whose division the folder holds."),
        )
    rows = read(folder)
    with transaction.atomic():
        loading = _Loading(year)
        for sheet in SHEETS:
            loading.take([row for row in rows if row.kind == sheet.kind], sheet.kind)
        for sheet in reversed(SHEETS):
            loading.close_missing(sheet.kind)
        if year < loading.newest and loading.has_changes():
            raise Fault(
                _("A newer division, that of %(newest)d, is stored already.")
                % {"newest": loading.newest},
                where=str(folder),
                mend=_("Load the years in order; past years can no longer be changed."),
            )
        _record(by, loading.outcome)
    return loading.outcome


def _record(by: Person | None, outcome: Outcome) -> None:
    """One audit event, unless nothing changed."""
    if outcome.new or outcome.changed or outcome.closed:
        audit.record(by=by, verb="areas.load", target=None, detail=outcome.as_dict())


class _Loading:
    """One division on its way in."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.newest = _newest()
        self.outcome = Outcome(year)
        self.stored: dict[tuple[str, str], Area] = {}

    def has_changes(self) -> bool:
        done = self.outcome
        return bool(done.new or done.changed or done.closed)

    def take(self, rows: list[AreaRow], kind: str) -> None:
        there = {area.code: area for area in queries.areas(kind, self.year)}
        for row in rows:
            self.stored[kind, row.code] = self._take_row(row, there.get(row.code))
        name = {"region": "regions", "municipality": "municipalities"}.get(kind, kind)
        setattr(self.outcome, name, len(rows))

    def _take_row(self, row: AreaRow, old: Area | None) -> Area:
        wanted = self._values(row)
        if old is None:
            self.outcome.new += 1
            return self._reopened(row, wanted) or self._begin(row, wanted)
        if all(getattr(old, name) == value for name, value in wanted.items()):
            self.outcome.unchanged += 1
            return old
        self.outcome.changed += 1
        if old.first_year == self.year:
            Area.objects.filter(pk=old.pk).update(**wanted)
            old.refresh_from_db()
            return old
        self._close(old)
        return self._begin(row, wanted)

    def _values(self, row: AreaRow) -> dict[str, object]:
        region = self.stored.get(("region", row.region_code))
        county = self.stored.get(("wellbeing", row.wellbeing_code))
        return {
            **{name: row.names[name] for name in NAMES},
            "region_id": region.pk if region else None,
            "wellbeing_id": county.pk if county else None,
        }

    def _begin(self, row: AreaRow, wanted: dict[str, object]) -> Area:
        return Area.objects.create(
            kind=row.kind, code=row.code, first_year=self.year, last_year=None, **wanted
        )

    def _reopened(self, row: AreaRow, wanted: dict[str, object]) -> Area | None:
        """The same area, closed by an earlier, mistaken load of this very year."""
        closed = Area.objects.filter(
            kind=row.kind, code=row.code, last_year=self.year - 1, **wanted
        ).first()
        if closed:
            closed.last_year = None
            closed.save(update_fields=["last_year"])
        return closed

    def _close(self, area: Area) -> None:
        Area.objects.filter(pk=area.pk).update(last_year=self.year - 1)

    def close_missing(self, kind: str) -> None:
        """Areas the files no longer tell of: ended, or never begun if they came this year."""
        for area in queries.areas(kind, self.year):
            if (kind, area.code) in self.stored:
                continue
            self.outcome.closed += 1
            if area.first_year < self.year:
                self._close(area)
                continue
            try:
                area.delete()
            except ProtectedError as error:
                raise Fault(
                    _("%(area)s is in use already and cannot be taken away.") % {"area": area},
                    where=f"{kind} {area.code}",
                    mend=_("Keep the area in the files, or move what refers to it first."),
                ) from error


def _newest() -> int:
    """The newest year in which anything began or ended."""
    found = Area.objects.aggregate(begun=Max("first_year"), ended=Max(F("last_year") + 1))
    return max(found["begun"] or 0, found["ended"] or 0)
