"""Radios and checkboxes, with hints and with parts that open when one is chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from aukio.ui.components._parts import (
    NO_GROUP,
    Fault,
    Frame,
    Group,
    Hint,
    Label,
    Legend,
    as_hint,
    described,
    form_group,
    framed,
)
from aukio.ui.components._parts import hint as hint_tag
from aukio.ui.components._parts import label as label_tag
from aukio.ui.markup import EMPTY, Attributes, Text, classes, element, join


@dataclass(frozen=True)
class Choice:
    """One radio or checkbox. ``conditional`` is shown when it is chosen (always without JS).

    ``checked=None`` leaves it to the values of the whole; ``exclusive`` clears the others.
    """

    text: Text = ""
    value: str = ""
    hint: Hint | Text | None = None
    checked: bool | None = None
    disabled: bool = False
    conditional: SafeString | None = None
    exclusive: bool = False
    divider: Text | None = None
    id: str = ""
    name: str = ""
    label_classes: str = ""
    label_attributes: Attributes = field(default_factory=dict)
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class _Kind:
    block: str
    type: str


RADIOS = _Kind("govuk-radios", "radio")
CHECKBOXES = _Kind("govuk-checkboxes", "checkbox")


def radios(
    legend: Legend | Text | None,
    choices: Sequence[Choice],
    *,
    name: str,
    value: str | None = None,
    **rest: object,
) -> SafeString:
    """Choose one. ``rest``: see :func:`_choices`."""
    values = [value] if value else []
    return _choices(RADIOS, legend, choices, name=name, values=values, **rest)  # type: ignore[arg-type]


def checkboxes(
    legend: Legend | Text | None,
    choices: Sequence[Choice],
    *,
    name: str,
    values: Collection[str] = (),
    **rest: object,
) -> SafeString:
    """Choose any. ``rest``: see :func:`_choices`."""
    return _choices(CHECKBOXES, legend, choices, name=name, values=values, **rest)  # type: ignore[arg-type]


def _choices(
    kind: _Kind,
    legend: Legend | Text | None,
    choices: Sequence[Choice],
    *,
    name: str,
    values: Collection[str] = (),
    id: str = "",
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    classes_: str = "",
    frame: Frame | None = None,
    group: Group = NO_GROUP,
    described_by: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """Hint, error and choices in a fieldset when there is a legend or a ``frame``."""
    if frame is None and legend:
        frame = Frame(legend=legend if isinstance(legend, Legend) else Legend(legend))
    already = frame.described_by if frame and frame.described_by else described_by
    id = id or name
    messages, ids = described(id, hint, error, already)
    item_ids = "" if frame else ids
    rows = [
        _choice(kind, choice, id if at == 1 else f"{id}-{at}", name, values, item_ids)
        for at, choice in enumerate(choices, start=1)
    ]
    block = {
        "class": classes(kind.block, classes_),
        **(attributes or {}),
        "data-module": kind.block,
    }
    body = element("div", block, group.before, *rows, group.after)
    content = framed(join([messages, body]), frame, ids, None)
    return form_group(content, has_error=bool(error), group=group)


def _choice(
    kind: _Kind, choice: Choice, id: str, name: str, values: Collection[str], described_by: str
) -> SafeString:
    if choice.divider:
        return element("div", {"class": f"{kind.block}__divider"}, choice.divider)
    id = choice.id or id
    chosen = choice.value in values if choice.checked is None else choice.checked
    given = as_hint(choice.hint)
    hint_id = f"{id}-item-hint" if given else ""
    ids = f"{described_by} {hint_id}".strip() if kind is CHECKBOXES else hint_id
    control = element(
        "input",
        {
            "class": f"{kind.block}__input",
            "id": id,
            "name": choice.name or name,
            "type": kind.type,
            "value": choice.value,
            "checked": chosen,
            "disabled": choice.disabled,
            "data-aria-controls": f"conditional-{id}" if choice.conditional else None,
            "data-behaviour": "exclusive" if choice.exclusive else None,
            "aria-describedby": ids or None,
            **choice.attributes,
        },
    )
    look = classes(f"{kind.block}__label", choice.label_classes) or ""
    label = label_tag(Label(choice.text, look, attributes=choice.label_attributes), id)
    note = EMPTY
    if given:
        look = classes(f"{kind.block}__hint", given.classes) or ""
        note = hint_tag(Hint(given.text, look, given.attributes), hint_id)
    item = element("div", {"class": f"{kind.block}__item"}, control, label, note)
    return join([item, _conditional(kind, choice, id, bool(chosen))])


def _conditional(kind: _Kind, choice: Choice, id: str, is_open: bool) -> SafeString:
    if not choice.conditional:
        return EMPTY
    hidden = "" if is_open else f"{kind.block}__conditional--hidden"
    name = classes(f"{kind.block}__conditional", hidden)
    return element("div", {"class": name, "id": f"conditional-{id}"}, choice.conditional)
