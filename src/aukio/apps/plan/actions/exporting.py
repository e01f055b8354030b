"""Writing a plan out. What was not changed here comes out exactly as it came in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from aukio.apps.plan.actions.amending import AMENDABLE
from aukio.apps.plan.actions.loading import OWN
from aukio.apps.plan.exchange import FORMATS, Document, own
from aukio.apps.plan.models import Commitment, ImportedFile, Measure, Origin, Plan
from aukio.shared.faults import Fault


def export_plan(*, code: str, format: str) -> list[tuple[str, bytes]]:
    """The plan's files: names and contents. Raises ``Fault`` when it cannot have this format."""
    plan = Plan.objects.filter(code=code).first()
    if plan is None:
        raise Fault(
            _("There is no plan with the code “%(code)s”.") % {"code": code},
            where=code,
            mend=_("The codes are: %(codes)s.")
            % {"codes": ", ".join(Plan.objects.values_list("code", flat=True))},
        )
    if format == OWN:
        return [_own(plan)]
    origins = Origin.objects.select_related("commitment", "measure", "indicator")
    there = plan.files.filter(format=format).prefetch_related(Prefetch("origins", origins))
    files = [_written(file) for file in there]
    if not files:
        raise Fault(
            _("This plan did not come in the format “%(format)s”.") % {"format": format},
            where="--format",
            mend=_("Export it in its own format, or in Aukio's."),
        )
    return files


def _written(file: ImportedFile) -> tuple[str, bytes]:
    content = bytes(file.content)
    document = FORMATS[file.format].read(file.name, content)
    changed = _put_back(document, file)
    return file.name, document.write() if changed else content


def _put_back(document: Document, file: ImportedFile) -> bool:
    """Write into the document what has been changed here; tells whether anything was."""
    items = {item.key: item for item in document.items()}
    changed = False
    for origin in file.origins.all():
        for name, value in items[origin.key].values.items():
            now = getattr(origin.part, name) or ""
            if now != value:
                document.change(origin.key, name, now)
                changed = True
    return changed


def _own(plan: Plan) -> tuple[str, bytes]:
    """The plan in Aukio's own form: its own file with the amendments, or one made anew."""
    file = plan.files.filter(format=OWN).first()
    if file is None:
        return f"{plan.code}.yaml", own.write(compose(plan))
    content = bytes(file.content)
    tree = own.read(file.name, content)
    there = own.nodes(tree)
    changed = False
    for measure in Measure.objects.filter(commitment__plan=plan, revision__gt=1):
        node = there.get(("measure", measure.number))
        for name in AMENDABLE if node is not None else ():
            changed |= _bring_up(node or {}, name, getattr(measure, name) or "")
    return PurePosixPath(file.name).name, own.write(tree) if changed else content


def _bring_up(node: dict[str, Any], name: str, value: str) -> bool:
    base, _line, language = name.rpartition("_")
    there = node.get(base) if base in own.TRANSLATED else node.get(name)
    now = there.get(language, "") if isinstance(there, dict) else there or ""
    if str(now) == value:
        return False
    own.change(node, name, value)
    return True


def compose(plan: Plan) -> dict[str, Any]:
    """A plan from elsewhere in Aukio's own form, with the languages it has words in."""
    measures = Measure.objects.filter(commitment__plan=plan).prefetch_related("indicators")
    by_commitment: dict[int, list[Measure]] = {}
    for measure in measures:
        by_commitment.setdefault(measure.commitment_id, []).append(measure)
    return {
        "schema": 1,
        "id": plan.code,
        "languages": list(own.by_language(plan, "title")) or ["en"],
        "title": own.by_language(plan, "title"),
        "commitments": [
            _commitment(one, by_commitment.get(one.pk, [])) for one in plan.commitments.all()
        ],
    }


def _commitment(commitment: Commitment, measures: list[Measure]) -> dict[str, Any]:
    return {
        "number": commitment.number,
        "title": own.by_language(commitment, "title") or {"en": commitment.number},
        "measures": [dict(_measure(one)) for one in measures],
    }


def _measure(measure: Measure) -> Iterator[tuple[str, Any]]:
    yield "number", measure.number
    yield "title", own.by_language(measure, "title") or {"en": measure.number}
    for name in ("text", "lead"):
        if texts := own.by_language(measure, name):
            yield name, texts
    for name in ("supporters", "start", "end"):
        if value := getattr(measure, name):
            yield name, value
    indicators = [
        {
            "code": one.code,
            "label": own.by_language(one, "label"),
            "owner": one.owner,
            "target": one.target,
        }
        for one in measure.indicators.all()
    ]
    if indicators:
        yield "indicators", indicators
