"""Controls one types into or picks from: input, text area, select, file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from aukio.ui.components._parts import (
    NO_GROUP,
    Fault,
    Group,
    Hint,
    Label,
    described,
    form_group,
)
from aukio.ui.components._parts import label as label_tag
from aukio.ui.components.buttons import button
from aukio.ui.markup import EMPTY, Attributes, Text, classes, element, join


@dataclass(frozen=True)
class Affix:
    """What stands before or after the input, such as "€": decoration, not read out."""

    text: Text
    classes: str = ""
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Option:
    text: Text
    value: str | None = None
    selected: bool = False
    disabled: bool = False
    attributes: Attributes = field(default_factory=dict)


def _affix(given: Affix | Text | None, place: str) -> SafeString:
    if not given:
        return EMPTY
    affix = given if isinstance(given, Affix) else Affix(given)
    name = classes(f"govuk-input__{place}", affix.classes)
    return element("div", {"class": name, "aria-hidden": "true", **affix.attributes}, affix.text)


def text_input(
    label: Label | Text,
    *,
    name: str,
    id: str = "",
    value: str | None = None,
    type: str = "text",
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    autocomplete: str | None = None,
    inputmode: str | None = None,
    autocapitalize: str | None = None,
    pattern: str | None = None,
    spellcheck: bool | None = None,
    prefix: Affix | Text | None = None,
    suffix: Affix | Text | None = None,
    classes_: str = "",
    wrapper: Group = NO_GROUP,
    group: Group = NO_GROUP,
    disabled: bool = False,
    described_by: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A one-line input with its label, hint and error."""
    id = id or name
    messages, ids = described(id, hint, error, described_by)
    control = element(
        "input",
        {
            "class": classes("govuk-input", classes_, "govuk-input--error" if error else ""),
            "id": id,
            "name": name,
            "type": type,
            "spellcheck": None if spellcheck is None else str(spellcheck).lower(),
            "value": value,
            "disabled": disabled,
            "aria-describedby": ids or None,
            "autocomplete": autocomplete,
            "autocapitalize": autocapitalize,
            "pattern": pattern,
            "inputmode": inputmode,
            **(attributes or {}),
        },
    )
    if prefix or suffix or group.before or group.after:
        control = element(
            "div",
            {"class": classes("govuk-input__wrapper", wrapper.classes), **wrapper.attributes},
            group.before,
            _affix(prefix, "prefix"),
            control,
            _affix(suffix, "suffix"),
            group.after,
        )
    content = join([label_tag(label, id), messages, control])
    return form_group(content, has_error=bool(error), group=group)


def _password_words() -> dict[str, str]:
    """The button's words for the script, which knows English by itself."""
    if get_language() == "en":
        return {}
    return {
        "data-i18n.show-password": pgettext("password", "Show"),
        "data-i18n.hide-password": pgettext("password", "Hide"),
        "data-i18n.show-password-aria-label": gettext("Show password"),
        "data-i18n.hide-password-aria-label": gettext("Hide password"),
        "data-i18n.password-shown-announcement": gettext("Your password is visible"),
        "data-i18n.password-hidden-announcement": gettext("Your password is hidden"),
    }


def password_input(
    label: Label | Text,
    *,
    name: str,
    id: str = "",
    value: str | None = None,
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    autocomplete: str = "current-password",
    classes_: str = "",
    group: Group = NO_GROUP,
    disabled: bool = False,
    described_by: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A password with a button that shows it; the button works only with JavaScript."""
    id = id or name
    show = pgettext("password", "Show")
    toggle = button(
        show,
        type="button",
        style="secondary",
        classes="govuk-password-input__toggle govuk-js-password-input-toggle",
        attributes={
            "aria-controls": id,
            "aria-label": gettext("Show password"),
            "hidden": True,
        },
    )
    words: Attributes = {"data-module": "govuk-password-input", **_password_words()}
    return text_input(
        label,
        name=name,
        id=id,
        value=value,
        type="password",
        hint=hint,
        error=error,
        autocomplete=autocomplete,
        autocapitalize="none",
        spellcheck=False,
        classes_=classes("govuk-password-input__input govuk-js-password-input-input", classes_)
        or "",
        wrapper=Group(classes="govuk-password-input__wrapper"),
        group=Group(
            classes=classes("govuk-password-input", group.classes) or "",
            before=group.before,
            after=join([toggle, group.after]),
            attributes={**words, **group.attributes},
        ),
        disabled=disabled,
        described_by=described_by,
        attributes=attributes,
    )


def textarea(
    label: Label | Text,
    *,
    name: str,
    id: str = "",
    value: str | None = None,
    rows: int = 5,
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    autocomplete: str | None = None,
    spellcheck: bool | None = None,
    classes_: str = "",
    group: Group = NO_GROUP,
    disabled: bool = False,
    described_by: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """Several lines of text with label, hint and error."""
    id = id or name
    messages, ids = described(id, hint, error, described_by)
    control = element(
        "textarea",
        {
            "class": classes("govuk-textarea", "govuk-textarea--error" if error else "", classes_),
            "id": id,
            "name": name,
            "rows": rows,
            "spellcheck": None if spellcheck is None else str(spellcheck).lower(),
            "disabled": disabled,
            "aria-describedby": ids or None,
            "autocomplete": autocomplete,
            **(attributes or {}),
        },
        value,
    )
    content = join([label_tag(label, id), messages, group.before, control, group.after])
    return form_group(content, has_error=bool(error), group=group)


def _option(option: Option, chosen: str | None) -> SafeString:
    value = str(option.text) if option.value is None else option.value
    attributes = {
        "value": option.value,
        "selected": option.selected or (chosen not in (None, "") and value == chosen),
        "disabled": option.disabled,
        **option.attributes,
    }
    return element("option", attributes, option.text)


def select(
    label: Label | Text,
    options: Sequence[Option],
    *,
    name: str,
    id: str = "",
    value: str | None = None,
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    classes_: str = "",
    group: Group = NO_GROUP,
    disabled: bool = False,
    described_by: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A list to pick one from; for few choices use radios instead."""
    id = id or name
    messages, ids = described(id, hint, error, described_by)
    control = element(
        "select",
        {
            "class": classes("govuk-select", classes_, "govuk-select--error" if error else ""),
            "id": id,
            "name": name,
            "disabled": disabled,
            "aria-describedby": ids or None,
            **(attributes or {}),
        },
        *(_option(option, value) for option in options),
    )
    content = join([label_tag(label, id), messages, group.before, control, group.after])
    return form_group(content, has_error=bool(error), group=group)


def file_upload(
    label: Label | Text,
    *,
    name: str,
    id: str = "",
    hint: Hint | Text | None = None,
    error: Fault | Text | None = None,
    multiple: bool = False,
    classes_: str = "",
    group: Group = NO_GROUP,
    disabled: bool = False,
    described_by: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """Choosing a file; say in the hint which kinds and how large."""
    id = id or name
    messages, ids = described(id, hint, error, described_by)
    control = element(
        "input",
        {
            "class": classes(
                "govuk-file-upload", classes_, "govuk-file-upload--error" if error else ""
            ),
            "id": id,
            "name": name,
            "type": "file",
            "disabled": disabled,
            "multiple": multiple,
            "aria-describedby": ids or None,
            **(attributes or {}),
        },
    )
    content = join([label_tag(label, id), messages, group.before, control, group.after])
    return form_group(content, has_error=bool(error), group=group)
