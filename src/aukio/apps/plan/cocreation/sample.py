"""Loading invented calls with proposals and responses, through the same actions people use.

Days are told from the day of loading, so that one call is open and another has been answered.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.models import Call, Proposal
from aukio.apps.plan.models import Measure


@transaction.atomic
def load_sample(folder: Path) -> list[Call]:
    """Load the sample calls; returns nothing new when they are already there."""
    with (folder / "proposals.yaml").open(encoding="utf-8") as file:
        told: dict[str, Any] = yaml.safe_load(file)
    if Call.objects.filter(slug=told["calls"][0]["slug"]).exists():
        return []
    answered, *others = [_call(one) for one in told["calls"]]
    proposals = _proposals(answered, told["proposals"])
    _themes(answered, told, proposals)
    _respond(answered, told, proposals)
    closes = timezone.localdate() + timedelta(days=told["calls"][0]["closes"])
    Call.objects.filter(pk=answered.pk).update(closes=closes)
    responded = sum(len(one["to"]) for one in told["responses"])
    actions.publish_outcome(by=None, call=answered, without=len(proposals) - responded)
    return [answered, *others]


def _call(one: dict[str, Any]) -> Call:
    """A call that takes proposals today; one that is over is closed after they came."""
    today = timezone.localdate()
    asked = actions.Asked(
        title=one["title"],
        guidance=one["guidance"],
        opens=today + timedelta(days=one["opens"]),
        closes=today + timedelta(days=max(one["closes"], 0)),
    )
    call = actions.prepare_call(by=None, slug=one["slug"], asked=asked, is_sample=True)
    return actions.show_call(by=None, call=call)


def _proposals(call: Call, rows: list[dict[str, Any]]) -> list[Proposal]:
    made = []
    for one in rows:
        words = actions.Words(**{name: text for name, text in one.items() if name != "theme"})
        sent = actions.propose(by=None, call=call, words=words).proposal
        made.append(actions.publish_proposal(by=None, proposal=sent, revision=sent.revision))
    return made


def _themes(call: Call, told: dict[str, Any], proposals: list[Proposal]) -> None:
    for one in told["themes"]:
        theme = actions.create_theme(by=None, call=call, title=one["title"])
        rows = zip(proposals, told["proposals"], strict=True)
        actions.move_proposals(
            by=None, proposals=[made for made, row in rows if row["theme"] == one["id"]], to=theme
        )


def _respond(call: Call, told: dict[str, Any], proposals: list[Proposal]) -> None:
    measures = {
        one.number: one for one in Measure.objects.filter(commitment__plan__is_current=True)
    }
    for one in told["responses"]:
        measure = measures.get(str(one.get("measure", "")))
        named = f"{one['measure']}" if "measure" in one else ""
        answer = actions.Answer(
            decision=one["decision"],
            reason=one["reason"],
            language=one["language"],
            responder=told["responder"],
            measure=measure,
            # Where no plan has been loaded, the measure's number stands by itself.
            led_to=one.get("led_to", "") or ("" if measure else named),
            passed_to=one.get("passed_to", ""),
        )
        seen = {proposals[place - 1].pk: 0 for place in one["to"]}
        actions.respond(by=None, call=call, seen=seen, answer=answer)
