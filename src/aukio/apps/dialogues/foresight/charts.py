"""Charts of the wing, each with its table behind it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.queries.matters import Matter, Moment
from aukio.apps.dialogues.foresight.queries.slices import Slice
from aukio.apps.dialogues.foresight.statistics import Interval
from aukio.ui import charts

MOST = 12


def slice_chart(found: Slice) -> charts.DotChart | None:
    """How common each theme was here, beside the whole round; none where numbers are not given."""
    shown = [one for one in found.themes if one.share is not None][:MOST]
    if not shown:
        return None
    return charts.DotChart(
        title=_("Themes here and in the whole round"),
        summary=_(
            "How many dialogues of a hundred spoke of each theme. The filled dot is here, the "
            "hollow one the whole round. They count dialogues, not opinions."
        ),
        unit=pgettext("unit of a chart", "% of dialogues"),
        decimals=0,
        dots=[
            charts.Dot(one.title.text, 100 * (one.share or 0), before=100 * one.share_everywhere)
            for one in shown
        ],
        label_head=pgettext("table", "Theme"),
        before_name=pgettext("chart", "Whole round"),
    )


def trend_chart(matter: Matter) -> charts.LineChart:
    """The share of dialogues, round by round, with its interval."""
    return _lines(
        matter,
        _("Dialogues that spoke of the matter"),
        pgettext("unit of a chart", "% of dialogues"),
        lambda moment: (moment.share, moment.interval),
        f"{phrases.direction(matter)}. " + "; ".join(map(phrases.spoken, matter.moments)) + ".",
    )


def notes_chart(matter: Matter) -> charts.LineChart:
    """The share of remarks."""
    return _lines(
        matter,
        _("Remarks on the matter"),
        pgettext("unit of a chart", "% of remarks"),
        lambda moment: (_of_notes(moment), moment.notes_interval),
        "; ".join(map(phrases.remarked, matter.moments)) + ".",
    )


def _of_notes(moment: Moment) -> float:
    return moment.notes / moment.of_notes if moment.of_notes else 0.0


def _lines(matter: Matter, title: str, unit: str, told: object, summary: str) -> charts.LineChart:
    points = []
    for moment in matter.moments:
        value, bounds = told(moment)  # type: ignore[operator]
        points.append(_point(moment, value, bounds))
    return charts.LineChart(
        title=title,
        summary=summary,
        unit=unit,
        decimals=0,
        series=[charts.Series(matter.title.text, points)],
        label_head=pgettext("table", "Round"),
    )


def _point(moment: Moment, value: float, bounds: Interval | None) -> charts.Point:
    return charts.Point(
        phrases.short_when(moment.voices),
        100 * value,
        100 * bounds.low if bounds else None,
        100 * bounds.high if bounds else None,
    )
