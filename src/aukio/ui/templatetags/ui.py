"""``{% load ui %}``: every component under one roof. How to use them: docs/components.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.template import Context
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from aukio.ui import charts
from aukio.ui.components import (
    _parts,
    buttons,
    choices,
    fields,
    inputs,
    notices,
    own,
    tables,
    ways,
)
from aukio.ui.markup import EMPTY, Text, join

register = template.Library()


def _safe(text: Text) -> Text:
    """The content between two tags has been escaped by the template already."""
    return mark_safe(str(text).strip())  # noqa: S308


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file; its plain name when files were not collected yet."""
    try:
        return static(f"ui/{name}")
    except ValueError:
        return f"{settings.STATIC_URL}ui/{name}"


@register.filter
def css(value: str, name: str) -> str:
    """``name`` when the value is true."""
    return name if value else ""


# --- buttons ------------------------------------------------------------------------------
register.simple_tag(buttons.button, name="button")
register.simple_tag(buttons.link_button, name="link_button")


# --- forms --------------------------------------------------------------------------------
register.simple_tag(fields.field, name="field")


@register.simple_tag
def form_fields(form: BaseForm) -> SafeString:
    """All fields of a form, hidden ones too."""
    return join([fields.field(bound) for bound in form])


@register.simple_tag
def errors_of(*forms: BaseForm) -> SafeString:
    """The error summary of forms, or nothing."""
    faults = fields.faults(*[form for form in forms if form])
    return notices.error_summary(faults) if faults else EMPTY


def _choices(given: Iterable[Any]) -> list[choices.Choice]:
    return [
        one if isinstance(one, choices.Choice) else choices.Choice(one[1], str(one[0]))
        for one in given
    ]


@register.simple_tag(name="input")
def input_(label: Text, name: str, **rest: Any) -> SafeString:
    return inputs.text_input(_parts.Label(label, fields.LABEL), name=name, **rest)


@register.simple_tag
def textarea(label: Text, name: str, **rest: Any) -> SafeString:
    return inputs.textarea(_parts.Label(label, fields.LABEL), name=name, **rest)


@register.simple_tag
def select(label: Text, options: Iterable[Any], name: str, **rest: Any) -> SafeString:
    """``options``: ``Option`` objects or pairs of value and text."""
    given = [
        one if isinstance(one, inputs.Option) else inputs.Option(one[1], str(one[0]))
        for one in options
    ]
    return inputs.select(_parts.Label(label, fields.LABEL), given, name=name, **rest)


@register.simple_tag
def radios(legend: Text, options: Iterable[Any], name: str, **rest: Any) -> SafeString:
    heading = _parts.Legend(legend, fields.LEGEND)
    return choices.radios(heading, _choices(options), name=name, **rest)


@register.simple_tag
def checkboxes(legend: Text, options: Iterable[Any], name: str, **rest: Any) -> SafeString:
    heading = _parts.Legend(legend, fields.LEGEND)
    return choices.checkboxes(heading, _choices(options), name=name, **rest)


@register.simple_tag
def file_upload(label: Text, name: str, **rest: Any) -> SafeString:
    return inputs.file_upload(_parts.Label(label, fields.LABEL), name=name, **rest)


@register.simple_block_tag
def fieldset(content: Text, legend: Text, hint: Text = "") -> SafeString:
    """``{% fieldset "Where" %} … {% endfieldset %}``"""
    note = _parts.hint(hint) if hint else None
    heading = _parts.Legend(legend, "govuk-fieldset__legend--m")
    return _parts.fieldset(join([note, _safe(content)]), legend=heading)


# --- notices ------------------------------------------------------------------------------
@register.simple_block_tag
def details(content: Text, summary: Text, open: bool = False) -> SafeString:
    return notices.details(summary, _safe(content), is_open=open)


@register.simple_block_tag
def inset(content: Text) -> SafeString:
    return notices.inset(_safe(content))


@register.simple_block_tag
def warning(content: Text) -> SafeString:
    return notices.warning(_safe(content))


@register.simple_block_tag
def panel(content: Text, title: Text) -> SafeString:
    return notices.panel(title, _safe(content))


@register.simple_block_tag
def banner(
    content: Text, kind: str = "", title: Text = "", id: str = "govuk-notification-banner-title"
) -> SafeString:
    return notices.notification_banner(_safe(content), kind=kind, title=title, title_id=id)


# --- data ---------------------------------------------------------------------------------
register.simple_tag(tables.tag, name="tag")
register.simple_tag(own.light, name="light")
register.simple_tag(own.progress, name="progress")
register.simple_tag(own.empty_state, name="empty")
register.simple_tag(own.chain, name="chain")
register.simple_tag(own.downloads, name="downloads")
register.simple_tag(own.quote, name="quote")


@register.simple_tag
def table(rows: Sequence[Sequence[Any]], caption: Text, **rest: Any) -> SafeString:
    """``{% table rows caption head=head %}``; cells are texts, numbers or ``Cell``."""
    return tables.table(rows, caption=caption, **rest)


@register.simple_tag
def summary_list(rows: Iterable[Any], **rest: Any) -> SafeString:
    """``rows``: ``Row`` objects or pairs of key and value."""
    given = [row if isinstance(row, tables.Row) else tables.Row(row[0], row[1]) for row in rows]
    return tables.summary_list(given, **rest)


@register.simple_block_tag
def scroll(content: Text, label: Text) -> SafeString:
    """A wide thing in its own focusable, sideways-scrolling region."""
    return tables.scroll_region(_safe(content), label=label)


# --- ways ---------------------------------------------------------------------------------
@register.simple_tag
def breadcrumbs(*pairs: Any) -> SafeString:
    """``{% breadcrumbs home_url "Front page" plan_url "Plan" %}``, or one list of ``Crumb``."""
    if len(pairs) == 1 and not isinstance(pairs[0], str | Promise):
        return ways.breadcrumbs(pairs[0])
    couples = zip(pairs[::2], pairs[1::2], strict=True)
    return ways.breadcrumbs([ways.Crumb(text, str(href)) for href, text in couples])


register.simple_tag(ways.back_link, name="back_link")
register.simple_tag(ways.skip_link, name="skip_link")
register.simple_tag(ways.tabs, name="tabs")


@register.simple_tag(takes_context=True)
def pagination(context: Context, page: Any) -> SafeString:
    """Ways round a Django ``Page``; the other parameters of the address are kept."""
    return own_pages(page, context["request"].GET.copy())


def own_pages(page: Any, parameters: Any) -> SafeString:
    """Pagination for a ``Page``, nothing when there is only one page."""
    if page.paginator.num_pages < 2:
        return EMPTY

    def to(number: int) -> str:
        parameters["page"] = str(number)
        return f"?{parameters.urlencode()}"

    links = [
        ways.PageLink(str(one), to(one), is_current=one == page.number)
        if isinstance(one, int)
        else ways.PageLink(is_gap=True)
        for one in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    before = ways.Turn(to(page.previous_page_number())) if page.has_previous() else None
    after = ways.Turn(to(page.next_page_number())) if page.has_next() else None
    return ways.pagination(links, previous=before, next=after)


@register.filter
def as_field(bound: BoundField) -> SafeString:
    """``{{ form.name|as_field }}``, the same as ``{% field form.name %}``."""
    return fields.field(bound)


@register.filter
def in_language(text: str, code: str) -> SafeString:
    """People's own words, marked with their language: ``{{ text|in_language:"sv" }}``."""
    return mark_safe(f'<span lang="{conditional_escape(code)}">{conditional_escape(text)}</span>')  # noqa: S308


# --- charts -------------------------------------------------------------------------------
register.simple_tag(charts.draw, name="chart")
