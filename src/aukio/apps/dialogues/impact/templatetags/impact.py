"""``{% load impact %}``: how a question stands, in words, shape and colour."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.dialogues.impact.models import Progress
from aukio.apps.dialogues.impact.queries.ledger import Asked, State
from aukio.shared.i18n.times import long_date
from aukio.ui.components.own import light

register = template.Library()
LIGHTS = {
    Progress.PLANNED: "limited",
    Progress.UNDER_WAY: "substantial",
    Progress.DONE: "complete",
    Progress.DROPPED: "none",
}


@register.simple_tag
def question_state(asked: Asked) -> SafeString:
    """ "Not answered, 3 days late"; once answered, where it stands."""
    if asked.state is State.WITHDRAWN:
        return light("none", state_words(asked))
    if asked.state is State.LATE:
        return light("alert", state_words(asked))
    if asked.state is State.WAITING:
        return light("waiting", state_words(asked))
    if asked.progress:
        return light(LIGHTS[Progress(asked.progress)], str(Progress(asked.progress).label))
    return light("limited", state_words(asked))


@register.filter
def state_words(asked: Asked) -> str:
    """The same in words alone."""
    if asked.withdrawn_at is not None:
        return _("Withdrawn on %(day)s") % {"day": long_date(asked.withdrawn_at)}
    if asked.state is State.LATE:
        words = ngettext(
            "Not answered, %(days)d day late", "Not answered, %(days)d days late", asked.days_late
        )
        return words % {"days": asked.days_late}
    if asked.state is State.WAITING or asked.answered_at is None:
        return _("Answer due by %(day)s") % {"day": long_date(asked.due)}
    if asked.days_late:
        words = ngettext(
            "Answered on %(day)s, %(days)d day late",
            "Answered on %(day)s, %(days)d days late",
            asked.days_late,
        )
        return words % {"day": long_date(asked.answered_at), "days": asked.days_late}
    return _("Answered on %(day)s") % {"day": long_date(asked.answered_at)}


@register.filter
def at(given: object, key: int) -> str:
    """The value at a key; nothing where there is none, or no table at all."""
    return str(given.get(key, "")) if isinstance(given, dict) else ""
