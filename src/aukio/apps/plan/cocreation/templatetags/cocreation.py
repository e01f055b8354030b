"""``{% load cocreation %}``: open calls for other pages, and a call's phase as a light."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from aukio.apps.plan.cocreation.models import Call, Decision, Phase, Response
from aukio.apps.plan.cocreation.queries import calls
from aukio.ui.components.own import light

register = template.Library()

PHASES = {
    Phase.DRAFT: "none",
    Phase.COMING: "waiting",
    Phase.OPEN: "substantial",
    Phase.CLOSED: "waiting",
    Phase.ANSWERED: "complete",
}
DECISIONS = {
    Decision.TAKEN: "complete",
    Decision.PARTLY: "substantial",
    Decision.NOT_TAKEN: "none",
    Decision.PASSED_ON: "limited",
}


@register.simple_tag
def open_calls() -> list[Call]:
    """The calls that take proposals today."""
    return list(calls.open_calls())


@register.filter
def phase_light(call: Call) -> SafeString:
    return light(PHASES[call.phase], call.phase.label)


@register.filter
def decision_light(response: Response) -> SafeString:
    """What was decided, as shape and words."""
    decision = Decision(response.decision)
    return light(DECISIONS[decision], decision.label)
