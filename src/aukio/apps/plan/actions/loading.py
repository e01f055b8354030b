"""Loading a plan from its file: whole or not at all, and the same again changes nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction

from aukio.apps.plan.converters import can_be_shown
from aukio.apps.plan.models import (
    Commitment,
    ImportedFile,
    IndicatorDefinition,
    Measure,
    Plan,
    SubCommitment,
)
from aukio.apps.plan.reading import LANGUAGES, Part, PlanFile, Texts, read_plan
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.search.actions import refresh
from aukio.shared.search.registry import NotSearchable

OWN = "aukio"


@dataclass
class Outcome:
    """What loading did, in numbers of parts."""

    plan: str
    commitments: int = 0
    sections: int = 0
    measures: int = 0
    new: int = 0
    changed: int = 0
    amended: int = 0

    def as_dict(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def load_plan(path: Path, *, by: Person | None = None) -> Outcome:
    """Make the stored plan that of the file. Raises ``FileFault``; then nothing is stored.

    The first plan whose numbers can stand in addresses becomes the current one. A measure
    that has been amended here keeps its amended texts; parts missing from the file stay,
    because reports point to them.
    """
    require("plan.import_plan", by)
    file = read_plan(path)
    content = path.read_bytes()
    with transaction.atomic():
        loading = _Loading(Outcome(file.code))
        plan = loading.plan(file)
        keep_file(plan, path.name, content)
        for position, part in enumerate(file.commitments):
            loading.commitment(plan, part, position)
        outcome = loading.outcome
        if outcome.new or outcome.changed:
            record(by=by, verb="plan.load_plan", target=plan, detail=outcome.as_dict())
    return outcome


def keep_file(plan: Plan, name: str, content: bytes) -> None:
    """Keep the plan's own file as it was given, so that an export loses nothing of it."""
    there = plan.files.filter(format=OWN).first() or ImportedFile(plan=plan, format=OWN)
    if there.pk is None or (there.name, bytes(there.content)) != (name, content):
        there.name, there.content = name, content
        there.save()


def by_language(name: str, texts: Texts) -> dict[str, str | None]:
    """Values of the three columns of a translated field."""
    return {f"{name}_{language}": texts.get(language) or None for language in LANGUAGES}


class _Loading:
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def plan(self, file: PlanFile) -> Plan:
        first = not Plan.objects.filter(is_current=True).exists()
        plan = Plan.objects.filter(code=file.code).first() or Plan(
            code=file.code, is_current=first and can_be_shown(*file.numbers())
        )
        values = {
            **by_language("title", file.title),
            **by_language("motto", file.motto),
            **by_language("lead", file.lead),
            "country": file.country,
            "introduction": file.introduction,
            "start": file.start,
            "end": file.end,
            "source": file.source,
            "translation": file.translation,
        }
        self.keep(plan, values)
        return plan

    def commitment(self, plan: Plan, part: Part, position: int) -> None:
        found = plan.commitments.filter(number=part.number).first()
        commitment = found or Commitment(plan=plan, number=part.number)
        self.keep(commitment, self.texts(part, position))
        self.outcome.commitments += 1
        for place, measure in enumerate(part.measures):
            self.measure(commitment, None, measure, place)
        for place, section in enumerate(part.parts):
            self.section(commitment, section, place)

    def section(self, commitment: Commitment, part: Part, position: int) -> None:
        found = commitment.sections.filter(number=part.number).first()
        section = found or SubCommitment(commitment=commitment, number=part.number)
        self.keep(section, self.texts(part, position))
        self.outcome.sections += 1
        for place, measure in enumerate(part.parts):
            self.measure(commitment, section, measure, position * 1000 + place)

    def measure(
        self, commitment: Commitment, section: SubCommitment | None, part: Part, position: int
    ) -> None:
        found = commitment.measures.filter(number=part.number).first()
        measure = found or Measure(commitment=commitment, section=section, number=part.number)
        self.outcome.measures += 1
        if measure.revision > 1:
            self.outcome.amended += 1
            return
        values = {
            **self.texts(part, position),
            **by_language("lead", part.lead),
            "start": part.start,
            "end": part.end,
            "supporters": part.supporters,
            "rooms": list(part.rooms),
            "translation": part.translation,
        }
        self.keep(measure, values)
        for indicator in part.indicators:
            self.indicator(measure, indicator)

    def indicator(self, measure: Measure, part: Part) -> None:
        found = IndicatorDefinition.objects.filter(measure=measure, code=part.number).first()
        values = {
            **by_language("label", part.title),
            "kind": IndicatorDefinition.Kind.MANUAL,
            "owner": part.lead["owner"],
            "target": part.end,
        }
        self.keep(found or IndicatorDefinition(measure=measure, code=part.number), values)

    def texts(self, part: Part, position: int) -> dict[str, Any]:
        return {
            **by_language("title", part.title),
            **by_language("text", part.text),
            "position": position,
        }

    def keep(self, item: models.Model, values: dict[str, Any]) -> None:
        """Store the item if it is new or differs from ``values``."""
        is_new = item.pk is None
        changed = [name for name, value in values.items() if getattr(item, name) != value]
        if not is_new and not changed:
            return
        for name in changed:
            setattr(item, name, values[name])
        item.save()
        self.outcome.new += is_new
        self.outcome.changed += not is_new
        with suppress(NotSearchable):  # a section is found through its commitment
            refresh(item)
