"""Loading a plan from its file: whole or not at all, and the same again changes nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import models, transaction

from aukio.apps.plan.models import Commitment, Measure, Plan, SubCommitment
from aukio.apps.plan.reading import LANGUAGES, Part, PlanFile, Texts, read_plan
from aukio.shared.audit.actions import record
from aukio.shared.search.actions import refresh
from aukio.shared.search.registry import NotSearchable


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


def load_plan(path: Path) -> Outcome:
    """Make the stored plan that of the file. Raises ``FileFault``; then nothing is stored.

    The first plan loaded becomes the current one. A measure that has been amended here keeps
    its amended texts; parts missing from the file stay, because reports point to them.
    """
    file = read_plan(path)
    with transaction.atomic():
        loading = _Loading(Outcome(file.code))
        plan = loading.plan(file)
        for position, part in enumerate(file.commitments):
            loading.commitment(plan, part, position)
        outcome = loading.outcome
        if outcome.new or outcome.changed:
            record(by=None, verb="plan.load_plan", target=plan, detail=outcome.as_dict())
    return outcome


def by_language(name: str, texts: Texts) -> dict[str, str | None]:
    """Values of the three columns of a translated field."""
    return {f"{name}_{language}": texts.get(language) or None for language in LANGUAGES}


class _Loading:
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def plan(self, file: PlanFile) -> Plan:
        plan = Plan.objects.filter(code=file.code).first() or Plan(
            code=file.code, is_current=not Plan.objects.filter(is_current=True).exists()
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
        for place, section in enumerate(part.parts):
            self.section(commitment, section, place)

    def section(self, commitment: Commitment, part: Part, position: int) -> None:
        found = commitment.sections.filter(number=part.number).first()
        section = found or SubCommitment(commitment=commitment, number=part.number)
        self.keep(section, self.texts(part, position))
        self.outcome.sections += 1
        for place, measure in enumerate(part.parts):
            self.measure(section, measure, position * 1000 + place)

    def measure(self, section: SubCommitment, part: Part, position: int) -> None:
        found = section.measures.filter(number=part.number).first()
        measure = found or Measure(
            commitment=section.commitment, section=section, number=part.number
        )
        self.outcome.measures += 1
        if measure.revision > 1:
            self.outcome.amended += 1
            return
        values = {
            **self.texts(part, position),
            **by_language("lead", part.lead),
            "start": part.start,
            "end": part.end,
            "rooms": list(part.rooms),
            "translation": part.translation,
        }
        self.keep(measure, values)

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
