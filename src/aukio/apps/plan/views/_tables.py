"""Rows of the plan's tables, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.models import Measure
from aukio.apps.plan.queries.indicators import DefinitionRow, FigurePage
from aukio.shared.i18n.figures import number
from aukio.shared.i18n.times import date_and_time
from aukio.shared.indicators.display import Groups
from aukio.ui.components.tables import Cell

Rows = list[list[Any]]


def link(href: str, words: Any) -> SafeString:
    """A link in a cell."""
    return format_html('<a class="govuk-link" href="{}">{}</a>', href, words)


def source_words(source: str) -> str:
    """Where a figure comes from, in words: a part of Aukio by its name, else as it is written."""
    parts = {
        "dialogues": _("Aukio: dialogues"),
        "organising": _("Aukio: organising dialogues"),
        "impact": _("Aukio: answers to dialogues"),
        "wording": _("Aukio: clear language"),
        "cocreation": _("Aukio: proposals for the next plan"),
    }
    return parts.get(source, source)


def waiting_rows(found: Iterable[tuple[Measure, tuple[str, ...]]]) -> Rows:
    """A row for each measure without a report: who was asked, or the way to name somebody."""
    return [
        [
            link(
                reverse("plan:measure", args=[measure.number]), f"{measure.number} {measure.title}"
            ),
            ", ".join(people)
            or link(reverse("plan:people", args=[measure.number]), _("Nobody yet: name somebody")),
        ]
        for measure, people in found
    ]


def definition_head() -> list[str]:
    return [
        pgettext("table head", "Measure"),
        pgettext("table head", "Figure"),
        pgettext("table head", "Who counts"),
        pgettext("table head", "Version"),
        pgettext("table head", "Source"),
        pgettext("table head", "Owner"),
        pgettext("table head", "Baseline"),
        pgettext("table head", "Target"),
    ]


def definition_rows(found: Iterable[DefinitionRow], *, may_describe: bool) -> Rows:
    """A row for each version of each figure; the team's rows lead to the words about it."""
    return [
        [
            link(reverse("plan:measure", args=[row.measure]), row.measure),
            _figure(row, may_describe=may_describe),
            _("Aukio") if row.is_live else _("People, with evidence"),
            Cell(str(row.version), is_number=True),
            source_words(row.source) or "–",
            row.owner or "–",
            row.baseline or "–",
            row.target or "–",
        ]
        for row in found
    ]


def _figure(row: DefinitionRow, *, may_describe: bool) -> SafeString | str:
    words: SafeString | str = row.label or row.code
    if row.is_offered:
        words = link(reverse("plan:figure", args=[row.code]), words)
    if row.unit:
        words = format_html("{} ({})", words, row.unit)
    if not may_describe or row.pk is None:
        return words
    change = link(reverse("plan:indicator-edit", args=[row.pk]), _("Change the words"))
    return format_html("{}<br>{}", words, change)


def figure_facts(page: FigurePage) -> list[tuple[str, Any]]:
    """The figure's definition, row by row; what nobody has said is left out."""
    one, kept = page.indicator, page.definition
    measure = f"{page.measure.number} {page.measure.title}"
    rows: list[tuple[str, Any]] = [
        (_("Measure"), link(reverse("plan:measure", args=[page.measure.number]), measure)),
        (_("Unit"), page.figure.unit),
        (_("Direction"), _direction(one.direction)),
        (_("Version of the definition"), str(one.version)),
        (_("Source"), source_words(kept.source if kept else one.code.split(".")[0])),
        (_("Owner"), kept.owner if kept else ""),
        (_("What is counted"), kept.filter if kept else ""),
        (_("Baseline"), kept.baseline if kept else ""),
        (_("Target"), kept.target if kept else ""),
        (_("Last kept"), date_and_time(page.taken) if page.taken else ""),
        (_("Fingerprint of the way of counting (SHA-256)"), page.query_hash),
    ]
    return [(key, value) for key, value in rows if value]


def _direction(code: str) -> str:
    return {
        "up": pgettext("direction", "More is better"),
        "down": pgettext("direction", "Less is better"),
    }.get(code, pgettext("direction", "Neither is better"))


def group_head(groups: Groups) -> list[Any]:
    return [groups.by, Cell(pgettext("table head", "Number"), is_number=True)]


def group_rows(groups: Groups) -> Rows:
    """Each group with its count; a hidden one says so."""
    hidden = pgettext("number of people", "not shown")
    return [
        [
            link(row.href, row.label) if row.href else row.label,
            Cell(hidden if row.count is None else number(row.count), is_number=True),
        ]
        for row in groups.rows
    ]
