"""The share of questions answered in time, as a chart with its table."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.impact.queries.ledger import Share
from aukio.shared.i18n.figures import percent
from aukio.ui import charts


def share_chart(share: Share) -> charts.BarChart | None:
    """Nothing while no question has been asked."""
    if not share.asked:
        return None
    return charts.BarChart(
        title=_("Answers within 90 days"),
        summary=summary(share),
        bars=[
            charts.Bar(_("Answered within 90 days"), share.in_time),
            charts.Bar(_("Answered later"), share.later),
            charts.Bar(_("Not answered in 90 days"), share.unanswered),
            charts.Bar(_("Still within 90 days"), share.waiting),
            *([charts.Bar(_("Withdrawn in time"), share.withdrawn)] if share.withdrawn else []),
        ],
        label_head=pgettext("table", "How it went"),
    )


def summary(share: Share) -> str:
    """The finding in a sentence."""
    if share.share is None:
        return ngettext(
            "%(count)d question has been asked, and its 90 days are still running.",
            "%(count)d questions have been asked, and their 90 days are still running.",
            share.asked,
        ) % {"count": share.asked}
    return ngettext(
        "Of %(count)d question whose time has come, %(share)s was answered within 90 days.",
        "Of %(count)d questions whose time has come, %(share)s were answered within 90 days.",
        share.counted,
    ) % {"count": share.counted, "share": percent(share.share)}
