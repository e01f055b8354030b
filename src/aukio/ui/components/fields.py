"""A Django form field as a whole: label, hint, error and the right control."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

from aukio.ui.components._parts import Group, Label, Legend
from aukio.ui.components.choices import Choice, checkboxes, radios
from aukio.ui.components.dates import date_input, day_month_year
from aukio.ui.components.inputs import (
    Option,
    file_upload,
    password_input,
    select,
    text_input,
    textarea,
)
from aukio.ui.components.notices import FaultLink
from aukio.ui.components.wording import check_wording
from aukio.ui.dates import DateWidget
from aukio.ui.markup import Value

LABEL = "govuk-label--s"
LEGEND = "govuk-fieldset__legend--s"
# What browsers may fill in by themselves, by field name (WCAG 1.3.5).
AUTOCOMPLETE = {
    "email": "email",
    "name": "name",
    "phone": "tel",
    "organisation": "organization",
    "login": "username",
    "password": "current-password",
    "password1": "new-password",
    "password2": "new-password",
    "oldpassword": "current-password",
    "code": "one-time-code",
}
# Attributes the component writes by itself; Django's own are left out.
OWN = frozenset(
    {"id", "name", "class", "type", "aria-describedby", "aria-invalid", "required", "autocomplete",
     "rows", "cols", "placeholder"}
)  # fmt: skip


def field(bound: BoundField, **given: Any) -> SafeString:
    """The whole field. ``given`` overrides what the component would have been told."""
    widget = bound.field.widget
    if widget.is_hidden:
        return SafeString(bound.as_widget())
    for kind, write in WRITERS:
        if isinstance(widget, kind):
            return write(bound, _common(bound) | given)
    return _text(bound, _common(bound) | given)


def _common(bound: BoundField) -> dict[str, Any]:
    return {
        "name": bound.html_name,
        "id": bound.id_for_label or bound.auto_id or bound.html_name,
        "hint": bound.help_text or None,
        "error": " ".join(str(error) for error in bound.errors) or None,
        "attributes": _attributes(bound),
    }


def _attributes(bound: BoundField) -> dict[str, Value]:
    built = bound.build_widget_attrs(dict(bound.field.widget.attrs))
    kept: dict[str, Value] = {key: value for key, value in built.items() if key not in OWN}
    if bound.errors:
        kept["aria-invalid"] = "true"
    if bound.field.required and bound.field.widget.use_required_attribute(bound.initial):
        kept["aria-required"] = "true"
    return kept


def _label(bound: BoundField) -> Label:
    return Label(bound.label or "", LABEL)


def _legend(bound: BoundField) -> Legend:
    return Legend(bound.label or "", LEGEND)


def _value(bound: BoundField) -> str | None:
    value = bound.field.widget.format_value(bound.value())
    return None if value is None else str(value)


def _autocomplete(bound: BoundField) -> str | None:
    given = bound.field.widget.attrs.get("autocomplete")
    return str(given) if given else AUTOCOMPLETE.get(bound.name)


def _text(bound: BoundField, common: dict[str, Any]) -> SafeString:
    widget = bound.field.widget
    kind = getattr(widget, "input_type", None) or "text"
    settings: dict[str, Any] = {
        "type": kind,
        "value": _value(bound),
        "autocomplete": _autocomplete(bound),
    }
    if isinstance(bound.field, forms.IntegerField):
        settings |= {"type": "text", "inputmode": "numeric", "classes_": "govuk-input--width-5"}
        for key in ("min", "max", "step"):
            common["attributes"].pop(key, None)
    if kind == "email":
        settings["spellcheck"] = False
    return text_input(_label(bound), **(settings | common))


def _password(bound: BoundField, common: dict[str, Any]) -> SafeString:
    settings = {"autocomplete": _autocomplete(bound) or "current-password"}
    return password_input(_label(bound), **(settings | common))


def _area(bound: BoundField, common: dict[str, Any]) -> SafeString:
    rows = int(bound.field.widget.attrs.get("rows", 5))
    settings: dict[str, Any] = {
        "value": _value(bound),
        "rows": rows,
        "autocomplete": _autocomplete(bound),
    }
    # A browser cuts what is pasted at maxlength without a word. The form tells instead.
    common["attributes"].pop("maxlength", None)
    if common["attributes"].pop("data-wording", "") != "no":
        offer = check_wording(common["name"], common["id"], bound.label or "")
        settings["group"] = Group(after=offer)
    return textarea(_label(bound), **(settings | common))


def _file(bound: BoundField, common: dict[str, Any]) -> SafeString:
    multiple = getattr(bound.field.widget, "allow_multiple_selected", False)
    settings: dict[str, Any] = {"multiple": multiple}
    return file_upload(_label(bound), **(settings | common))


def _flat(bound: BoundField) -> list[tuple[str, str]]:
    """Choices with groups opened out, values as text."""
    flat: list[tuple[str, str]] = []
    for value, label in getattr(bound.field.widget, "choices", []):
        if isinstance(label, list | tuple):
            flat += [(str(v), str(text)) for v, text in label]
        else:
            flat.append(("" if value is None else str(value), str(label)))
    return flat


def _chosen(bound: BoundField) -> list[str]:
    value = bound.value()
    if value is None:
        return []
    several = value if isinstance(value, list | tuple | set) else [value]
    return [str(getattr(one, "pk", one)) for one in several]


def _select(bound: BoundField, common: dict[str, Any]) -> SafeString:
    chosen = _chosen(bound)
    options = [Option(text, value, selected=value in chosen) for value, text in _flat(bound)]
    return select(_label(bound), options, **common)


def _radios(bound: BoundField, common: dict[str, Any]) -> SafeString:
    choices = [Choice(text, value) for value, text in _flat(bound)]
    chosen = _chosen(bound)
    common["attributes"] = {}
    common["id"] = bound.auto_id or bound.html_name
    return radios(_legend(bound), choices, value=chosen[0] if chosen else None, **common)


def _checkboxes(bound: BoundField, common: dict[str, Any]) -> SafeString:
    choices = [Choice(text, value) for value, text in _flat(bound)]
    common["attributes"] = {}
    common["id"] = bound.auto_id or bound.html_name
    return checkboxes(_legend(bound), choices, values=_chosen(bound), **common)


def _single(bound: BoundField, common: dict[str, Any]) -> SafeString:
    """One box to tick: the label is the choice itself."""
    choice = Choice(
        bound.label or "",
        "on",
        hint=common.pop("hint"),
        checked=bool(bound.value()),
        attributes=common.pop("attributes"),
    )
    return checkboxes(None, [choice], **common)


def _date(bound: BoundField, common: dict[str, Any]) -> SafeString:
    values = DateWidget.parts(bound.value())
    name = common.pop("name")
    common["attributes"] = {}
    common["id"] = bound.auto_id or bound.html_name
    return date_input(_legend(bound), parts=day_month_year(values), prefix=name, **common)


Writer = Callable[[BoundField, dict[str, Any]], SafeString]
# The first kind that fits: a narrower widget stands before the one it is made of.
WRITERS: list[tuple[type[forms.Widget], Writer]] = [
    (DateWidget, _date),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.CheckboxInput, _single),
    (forms.Select, _select),
    (forms.Textarea, _area),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
]


def faults(*some: forms.BaseForm) -> list[FaultLink]:
    """Every error of the forms, each leading to the first control it is about."""
    links: list[FaultLink] = []
    for form in some:
        links += [FaultLink(str(error)) for error in form.non_field_errors()]
        for bound in form:
            target = bound.auto_id or bound.html_name
            if isinstance(bound.field.widget, DateWidget):
                target = f"{target}-day"
            links += [
                FaultLink(text, f"#{target}")
                for error in bound.errors.as_data()
                for text in _said(bound, error)
            ]
    return links


def _said(bound: BoundField, error: forms.ValidationError) -> list[str]:
    """The error as the summary tells it: "This field is required." needs the field's name."""
    usual = forms.Field.default_error_messages["required"]
    if error.code == "required" and error.message == usual:
        return [f"{bound.label}: {text}" for text in error.messages]
    return error.messages
