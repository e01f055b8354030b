"""Importing other people's plans, whole or not at all; dates nobody knows are listed."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.plan.actions.loading import load_plan
from aukio.apps.plan.exchange import FORMATS, Document, Format, Item, Kind
from aukio.apps.plan.models import (
    Commitment,
    ImportedFile,
    IndicatorDefinition,
    Measure,
    Origin,
    Plan,
)
from aukio.apps.plan.written_dates import is_known
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault

MAX_BYTES = 50 * 1024 * 1024
MOST_FILES = 5000


@dataclass(frozen=True)
class Doubt:
    """Something the import kept as it was written but could not understand."""

    where: str
    field: str
    written: str
    what: str


@dataclass
class Imported:
    """What an import did."""

    plan: str
    format: str
    files: int = 0
    commitments: int = 0
    measures: int = 0
    indicators: int = 0
    faults: list[Doubt] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def import_plan(
    *,
    by: Person | None = None,
    source: Path,
    format: str,
    code: str = "",
    title: str = "",
    country: str = "",
) -> Imported:
    """Import a file, or every file of the format in a folder, as one plan.

    ``title`` and ``country`` are what people read; without a title the source's name is. A plan
    in Aukio's own form says both itself. It never becomes the current plan by itself. Raises
    ``Fault`` when a file cannot be read or another plan has the code; then nothing is stored.
    """
    require("plan.import_plan", by)
    if format == "aukio":
        if code or title or country:
            raise Fault(
                _("A plan in Aukio's own form says its code, title and country itself."),
                where="--code, --title, --country",
                mend=_("Leave these out, or change them in the file."),
            )
        loaded = load_plan(source, by=by)
        return Imported(loaded.plan, format, 1, loaded.commitments, loaded.measures)
    chosen = FORMATS[format]
    code = code or slug(source.stem)
    files = read_files(source, chosen)
    with transaction.atomic():
        if Plan.objects.filter(code=code).exists():
            raise Fault(
                _("There is a plan with the code “%(code)s” already.") % {"code": code},
                where="--code",
                mend=_("Give this one another code."),
            )
        plan = Plan.objects.create(
            code=code, title_en=title.strip()[:300] or source.stem, country=country.strip()[:80]
        )
        importing = _Importing(plan, Imported(code, format))
        for name, content in files:
            importing.take(name, content, chosen.read(name, content))
        outcome = importing.outcome
        detail = {name: value for name, value in outcome.as_dict().items() if name != "faults"}
        record(by=by, verb="plan.import_plan", target=plan, detail=detail)
    return outcome


def slug(words: str) -> str:
    """A code from a file's name: ``canada_nap5`` becomes ``canada-nap5``."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:80] or "plan"


def read_files(source: Path, format: Format) -> list[tuple[str, bytes]]:
    """Names within the source, and contents. Raises ``Fault`` when there are none, or too many."""
    if not source.exists():
        raise Fault(_("There is no such file."), where=str(source), mend=_("Check the path."))
    paths = [source]
    if source.is_dir():
        found = (one for one in source.rglob("*") if one.suffix.lower() in format.endings)
        paths = sorted(one for one in found if one.is_file())
    if not paths or len(paths) > MOST_FILES:
        raise Fault(
            _("The folder has %(count)d files of this format.") % {"count": len(paths)},
            where=source.name,
            mend=_("Give a folder with 1 to %(most)d of them.") % {"most": MOST_FILES},
        )
    return [(_name(path, source), _content(path)) for path in paths]


def _name(path: Path, source: Path) -> str:
    return path.relative_to(source).as_posix() if source.is_dir() else path.name


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise Fault(
            _("The file is too large for a plan."), where=path.name, mend=_("Give a plan file.")
        )
    content = path.read_bytes()
    if not content.strip():
        raise Fault(_("The file is empty."), where=path.name, mend=_("Choose a file with content."))
    return content


class _Importing:
    """Makes the parts of the plan from the items of one document after another."""

    def __init__(self, plan: Plan, outcome: Imported) -> None:
        self.plan = plan
        self.outcome = outcome
        self.commitments: dict[str, Commitment] = {}
        self.measures: dict[str, Measure] = {}
        self.made_up: set[str] = set()
        self.taken: dict[str, set[str]] = {}

    def take(self, name: str, content: bytes, document: Document) -> None:
        file = ImportedFile.objects.create(
            plan=self.plan, name=name, format=self.outcome.format, content=content
        )
        self.outcome.files += 1
        origins = []
        for item in document.items():
            origins.append(Origin(file=file, key=item.key, **{item.kind: self.part(item)}))
            self.doubt_dates(name, item)
        Origin.objects.bulk_create(origins)

    def part(self, item: Item) -> Commitment | Measure | IndicatorDefinition:
        if item.kind is Kind.COMMITMENT:
            return self.commitment(item)
        return self.measure(item) if item.kind is Kind.MEASURE else self.indicator(item)

    def commitment(self, item: Item) -> Commitment:
        if item.number in self.made_up:  # read after a measure that belongs to it
            self.made_up.remove(item.number)
            there = self.commitments[item.number]
            Commitment.objects.filter(pk=there.pk).update(**item.values)
            return there
        number = self.free("plan", item.number)
        made = Commitment.objects.create(
            plan=self.plan, number=number, position=len(self.commitments), **item.values
        )
        self.commitments[number] = made
        self.outcome.commitments += 1
        return made

    def measure(self, item: Item) -> Measure:
        above = self.commitments.get(item.above)
        if above is None:
            title = {"title_en": item.above_title}
            above = self.commitment(Item(Kind.COMMITMENT, "", item.above, title))
            self.made_up.add(item.above)
        number = self.free(f"commitment {above.pk}", item.number)
        made = Measure.objects.create(
            commitment=above, number=number, position=self.outcome.measures, **item.values
        )
        self.measures[number] = made
        self.outcome.measures += 1
        return made

    def indicator(self, item: Item) -> IndicatorDefinition:
        above = self.measures.get(item.above)
        if above is None:
            owner = item.above.rpartition(".")[0] or item.above
            above = self.measure(Item(Kind.MEASURE, "", item.above, {}, above=owner))
        self.outcome.indicators += 1
        number = self.free(f"measure {above.pk}", item.number)
        return IndicatorDefinition.objects.create(
            measure=above, code=number, kind=IndicatorDefinition.Kind.MANUAL, **item.values
        )

    def free(self, owner: str, number: str) -> str:
        """The number, or one like it when it is taken: two parts never become one."""
        free, turn = number[:110], 1
        while free in self.taken.setdefault(owner, set()):
            turn += 1
            free = f"{number[:110]} ({turn})"
        self.taken[owner].add(free)
        return free

    def doubt_dates(self, name: str, item: Item) -> None:
        place = _("row %(row)d") % {"row": item.row} if item.row else item.number
        for field_name, written in item.dates.items():
            if not is_known(written):
                what = _("This is not simply a day, a month or a year; it is kept as written.")
                self.outcome.faults.append(Doubt(f"{name}, {place}", field_name, written, what))
