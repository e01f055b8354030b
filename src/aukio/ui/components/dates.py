"""A date in three boxes: day, month, year, as Finns write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from aukio.ui.components._parts import (
    NO_GROUP,
    Fault,
    Frame,
    Group,
    Hint,
    Label,
    Legend,
    described,
    form_group,
    framed,
)
from aukio.ui.components.inputs import text_input
from aukio.ui.markup import Attributes, Text, classes, element, join


@dataclass(frozen=True)
class Part:
    """One box of the date. ``has_error=None`` follows the message of the whole date."""

    name: str
    label: Text
    width: int = 2
    value: str | None = None
    has_error: bool | None = None
    id: str = ""
    classes: str = ""
    inputmode: str = "numeric"
    autocomplete: str | None = None
    pattern: str | None = None
    attributes: Attributes = field(default_factory=dict)


def day_month_year(values: Sequence[str] = ("", "", "")) -> list[Part]:
    """The three usual boxes with the values given."""
    day, month, year = values
    return [
        Part("day", pgettext("date box", "Day"), 2, day or None),
        Part("month", pgettext("date box", "Month"), 2, month or None),
        Part("year", pgettext("date box", "Year"), 4, year or None),
    ]


def date_input(
    legend: Legend | Text | None,
    *,
    id: str,
    parts: Sequence[Part] | None = None,
    prefix: str = "",
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    classes_: str = "",
    frame: Frame | None = None,
    group: Group = NO_GROUP,
    attributes: Attributes | None = None,
) -> SafeString:
    """Three boxes under one legend; ``prefix`` begins the names: ``start-day`` and so on."""
    if frame is None and legend:
        frame = Frame(legend=legend if isinstance(legend, Legend) else Legend(legend))
    boxes = day_month_year() if parts is None else parts
    some_marked = any(part.has_error for part in boxes)
    messages, ids = described(id, hint, error, frame.described_by if frame else "")
    items = [
        _box(part, id, prefix, _marked(part, has_error=bool(error), some_marked=some_marked))
        for part in boxes
    ]
    block = {"class": classes("govuk-date-input", classes_), **(attributes or {}), "id": id or None}
    body = element("div", block, group.before, *items, group.after)
    content = framed(join([messages, body]), frame, ids, "group")
    return form_group(content, has_error=bool(error), group=group)


def _marked(part: Part, *, has_error: bool, some_marked: bool) -> bool:
    if part.has_error is not None:
        return part.has_error
    return has_error and not some_marked


def _box(part: Part, id: str, prefix: str, marked: bool) -> SafeString:
    look = classes(
        "govuk-date-input__input",
        "govuk-input--error" if marked and "govuk-input--error" not in part.classes else "",
        "" if "govuk-input--width-" in part.classes else f"govuk-input--width-{part.width}",
        part.classes,
    )
    control = text_input(
        Label(part.label, "govuk-date-input__label"),
        id=part.id or f"{id}-{part.name}",
        name=f"{prefix}-{part.name}" if prefix else part.name,
        value=part.value,
        classes_=look or "",
        inputmode=part.inputmode,
        autocomplete=part.autocomplete,
        pattern=part.pattern,
        attributes=part.attributes,
    )
    return element("div", {"class": "govuk-date-input__item"}, control)
